import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from digicom_desktop.documents.zip_guard import GuardedZip, ZipLimits
from digicom_desktop.errors import DigicomError
from tests.hostile.raw_zip import Entry, zipped

_LIMITS = ZipLimits(file=1 << 20, part=300_000, all=500_000, members=20)


def written(folder: Path, *entries: Entry) -> Path:
    path = folder / "some.zip"
    path.write_bytes(zipped(entries))
    return path


def refused(path: Path, limits: ZipLimits = _LIMITS) -> DigicomError:
    """What reading all of the zip at ``path`` says."""
    with pytest.raises(DigicomError) as caught, GuardedZip.open(path, limits) as archive:
        for name in archive.names:
            archive.read(name)
    assert caught.value.values["path"] == path
    return caught.value


def test_a_zip_gives_its_members_in_order_and_without_folders(tmp_path: Path) -> None:
    path = tmp_path / "some.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/数据.json", "数据" * 50_000)
        archive.writestr("c/", "")
        archive.writestr("a.txt", "a", zipfile.ZIP_STORED)
        archive.writestr("empty.txt", "")
    with GuardedZip.open(path, _LIMITS) as guarded:
        assert list(guarded.names) == ["b/数据.json", "a.txt", "empty.txt"]
        assert guarded.sizes["a.txt"] == 1
        assert guarded.read("b/数据.json").decode() == "数据" * 50_000
        assert (guarded.read("a.txt"), guarded.read("empty.txt")) == (b"a", b"")
        with pytest.raises(KeyError):
            guarded.read("c/")


def test_two_members_can_be_read_in_turns(tmp_path: Path) -> None:
    path = written(tmp_path, Entry("a", b"a" * 200_000, method=0), Entry("b", b"b" * 200_000))
    with GuardedZip.open(path, _LIMITS) as archive:
        pairs = list(zip(archive.stream("a"), archive.stream("b"), strict=False))
        assert all(set(one) == set(b"a") and set(other) == set(b"b") for one, other in pairs)


def test_a_stream_says_at_its_end_that_a_member_is_damaged(tmp_path: Path) -> None:
    lie = {"crc": 1}
    path = written(tmp_path, Entry("a", b"a" * 200_000, listed=lie, local=lie))
    with GuardedZip.open(path, _LIMITS) as archive:
        pieces = archive.stream("a")
        assert next(pieces)
        with pytest.raises(DigicomError, match=r"guard\.damaged"):
            list(pieces)


def test_what_comes_out_is_counted_whatever_the_zip_says(tmp_path: Path) -> None:
    lie = {"size": 10}
    error = refused(written(tmp_path, Entry("a", b"a" * 400_000, listed=lie, local=lie)))
    assert (error.id, error.values["part"]) == ("guard.bomb", "a")


def test_all_members_together_have_a_limit(tmp_path: Path) -> None:
    path = written(tmp_path, *(Entry(name, b"a" * 200_000) for name in "abc"))
    assert refused(path).id == "guard.bomb_in_all"


def test_a_member_that_is_read_again_counts_once(tmp_path: Path) -> None:
    path = written(tmp_path, Entry("a", b"a" * 200_000))
    with GuardedZip.open(path, _LIMITS) as archive:
        for _ in range(5):
            assert len(archive.read("a")) == 200_000


def test_one_member_may_have_a_smaller_limit_than_the_others(tmp_path: Path) -> None:
    path = written(tmp_path, Entry("a", b"a" * 2_000))
    with GuardedZip.open(path, _LIMITS) as archive:
        with pytest.raises(DigicomError, match=r"guard\.bomb"):
            archive.read("a", 1_000)
        assert len(archive.read("a", 2_000)) == 2_000


def test_a_file_over_the_limit_is_not_even_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(bytes((1 << 20) + 1))
    assert refused(path).id == "guard.too_large"


def test_more_members_than_the_limit_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, *(Entry(f"a{n}") for n in range(21)))
    assert refused(path).id == "guard.too_many_parts"


def test_a_hostile_name_is_harmless_in_the_sentence(tmp_path: Path) -> None:
    error = refused(written(tmp_path, Entry("../\u202eevil\n\x1b[2J" + "x" * 99)))
    said = str(error.values["part"])
    assert said.startswith("../?evil")
    assert not {"\u202e", "\n", "\x1b"} & set(said)
    assert len(said) < 70


def _wide(folder: Path) -> bytes:
    """A zip of so many members that their count stands in the record of zip64."""
    path = folder / "wide.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(65_600):
            archive.writestr(str(number), b"")
        archive.writestr("last", b"content")
    return path.read_bytes()


_MANY = ZipLimits(file=1 << 24, part=300_000, all=500_000, members=70_000)


def test_a_zip_of_very_many_members_is_read_where_so_many_are_allowed(tmp_path: Path) -> None:
    path = tmp_path / "wide.zip"
    content = _wide(tmp_path)
    with GuardedZip.open(path, _MANY) as archive:
        assert len(archive.names) == 65_601
        assert archive.read("last") == b"content"
    assert refused(path, replace(_MANY, members=20)).id == "guard.too_many_parts"
    record, locator = content.rfind(b"PK\x06\x06"), content.rfind(b"PK\x06\x07")
    end = content.rfind(b"PK\x05\x06")
    for place in (record, record + 16, record + 24, record + 32, record + 40, record + 48):
        altered = bytearray(content)
        altered[place] ^= 1
        path.write_bytes(altered)
        assert refused(path, _MANY).id == "guard.damaged", place - record
    for place in (locator, locator + 4, locator + 8, locator + 16, end + 12, end + 16):
        altered = bytearray(content)
        altered[place] ^= 1
        path.write_bytes(altered)
        assert refused(path, _MANY).id == "guard.damaged", place - locator
    path.write_bytes(content[:locator] + content[end:])
    assert refused(path, _MANY).id == "guard.damaged"


def test_a_count_that_stands_in_no_other_record_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "some.zip"
    path.write_bytes(zipped([Entry("a", b"a")], here=0xFFFF, count=0xFFFF))
    assert refused(path, _MANY).id == "guard.damaged"
