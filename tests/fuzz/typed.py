"""What people type: every reader of one text, with what must hold of what it understood."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from random import Random

from digicom_desktop.contact import email_judgement, phone_judgement, read_email, read_phone
from digicom_desktop.domain.canonical import code_beginning, compare_code, normalised_code
from digicom_desktop.domain.credit_code import judgements, normal_form, place_of
from digicom_desktop.domain.date_text import missing_day, parse_date, read_valid_until
from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.measure import (
    BALANCE,
    MONEY,
    PEOPLE,
    PERCENT,
    Measure,
    count_measure,
    indicator_measure,
)
from digicom_desktop.domain.number import (
    parse_amount,
    parse_count,
    parse_number,
    plain_decimal,
    read_figure,
    shown_figure,
)
from digicom_desktop.domain.postcode import postcode_judgement
from digicom_desktop.domain.text import Language, cells, clean, clean_line, is_blank, pasted
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.file_names import safe_name
from tests.domain.random_ratings import LIBRARY
from tests.fuzz.subject import Subject, require
from tests.fuzz.texts import changed_text

Reader = Callable[[str], Iterable[Judgement | None]]


@dataclass(frozen=True)
class Typed:
    """A reader of texts, and texts that it understands."""

    read: Reader
    honest: tuple[str, ...]


_NUMBERS = (
    *("1,234.5万元", "１２３４．５", "-12", "负12万元", "(1,234.50)", "1亿2000万", "¥12元", "12人"),
    *(
        "35%",
        "0.000001",
        "999999999999999",
        "1 234 567",
        "1万2",
        "约300",
        "12-15",
        "1.2e5",
        "0",
        "",
    ),
)
_DATES = (
    *(
        "2025年8月31日",
        "2025-08-31",
        "2025/8/31",
        "2025.8",
        "20250831",
        "２０２５年",
        "长期",
        "至永久",
    ),
    *("2025-02-30", "2025-13", "0001-01-01", "9999-12-31", "long-term", "", "2024-2-29"),
)
_CODES = (
    *("91110108551385082Q", "９１１１０１０８５５１３８５０８２ｑ", "91 1101 0855 1385 082Q"),
    *("110108199001011237", "92330782MA2XXXXX0A", "K7M2-9QHD-3RTX4", "k7m2 9qhd", "3RTX", ""),
)
_PHONES = (
    *(
        "13800138000",
        "010-62345678转8001",
        "+86 138 0013 8000",
        "0755-86013388-801",
        "(0793)7351234",
    ),
    *("95588", "400-810-8888", "+1 650 253 0000", "138 0013 8000，0793-7351234 分机 12", "110", ""),
)
_EMAILS = (
    "a@b.cn",
    "tea.firm+x@sub.example.com",
    "张三@公司.cn",
    "a＠b。cn",
    "<a@b.cn>",
    "a b@c",
    "",
)
_NAMES = ("婺源青禾茶业有限公司", "a/b:c*d", "CON", "nul.txt", "...", " .x. ", "名" * 80, "~$x", "")
_PLACES = ("江西婺源", "360000", "浙江省金华市义乌市", "网店", "零售业", "52", "F", "我开网店", "")


@cache
def all_words() -> tuple[Words, ...]:
    """The sentences in each language."""
    return tuple(map(LIBRARY.words, Language))


def typed() -> tuple[Subject, ...]:
    """A subject for each kind of field."""
    readers: Mapping[str, tuple[int, Typed]] = {
        "typed number": (40, Typed(_number, _NUMBERS)),
        "typed date": (25, Typed(_date, _DATES)),
        "typed code": (25, Typed(_code, _CODES)),
        "typed phone": (25, Typed(_phone, _PHONES)),
        "typed e-mail": (20, Typed(_email, _EMAILS)),
        "typed postcode": (10, Typed(_postcode, ("333200", "３３３２００", "999077", "33 32 00"))),
        "typed text": (30, Typed(_text, (*_NAMES, *_NUMBERS, "a\r\nb\tc"))),
        "file name": (25, Typed(_file_name, _NAMES)),
        "sentence": (10, Typed(_sentence, _NAMES)),
    }
    return tuple(_subject(name, share, kind) for name, (share, kind) in readers.items())


def _subject(name: str, share: int, kind: Typed) -> Subject:
    def read(data: bytes) -> Iterable[str]:
        said = [j for j in kind.read(data.decode("utf-8", "surrogatepass")) if j is not None]
        for judgement in said:
            for words in all_words():
                require(bool(judgement.sentence(words)), "an empty sentence")
        return {judgement.id for judgement in said}

    return text_subject(name, share, kind.honest, read)


def text_subject(
    name: str, share: int, honest: tuple[str, ...], read: Callable[[bytes], Iterable[str]]
) -> Subject:
    """A subject that reads texts like ``honest`` ones."""

    def make(random: Random) -> bytes:
        return changed_text(random, honest).encode("utf-8", "surrogatepass")

    return Subject(name, ".txt", share, make, read)


_MEASURES: tuple[Measure, ...] = (
    *(MONEY, BALANCE, PERCENT, PEOPLE, count_measure("万单", "10,000 orders")),
    *(indicator_measure("元/单", "CNY per order"), indicator_measure("家（户）", "clients")),
    indicator_measure("%", "%"),
)


_TOO_LONG = ("number.too_long", "number.decimals")


def _number(text: str) -> Iterable[Judgement | None]:
    """What is understood is finite, and its plain form is understood the same."""
    parse_number(text, "人", "%")
    parse_amount(text)
    parse_count(text)
    for measure in _MEASURES:
        found = read_figure(text, measure)
        if not isinstance(found, Decimal):
            yield found
            continue
        require(found.is_finite(), "a number without end")
        again = read_figure(plain_decimal(found), measure)
        is_long = isinstance(again, Judgement) and again.id in (
            "number.too_long",
            "number.decimals",
        )
        require(again == found or is_long, f"{found} is read as {again}")
        shown_figure(found, measure)


def _date(text: str) -> Iterable[Judgement | None]:
    for read in (parse_date, read_valid_until):
        found = read(text)
        require(found is None or read(found) == found, f"{found} is read otherwise")
    require(missing_day(text) is None or parse_date(text) is None, "a day that is and is not")
    return ()


def _code(text: str) -> Iterable[Judgement | None]:
    form = normal_form(text)
    is_plain = form.isascii()
    require(not is_plain or normal_form(form) == form, "another normal form of a normal form")
    place_of(text)
    code = normalised_code(text)
    is_plain = code.isascii()
    require(not is_plain or normalised_code(code) == code, "another form of a code")
    compare_code(text, "K7M2-9QHD-3RTX4")
    code_beginning(text)
    return judgements(text, LIBRARY.regions())


def _phone(text: str) -> Iterable[Judgement | None]:
    read_phone(text)
    yield phone_judgement(text)


def _email(text: str) -> Iterable[Judgement | None]:
    found = read_email(text)
    require(found is None or read_email(found) == found, f"{found} is read otherwise")
    yield email_judgement(text)


def _postcode(text: str) -> Iterable[Judgement | None]:
    yield postcode_judgement(text)


def _text(text: str) -> Iterable[Judgement | None]:
    """What is clean can be kept by everything, and stays as it is."""
    whole = clean(text)
    require(clean(whole) == whole, "cleaner than clean")
    require(json.loads(json.dumps(whole)) == whole, "JSON keeps it otherwise")
    whole.encode()
    require(not any(_is_control(c) for c in whole), "controls in a clean text")
    line = clean_line(text, 100)
    require(clean_line(line, 100) == line and len(line) <= 100, "a line that is none")
    require("\n" not in line and "\t" not in line, "a line of several")
    require(len(cells(text)) >= 1, "no cells")
    is_blank(text)
    clean(pasted(text))
    return ()


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t"


_RESERVED = frozenset('<>:"/\\|?*')


def _file_name(text: str) -> Iterable[Judgement | None]:
    """Every system takes the name, and nothing in it hides."""
    for most in (200, 40):
        name = safe_name(text, "fallback", "-评估", most)
        require(0 < len(name.encode()) <= most, "a name of the wrong length")
        require(name == name.strip(" .") and _RESERVED.isdisjoint(name), "a name with marks")
        hidden = any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") for c in name)
        require(not hidden, "a name with what nobody sees")
        require(safe_name(name, "fallback", most=most) == name, "another name of a name")
        require(unicodedata.is_normalized("NFC", name), "a name in two forms")
    return ()


_SPOKEN = {
    "package.member_unknown": "name",
    "package.content_unreadable": "name",
    "number.character": "character",
}


def _sentence(text: str) -> Iterable[Judgement | None]:
    """A text stands in a sentence as it is, whatever braces and signs it holds."""
    for id, value in _SPOKEN.items():
        for words in all_words():
            said = words.error(DigicomError(id, path=text, **{value: text}))
            require(text in said, "a sentence without what it is about")
    return ()
