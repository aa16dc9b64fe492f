"""A person at work with the real program, who notes what was acknowledged."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from digicom_desktop.domain import parts
from digicom_desktop.domain.assessment import Assessment, Evidence
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.statement import Statement
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library
from digicom_desktop.paths import DATABASE_NAME
from digicom_desktop.restoring import let_go, look, restore
from digicom_desktop.session import Session
from digicom_desktop.store.backups import list_backups
from digicom_desktop.store.database import Store
from digicom_desktop.store.second_place import OURS
from digicom_desktop.workspace import Workspace
from tests.torture.promises import Place, digest_of_parts, hash_of, version_of

Tell = Callable[[str, dict[str, str]], None]
"""Told what was done when the program says that it is, and what is to be on the disk from then."""


class Person:
    """Whatever raises DigicomError was not done, and can be done again."""

    def __init__(self, place: Place, tell: Tell, library: Library) -> None:
        self.place = place
        self._library = library
        self._tell = tell
        self._workspace: Workspace | None = None
        self._session: Session | None = None

    @property
    def workspace(self) -> Workspace:
        """The open one."""
        assert self._workspace is not None
        return self._workspace

    @property
    def session(self) -> Session:
        """The open assessment."""
        assert self._session is not None
        return self._session

    def start(self) -> None:
        """Open the program, unless it is open."""
        if self._workspace is not None:
            return
        data = self.place.data
        store = Store.open(data, system_clock)
        # As Workspace.at does, but for the library, which is read once for all trials.
        self._workspace = Workspace(store, self._library, data / DATABASE_NAME, system_clock)
        self._tell("start", {})

    def begin(self) -> None:
        """A new assessment."""
        self._session = self.workspace.create(2025)
        self._tell("begin", self._saved())

    def take_sample(self) -> None:
        """The sample firm as an assessment of its own."""
        self._session = self.workspace.add_sample()
        self._tell("sample", self._saved())

    def open(self, position: int = 0) -> None:
        """An assessment that is saved; the last changed is the first."""
        self._session = self.workspace.open(self.workspace.rows()[position].id)

    def save(self, what: str, assessment: Assessment) -> None:
        """Change the open assessment."""
        session = self.session
        if session.current == assessment:
            session.retry()
        else:
            session.change(assessment)
        if not session.is_saved:
            assert session.problem is not None
            raise session.problem
        self._tell(what, self._saved())

    def answer(self, item: str, level: int, note: str = "") -> None:
        """Choose a level, and type a note."""
        current = self.session.current
        answer = replace(current.answer(item), level=level, statement=Statement(note=note))
        self.save("answer", current.with_answer(answer))

    def settle(self) -> None:
        """Explain or verify all that is open, one by one."""
        for finding in self.session.appraisal.open_findings:
            text = "已经核对，情况属实。" if finding.class_ is FindingClass.EXPLAIN else ""
            said = Reason(finding.values_hash, text, verified=not text)
            self.save("settle", self.session.current.with_reason(finding.key, said))

    def attach(self, item: str, source: Path) -> None:
        """Copy a file and name it as evidence for an item."""
        file = self.session.copy_evidence(source)
        self._tell("copy evidence", {f"evidence/{file.sha256}": file.sha256})
        current = self.session.current
        if any(entry.file == file for entry in current.evidence.entries):
            self.save("attach", current)
            return
        number = current.evidence.next_number(item)
        entry = Evidence(number, title="材料", items=(item,), file=file)
        self.save("attach", replace(current, evidence=current.evidence.with_new(entry)))

    def finalise(self) -> None:
        """Make a revision."""
        self.session.finalise()
        self._tell("finalise", self._saved() | self._revisions(self.session))

    def submit(self) -> None:
        """Say that the last revision was handed in."""
        newest = self.session.finalised
        self.session.history.change_state(newest, State.SUBMITTED, "2026-12-01", "交到区商务局")
        self._tell("submit", self._revisions(self.session))

    def export_workbook(self) -> None:
        """The workbook of the newest revision, over an older one."""
        report = self.session.history.report(self.session.finalised, Language.ZH)
        self.workspace.export_workbook(report, self.place.desk / "report.xlsx")
        self._tell("export workbook", self._on_desk("report.xlsx"))

    def export_pdf(self) -> None:
        """The PDF of it."""
        report = self.session.history.report(self.session.finalised, Language.ZH)
        self.workspace.export_pdf(report, self.place.desk / "report.pdf")
        self._tell("export pdf", self._on_desk("report.pdf"))

    def export_package(self) -> None:
        """The package of it."""
        source = self.session.package_source(self.session.finalised)
        self.workspace.export_package(source, self.place.desk / "report.digicom")
        self._tell("export package", self._on_desk("report.digicom"))

    def export_volume(self) -> None:
        """The evidence volume of it."""
        source = self.session.package_source(self.session.finalised)
        self.workspace.export_volume(source, self.place.desk / "volume.pdf")
        self._tell("export volume", self._on_desk("volume.pdf"))

    def bring_in(self, name: str, if_exists: IfExists) -> None:
        """Read a package that lies on the desk, and save what it says."""
        path = self.place.desk / name
        hand_in = self.workspace.read_file(path)
        self.workspace.take_evidence(path, hand_in)
        session = self.workspace.bring_in(hand_in, hand_in.differences, if_exists)
        assert session is not None
        self._session = session
        evidence = {f"evidence/{sha256}": sha256 for sha256 in hand_in.evidence}
        kept = evidence | self._saved() | self._revisions(session) | self._backups()
        self._tell("bring in", kept)

    def back_up(self) -> None:
        """Make a backup if anything changed."""
        self.workspace.back_up_if_changed()
        self._tell("back up", self._backups())

    def copy_away(self) -> None:
        """Copy the newest backup and all evidence to the second place."""
        self.workspace.copy_to_second_place(self.place.stick)
        ours = self.place.stick / OURS
        newest = self.workspace.backups()[0].path.name
        kept = {f"second/{newest}": hash_of(ours / "backups" / newest)}
        for path in (self.place.data / "evidence").iterdir():
            kept[f"second/{path.stem}"] = hash_of(ours / "evidence" / path.name)
        self._tell("copy away", kept)

    def delete(self) -> None:
        """Put the open assessment into the recycle bin."""
        self.workspace.delete(self.session.id)
        self._tell("delete", {f"row/{self.session.id}": "deleted"})

    def purge(self) -> None:
        """Remove what is in the recycle bin for ever."""
        for row in self.workspace.rows(deleted=True):
            gone = {f"row/{row.id}": "", f"parts/{row.id}": ""}
            gone |= dict.fromkeys(self._revisions(self.workspace.open(row.id)), "")
            self.workspace.purge(row.id)
            self._tell("purge", gone | self._backups())

    def put_back(self) -> None:
        """Restore the newest backup, which is of now, and go on with it."""
        data = self.place.data
        if self._workspace is not None:
            let_go(self._workspace)
            self._workspace = None
        # The one that was chosen in a list: of a folder, an older one may be taken for it.
        newest = list_backups(data / "backups")[0].path
        restore(look(newest, data, system_clock), data, system_clock)
        self.start()
        self._tell("put back", self._backups())

    def rescue(self) -> None:
        """Write the open assessment to a file elsewhere."""
        self.session.write_rescue(self.place.desk / "rescue.json")
        self._tell("rescue", self._on_desk("rescue.json"))

    def close(self) -> None:
        """Close the program, which makes a backup."""
        self.workspace.close()
        self._tell("close", self._backups())
        self._workspace = self._session = None

    def leave(self) -> None:
        """``close``, if the program is open."""
        if self._workspace is not None:
            self.close()

    def tried(self) -> dict[str, str]:
        """What may have come to be on the disk although it was said that it did not."""
        return self._as_saved(self._session.current) if self._session else {}

    def _saved(self) -> dict[str, str]:
        return self._as_saved(self.session.saved)

    def _as_saved(self, assessment: Assessment) -> dict[str, str]:
        id, digest = self.session.id, digest_of_parts(parts.parts(assessment))
        return {f"row/{id}": "here", f"parts/{id}": digest}

    def _revisions(self, session: Session) -> dict[str, str]:
        revisions = session.history.revisions
        return {f"revision/{session.id}/{r.number}": version_of(r) for r in revisions}

    def _on_desk(self, name: str) -> dict[str, str]:
        return {f"desk/{name}": hash_of(self.place.desk / name)}

    def _backups(self) -> dict[str, str]:
        return {f"backup/{view.path.name}": hash_of(view.path) for view in self.workspace.backups()}
