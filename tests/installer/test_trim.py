"""What is left out of the built folder."""

import pytest

from installer.trim import EXCLUDED_MODULES, is_wanted
from installer.windows_version import numbers

QT = "PySide6/Qt"
KEPT = (
    f"{QT}/lib/libQt6Widgets.so.6",
    f"{QT}/lib/libQt6XcbQpa.so.6",
    f"{QT}/lib/libicudata.so.73",
    f"{QT}/plugins/platforms/libqxcb.so",
    f"{QT}/plugins/platforms/libqoffscreen.so",
    f"{QT}/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
    f"{QT}/translations/qtbase_zh_CN.qm",
    "PySide6/QtWidgets.abi3.so",
    "PySide6\\Qt6Widgets.dll",
    "PySide6\\plugins\\platforms\\qwindows.dll",
    "digicom_desktop/store/migrations/0001_parts.sql",
    "libpython3.11.so.1.0",
    "libsqlite3.so.0",
    "libffi.so.7",
    "pillow.libs/libwebp-51b0b3f7.so.7.2.0",
    "_pi_heif.cpython-311-x86_64-linux-gnu.so",
    "pi_heif.libs/libheif-7a3e919c.so.1.23.0",
    "resources/fonts/NotoSansSC_400Regular.ttf",
    "i18n/digicom_zh_CN.qm",
)
DROPPED = (
    f"{QT}/lib/libQt6Network.so.6",
    f"{QT}/lib/libQt6Qml.so.6",
    f"{QT}/lib/libQt6VirtualKeyboard.so.6",
    f"{QT}/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
    f"{QT}/plugins/platformthemes/libqgtk3.so",
    f"{QT}/plugins/tls/libqopensslbackend.so",
    f"{QT}/plugins/imageformats/libqpdf.so",
    f"{QT}/translations/qtbase_de.qm",
    f"{QT}/translations/qt_zh_CN.qm",
    "PySide6/QtNetwork.abi3.so",
    "PySide6\\opengl32sw.dll",
    "PySide6\\plugins\\tls\\qschannelbackend.dll",
    "pillow.libs/libavif-c6062d5f.so.16.4.2",
    "reportlab/py.typed",
)
OF_THE_SYSTEM = ("libxcb-cursor.so.0", "libglib-2.0.so.0", "libstdc++.so.6", "libGL.so.1")


@pytest.mark.parametrize("name", KEPT)
def test_what_the_program_needs_is_kept(name: str) -> None:
    assert is_wanted(name, linux=True)
    assert is_wanted(name, linux=False)


@pytest.mark.parametrize("name", DROPPED)
def test_what_it_does_not_need_is_left_out(name: str) -> None:
    assert not is_wanted(name, linux=True)
    assert not is_wanted(name, linux=False)


@pytest.mark.parametrize("name", OF_THE_SYSTEM)
def test_libraries_of_a_linux_system_stay_with_the_system(name: str) -> None:
    assert not is_wanted(name, linux=True)
    assert is_wanted(name, linux=False)


def test_no_module_of_the_network_is_built_in() -> None:
    assert {"ssl", "http", "dns", "PySide6.QtNetwork"} <= set(EXCLUDED_MODULES)


@pytest.mark.parametrize(
    ("version", "wanted"),
    [("0.1.0", (0, 1, 0, 0)), ("2", (2, 0, 0, 0)), ("1.2.3rc4", (1, 2, 3, 4))],
)
def test_a_version_is_four_numbers_on_windows(
    version: str, wanted: tuple[int, int, int, int]
) -> None:
    assert numbers(version) == wanted
