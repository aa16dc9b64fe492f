"""What the firm says about a finding of the check: a reason, or that it was verified."""

from dataclasses import dataclass

LIMIT = 300
"""Most characters of a reason."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Given to one finding while its values had the hash ``values`` (``Finding.values_hash``).

    ``text`` as typed; ``verified`` says that somebody looked and found it right (已核实).
    """

    values: str
    text: str = ""
    verified: bool = False
