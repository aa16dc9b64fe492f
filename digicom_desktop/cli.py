"""The same program without a screen."""

import json
import os
import sys
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from digicom_desktop import cli_files
from digicom_desktop.command_line import WRONG_USE, build_parser, chosen_language
from digicom_desktop.command_output import (
    report_data,
    report_lines,
    review_data,
    review_lines,
    row_data,
    row_lines,
    score_lines,
)
from digicom_desktop.domain.advice_copy import without_names
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.document_parts import ALL_PARTS
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.revision import Revision
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.file_names import safe_name
from digicom_desktop.library import Library
from digicom_desktop.paths import data_folder, resources_folder
from digicom_desktop.workspace import Workspace

if TYPE_CHECKING:
    from digicom_desktop.documents.package_source import PackageSource
    from digicom_desktop.session import Session

OK = 0
PROBLEM = 1


def parse(arguments: Sequence[str]) -> Namespace:
    """The understood ``arguments``; wrong use says so and ends the program with 2."""
    language = chosen_language(arguments) or Language.ZH
    parser = build_parser(Library(resources_folder()).words(language))
    options = parser.parse_args(arguments)
    if options.command == "export":
        if not (options.xlsx or options.pdf or options.package or options.volume):
            parser.error("one of the arguments --xlsx --pdf --package --volume is required")
        _refuse_for_workbook(parser, options)
    if options.command == "check" and not (options.files or options.code):
        parser.error("one of the arguments FILE --code is required")
    return options


def _refuse_for_workbook(parser: ArgumentParser, options: Namespace) -> None:
    """A workbook is whole and names the firm; what asks for less is no workbook."""
    if options.without_names and (options.xlsx or options.package or options.volume):
        parser.error("argument --without-names: only for a PDF")
    if options.parts and not options.pdf:
        parser.error("argument --parts: only for a PDF")


def run(options: Namespace) -> int:
    """Do what ``options`` (of ``parse``) ask for; the exit status."""
    words = Library(resources_folder()).words(options.language or Language.ZH)
    commands = {
        "demo": _demo,
        "list": _list,
        "show": _show,
        "review": _review,
        "finalise": _finalise,
        "export": _export,
        "import": _import,
        "check": _check,
        "template": _template,
    }
    try:
        return commands[options.command](options, words)
    except DigicomError as error:
        print(words.error(error), *_hints(error, words), sep="\n", file=sys.stderr)
        return PROBLEM
    except BrokenPipeError:
        return PROBLEM  # whoever read our output (head, less) has seen enough
    except KeyboardInterrupt:
        return PROBLEM
    except Exception as error:
        # A mistake of ours: where it happened helps, what the person typed is nobody's business.
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        print(words.say("cli.crash", kind=type(error).__name__, where=where), file=sys.stderr)
        return PROBLEM


def _hints(error: DigicomError, words: Words) -> Iterator[str]:
    from digicom_desktop.recovery import can_recover

    if can_recover(error):
        yield words.say("cli.open_window", folder=error.values["folder"])


@contextmanager
def _workspace(folder: Path) -> Iterator[Workspace]:
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    try:
        yield workspace
    except BaseException:
        with suppress(DigicomError):  # what happened first is what the person must know
            workspace.close()
        raise
    workspace.close()


def _say(options: Namespace, data: object, lines: Sequence[str]) -> None:
    """Print the result, while the folder is still open: it is shown even if closing fails."""
    text = json.dumps(data, ensure_ascii=False, indent=2) if options.json else "\n".join(lines)
    try:
        print(text, flush=True)
    except OSError as error:
        # What could not be written waits in the buffer, and would fail again at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise DigicomError("cli.no_output", reason=error.strerror or "") from error


def _demo(options: Namespace, words: Words) -> int:
    """The whole job without a screen; the report comes from what was read back from disk."""
    folder = data_folder(options.directory)
    id = _save_sample(folder)
    with _workspace(folder) as workspace:
        session = workspace.open(id)
        revision = _finalise_sample(session)
        report, said = session.report(options.report_language), session.report(words.language)
        name = safe_name(report.file_title, "demo")
        workbook, pdf = folder / f"{name}.xlsx", folder / f"{name}.pdf"
        package = folder / f"{name}.digicom"
        workspace.export_workbook(report, workbook)
        workspace.export_pdf(report, pdf)
        packed = session.package_source(revision.number, options.report_language)
        workspace.export_package(packed, package)
        shown = {
            "id": id,
            "database": workspace.database,
            "workbook": workbook,
            "pdf": pdf,
            "package": package,
        }
        files = {key: str(value) for key, value in shown.items()}
        lines = [
            words.say(
                "cli.demo.saved",
                answered=report.answered + report.not_applicable,
                total=report.total,
                path=workspace.database,
            ),
            words.say("cli.finalise.done", number=revision.number),
            words.say("cli.demo.workbook", path=workbook),
            words.say("cli.demo.pdf", path=pdf),
            words.say("cli.demo.package", path=package),
            *score_lines(said, words),
            words.say("cli.demo.code"),
            report.code,
        ]
        _say(options, {**files, **report_data(said, session.history.revisions)}, lines)
    return OK


def _finalise_sample(session: "Session") -> Revision:
    """Look at what asks to be verified, as the sample's clerk would, and finalise."""
    for finding in session.appraisal.open_findings:
        if finding.class_ is FindingClass.VERIFY:
            verified = Reason(finding.values_hash, verified=True)
            session.change(session.current.with_reason(finding.key, verified))
    return session.finalise()


def _save_sample(folder: Path) -> str:
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    try:
        return workspace.add_sample().id
    finally:
        with suppress(DigicomError):  # a backup that fails is said when the folder is closed again
            workspace.close()


def _list(options: Namespace, words: Words) -> int:
    with _workspace(data_folder(options.data_dir)) as workspace:
        rows = workspace.rows(options.bin)
        _say(options, [row_data(row) for row in rows], row_lines(rows, words))
    return OK


def _show(options: Namespace, words: Words) -> int:
    with _session(options) as session:
        report = _chosen_report(session, options, words.language)
        revisions = _revisions(session, words)
        _say(options, report_data(report, revisions), report_lines(report, revisions, words))
    return OK


def _review(options: Namespace, words: Words) -> int:
    """What the check finds; a problem while something of class A, B or C is open."""
    with _session(options) as session:
        # Of what is finalised too, what is found today.
        report = session.appraisal.report(words.language, session.saved_at)
        _say(options, review_data(report), review_lines(report, words))
        return PROBLEM if any(finding.is_open for finding in report.findings) else OK


def _finalise(options: Namespace, words: Words) -> int:
    with _session(options) as session:
        revision = session.finalise()
        data = {"revision": revision.number, "code": revision.code}
        done = words.say("cli.finalise.done", number=revision.number)
        _say(options, data, [done, words.say("cli.demo.code"), revision.code])
    return OK


def _revisions(session: "Session", words: Words) -> tuple[Revision, ...]:
    """All revisions; where they are damaged that is said, and the draft is shown all the same."""
    try:
        return session.history.revisions
    except DigicomError as error:
        print(words.error(error), file=sys.stderr)
        return ()


def _chosen_report(session: "Session", options: Namespace, language: Language) -> Report:
    if options.revision is None:
        return session.report(language)
    return session.history.report(options.revision, language)


@contextmanager
def _session(options: Namespace) -> "Iterator[Session]":
    with _workspace(data_folder(options.data_dir)) as workspace:
        yield workspace.open(workspace.find(options.id).id)


def _export(options: Namespace, words: Words) -> int:
    with _workspace(data_folder(options.data_dir)) as workspace:
        session = workspace.open(workspace.find(options.id).id)
        report = _chosen_report(session, options, options.report_language)
        if options.without_names:
            report = without_names(report)
        exports = _exports(workspace, session, report, options)
        written: dict[str, str] = {}
        try:
            for kind, export in exports.items():
                if target := getattr(options, "xlsx" if kind == "workbook" else kind):
                    export(target)
                    written[kind] = str(target)
        finally:
            # Said also when the second file fails: the first is there.
            lines = [words.say(f"cli.demo.{kind}", path=path) for kind, path in written.items()]
            if written:
                _say(options, {**written, "code": report.code}, lines)
    return OK


def _exports(
    workspace: Workspace, session: "Session", report: Report, options: Namespace
) -> Mapping[str, Callable[[Path], None]]:
    """How each kind of file is written, in the order in which they are."""

    def packed() -> "PackageSource":
        return session.package_source(options.revision, options.report_language)

    def write_pdf(path: Path) -> None:
        workspace.export_pdf(report, path, options.parts or ALL_PARTS)

    return {
        "workbook": partial(workspace.export_workbook, report),
        "pdf": write_pdf,
        "package": lambda path: workspace.export_package(packed(), path),
        "volume": lambda path: workspace.export_volume(packed(), path),
    }


def _import(options: Namespace, words: Words) -> int:
    """Bring a file in; a problem where something in it could not be read."""
    with _workspace(data_folder(options.data_dir)) as workspace:
        data, lines, is_whole = cli_files.bring_in(workspace, options, words)
        _say(options, data, lines)
    return OK if is_whole else PROBLEM


def _check(options: Namespace, words: Words) -> int:
    """Check files and codes; a problem unless all of them belong to a revision here, unaltered."""
    with _workspace(data_folder(options.data_dir)) as workspace:
        data, lines, is_good = cli_files.check(workspace, options, words)
        _say(options, data, lines)
    return OK if is_good else PROBLEM


def _template(options: Namespace, words: Words) -> int:
    with _workspace(data_folder(options.data_dir)) as workspace:
        data, lines = cli_files.template(workspace, options, words)
        _say(options, data, lines)
    return OK


__all__ = ["OK", "PROBLEM", "WRONG_USE", "parse", "run"]
