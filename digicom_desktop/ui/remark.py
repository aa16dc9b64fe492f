"""A sentence beside a field about what was typed there."""

from collections.abc import Iterable
from dataclasses import dataclass

from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.words import Words


@dataclass(frozen=True, slots=True)
class Remark:
    """``kind`` is the same while the same thing is wrong; no error only asks for a second look."""

    kind: str
    sentence: str
    is_error: bool = True


def remarks(
    judgements: Iterable[Judgement | None], words: Words, lead: str = ""
) -> tuple[Remark, ...]:
    """What ``judgements`` say, each behind ``lead``; None is nothing to say."""
    return tuple(
        Remark(found.id, lead + found.sentence(words), found.is_error)
        for found in judgements
        if found is not None
    )
