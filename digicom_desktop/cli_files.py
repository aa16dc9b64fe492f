"""Files that come in and go out, without a screen: import, check, template."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from digicom_desktop.command_output import Data, note_line
from digicom_desktop.domain.hand_in import HandIn, IfExists, Taken
from digicom_desktop.domain.verdict import Checked, Verdict, verdict_id
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.workspace import Workspace


def bring_in(
    workspace: Workspace, options: Namespace, words: Words
) -> tuple[Data, list[str], bool]:
    """Bring the file of ``options`` in; what to print, and whether all of it came in."""
    hand_in = workspace.read_file(options.file)
    wanted = Taken(options.differences)
    visible = hand_in.differences if wanted is Taken.VISIBLE else ()
    if hand_in.evidence:
        workspace.take_evidence(options.file, hand_in)
    session = workspace.bring_in(hand_in, visible, IfExists(options.if_exists))
    lines = [note_line(note, words) for note in hand_in.notes]
    is_whole = not any(note.grave for note in hand_in.notes)
    if session is None:
        lines.append(words.say("cli.import.skipped"))
    else:
        lines += _difference_lines(hand_in, wanted, words)
        lines.append(
            words.say("cli.import.done", id=session.id[:8], firm=session.current.company.name)
        )
    data = {
        "id": None if session is None else session.id,
        "kind": hand_in.source.value,
        "notes": lines[: len(hand_in.notes)],
        "differences": len(hand_in.differences),
        "taken": wanted.value,
    }
    return data, lines, is_whole


def _difference_lines(hand_in: HandIn, taken: Taken, words: Words) -> Iterator[str]:
    if hand_in.differences:
        count = len(hand_in.differences)
        yield words.say(f"cli.import.{taken.value}", count=count)


def check(workspace: Workspace, options: Namespace, words: Words) -> tuple[Data, list[str], bool]:
    """Check the files and codes of ``options``; what to print, and whether all belong here."""
    lines: list[str] = []
    data: list[Data] = []
    is_good = True
    for name, checked in _checked(workspace, options):
        if isinstance(checked, DigicomError):
            sentence, verdict = words.error(checked), "refused"
            lines.append(words.say("cli.check.line", name=name, verdict=sentence))
            data.append({"file": name, "verdict": verdict, "reason": sentence})
            is_good = False
            continue
        verdict_words = words.say(verdict_id(checked))
        lines.append(words.say("cli.check.line", name=name, verdict=verdict_words))
        lines += _details(checked, words)
        data.append(_data(name, checked, words))
        is_good = is_good and checked.verdict is Verdict.SAME
    return {"checked": data}, lines, is_good


def _checked(
    workspace: Workspace, options: Namespace
) -> Iterator[tuple[str, Checked | DigicomError]]:
    for path in options.files:
        try:
            found = workspace.revision_by_code(workspace.stated_code(path))
            yield str(path), workspace.check_file(path, found)
        except DigicomError as error:
            yield str(path), error
    if options.code:
        yield options.code, workspace.check_code(options.code)


def _details(checked: Checked, words: Words) -> Iterator[str]:
    if checked.revision is not None:
        yield words.say(
            "cli.check.belongs",
            firm=checked.firm,
            year=checked.year,
            number=checked.revision,
            code=checked.code,
        )
        if not checked.is_newest:
            yield words.say("cli.check.older")
    for note in checked.notes:
        yield f"  {note_line(note, words)}"


def _data(name: str, checked: Checked, words: Words) -> Data:
    return {
        "file": name,
        "kind": checked.kind,
        "verdict": checked.verdict.value,
        "code": checked.code,
        "id": checked.id or None,
        "revision": checked.revision,
        "newest": checked.is_newest,
        "notes": [note_line(note, words) for note in checked.notes],
    }


def template(workspace: Workspace, options: Namespace, words: Words) -> tuple[Data, list[str]]:
    """Write the template of ``options``; what to print."""
    path: Path = options.file
    workspace.write_template(path, options.year, options.report_language)
    return {"template": str(path)}, [words.say("cli.template.done", path=path)]
