"""What a person does while the disk fails, each with the folder that it begins in."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.paths import DATABASE_NAME
from tests.torture.person import Person
from tests.torture.promises import Place

_OLD = Path(__file__).parents[1] / "old_databases" / "schema_1.sqlite3"

Do = Callable[[Person], None]


class Begin(StrEnum):
    """What the folder is that an act begins in."""

    EMPTY = "empty"
    OLD = "old"
    """The database of the first program."""
    DRAFT = "draft"
    """One revision is exported, and another is due."""
    FINALISED = "finalised"
    """That one is made, and not exported yet."""


@dataclass(frozen=True, slots=True)
class Act:
    """``do`` can be done again where it failed; ``before`` is done while nothing fails."""

    do: Do
    before: Do
    begin: Begin = Begin.DRAFT
    is_slow: bool = False


def _first_start(person: Person) -> None:
    person.start()
    person.begin()
    person.answer("1.1", 2)


def _come_in(person: Person) -> None:
    person.start()
    person.open()


def _answer(person: Person) -> None:
    person.answer("1.1", 1, "第一次")
    person.answer("1.2", 2, "网店和门店用同一套库存。" * 40)
    person.answer("1.1", 3, "第二次")


def _attach(person: Person) -> None:
    person.attach("1.1", person.place.desk / "picture.png")


def _come_in_and_answer(person: Person) -> None:
    _come_in(person)
    _answer(person)


def _do_nothing(_: Person) -> None:
    pass


ACTS = {
    "first start": Act(_first_start, _do_nothing, Begin.EMPTY),
    "upgrade": Act(Person.start, _do_nothing, Begin.OLD),
    "start": Act(Person.start, _do_nothing),
    "answer": Act(_answer, _come_in),
    "attach": Act(_attach, _come_in),
    "finalise": Act(Person.finalise, _come_in),
    "submit": Act(Person.submit, _come_in, Begin.FINALISED),
    "export workbook": Act(Person.export_workbook, _come_in, Begin.FINALISED),
    "export pdf": Act(Person.export_pdf, _come_in, Begin.FINALISED),
    "export package": Act(Person.export_package, _come_in, Begin.FINALISED, is_slow=True),
    "export volume": Act(Person.export_volume, _come_in, Begin.FINALISED, is_slow=True),
    "bring in beside": Act(lambda p: p.bring_in("other.digicom", IfExists.KEEP), _come_in),
    "bring in instead": Act(lambda p: p.bring_in("report.digicom", IfExists.REPLACE), _come_in),
    "back up": Act(Person.back_up, _come_in_and_answer),
    "copy away": Act(Person.copy_away, _come_in),
    "purge": Act(Person.purge, _come_in),
    "put back": Act(Person.put_back, _come_in_and_answer),
    "rescue": Act(Person.rescue, _come_in),
    "close": Act(Person.close, _come_in_and_answer),
}


def lay_desk(place: Place) -> None:
    """What is there before the program was ever started."""
    place.make()
    (place.desk / "contract.txt").write_text("合同正文\n" * 900, encoding="utf-8")
    (place.desk / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)


def lay_old(place: Place) -> None:
    """Make ``Begin.OLD`` of ``Begin.EMPTY``."""
    place.data.mkdir(mode=0o700)
    shutil.copy(_OLD, place.data / DATABASE_NAME)


def use(person: Person) -> None:
    """Make ``Begin.DRAFT`` of ``Begin.EMPTY``."""
    person.start()
    person.begin()
    person.delete()
    person.begin()
    person.answer("1.1", 1)
    person.take_sample()
    person.attach("1.1", person.place.desk / "contract.txt")
    person.settle()
    person.finalise()
    person.export_workbook()
    person.export_pdf()
    person.export_package()
    person.export_volume()
    (person.place.desk / "other.digicom").write_bytes(
        (person.place.desk / "report.digicom").read_bytes()
    )
    person.answer("2.1", 3, "改过的说明。")
    person.settle()
    person.close()


def finalise(person: Person) -> None:
    """Make ``Begin.FINALISED`` of ``Begin.DRAFT``."""
    _come_in(person)
    person.finalise()
    person.close()
