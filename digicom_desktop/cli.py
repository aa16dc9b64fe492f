"""The same program without a screen."""

import json
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from digicom_desktop.command_line import WRONG_USE, build_parser, chosen_language
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import safe_name
from digicom_desktop.library import Library
from digicom_desktop.paths import data_folder, resources_folder
from digicom_desktop.workspace import Workspace

OK = 0
PROBLEM = 1


def parse(arguments: Sequence[str]) -> Namespace:
    """The understood ``arguments``; wrong use says so and ends the program with 2."""
    language = chosen_language(arguments) or Language.ZH
    parser = build_parser(Library(resources_folder()).words(language))
    options = parser.parse_args(arguments)
    if options.command == "export" and not (options.xlsx or options.pdf):
        parser.error("one of the arguments --xlsx --pdf is required")
    return options


def run(options: Namespace) -> int:
    """Do what ``options`` (of ``parse``) ask for; the exit status."""
    words = Library(resources_folder()).words(options.language or Language.ZH)
    commands = {"demo": _demo, "list": _list, "show": _show, "export": _export}
    try:
        commands[options.command](options, words)
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
    return OK


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


def _demo(options: Namespace, words: Words) -> None:
    """The whole job without a screen; the report comes from what was read back from disk."""
    folder = data_folder(options.directory)
    id = _save_sample(folder)
    with _workspace(folder) as workspace:
        session = workspace.open(id)
        report, said = session.report(options.report_language), session.report(words.language)
        name = safe_name(report.file_title, "demo")
        workbook, pdf = folder / f"{name}.xlsx", folder / f"{name}.pdf"
        workspace.export_workbook(report, workbook)
        workspace.export_pdf(report, pdf)
        shown = {"id": id, "database": workspace.database, "workbook": workbook, "pdf": pdf}
        files = {key: str(value) for key, value in shown.items()}
        lines = [
            words.say(
                "cli.demo.saved",
                answered=report.answered + report.not_applicable,
                total=report.total,
                path=workspace.database,
            ),
            words.say("cli.demo.workbook", path=workbook),
            words.say("cli.demo.pdf", path=pdf),
            *_score_lines(said, words),
            words.say("cli.demo.code"),
            report.code,
        ]
        _say(options, {**files, **_report_data(said)}, lines)


def _save_sample(folder: Path) -> str:
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    try:
        return workspace.add_sample().id
    finally:
        with suppress(DigicomError):  # a backup that fails is said when the folder is closed again
            workspace.close()


def _list(options: Namespace, words: Words) -> None:
    with _workspace(data_folder(options.data_dir)) as workspace:
        rows = workspace.rows(options.bin)
        _say(options, [_row_data(row) for row in rows], _list_lines(rows, words))


def _list_lines(rows: Sequence[SavedRow], words: Words) -> list[str]:
    if not rows:
        return [words.say("cli.list.empty")]
    return [
        words.say(
            "cli.list.row",
            id=row.id[:8],
            firm=row.summary.firm or words.say("cli.list.unnamed"),
            year=row.summary.year,
            answered=row.summary.answered,
            total=row.summary.total,
            declared=row.summary.declared or "—",
            supported=row.summary.supported or "—",
            changed=f"{row.changed.astimezone():%Y-%m-%d %H:%M}",
        )
        for row in rows
    ]


def _show(options: Namespace, words: Words) -> None:
    with _workspace(data_folder(options.data_dir)) as workspace:
        report = workspace.open(workspace.find(options.id).id).report(words.language)
        lines = [
            words.say("cli.show.head", firm=report.firm, year=report.year, state=report.state_name),
            *_score_lines(report, words),
            *(_item_line(report, words)),
            words.say("cli.demo.code"),
            report.code,
        ]
        _say(options, _report_data(report), lines)


def _item_line(report: Report, words: Words) -> Iterator[str]:
    for item in report.items:
        if item.state != "answered":
            state = item.state_name
        else:
            state = words.say("cli.show.levels", claimed=item.claimed, supported=item.supported)
        yield f"{item.id}  {item.title}  {state}"


def _export(options: Namespace, words: Words) -> None:
    with _workspace(data_folder(options.data_dir)) as workspace:
        report = workspace.open(workspace.find(options.id).id).report(options.report_language)
        exports = (
            ("workbook", options.xlsx, workspace.export_workbook),
            ("pdf", options.pdf, workspace.export_pdf),
        )
        written: dict[str, str] = {}
        try:
            for kind, target, export in exports:
                if target:
                    export(report, target)
                    written[kind] = str(target)
        finally:
            # Said also when the second file fails: the first is there.
            lines = [words.say(f"cli.demo.{kind}", path=path) for kind, path in written.items()]
            if written:
                _say(options, {**written, "code": report.code}, lines)


def _score_lines(report: Report, words: Words) -> list[str]:
    return [
        words.say("cli.score.declared", score=report.declared.shown),
        words.say("cli.score.supported", score=report.supported.shown),
        words.say("cli.score.level", level=report.firm_level.name),
        report.method_note,
    ]


def _row_data(row: SavedRow) -> Mapping[str, object]:
    summary = row.summary
    return {
        "id": row.id,
        "firm": summary.firm,
        "credit_code": summary.credit_code,
        "year": summary.year,
        "state": summary.state,
        "answered": summary.answered,
        "total": summary.total,
        "declared": summary.declared or None,
        "supported": summary.supported or None,
        "level": summary.level,
        "created": row.created.isoformat(),
        "changed": row.changed.isoformat(),
    }


def _report_data(report: Report) -> Mapping[str, object]:
    return {
        "firm": report.firm,
        "credit_code": report.credit_code,
        "year": report.year,
        "state": report.state,
        "code": report.code,
        "answered": report.answered,
        "not_applicable": report.not_applicable,
        "total": report.total,
        "declared": report.declared.shown,
        "supported": report.supported.shown,
        "level": report.firm_level.level,
        "level_name": report.firm_level.name,
        "gates": [
            {"id": g.id, "name": g.name, "have": g.have, "need": g.need, "holds": g.holds}
            for g in report.firm_level.gates
        ],
        "directions": {d.id: d.supported.shown for d in report.directions},
        "items": {
            item.id: {
                "state": item.state,
                "claimed": item.claimed,
                "supported": item.supported,
                "grade": item.grade,
            }
            for item in report.items
        },
        "method_note": report.method_note,
    }


__all__ = ["OK", "PROBLEM", "WRONG_USE", "parse", "run"]
