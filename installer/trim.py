"""What the built folder leaves out of what PyInstaller finds: pure rules about names of files."""

from __future__ import annotations

import re

EXCLUDED_MODULES = (
    # Neither network nor looking up of mail servers: the program is offline.
    "dns", "ssl", "_ssl", "asyncio", "http", "ftplib", "smtplib", "xmlrpc", "webbrowser",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtDBus",
    # Names and areas that telephone numbers are given in: 45 MB nobody asks for.
    "phonenumbers.geodata", "phonenumbers.geocoder", "phonenumbers.carrierdata",
    "phonenumbers.carrier", "phonenumbers.tzdata", "phonenumbers.timezone", "phonenumbers.prefix",
    # No kinds of pictures that evidence is not taken as, and none of their ways to a screen.
    "PIL._avif", "PIL.AvifImagePlugin", "PIL.ImageTk", "PIL.ImageQt", "PIL._imagingtk",
    # What libraries would use if it were there, and what only developers need.
    "Cryptodome", "cryptography", "lxml", "matplotlib", "numpy", "pandas", "rlextra",
    "defusedxml", "charset_normalizer", "chardet", "pytest", "_pytest", "setuptools",
    "pkg_resources", "distutils", "lib2to3", "pydoc", "pydoc_data", "doctest", "pdb", "test",
    "tkinter", "_tkinter", "turtle", "unittest", "curses", "_curses", "readline",
    "typing_extensions",
)  # fmt: skip

PLUGINS = frozenset(
    {
        "platforms/qxcb", "platforms/qoffscreen", "platforms/qwayland-generic",
        "platforms/qwindows", "platforms/qcocoa",
        "wayland-shell-integration/xdg-shell", "wayland-decoration-client/bradient",
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        "platformthemes/qxdgdesktopportal",
        "imageformats/qgif", "imageformats/qjpeg", "imageformats/qtiff", "imageformats/qwebp",
        # Printers
        "printsupport/cupsprintersupport", "printsupport/windowsprintersupport",
        "printsupport/cocoaprintersupport",
        "styles/qmacstyle",
    }
)  # fmt: skip
"""The plugins of Qt that are kept, without what a system puts before and behind their names."""

_PLUGIN = re.compile(r"/plugins/([\w-]+)/(?:lib)?([\w-]+)\.(?:so|dll|dylib)$")
_QT_WORDS = re.compile(r"/translations/(?!qtbase_zh_CN\.qm$)")
_UNWANTED = re.compile(
    # No network; no QML; no OpenGL of Windows in software; no PDF of Qt; no keyboard on the screen,
    # which is under the GPL.
    r"Qt6?(Network|Qml|Quick|Pdf|OpenGL|Svg|VirtualKeyboard|EglF|Wayland(Egl|Comp)|WlShell|Test|Sql)"
    r"|opengl32sw"
    r"|libavif"
    # Qt's own programs and what they need
    r"|/(lrelease|lupdate|rcc|uic|qmllint|designer|assistant|linguist)\b"
    # Who typed annotations gets no smaller program by shipping them
    r"|\.pyi$|/py\.typed$|\.dist-info/(?!METADATA$|licenses/|LICEN[CS]E)"
)
_SYSTEM = re.compile(r"lib[^/]+\.so")
_OWN = re.compile(r"lib(python3|sqlite3|ffi|bz2|lzma|mpdec|expat)")
"""Libraries of the building system that the folder brings along, all others being everywhere."""


def is_wanted(name: str, *, linux: bool) -> bool:
    """Whether the file that goes to ``name`` in the folder is kept there.

    On ``linux`` libraries of the system stay with the system: the package depends on them.
    """
    name = name.replace("\\", "/")
    plugin = _PLUGIN.search(name)
    if plugin is not None and "PySide6" in name:
        return f"{plugin[1]}/{plugin[2]}" in PLUGINS
    if _UNWANTED.search(name) or ("PySide6" in name and _QT_WORDS.search(name)):
        return False
    is_of_system = linux and bool(_SYSTEM.match(name))
    return not is_of_system or bool(_OWN.match(name))
