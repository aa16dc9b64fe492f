"""A demo firm with its history, in a workspace whose clock shows a day like any other."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder, translations_folder
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.finished import settle

_OTHER_CODE = "91361130MA00CH0097"


class _Clock:
    """A day like any other: every picture shows the same times."""

    def __init__(self) -> None:
        self._now = datetime(2026, 3, 18, 6, 3, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=7)
        return self._now


def demo_workspace(folder: Path) -> Workspace:
    """A firm in two years, one that handed in, two beginnings, one in the bin: all invented."""
    workspace = Workspace.at(folder, resources_folder(), _Clock())
    sample = workspace.library.sample()
    workspace.add(_cut(sample, 22, "示例：江南小店", "91330782MA00DEMO1X", 2025))
    workspace.delete(workspace.rows()[0].id)
    for answered, name, code, year in (
        (9, "宁波港联仓储有限公司（示例）", "", 2025),
        (17, sample.company.name, sample.company.credit_code, 2024),
        (14, "义乌晨帆进出口有限公司（示例）", "", 2025),
    ):
        session = workspace.add(_cut(sample, answered, name, code, year))
        last = session.edition.item_ids[answered - 1]
        answer = replace(session.current.answer(last), later=True)
        session.change(session.current.with_answer(answer))
    _hand_in(workspace.add(_cut(sample, 22, "上饶云岭茶叶有限公司（示例）", _OTHER_CODE, 2025)))
    _finalise_and_go_on(workspace.add_sample())
    return workspace


def _hand_in(session: Session) -> None:
    """A revision that is with the bureau."""
    settle(session)
    session.finalise()
    session.history.change_state(1, State.SUBMITTED, "2026-03-18")


def _finalise_and_go_on(session: Session) -> None:
    """A revision that the bureau returned, and the draft after it."""
    session.finalise()
    history = session.history
    history.change_state(1, State.SUBMITTED, "2026-03-18")
    remark = "请补 3.2-01 的盖章页，并说明网络零售额的统计口径。"
    history.change_state(1, State.RETURNED, "2026-03-18", remark)
    company = replace(session.current.company, filled_by="汪小雨")
    session.change(replace(session.current, company=company))


def _cut(sample: Assessment, answered: int, name: str, code: str, year: int) -> Assessment:
    """The sample as another firm with only its first answers."""
    company = replace(sample.company, name=name, credit_code=code, year=year)
    kept = dict(list(sample.answers.items())[:answered])
    return replace(sample, company=company, answers=kept)


@contextmanager
def speaking(language: Language, *, stretched: bool = False) -> Iterator[None]:
    """Qt's own words and ours in ``language``; where ``stretched``, half as long again."""
    translators = _translators(language)
    if stretched:
        translators = [Stretcher(translators)]
    for translator in translators:
        QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        for translator in translators:
            QCoreApplication.removeTranslator(translator)


def _translators(language: Language) -> list[QTranslator]:
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    loaded = []
    for name, place in ((f"qtbase_{language}", qt), (f"digicom_{language}", translations_folder())):
        translator = QTranslator()
        if translator.load(name, str(place)):
            loaded.append(translator)
    return loaded


class Stretcher(QTranslator):
    """Says every text of ``translators`` half as long again, as another language might."""

    def __init__(self, translators: list[QTranslator]) -> None:
        super().__init__()
        self._translators = translators

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        for translator in reversed(self._translators):
            if found := translator.translate(context, text, disambiguation or "", n):
                return stretched(found)
        return stretched(text)


def stretched(text: str) -> str:
    """``text`` half as long again, by words of its own; its placeholders stand once.

    >>> stretched("Save {0} as…")
    'Save {0} as Save…'
    """
    body, end = (text[:-1], "…") if text.endswith("…") else (text, "")
    words = "".join(c for c in body if c not in "{}%&0123456789\n").strip()
    gap = " " if " " in body or body.isascii() else ""
    return f"{body}{gap}{words[: (len(words) + 1) // 2].strip()}{end}"
