"""Whether bytes of others are canonical content, of the shape that everything else relies on."""

import json
import re
from collections.abc import Callable, Mapping

from digicom_desktop.domain.canonical import canonical_bytes
from digicom_desktop.domain.company import TEXT_FIELDS
from digicom_desktop.domain.content import FORMAT
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.metric import YEARS
from digicom_desktop.domain.plan import ActionState
from digicom_desktop.domain.statement import FIELDS
from digicom_desktop.domain.text import clean
from digicom_desktop.errors import DigicomError

MOST_CHARACTERS = 32_767
"""Of one text: a cell of a workbook holds no more."""
MOST_ENTRIES = 2_000
"""Of one list, or of one mapping."""
MOST_PEOPLE = 10**15
MOST_BYTES = 10**12

Check = Callable[[object], bool]


def require_content(canonical: bytes) -> None:
    """Raise DigicomError unless ``read_content`` and all that follows can rely on ``canonical``.

    ``assessment.newer`` for content of a newer program; ``assessment.unreadable`` for bytes that
    are not canonical, unknown keys, values of another type or out of range, texts that no document
    can hold. Ids (edition, items, practices, …) are not looked up.
    """
    try:
        value = json.loads(canonical)
        is_canonical = canonical_bytes(value) == canonical
    except (ValueError, RecursionError) as error:  # also surrogates, and numbers without end
        raise DigicomError("assessment.unreadable") from error
    if isinstance(value, dict) and whole(FORMAT + 1, 10**6)(value.get("format")):
        raise DigicomError("assessment.newer")
    if not (is_canonical and CONTENT(value)):
        raise DigicomError("assessment.unreadable")


def text(value: object) -> bool:
    """A text that says something and that every document can hold."""
    return isinstance(value, str) and 0 < len(value) <= MOST_CHARACTERS and clean(value) == value


def _true(value: object) -> bool:
    return value is True


def whole(least: int, most: int) -> Check:
    """A whole number from ``least`` to ``most``."""
    return lambda value: type(value) is int and least <= value <= most


def one_of(*known: object) -> Check:
    """One of ``known``, of the same type."""
    return lambda value: any(type(value) is type(one) and value == one for one in known)


def matching(pattern: str) -> Check:
    """A text that is all of ``pattern``."""
    compiled = re.compile(pattern, re.ASCII)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def either(*checks: Check) -> Check:
    """What satisfies one of ``checks``."""
    return lambda value: any(check(value) for check in checks)


def each(check: Check) -> Check:
    """A list of which every value satisfies ``check``."""
    return lambda value: (
        isinstance(value, list) and len(value) <= MOST_ENTRIES and all(map(check, value))
    )


def by_id(check: Check, id: Check = text) -> Check:
    """A mapping of which every key satisfies ``id`` and every value ``check``."""
    return lambda value: (
        isinstance(value, dict)
        and len(value) <= MOST_ENTRIES
        and all(map(id, value))
        and all(map(check, value.values()))
    )


def record(required: Mapping[str, Check], optional: Mapping[str, Check]) -> Check:
    """A mapping with all ``required`` keys, perhaps ``optional`` ones, and no other."""
    checks = {**required, **optional}
    return lambda value: (
        isinstance(value, dict)
        and required.keys() <= value.keys() <= checks.keys()
        and all(checks[key](said) for key, said in value.items())
    )


def _optional(check: Check, *names: str) -> dict[str, Check]:
    return dict.fromkeys(names, check)


_LEVEL = whole(0, 4)
_YEAR = whole(1900, 2999)
_SHA256 = matching("[0-9a-f]{64}")
_TYPED = record({"typed": text}, {})
_FIELD = either(text, _TYPED)
_PAIR = record({}, _optional(_FIELD, *YEARS))
_STATEMENT = record({}, _optional(text, *FIELDS))
_COMPANY = record(
    {},
    {**_optional(_FIELD, *TEXT_FIELDS), "employees": either(whole(0, MOST_PEOPLE), _TYPED)},
)
_ANSWER = record(
    {},
    {
        "level": _LEVEL,
        "not_applicable": either(_true, text),
        "to_confirm": _true,
        "practices": each(text),
        "figures": by_id(_PAIR),
        "statement": _STATEMENT,
    },
)
_FILE = record({"name": text, "size": whole(0, MOST_BYTES), "sha256": _SHA256}, {})
_EVIDENCE = record(
    {"grade": one_of(2, 3)},
    {
        **_optional(text, "title", "proves"),
        **_optional(_FIELD, "date", "valid_until"),
        "items": each(text),
        "file": _FILE,
    },
)
_ACTION = record(
    {
        "id": matching(r"a\d{1,6}"),
        "item": text,
        "state": one_of(*(state.value for state in ActionState)),
    },
    {**_optional(text, "text", "owner", "note"), "due": _FIELD},
)


def _actions(value: object) -> bool:
    """Actions, of which no two have one id."""
    if not (isinstance(value, list) and each(_ACTION)(value)):
        return False
    return len({action["id"] for action in value}) == len(value)


_PREVIOUS_ANSWER = record(
    {},
    {
        **_optional(_LEVEL, "level", "supported"),
        "not_applicable": _true,
        "reason": text,
        "figures": by_id(text),
        "statement": _STATEMENT,
    },
)
_EXPLAINED = record(
    {
        **_optional(text, "key", "place", "zh", "en"),
        "class": one_of(FindingClass.EXPLAIN.value, FindingClass.VERIFY.value),
    },
    {"subject": text},
)
CONTENT = record(
    {
        "format": one_of(FORMAT),
        "edition": record({"id": text, "sha256": _SHA256}, {}),
        "method": whole(1, 1000),
        "year": _YEAR,
        "answers": by_id(_ANSWER),
    },
    {
        "company": _COMPANY,
        "business_types": each(text),
        "metrics": by_id(_PAIR),
        "evidence": by_id(_EVIDENCE, matching(r"[\w.]{1,40}-\d{2,6}")),
        "reasons": by_id(record({}, {"text": text, "verified": _true})),
        "plan": record({}, {"targets": by_id(whole(0, 4)), "actions": _actions}),
        "previous": record(
            {"year": _YEAR, "edition": text},
            {
                "code": text,
                "answers": by_id(_PREVIOUS_ANSWER),
                "metrics": by_id(text),
                "narratives": by_id(text),
            },
        ),
        "explained": each(_EXPLAINED),
    },
)
"""The whole of it; the same in words for other programs: resources/schema/content.schema.json."""
