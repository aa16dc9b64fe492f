"""Which files a system runs when somebody opens them."""

import re
import unicodedata

from digicom_desktop.file_names import is_invisible

_END = re.compile(r"[\s.]+\Z")
# Word and Excel ask before they run macros; these do not.
_PROGRAM = re.compile(
    r"\.(apk|app|appimage|appref-ms|application|bash|bat|chm|cmd|com|command|cpl|csh|deb|desktop"
    r"|dll|dmg|exe|fish|gadget|hta|inf|ins|iso|isp|jar|jnlp|js|jse|ksh|lnk|mjs|msc|msi|msix|msp|mst"
    r"|pif|pkg|pl|ps1|ps1xml|psc1|psd1|psm1|py|pyc|pyw|pyz|rb|reg|rpm|run|scf|scpt|scr|sct|sh|shb"
    r"|shs|sys|url|vb|vbe|vbs|website|workflow|ws|wsc|wsf|wsh|zsh)"
)
_PROGRAM_STARTS = (
    b"MZ",  # Windows
    b"\x7fELF",  # Linux
    b"#!",
    b"\xfe\xed\xfa\xce",  # macOS: 32 and 64 bits, either way round, and several in one file
    b"\xce\xfa\xed\xfe",
    b"\xfe\xed\xfa\xcf",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\xca\xfe\xba\xbf",
)


def is_program_name(name: str) -> bool:
    """Whether some system would run a file of this name."""
    return _PROGRAM.fullmatch(real_suffix(name)) is not None


def is_program_start(start: bytes) -> bool:
    """Whether a file that begins so is a program or a script, whatever it is called."""
    return start.startswith(_PROGRAM_STARTS)


def real_suffix(name: str) -> str:
    """The suffix with its dot, or "", as a person or another program may read it.

    What is invisible or only looks different may be dropped on the way to another system, and
    Windows ignores blanks and dots at the end: so they hide nothing here.
    """
    alike = unicodedata.normalize("NFKC", name)
    # Mn: a variation selector or a joiner of letters is seen no more than a mark of direction.
    visible = (c for c in alike if not is_invisible(c) and unicodedata.category(c) != "Mn")
    # No path: what looks like a slash is none, and a name that only is a suffix runs too.
    _, dot, end = _END.sub("", "".join(visible)).rpartition(".")
    return f".{end.lower()}" if dot else ""
