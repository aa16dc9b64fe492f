"""The strip on top of an assessment: firm, year, scores, and whether all is saved."""

from enum import IntEnum
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from digicom_desktop.domain.revision import State
from digicom_desktop.domain.scoring import shown_score, thresholds
from digicom_desktop.session import Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.announcing import announce
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Button, IconButton, Kind
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.labels import ElidedLabel, PlainLabel, Separator
from digicom_desktop.ui.revision_standing import TONES
from digicom_desktop.ui.shortcuts import Act, shown_keys
from digicom_desktop.ui.tokens import (
    SPACE_4,
    SPACE_8,
    SPACE_12,
    STRIP_HEIGHT,
    Tone,
)


class _Step(IntEnum):
    """What gives way where room is short, one after the other."""

    ALL = 0
    ARROW = 1
    STATE = 2
    WORDS = 3
    SAVED = 4
    NUMBERS = 5
    FIRM = 6


class Strip(QFrame):
    """Shows the session; asks for home, undo, redo, settings and the guide."""

    home_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    settings_requested = Signal()
    guide_toggled = Signal(bool)
    place_requested = Signal(str)
    scores_toggled = Signal(bool)
    """The person wants to see the scores as they grow, or not."""

    def __init__(
        self, session: Session, scores_shown: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._standing = ("", "", Tone.GREY)
        """Where it stands, whole and in a word, and its tone."""
        self._years = ("", "")
        self.setFixedHeight(theme.px(STRIP_HEIGHT))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, 0, SPACE_12, 0)
        row.setSpacing(SPACE_8)
        self._add_firm(row)
        row.addStretch(1)
        self._add_scores(row)
        self._add_saved(row)
        self._add_buttons(row)
        self._show_scores(scores_shown)
        self.show_state()

    def show_state(self) -> None:
        """Shows firm, scores and what can be undone anew."""
        session = self._session
        company = session.current.company
        self._firm.setText(company.name or self.tr("Firm not named yet"))
        self._firm.set_tone("text" if company.name else "text3")
        self._years = (self.tr("Year {0}").format(company.year), str(company.year))
        self._declared.setText(self._score(session.result.declared))
        self._supported.setText(self._score(session.result.supported))
        self._undo.setEnabled(session.can_undo)
        self._redo.setEnabled(session.can_redo)
        self.show_saved(typing=False)
        self._show_standing()

    def _show_standing(self) -> None:
        """Where the assessment stands; of a draft after a revision, which one it will become."""
        state, number = self._session.state, self._session.finalised
        names = {
            State.DRAFT: self.tr("Draft"),
            State.FINALISED: self.tr("Finalised"),
            State.SUBMITTED: self.tr("Submitted"),
            State.RETURNED: self.tr("Returned"),
            State.ACCEPTED: self.tr("Accepted"),
        }
        name, tone = names[state], TONES[state]
        shown = number + 1 if state is State.DRAFT else number
        whole = self.tr("{0} · revision {1}").format(name, shown) if number else name
        self._standing = (whole, name, tone)
        self._fit()

    def show_saved(self, typing: bool) -> None:
        """Shows whether the disk holds what the person sees, or something is being typed."""
        if not self._session.is_saved:
            self._say("alert", Tone.RED, self.tr("Not saved"))
        elif typing:
            self._say("more", Tone.GREY, self.tr("Typing"))
        else:
            time = self._session.saved_at.astimezone().strftime("%H:%M:%S")
            self._say("check", Tone.GREEN, self.tr("Saved {0}").format(time))

    def show_guide(self, offered: bool, open: bool) -> None:
        """Shows whether this page has a guide, and whether it is open."""
        self._guide.setVisible(offered)
        self._guide.setChecked(open)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # only now are the fonts known

    def _fit(self) -> None:
        """Says less where room is short, step by step; what is left out is in the tool tips."""
        for step in _Step:
            self._say_less(step)
            self._inside.invalidate()
            self._scores.updateGeometry()  # the row remembers how wide it was before
            self._row.invalidate()
            if self._row.minimumSize().width() <= self.width():
                return

    def _say_less(self, step: "_Step") -> None:
        name = self.tr("My assessments")
        whole, state, tone = self._standing
        label = "" if step >= _Step.ARROW else name
        standing = state if step >= _Step.STATE else whole
        self._back.set_label(label)
        self._back.setAccessibleName(name)
        self._back.setToolTip("" if label else name)
        self._state.set_state(standing, tone)
        self._state.setToolTip("" if standing == whole else whole)
        self._year.setText(self._years[step >= _Step.WORDS])
        for caption, words in self._captions:
            caption.setText(words[step >= _Step.WORDS])
            caption.setVisible(step < _Step.NUMBERS)
        is_told = step < _Step.SAVED or not self._session.is_saved
        self._saved.setVisible(is_told)
        self._saved_icon.setToolTip("" if is_told else self._saved.text())
        self._info.setVisible(step < _Step.NUMBERS)
        self._year.setVisible(step < _Step.FIRM)
        self._state.setVisible(step < _Step.FIRM)

    def _say(self, icon: str, tone: Tone, text: str) -> None:
        self._saved_icon.set_icon(icon, theme.current().tone(tone).text)
        if text != self._saved.text() and tone is not Tone.GREY:
            announce(self._saved, text, urgent=tone is Tone.RED)
        is_new = len(text) != len(self._saved.text())
        self._saved.setText(text)
        # As wide as the longest: what stands beside it does not move while somebody types.
        needed = theme.metrics("compact").horizontalAdvance(text) + 1
        self._saved.setMinimumWidth(max(needed, self._saved.minimumWidth()))
        self._saved_icon.setAccessibleName(text)
        self._saved.set_tone(Tone.RED if tone is Tone.RED else "text2")
        if is_new:
            self._fit()

    def _score(self, value: Fraction | None) -> str:
        if value is None:
            return "—"
        return shown_score(value, thresholds(self._session.edition.method))

    def _add_firm(self, row: QHBoxLayout) -> None:
        back = self._back = Button(self.tr("My assessments"), Kind.QUIET, "arrow-left")
        back.clicked.connect(lambda: self.home_requested.emit())
        self._firm = ElidedLabel("", "section")
        self._year = PlainLabel("", "compact", "text2")
        row.addWidget(back)
        row.addWidget(_line())
        row.addSpacing(SPACE_4)
        row.addWidget(self._firm)
        row.addWidget(self._year)
        self._state = Chip("")
        row.addWidget(self._state)

    def _add_scores(self, row: QHBoxLayout) -> None:
        self._captions: list[tuple[PlainLabel, tuple[str, str]]] = []
        self._declared = PlainLabel("", "panel")
        self._supported = PlainLabel("", "panel", "accent")
        self._scores = QWidget()
        scores = self._inside = QHBoxLayout(self._scores)
        scores.setContentsMargins(0, 0, 0, 0)
        scores.setSpacing(SPACE_8)
        means = (declared_means(), supported_means())
        for caption, short, score, meaning in (
            (self.tr("Declared"), self.tr("Declared", "short"), self._declared, means[0]),
            (self.tr("Evidence-backed"), self.tr("Backed", "short"), self._supported, means[1]),
        ):
            label = PlainLabel(caption, "compact", "text2")
            self._captions.append((label, (caption, short)))
            label.setToolTip(meaning)
            score.setToolTip(f"{caption}\n{meaning}")
            score.setAccessibleDescription(caption)
            scores.addWidget(label)
            scores.addWidget(score)
            scores.addSpacing(SPACE_8)
        info = self._info = IconButton("info", self.tr("What these two scores say"))
        info.set_icon("info", 14, theme.current().text3)
        info.clicked.connect(self._on_info_clicked)
        scores.addWidget(info)
        self._eye = IconButton("eye", "", on_click=self._on_eye_clicked)
        row.addWidget(self._scores)
        row.addWidget(self._eye)
        row.addWidget(_line())

    def _on_info_clicked(self) -> None:
        from digicom_desktop.ui.score_help import ScoreHelp

        dialog = ScoreHelp(self)
        dialog.method_requested.connect(lambda: self.place_requested.emit("method"))
        dialog.open()

    def _show_scores(self, shown: bool) -> None:
        """Some find it distracting to see the scores move."""
        self._scores.setVisible(shown)
        self._eye.set_icon("eye" if shown else "eye-off")
        name = self.tr("Hide the scores") if shown else self.tr("Show the scores")
        self._eye.setAccessibleName(name)
        self._eye.setToolTip(name)
        self._fit()

    def _on_eye_clicked(self) -> None:
        shown = self._scores.isHidden()
        self._show_scores(shown)
        self.scores_toggled.emit(shown)

    def _add_saved(self, row: QHBoxLayout) -> None:
        self._saved_icon = IconLabel("check", theme.current().green.text, 14)
        self._saved = PlainLabel("", "compact", "text2")
        row.addWidget(self._saved_icon)
        row.addWidget(self._saved)
        row.addSpacing(SPACE_4)

    def _add_buttons(self, row: QHBoxLayout) -> None:
        self._undo = IconButton("undo", self._with_key(self.tr("Undo"), Act.UNDO))
        self._undo.clicked.connect(lambda: self.undo_requested.emit())
        self._redo = IconButton("redo", self._with_key(self.tr("Redo"), Act.REDO))
        self._redo.clicked.connect(lambda: self.redo_requested.emit())
        settings = IconButton("settings", self.tr("Settings"))
        settings.clicked.connect(lambda: self.settings_requested.emit())
        self._guide = IconButton("guide", self._with_key(self.tr("Guide"), Act.GUIDE))
        self._guide.setCheckable(True)
        self._guide.clicked.connect(self.guide_toggled)
        for button in (self._undo, self._redo, settings, self._guide):
            row.addWidget(button)

    def _with_key(self, name: str, act: Act) -> str:
        return self.tr("{0} ({1})").format(name, shown_keys(act)[0])


def declared_means() -> str:
    """What the declared score is, in one sentence."""
    return QCoreApplication.translate(
        "Strip", "The declared score goes by the levels that you chose yourself."
    )


def supported_means() -> str:
    """What the evidence-backed score is, in one sentence."""
    return QCoreApplication.translate(
        "Strip",
        "The evidence-backed score goes by the levels that statements and evidence support.",
    )


def _line() -> Separator:
    line = Separator(vertical=True)
    line.setFixedHeight(20)
    return line
