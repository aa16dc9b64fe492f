"""What an assessment can be compared with, in the order in which it is offered."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from digicom_desktop.domain.comparison_side import Side, side_of_report
from digicom_desktop.domain.credit_code import normal_form
from digicom_desktop.domain.past_side import side_of_previous
from digicom_desktop.domain.revision import Revision, State
from digicom_desktop.domain.summary import SavedRow, Summary
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace

_TIME = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True)
class Choice:
    """A side to compare with: last year's values, a revision of ``id``, or what ``id`` says now.

    ``id`` is "" for the assessment itself, ``number`` None for its values of last year, and for
    what another assessment says now. ``saved`` tells apart what is else named alike.
    """

    id: str
    number: int | None
    text: str
    saved: datetime | None = None
    is_same_firm: bool = True
    year: int = 0
    state: State | None = None
    """Where a revision stands, None for what is none."""

    @property
    def key(self) -> str:
        """The name of the choice within a page."""
        if not self.id:
            return "previous" if self.number is None else f"revision/{self.number}"
        return self.id if self.number is None else f"{self.id}/{self.number}"


class Choices:
    """All that ``session`` can be compared with; ``problem`` says why its own revisions lack."""

    def __init__(self, session: Session, words: Words, workspace: Workspace) -> None:
        self._session, self._words, self._workspace = session, words, workspace
        self.problem: DigicomError | None = None
        own = self._own_revisions()
        others = list(self._others())
        last_year = self._last_year(others)
        self.all: tuple[Choice, ...] = tuple(_told_apart([*last_year, *own, *others]))

    @property
    def first(self) -> Choice | None:
        """Last year, or the newest of the same firm, or the newest own revision.

        Of last year the accepted revision, else another one, else what was carried forward.
        """
        same = [choice for choice in self.all if choice.is_same_firm]
        kept = [choice for choice in same if choice.key == "previous"]
        revisions = [c for c in same if kept and c.id and c.number and c.year == kept[0].year]
        accepted = [choice for choice in revisions if choice.state is State.ACCEPTED]
        last_year = (*accepted, *revisions, *kept)
        # What was finalised is the firm's word, what stands in the draft is not yet.
        others = [choice for choice in same if choice.id]
        others = [c for c in others if c.number and c.id == others[0].id] or others
        return next(iter((*last_year, *others, *same)), None)

    def find(self, key: str) -> Choice | None:
        """The choice that is named ``key``."""
        return next((choice for choice in self.all if choice.key == key), None)

    def side(self, choice: Choice) -> Side:
        """The side that ``choice`` is; raises DigicomError where it cannot be read."""
        language = self._words.language
        if choice.id:
            report = self._workspace.report_of(choice.id, choice.number, language)
        elif choice.number is not None:
            report = self._session.history.report(choice.number, language)
        else:
            return self._side_of_last_year()
        side = side_of_report(report)
        return side if choice.state is None else standing(side, choice.state)

    def _side_of_last_year(self) -> Side:
        session, library = self._session, self._workspace.library
        previous, title = session.current.previous, ""
        if previous is not None and previous.edition != session.edition.id:
            title = library.edition(previous.edition).title.in_(self._words.language)
        metrics = library.metrics()
        return side_of_previous(
            session.edition, session.current, metrics, self._words, edition_title=title
        )

    def _last_year(self, others: list[Choice]) -> Iterator[Choice]:
        """What was carried forward; where nothing that was finalised is here, that is said."""
        current = self._session.current
        if current.previous is not None:
            year = current.previous.year
            is_there = any(c.is_same_firm and c.number and c.year == year for c in others)
            kept = self._words.say("comparison.kept" if is_there else "comparison.kept_only")
            yield Choice("", None, self._label(current.company.name, year, kept), year=year)

    def _own_revisions(self) -> list[Choice]:
        """The newest first, without the one that is the other side already."""
        try:
            revisions = self._session.history.revisions
            said = self._session.state is not State.DRAFT
        except DigicomError as error:
            self.problem = error
            return []
        earlier = revisions[:-1] if said else revisions
        return [self._own(revision) for revision in reversed(earlier)]

    def _own(self, revision: Revision) -> Choice:
        current = self._session.current
        state = self._revision(revision.number, revision.state)
        text = self._label(current.company.name, current.year, state)
        saved, year = revision.finalised, current.year
        return Choice("", revision.number, text, saved, year=year, state=revision.state)

    def _others(self) -> Iterator[Choice]:
        """Those of the same firm first, of each firm the latest year first."""
        code = normal_form(self._session.current.company.credit_code)
        rows = [row for row in self._workspace.rows() if row.id != self._session.id]
        for is_same in (True, False):
            firm = [row for row in rows if _is_of(row.summary, code) is is_same]
            for row in sorted(firm, key=lambda row: row.summary.year, reverse=True):
                yield from self._of_row(row, is_same)

    def _of_row(self, row: SavedRow, is_same: bool) -> Iterator[Choice]:
        """What it says now, and the newest revision where that is something else."""
        summary = row.summary
        if summary.state == State.DRAFT or not summary.revision:
            draft = self._words.say("report.state.draft")
            text = self._label(summary.firm, summary.year, draft)
            yield Choice(row.id, None, text, row.changed, is_same, summary.year)
        if summary.revision:
            state = self._state_of(row)
            revision = self._revision(summary.revision, state)
            text = self._label(summary.firm, summary.year, revision)
            number, year = summary.revision, summary.year
            yield Choice(row.id, number, text, row.changed, is_same, year, state)

    def _label(self, firm: str, year: int, state: str) -> str:
        named = firm.strip() or self._words.say("report.nameless")
        return self._words.say("comparison.label", firm=named, year=year, state=state)

    def _state_of(self, row: SavedRow) -> State:
        """Where the newest revision of ``row`` stands, also behind a draft after it."""
        if row.summary.state != State.DRAFT:
            return State(row.summary.state)
        try:
            newest = self._workspace.open(row.id).history.newest
        except DigicomError:
            newest = None  # whoever chooses it is told what is wrong
        return newest.state if newest else State.FINALISED

    def _revision(self, number: int, state: State) -> str:
        name = self._words.say(f"report.state.{state}")
        return self._words.say("comparison.revision", number=number, state=name)


def standing(side: Side, state: State) -> Side:
    """``side`` with what became of it: a report says only that it was finalised."""
    return replace(side, state_name=side.words.say(f"report.state.{state}"))


def _is_of(summary: Summary, code: str) -> bool:
    return bool(code) and normal_form(summary.credit_code) == code


def _told_apart(choices: list[Choice]) -> Iterator[Choice]:
    """Choices named alike are told apart by the time at which they were saved, then by number."""
    timed = list(_marked(choices, lambda choice, _: _local(choice.saved)))
    yield from _marked(timed, lambda _, place: f"#{place}")


def _marked(choices: list[Choice], mark: Callable[[Choice, int], str]) -> Iterator[Choice]:
    named = Counter(choice.text for choice in choices)
    seen: Counter[str] = Counter()
    for choice in choices:
        seen[choice.text] += 1
        more = mark(choice, seen[choice.text]) if named[choice.text] > 1 else ""
        yield replace(choice, text=f"{choice.text} · {more}") if more else choice


def _local(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone().strftime(_TIME)
