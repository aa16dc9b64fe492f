"""A person's day while everything is recorded: python -m tests.torture.recorded_day ROOT DIARY."""

import sys
from pathlib import Path

from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from tests.torture.person import Person
from tests.torture.promises import Place, Step

_ANSWERS = 40
_NOTE = "我们在网店和门店用同一套库存，每周盘点一次。"


class _Diary:
    """A line for each acknowledgement, and a mark in the trace where it was given."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._number = 0

    def tell(self, what: str, kept: dict[str, str]) -> None:
        self._number += 1
        Path(f"/__ACK__/{self._number}").unlink()
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{Step(self._number, what, kept).as_json()}\n")


def main(root: str, diary: str) -> None:
    """From the first start to a second one on the same data."""
    library = Library(resources_folder())
    person = Person(Place(Path(root)), _Diary(Path(diary)).tell, library)
    person.start()
    person.begin()
    _answer(person, 8)
    person.delete()
    person.take_sample()
    person.attach("1.1", person.place.desk / "contract.txt")
    _answer(person, _ANSWERS)
    person.back_up()
    _finalise_and_export(person)
    person.copy_away()
    _answer(person, _ANSWERS)
    person.attach("1.2", person.place.desk / "picture.png")
    _finalise_and_export(person)
    person.bring_in("report.digicom", IfExists.KEEP)
    _answer(person, 10)
    person.bring_in("report.digicom", IfExists.REPLACE)
    person.purge()
    person.close()
    person.start()
    person.open()
    _answer(person, 10)
    person.put_back()
    person.open()
    _answer(person, 10)
    person.back_up()
    person.copy_away()
    person.rescue()
    person.close()


def _answer(person: Person, count: int) -> None:
    items = [item.id for item in person.session.edition.items]
    for number in range(count):
        text = f"{number}：{_NOTE * (number % 7)}"
        person.answer(items[number % len(items)], number % 4 + 1, text)


def _finalise_and_export(person: Person) -> None:
    person.settle()
    person.finalise()
    person.submit()
    person.export_workbook()
    person.export_pdf()
    person.export_package()
    person.export_volume()


if __name__ == "__main__":
    main(*sys.argv[1:])
