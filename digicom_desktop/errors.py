"""Failures a user can understand."""


class DigicomError(Exception):
    """A known failure: a sentence of ``resources/words/`` by its id, with named values.

    Below ``ui`` nobody forms sentences; ``ui`` and ``cli`` say ``id`` in their own language.
    """

    def __init__(self, id: str, /, **values: object) -> None:
        super().__init__(id, values)
        self.id = id
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.id} ({details})" if details else self.id
