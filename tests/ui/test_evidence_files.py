"""Files of evidence are pasted, shown small and opened, and none of that is dangerous."""

import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from digicom_desktop.ui.buttons import IconButton
from digicom_desktop.ui.evidence_dialog import EvidenceDialog
from digicom_desktop.ui.evidence_picture import EvidencePicture
from digicom_desktop.ui.evidence_thumbnails import small_picture
from tests.ui.item_stage import Stage, staged

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path / "data") as stage:
        qtbot.waitExposed(stage.page)
        qtbot.waitUntil(stage.page.window().isActiveWindow)
        yield stage
        QApplication.clipboard().clear()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system was asked to open."""
    seen: list[Path] = []

    def open_url(url: QUrl) -> bool:
        seen.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return seen


def _copy_files(*paths: Path) -> None:
    """Does what Ctrl+C does in a file manager."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QApplication.clipboard().setMimeData(mime)


def _copy_picture() -> QImage:
    """Does what a tool for screenshots does."""
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    QApplication.clipboard().setImage(picture)
    return picture


def _button(stage: Stage, name: str) -> QAbstractButton:
    return stage.find(QAbstractButton, lambda found: found.accessibleName() == name)


def _put_aside_dialog(qtbot: QtBot) -> None:
    """The one that asks what the new evidence is."""

    def is_there() -> None:
        assert isinstance(QApplication.activeModalWidget(), EvidenceDialog)

    qtbot.waitUntil(is_there)
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, EvidenceDialog):
        dialog.accept()


def _attach(stage: Stage, *paths: Path) -> None:
    _copy_files(*paths)
    stage.button("Paste").click()
    stage.page.flush()


def _said(stage: Stage) -> str:
    QApplication.processEvents()
    return "\n".join(x.text() for x in stage.page.findChildren(QLabel) if x.isVisible())


def test_files_copied_in_a_folder_are_pasted_with_the_keyboard(
    qtbot: QtBot, stage: Stage, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("合同.txt", "b.txt")]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    _copy_files(*paths, tmp_path)
    qtbot.keyClick(stage.page.window(), Qt.Key.Key_V, CONTROL)
    stage.page.flush()
    assert [entry.title for entry in stage.evidence] == ["合同", "b"]


def test_a_copied_picture_becomes_a_png_with_a_sensible_name(qtbot: QtBot, stage: Stage) -> None:
    picture = _copy_picture()
    qtbot.mouseClick(stage.button("Paste"), LEFT)
    _put_aside_dialog(qtbot)
    (entry,) = stage.evidence
    assert entry.file is not None
    assert re.fullmatch(r"Screenshot \d{4}-\d\d-\d\d \d\d\.\d\d\.png", entry.file.name)
    assert entry.title == entry.file.name.removesuffix(".png")
    kept = QImage(str(stage.session.evidence_path(entry.file.sha256)))
    assert kept.size() == picture.size()
    assert kept.pixelColor(5, 5) == QColor("teal")


def test_in_a_text_the_key_pastes_text(qtbot: QtBot, stage: Stage) -> None:
    QApplication.clipboard().setText("从三月起")
    text = stage.page.findChildren(QPlainTextEdit)[0]
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_V, CONTROL)
    assert "从三月起" in text.toPlainText()
    assert not stage.evidence
    assert "nothing to paste" not in _said(stage)


def test_an_empty_clipboard_is_a_sentence_that_says_what_to_do(qtbot: QtBot, stage: Stage) -> None:
    QApplication.clipboard().clear()
    qtbot.mouseClick(stage.button("Paste"), LEFT)
    assert "Copy a file in its folder or take a screenshot first" in _said(stage)


def test_a_picture_is_shown_small_and_the_window_never_waits_for_it(
    qtbot: QtBot, stage: Stage, tmp_path: Path
) -> None:
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (3000, 2000), "teal").save(path)
    _attach(stage, path)
    picture = stage.find(EvidencePicture)
    qtbot.waitUntil(lambda: picture.shows_picture)
    middle = picture.grab().toImage().pixelColor(18, 18)
    assert abs(middle.green() - QColor("teal").green()) < 8


def test_what_is_no_picture_keeps_its_icon(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    paths = [tmp_path / "a.pdf", tmp_path / "false.png"]
    for path in paths:
        path.write_bytes(b"%PDF-1.7 " + path.name.encode())
    _attach(stage, *paths)
    qtbot.wait(200)
    assert [p.shows_picture for p in stage.page.findChildren(EvidencePicture)] == [False, False]


def test_a_photo_taken_upright_is_shown_upright(tmp_path: Path) -> None:
    photo = Image.new("RGB", (400, 300), "red")
    photo.paste((0, 0, 255), (200, 0, 400, 300))
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: its left side is the top
    photo.save(tmp_path / "photo.jpg", exif=exif)
    small = small_picture(tmp_path / "photo.jpg", 36)
    assert small is not None
    assert (small.width(), small.height()) == (36, 36)
    assert small.pixelColor(4, 4).red() > 200
    assert small.pixelColor(31, 4).red() > 200
    assert small.pixelColor(4, 31).blue() > 200


def _png(width: int, height: int) -> bytes:
    """A PNG that claims to be that large, and holds next to nothing."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (2_000_000, 40), (9000, 9000)])
def test_a_picture_that_claims_to_be_enormous_is_not_decoded(
    tmp_path: Path, width: int, height: int
) -> None:
    (tmp_path / "bomb.png").write_bytes(_png(width, height))
    assert small_picture(tmp_path / "bomb.png", 36) is None


@pytest.mark.parametrize("content", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG"])
def test_what_only_is_called_a_picture_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.png").write_bytes(content)
    assert small_picture(tmp_path / "x.png", 36) is None


@pytest.mark.parametrize("size", [(4000, 3), (3, 4000), (1, 1)])
def test_a_strip_becomes_a_square_too(tmp_path: Path, size: tuple[int, int]) -> None:
    Image.new("RGB", size, "teal").save(tmp_path / "strip.png")
    small = small_picture(tmp_path / "strip.png", 36)
    assert small is not None
    assert (small.width(), small.height()) == (36, 36)


@pytest.mark.parametrize("way", ["click", "keyboard", "menu"])
def test_the_system_opens_a_copy_and_never_what_is_kept(
    qtbot: QtBot, stage: Stage, tmp_path: Path, opened: list[Path], way: str
) -> None:
    path = tmp_path / "发票 1.pdf"
    path.write_bytes(b"%PDF-1.7 an invoice")
    _attach(stage, path)
    _put_aside_dialog(qtbot) if QApplication.activeModalWidget() else None
    if way == "click":
        qtbot.mouseClick(stage.find(EvidencePicture), LEFT)
    elif way == "keyboard":
        qtbot.keyClick(stage.find(EvidencePicture), Qt.Key.Key_Return)
    else:
        more = stage.find(IconButton, lambda b: b.accessibleName() == "Actions for 1.1-01")
        next(a for a in more.menu().actions() if a.text() == "Open the file").trigger()
    qtbot.waitUntil(lambda: bool(opened))
    (copy,) = opened
    file = stage.evidence[0].file
    assert file is not None
    assert copy.name == "发票 1.pdf"
    assert copy != stage.session.evidence_path(file.sha256)
    assert copy.read_bytes() == path.read_bytes()
    assert not copy.stat().st_mode & 0o222
    assert QApplication.activeModalWidget() is None  # the row was not edited


def test_a_program_among_the_evidence_is_never_opened(
    qtbot: QtBot, stage: Stage, tmp_path: Path, opened: list[Path]
) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"notes")
    _attach(stage, path)
    file = stage.evidence[0].file
    assert file is not None
    # As if it had come into the folder in another way.
    stage.session.evidence_path(file.sha256).write_bytes(b"MZ\x90")
    stage.find(EvidencePicture).click()
    stage.page.flush()
    assert not opened
    assert "is a program or a script" in _said(stage)


def test_a_kept_file_that_a_disk_spoiled_is_not_opened_but_said_to_be_spoiled(
    qtbot: QtBot, stage: Stage, tmp_path: Path, opened: list[Path]
) -> None:
    path = tmp_path / "合同.pdf"
    path.write_bytes(b"%PDF-1.7 a contract")
    _attach(stage, path)
    file = stage.evidence[0].file
    assert file is not None
    stage.session.evidence_path(file.sha256).write_bytes(b"%PDF-1.7 a contracx")
    stage.find(EvidencePicture).click()
    stage.page.flush()
    assert not opened
    assert "is not what was added" in _said(stage)


def test_a_file_that_nothing_opens_is_a_sentence(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    path = tmp_path / "a.xyz"
    path.write_bytes(b"x")
    _attach(stage, path)
    stage.find(EvidencePicture).click()
    stage.page.flush()
    assert 'No program opened "a.xyz". Save a copy' in _said(stage)
