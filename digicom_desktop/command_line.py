"""What the command line understands, and how it says that it was used wrongly."""

import argparse
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from digicom_desktop import __version__
from digicom_desktop.domain.clock import local_day, system_clock
from digicom_desktop.domain.document_parts import ALL_PARTS, Part, ordered_parts
from digicom_desktop.domain.hand_in import IfExists, Taken
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words

WRONG_USE = 2
"""Exit status for a command line that is not understood."""

_WRITTEN = (("xlsx", ".xlsx"), ("pdf", ".pdf"), ("package", ".digicom"), ("volume", ".pdf"))
"""Options of export, and how the files that they write end."""
_LANGUAGES = {"zh": Language.ZH, "en": Language.EN}
# What argparse says in English, and our sentence for it.
_USAGE_ERRORS = (
    (re.compile(r"the following arguments are required: (?P<what>.+)"), "cli.use.required"),
    (re.compile(r"one of the arguments (?P<what>.+) is required"), "cli.use.one_of"),
    (re.compile(r"unrecognized arguments: (?P<what>.+)"), "cli.use.unrecognised"),
    (re.compile(r"argument (?P<what>--\S+): expected .*"), "cli.use.needs_value"),
    (re.compile(r"argument COMMAND: invalid choice: (?P<what>'[^']*')"), "cli.use.command"),
    (re.compile(r"argument (?P<what>\S+): the name ends in (?P<suffix>.*)"), "cli.use.suffix"),
    (re.compile(r"argument (?P<what>\S+): the parts are (?P<parts>.*)"), "cli.use.parts"),
    (re.compile(r"argument (?P<what>\S+): only for a PDF"), "cli.use.only_pdf"),
    (re.compile(r"argument (?P<what>\S+): .*"), "cli.use.value"),
)


def read_language(text: str) -> Language:
    """The language meant by ``zh_CN``, ``zh``, ``en``, ``en-US`` …; ValueError for others."""
    try:
        return _LANGUAGES[re.split("[-_.]", text.lower())[0]]
    except KeyError:
        raise ValueError(text) from None


def _folder(text: str) -> Path:
    # A variable of a script that was never set must not mean the folder the script stands in.
    if not text.strip():
        raise ValueError(text)
    return Path(text)


def _file(text: str) -> Path:
    if not text.strip():
        raise ValueError(text)
    return Path(text)


def _document(suffix: str, text: str) -> Path:
    """A file to write; its name says what it holds, so that it never is the database itself."""
    path = Path(text)
    if path.suffix.lower() != suffix:
        raise argparse.ArgumentTypeError(f"the name ends in {suffix}")
    return path


def _parts(text: str) -> tuple[Part, ...]:
    """The parts that ``text`` names, with commas of either script between them."""
    try:
        return ordered_parts([Part(name.strip()) for name in re.split("[,\uff0c]", text)])
    except ValueError:
        raise argparse.ArgumentTypeError(f"the parts are {', '.join(ALL_PARTS)}") from None


def chosen_language(arguments: Sequence[str]) -> Language | None:
    """The language that ``arguments`` choose, before anything else of them is understood."""
    for position, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name != "--language":
            continue
        if not equals and position + 1 < len(arguments):
            value = arguments[position + 1]
        try:
            return read_language(value)
        except ValueError:
            return None
    return None


class _Help(argparse.RawDescriptionHelpFormatter):
    """Heads the parts of the help in the words of the program."""

    words: Words

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]
        said = self.words.say("cli.help.usage") if prefix is None else prefix
        super().add_usage(usage, actions, groups, said)


class _Parser(argparse.ArgumentParser):
    """Speaks the words it was given; says wrong use in them and ends with 2."""

    def __init__(self, *, words: Words, **options: Any) -> None:
        super().__init__(
            add_help=False, allow_abbrev=False, formatter_class=self._formatter, **options
        )
        self.words = words

    def error(self, message: str) -> NoReturn:
        sentence = self.words.say("cli.use.other", what=message)
        for pattern, id in _USAGE_ERRORS:
            if match := pattern.match(message):
                sentence = self.words.say(id, **match.groupdict())
                break
        self.exit(WRONG_USE, f"{sentence}\n{self.format_usage()}")

    def _formatter(self, prog: str) -> _Help:
        help = _Help(prog)
        help.words = self.words
        return help


def build_parser(words: Words) -> argparse.ArgumentParser:
    """The parser of the whole command line, speaking ``words``.

    Without a command, ``command`` is None: the window is meant.
    """
    parser = _Parser(words=words, prog="digicom-desktop", description=words.say("cli.help.program"))
    parser.set_defaults(data_dir=None, language=None, json=False)
    _add_common(parser, words).add_argument(
        "--version",
        action="version",
        version=f"%(prog)s {__version__}",
        help=words.say("cli.help.version"),
    )
    parser.add_argument("--self-test", action="store_true", help=words.say("cli.help.self_test"))
    commands = parser.add_subparsers(
        dest="command",
        metavar="COMMAND",
        title=words.say("cli.help.commands"),
    )
    demo = _command(commands, words, "demo")
    demo.add_argument("directory", metavar="DIR", type=_folder, help=words.say("cli.help.demo_dir"))
    _command(commands, words, "list").add_argument(
        "--bin", action="store_true", help=words.say("cli.help.bin")
    )
    show = _command(commands, words, "show")
    review = _command(commands, words, "review")
    finalise = _command(commands, words, "finalise")
    export = _command(commands, words, "export")
    for with_revision in (show, export):
        with_revision.add_argument(
            "--revision", type=int, metavar="N", help=words.say("cli.help.revision")
        )
    for with_id in (show, review, finalise, export):
        with_id.add_argument("id", metavar="ID", help=words.say("cli.help.id"))
    for name, suffix in _WRITTEN:
        export.add_argument(
            f"--{name}",
            type=partial(_document, suffix),
            metavar="F",
            help=words.say(f"cli.help.{name}"),
        )
    export.add_argument(
        "--parts", type=_parts, metavar="PARTS",
        help=words.say("cli.help.parts", parts=", ".join(ALL_PARTS)),
    )  # fmt: skip
    export.add_argument(
        "--without-names", action="store_true", help=words.say("cli.help.without_names")
    )
    _add_file_commands(commands, words)
    template = _command(commands, words, "template")
    template.add_argument(
        "file", metavar="FILE", type=partial(_document, ".xlsx"), help=words.say("cli.help.xlsx")
    )
    template.add_argument(
        "--year",
        type=_year,
        default=local_day(system_clock).year - 1,
        metavar="YEAR",
        help=words.say("cli.help.year"),
    )
    for writing in (demo, export, template):
        writing.add_argument(
            "--report-language",
            type=read_language,
            default=Language.ZH,
            metavar="LANGUAGE",
            help=words.say("cli.help.report_language"),
        )
    return parser


def _add_file_commands(commands: "argparse._SubParsersAction[_Parser]", words: Words) -> None:
    """Commands on files that come from others."""
    bring = _command(commands, words, "import")
    bring.add_argument("file", metavar="FILE", type=_file, help=words.say("cli.help.import_file"))
    bring.add_argument(
        "--if-exists",
        choices=[kind.value for kind in IfExists],
        default=IfExists.KEEP.value,
        help=words.say("cli.help.if_exists"),
    )
    bring.add_argument(
        "--differences",
        choices=[side.value for side in Taken],
        default=Taken.VISIBLE.value,
        help=words.say("cli.help.differences"),
    )
    check = _command(commands, words, "check")
    check.add_argument(
        "files", metavar="FILE", type=_file, nargs="*", help=words.say("cli.help.check_files")
    )
    check.add_argument("--code", metavar="CODE", help=words.say("cli.help.code"))


def _year(text: str) -> int:
    if not re.fullmatch("20[0-9]{2}", text):
        raise ValueError(text)
    return int(text)


def _command(commands: "argparse._SubParsersAction[_Parser]", words: Words, name: str) -> _Parser:
    says = words.say(f"cli.help.{name}")
    parser = commands.add_parser(name, words=words, help=says, description=says)
    _add_common(parser, words)
    return parser


def _add_common(parser: _Parser, words: Words) -> argparse._ArgumentGroup:
    """Options that may stand before or after the command: no defaults, so the later one wins."""
    group = parser.add_argument_group(words.say("cli.help.options"))
    group.add_argument("-h", "--help", action="help", help=words.say("cli.help.help"))
    group.add_argument(
        "--data-dir",
        type=_folder,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help=words.say("cli.help.data_dir"),
    )
    group.add_argument(
        "--language",
        type=read_language,
        metavar="LANGUAGE",
        default=argparse.SUPPRESS,
        help=words.say("cli.help.language"),
    )
    group.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help=words.say("cli.help.json")
    )
    return group
