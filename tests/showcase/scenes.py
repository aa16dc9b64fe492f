"""Every page, every dialog and every menu, opened in the real window the way a person opens it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QScrollArea, QWidget

from digicom_desktop.domain.assessment import Answer, Assessment, Figure
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.hand_in import HandIn
from digicom_desktop.domain.profile import doubtful_items, proposed_reason
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder
from digicom_desktop.recovery import DamagedFolder, Salvage
from digicom_desktop.restoring import Preview
from digicom_desktop.store.restoring import Held
from digicom_desktop.store.salvage import Salvaged
from digicom_desktop.ui import leaving
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.backups_dialog import BackupsDialog
from digicom_desktop.ui.check_page import CheckPage
from digicom_desktop.ui.crash import CrashQuestion
from digicom_desktop.ui.data_move import AwayDialog, DataMove
from digicom_desktop.ui.evidence_row import EvidenceRow
from digicom_desktop.ui.evidence_section import EvidenceSection
from digicom_desktop.ui.export_files import ExportFiles
from digicom_desktop.ui.export_more import ExportMore
from digicom_desktop.ui.figure_table import FigureTable
from digicom_desktop.ui.file_drop import FileDrop
from digicom_desktop.ui.finalising_dialog import FinaliseDialog
from digicom_desktop.ui.home_lists import AssessmentLists
from digicom_desktop.ui.import_dialog import ImportDialog
from digicom_desktop.ui.import_template import TemplateDialog, TemplateWritten
from digicom_desktop.ui.item_card import ItemCard
from digicom_desktop.ui.main_window import MainWindow, Whereabouts
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.profile_figures import AddedFigures
from digicom_desktop.ui.profile_proposals import LEAVE_OUT, RATE, ProposalCard, ProposedItem
from digicom_desktop.ui.rail_rows import StepRow
from digicom_desktop.ui.recovery import Recovery, RecoveryDialog
from digicom_desktop.ui.restore import RestoreDialog
from digicom_desktop.ui.revision_row import RevisionRow
from digicom_desktop.ui.score_help import ScoreHelp
from digicom_desktop.ui.search_head import SearchHead
from digicom_desktop.ui.settings_dialog import SettingsDialog
from digicom_desktop.ui.tabs import Tabs
from digicom_desktop.ui.telling import broken_off, say_no_start
from digicom_desktop.ui.tokens import Tone
from digicom_desktop.ui.top_strip import Strip
from digicom_desktop.ui.waiting import WaitingDialog
from digicom_desktop.workspace import BackupView, Workspace
from tests.showcase.hand_ins import choices, edited, filled, plain, results

Look = Callable[[QWidget], None]
"""What is done with the page or dialog while it is open."""


@dataclass(frozen=True)
class Stage:
    """The window of one scene, and what it shows."""

    window: MainWindow
    workspace: Workspace

    @property
    def page(self) -> AssessmentPage:
        """The open assessment."""
        if self.window.page is None:
            raise LookupError("no assessment is open")
        return self.window.page

    @property
    def evidence(self) -> EvidenceSection:
        """The evidence of the item that is shown."""
        found = self.page.findChild(EvidenceSection)
        if not isinstance(found, EvidenceSection):
            raise LookupError("no item is shown")
        return found


@dataclass(frozen=True)
class Scene:
    """A place of the window, and what is opened over it; without that the window itself is seen.

    ``tab`` is the place of the tab beside the item that is chosen first, ``first`` what is done
    with the page itself.
    """

    name: str
    place: str
    opens: Callable[[Stage], object] | None = None
    tab: int = 0
    first: Callable[[Stage], object] | None = None

    @property
    def is_on_home(self) -> bool:
        """Whether no assessment is open."""
        return self.place in _ON_HOME


_ON_HOME = frozenset({"list", "bin", "guideline", "method", "manual", "check"})


def _purge(stage: Stage) -> None:
    stage.window.home.purge_requested.emit(stage.workspace.rows(deleted=True)[0].id)


def _recovery(stage: Stage) -> Recovery:
    damaged = DamagedFolder(Path("damaged"), resources_folder(), system_clock)
    return Recovery(damaged, stage.window.words, stage.window)


_FOLDER = PureWindowsPath(r"D:\数商自评 资料")
_NEW_FOLDER = PureWindowsPath(r"E:\公司资料\DigiCom Desktop")


def _damage() -> DigicomError:
    return DigicomError("store.damaged_without_backup", folder=_FOLDER)


def _recover(stage: Stage) -> None:
    RecoveryDialog(_damage(), stage.window.words, False, stage.window).ask()


def _restore(stage: Stage) -> None:
    error = DigicomError("store.damaged", folder=_FOLDER, backup="backup", date="2026-03-17")
    RecoveryDialog(error, stage.window.words, False, stage.window).ask()


def _salvage(stage: Stage, kept: int) -> None:
    rows = stage.workspace.rows()
    found = tuple(Salvaged(row, {}, (), whole=bool(n)) for n, row in enumerate(rows[:kept]))
    lost = tuple(row.summary for row in rows[kept:])
    _recovery(stage)._wants(Salvage(found, lost))


def _no_start(stage: Stage) -> None:
    say_no_start(DigicomError("store.in_use", folder=_FOLDER), stage.window.words.language)


def _settings(stage: Stage) -> None:
    """As ``MainWindow`` shows them, with the folder of another computer."""
    SettingsDialog(stage.window._preferences, _FOLDER, stage.window, movable=True).exec()


def _mover(stage: Stage) -> DataMove:
    folder = Path(r"C:\Users\程禾安\AppData\Local\DigiCom Desktop")
    return DataMove(folder, stage.window.words, stage.window)


def _away(stage: Stage) -> None:
    AwayDialog(DigicomError("paths.moved_away", folder=_NEW_FOLDER), stage.window.words).ask()


def _backups(stage: Stage) -> None:
    """As Home shows them, with times and sizes that stay the same."""
    made = [
        BackupView(datetime(2026, 3, day, 9, 14, tzinfo=UTC), 1_843_200 - day * 4096, whole=day > 2)
        for day in (18, 17, 12, 9, 2)
    ]
    language = stage.window.words.language
    place = "F:" + "\\"
    BackupsDialog(made, _FOLDER, language, stage.window, place, made[1:3]).exec()


def _restore_backup(stage: Stage) -> None:
    """What a backup on a stick would change."""
    rows = stage.workspace.rows()
    files = tuple((f"{number:064x}", Path("scan.pdf")) for number in range(15))
    path = Path(r"F:\DigiCom\backups\20260318T091400.000000Z-close.sqlite3")
    made = datetime(2026, 3, 18, 9, 14, tzinfo=UTC)
    held = Held(path, made, rows[:2], (), (*files, ("0" * 64, None)))
    shown = Preview(held, len(rows), rows[2:4], rows[:1])
    RestoreDialog(shown, stage.window.words, stage.window).ask()


def _import(stage: Stage, make: Callable[[Assessment], HandIn], *, known: bool) -> None:
    library = stage.workspace.library
    sample = library.sample()
    edition = library.edition(sample.edition)
    row = stage.workspace.rows()[0] if known else None
    name = "婺源青禾里茶业有限公司_2025_第1版.xlsx"
    ImportDialog(make(sample), name, edition, row, stage.window.words, stage.window).exec()


def _imported(stage: Stage) -> None:
    stage.page.tell(stage.window.words.error(_damage()), Tone.GREEN)


def _waiting(stage: Stage) -> None:
    WaitingDialog(stage.window.windowTitle(), "婺源青禾里茶业_2025.xlsx", stage.window).exec()


def _checked(stage: Stage) -> None:
    page = stage.window.home.findChild(CheckPage)
    if isinstance(page, CheckPage):
        word = stage.window.words.error(DigicomError("guard.word"))
        page._add("报告.docx").show_failure(word)
        page._add("青禾里_2025_第2版.xlsx").show_running()
        for name, checked in results():
            page.show_checked(name, checked)


def _hover_with_file(stage: Stage) -> None:
    """As while a file is dragged over Home."""
    drop = stage.window.home.findChild(FileDrop)
    if isinstance(drop, FileDrop):
        drop._veil.cover(drop._say([]))


def _hover_over_evidence(stage: Stage) -> None:
    """As while a picture is dragged over the evidence of an item."""
    drop = stage.evidence._list.findChild(FileDrop)
    if isinstance(drop, FileDrop):
        drop._veil.cover(drop._say([Path("仓库.jpg")]))


def _drop_package(stage: Stage) -> None:
    stage.evidence.take_dropped([Path("婺源青禾里茶业有限公司_2025_定稿1.digicom")])


def _template_written(stage: Stage) -> None:
    TemplateWritten(Path("报送材料/2025 空白模板.xlsx"), stage.window).exec()


def _row_menu(stage: Stage) -> None:
    row = stage.page.findChild(EvidenceRow)
    if isinstance(row, EvidenceRow):
        row._menu().popup(stage.window.mapToGlobal(QPoint(400, 300)))


def _with_files(stage: Stage) -> None:
    """Two pieces with a file each, a photo and a PDF; the assessment is left as it is."""
    shown = []
    for entry, name in zip(
        stage.page.session.current.evidence.of_item("1.1"), _FILES, strict=False
    ):
        path = stage.workspace.database.parent / "报送材料" / name
        path.parent.mkdir(exist_ok=True)
        if path.suffix == ".png":
            stage.page.grab().save(str(path))
        else:
            path.write_bytes(b"%PDF-1.7")
        shown.append(replace(entry, file=stage.page.session.copy_evidence(path)))
    stage.evidence._list.show_entries(shown, "1.1", ["", "", "", ""])
    QTest.qWait(500)


_FILES = ("截图 2026-03-18 14.08.png", "进货台账.pdf")


def _aid(stage: Stage) -> None:
    card = stage.page.findChild(ItemCard)
    if isinstance(card, ItemCard):
        card._aid.click()


def _figures_found(stage: Stage) -> None:
    """What is said at figures, and what the firm states already; the assessment stays as it is."""
    table = stage.page.findChild(FigureTable)
    if isinstance(table, FigureTable):
        figures = {"4.3.k2": Figure("162%", ""), "4.3.k3": Figure("９.５", "27.2")}
        table.show_figures(Answer("4.3", figures=figures))
        table.show_known({"4.3.k1": Figure("978", "640")})


def _state(stage: Stage) -> None:
    row = stage.page.findChild(RevisionRow)
    if isinstance(row, RevisionRow):
        row.state_requested.emit(row.number)


def _unfold_parts(stage: Stage) -> None:
    more = stage.page.findChild(ExportMore)
    if isinstance(more, ExportMore):
        more._fold.click()
        more._advice.click()
        settle()
        _scroll_to(more)


def _export(stage: Stage) -> None:
    """As after an export of which one file went wrong; nothing is written."""
    files = stage.page.findChild(ExportFiles)
    if isinstance(files, ExportFiles):
        path = _FOLDER / "报送" / files._plan.target("workbook").name
        files._on_failed("workbook", DigicomError("files.target_open", path=path))
        files._on_written("pdf")
        files._on_failed(
            "package", DigicomError("files.disk_full", path=path.with_suffix(".digicom"))
        )
        files._rows["volume"].refuse(stage.window.words.say("report.draft_notice"))
        files._on_finished()
        settle()
        _scroll_to(files)


def _begun(stage: Stage) -> None:
    """As at the first change of what was finalised."""
    stage.page._was_draft = False
    stage.page._say_begun()


def _search_archived(stage: Stage) -> None:
    row = stage.workspace.rows()[-1]
    stage.workspace.archive(row.id)
    stage.window.show_home()
    stage.window.home.lists.tools.search.setText(str(row.summary.year))


def _scroll_to(widget: QWidget) -> None:
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(widget)


def _choose_tab(stage: Stage, place: int) -> None:
    tabs = stage.window.findChild(Tabs)
    if not isinstance(tabs, Tabs):
        stage.page.toggle_guide()  # a small window has it closed
        tabs = stage.window.findChild(Tabs)
    if not isinstance(tabs, Tabs):
        raise LookupError("nothing has tabs here")
    tabs.findChildren(QAbstractButton)[place].click()
    settle()


def _home_menu(stage: Stage, *, deleted: bool) -> None:
    lists = stage.window.home.findChild(AssessmentLists)
    row = stage.workspace.rows(deleted=deleted)[0]
    if isinstance(lists, AssessmentLists):
        lists._on_menu_requested(row, stage.window.mapToGlobal(QPoint(400, 300)))


def _propose(stage: Stage) -> None:
    """One item is left out already, and one is to be rated; nothing is written."""
    card = stage.page.findChild(ProposalCard)
    if not isinstance(card, ProposalCard):
        return
    session, words = stage.page.session, stage.window.words
    firm = replace(session.current, profile=frozenset({"wholesaler", "foreign_trade"}))
    items = [session.edition.item(id) for id in doubtful_items(session.edition, firm.profile)]
    rows = [
        ProposedItem(
            item.id,
            item.title.in_(words.language),
            item.plain.in_(words.language),
            proposed_reason(session.edition, firm, item.id, words),
            said,
        )
        for item, said in zip(items, (LEAVE_OUT, RATE, *[""] * len(items)), strict=False)
    ]
    card.show_proposals("", rows)
    added = stage.page.findChild(AddedFigures)
    if isinstance(added, AddedFigures):
        added.show_assessment(replace(firm, metrics={}))


def _hide_scores(stage: Stage) -> None:
    """As after a click on the eye, but not remembered."""
    strip = stage.page.findChild(Strip)
    if isinstance(strip, Strip):
        strip._show_scores(False)


def _search_manual(stage: Stage) -> None:
    head = stage.window.findChild(SearchHead)
    if isinstance(head, SearchHead):
        head.line.setText(stage.window.home.rail.findChildren(StepRow)[0].accessibleName())


def _go(place: str) -> Callable[[Stage], None]:
    return lambda stage: stage.page.go(place)


SCENES = (
    Scene("home", "list"),
    Scene("empty", "list", first=lambda stage: stage.window.home.show_rows((), ())),
    Scene("bin", "bin"),
    Scene("guideline", "guideline"),
    Scene("clause", "item/3.1", first=lambda stage: stage.page.go("guideline#3.1")),
    Scene("method", "method"),
    Scene("manual", "manual"),
    Scene("manualsearch", "manual", first=_search_manual),
    Scene("company", "company"),
    Scene("companyfigures", "company", first=_go("company#metrics.orders")),
    Scene("companyfiling", "company", first=_go("company#filled_on")),
    Scene("profile", "profile"),
    Scene("proposals", "profile", first=_propose),
    Scene("keys", "item/1.1", lambda stage: stage.window.show_keys()),
    Scene("noscores", "item/1.2", first=_hide_scores),
    Scene("item", "item/1.1"),
    Scene("figures", "item/1.1#figures"),
    Scene("figuresfound", "item/4.3#figures", first=_figures_found),
    Scene("evidence", "item/1.1#evidence"),
    Scene("thumbnails", "item/1.1#evidence", first=_with_files),
    Scene("plain", "item/6.3", tab=1),
    Scene("examples", "item/4.1", tab=2),
    Scene("aid", "item/6.3", _aid),
    Scene("review", "review"),
    Scene("finalise", "review", lambda stage: FinaliseDialog(1, stage.window).ask()),
    Scene("results", "results"),
    Scene("compare", "compare"),
    Scene("worked", "worked"),
    Scene("plan", "plan"),
    Scene("export", "export"),
    Scene("exportparts", "export", first=_unfold_parts),
    Scene("exported", "export", first=_export),
    Scene("state", "export", _state),
    Scene("revision", "revision/1"),
    Scene("new", "list", lambda stage: stage.window.home.new_requested.emit()),
    Scene("settings", "list", _settings),
    Scene("move", "list", lambda stage: _mover(stage).confirm(_NEW_FOLDER)),
    Scene("moved", "list", lambda stage: _mover(stage).wants_removed(_NEW_FOLDER)),
    Scene("away", "list", _away),
    Scene("backups", "list", _backups),
    Scene("bringback", "list", _restore_backup),
    Scene("purge", "bin", _purge),
    Scene("homemenu", "list", lambda stage: _home_menu(stage, deleted=False)),
    Scene("binmenu", "bin", lambda stage: _home_menu(stage, deleted=True)),
    Scene("attach", "item/1.1", lambda stage: stage.evidence._on_edit_requested(_number(stage))),
    Scene("reuse", "item/2.1", lambda stage: stage.evidence._on_other_requested()),
    Scene("drop", "item/1.1", lambda stage: stage.evidence._on_delete_requested(_number(stage))),
    Scene("evidencemenu", "item/1.1#evidence", _row_menu),
    Scene("scorehelp", "item/1.1", lambda stage: ScoreHelp(stage.page).exec()),
    Scene("hovering", "item/1.1#evidence", first=_hover_over_evidence),
    Scene("ownfile", "item/1.1", _drop_package),
    Scene("leaving", "company", lambda stage: leaving._ask(stage.page)),
    Scene("damaged", "list", _recover),
    Scene("restore", "list", _restore),
    Scene("salvage", "list", lambda stage: _salvage(stage, kept=3)),
    Scene("nothingkept", "list", lambda stage: _salvage(stage, kept=0)),
    Scene("fresh", "list", lambda stage: _recovery(stage)._start_fresh()),
    Scene("crash", "list", lambda stage: CrashQuestion().ask()),
    Scene("crashunsaved", "list", lambda stage: CrashQuestion(saved=False).ask()),
    Scene("brokenoff", "list", first=lambda stage: stage.window.tell(broken_off(), Tone.GREY)),
    Scene("message", "list", _no_start),
    Scene("import", "list", lambda stage: _import(stage, edited, known=True)),
    Scene("importchoices", "list", lambda stage: _import(stage, choices, known=False)),
    Scene("importpackage", "list", lambda stage: _import(stage, plain, known=True)),
    Scene("importnew", "list", lambda stage: _import(stage, plain, known=False)),
    Scene("importtemplate", "list", lambda stage: _import(stage, filled, known=False)),
    Scene("dropping", "list", first=_hover_with_file),
    Scene("imported", "company", first=_imported),
    Scene("waiting", "list", _waiting),
    Scene("check", "check"),
    Scene("checked", "check", first=_checked),
    Scene("template", "list", lambda stage: TemplateDialog(2026, stage.window).exec()),
    Scene("templatedone", "list", _template_written),
    # These leave something behind: they come last.
    Scene("begun", "company", first=_begun),
    Scene("archived", "list", first=_search_archived),
)


def _number(stage: Stage) -> str:
    return stage.page.session.current.evidence.of_item("1.1")[0].number


@contextmanager
def window_for(
    scene: Scene, workspace: Workspace, preferences: PreferenceFile, size: tuple[int, int]
) -> Iterator[MainWindow]:
    """The window where ``scene`` takes place, shown in ``size`` on a screen that is no larger."""
    with screen_of(size):
        yield from _window_for(scene, workspace, preferences, size)


@contextmanager
def screen_of(size: tuple[int, int]) -> Iterator[None]:
    """Has Qt say that this is what windows may use of any screen."""
    known = QScreen.availableGeometry
    QScreen.availableGeometry = lambda screen: QRect(0, 0, *size)  # type: ignore[method-assign]
    try:
        yield
    finally:
        QScreen.availableGeometry = known  # type: ignore[method-assign]


def _window_for(
    scene: Scene, workspace: Workspace, preferences: PreferenceFile, size: tuple[int, int]
) -> Iterator[MainWindow]:
    window = MainWindow(preferences, page_makers(preferences))
    session = None if scene.is_on_home else workspace.open(workspace.rows()[0].id)
    window.use(workspace, Whereabouts(session, scene.place))
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*size)
    window.show()
    window.activateWindow()
    settle()
    try:
        yield window
    finally:
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def show(scene: Scene, stage: Stage, look: Look) -> None:
    """Opens ``scene`` on ``stage`` and has ``look`` at the page, the dialog or the menu."""
    _prepare(scene, stage)
    if scene.opens is None:
        look(stage.window)
        return
    seen: list[QWidget] = []
    problems: list[BaseException] = []

    def see() -> None:
        opened = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if opened is None or seen:
            return
        seen.append(opened)
        settle()
        try:
            look(opened)
        except BaseException as problem:
            problems.append(problem)
        _dismiss(opened)

    # A dialog that waits for its answer is seen by a timer of its own loop.
    QTimer.singleShot(0, see)
    scene.opens(stage)
    see()
    if problems:
        raise problems[0]
    if not seen:
        raise LookupError(f"{scene.name} opens nothing")


def _prepare(scene: Scene, stage: Stage) -> None:
    if scene.tab:
        _choose_tab(stage, scene.tab)
    if scene.first is not None:
        scene.first(stage)
        settle()


def settle() -> None:
    """Lets everything be laid out and painted."""
    for _ in range(3):
        QApplication.processEvents()


def _dismiss(opened: QWidget) -> None:
    if isinstance(opened, QDialog):
        opened.reject()
    elif isinstance(opened, QMenu):
        opened.close()
        opened.deleteLater()
