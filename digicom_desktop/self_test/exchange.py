"""Files go out and come back: evidence, workbook, PDF, package and evidence volume."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from digicom_desktop.contact import email_judgement, phone_judgement, read_phone
from digicom_desktop.documents.foreign_worker import ForeignWorker
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.verdict import Verdict
from digicom_desktop.paths import resources_folder
from digicom_desktop.self_test.steps import expect
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace

_NUMBERS = ("0793-7212345", "13907931234", "+44 20 7946 0000", "+49 30 901820")
_ADDRESS = "office@example.com"


class ExchangeTrial:
    """The sample firm with evidence of every kind, handed in and read back, in ``folder``."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self._workspace = workspace
        self._folder = folder
        self.session: Session = workspace.add_sample()

    def add_evidence(self, picture: Path) -> None:
        """Register ``picture``, a photo of a telephone and a PDF, each readable in a process."""
        photo = resources_folder() / "samples" / "photo.heic"
        pdf = self._folder / "evidence.pdf"
        self._workspace.export_pdf(self.session.report(Language.ZH), pdf)
        files = (picture, Path(shutil.copy(photo, self._folder)), pdf)
        register = self.session.current.evidence
        for entry, path in zip(register.entries, files, strict=False):
            register = register.with_changed(replace(entry, file=self.session.copy_evidence(path)))
        self.session.change(replace(self.session.current, evidence=register))
        expect(self.session.is_saved, "saved")
        with ForeignWorker(self._folder) as worker:
            for path in files:
                prepared = worker.prepare(path, 1)
                expect(prepared.reason is None, f"{path.name}: {prepared.reason}")

    def finalise(self) -> None:
        """Answer what the check asks, and finalise."""
        session = self.session
        for finding in session.appraisal.open_findings:
            is_verified = finding.class_ is FindingClass.VERIFY
            text = "" if is_verified else session.current.company.name
            said = Reason(finding.values_hash, text, verified=is_verified)
            session.change(session.current.with_reason(finding.key, said))
        expect(session.finalise().number == session.finalised, "revision")

    def export_workbook(self) -> None:
        """Write the workbook of the revision, which reads it back."""
        self._workspace.export_workbook(self._report(), self._path("workbook"))

    def export_pdf(self) -> None:
        """Write the PDF of the revision, which reads it back."""
        self._workspace.export_pdf(self._report(), self._path("pdf"))

    def export_package(self) -> None:
        """Write the package of the revision, which reads it back."""
        packed = self.session.package_source(self.session.finalised)
        self._workspace.export_package(packed, self._path("package"))

    def export_volume(self) -> None:
        """Write the evidence volume of the revision, which reads it back."""
        packed = self.session.package_source(self.session.finalised)
        expect(len(packed.evidence) == len(packed.files) > 0, "evidence")
        self._workspace.export_volume(packed, self._path("volume"))

    def bring_in(self) -> None:
        """Bring the package into another data folder, read the workbook, and compare both."""
        other = Workspace.at(self._folder / "other", resources_folder(), system_clock)
        try:
            self._bring_in(other)
        finally:
            other.close()

    def _bring_in(self, other: Workspace) -> None:
        package, code = self._path("package"), self._report().code
        hand_in = other.read_file(package)
        other.take_evidence(package, hand_in)
        brought = other.bring_in(hand_in, (), IfExists.KEEP)
        if brought is not None:
            same = brought.appraisal.content == self.session.appraisal.content
            expect(same, "package")
            expect(brought.report(Language.ZH).code == code, "code")
            packed = self.session.package_source(None).evidence.keys()
            expect(brought.package_source(None).evidence.keys() == packed, "evidence")
        expect(brought is not None, "package")
        workbook = other.read_file(self._path("workbook"))
        expect(workbook.differences == () and workbook.notes == (), "workbook")
        expect(workbook.code == code, "workbook")

    def check(self) -> None:
        """Check every file, the code on paper, numbers of telephones and an address."""
        for kind in ("workbook", "pdf", "package"):
            path = self._path(kind)
            found = self._workspace.revision_by_code(self._workspace.stated_code(path))
            expect(self._workspace.check_file(path, found).verdict is Verdict.SAME, kind)
        typed = self._workspace.check_code(self._report().code.lower())
        expect(typed.verdict is Verdict.SAME, "code")
        for number in _NUMBERS:
            expect(read_phone(number).is_valid, number)
        expect(phone_judgement(_NUMBERS[0]) is None, _NUMBERS[0])
        expect(email_judgement(_ADDRESS) is None, _ADDRESS)

    def _report(self) -> Report:
        return self.session.history.report(self.session.finalised, Language.ZH)

    def _path(self, kind: str) -> Path:
        ends = {"workbook": ".xlsx", "pdf": ".pdf", "package": ".digicom", "volume": "-1.pdf"}
        return self._folder / f"out{ends[kind]}"
