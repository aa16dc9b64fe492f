"""The same program without a screen, run as its users run it."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.paths import resources_folder
from digicom_desktop.workspace import Workspace
from tests.finished import settle

Run = Callable[..., subprocess.CompletedProcess[str]]
_CODE = re.compile(r"^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{5}$", re.MULTILINE)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*arguments: object, **variables: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "digicom_desktop", *map(str, arguments)]
        return subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **variables},
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with the demo in it, and what the demo printed."""
    folder = tmp_path_factory.mktemp("cli") / "示例 demo"
    done = subprocess.run(
        [sys.executable, "-m", "digicom_desktop", "demo", str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return folder, done.stdout


def test_the_demo_leaves_a_database_a_workbook_and_a_pdf(demo: tuple[Path, str]) -> None:
    folder, printed = demo

    for pattern, magic in (("*.sqlite3", b"SQLite"), ("*.xlsx", b"PK"), ("*.pdf", b"%PDF")):
        (file,) = folder.glob(pattern)
        assert file.read_bytes().startswith(magic)
        assert str(file) in printed
    assert "声明分：84.0" in printed
    assert "佐证分：73.0" in printed
    assert "二级" in printed
    assert "非商务部官方评分" in printed


def test_the_demo_prints_the_same_code_in_every_folder(
    demo: tuple[Path, str], run: Run, tmp_path: Path
) -> None:
    (first,) = _CODE.findall(demo[1])
    (second,) = _CODE.findall(run("demo", tmp_path / "other", "--language", "en").stdout)

    assert first == second


def test_what_is_listed_can_be_shown_and_exported(
    demo: tuple[Path, str], run: Run, tmp_path: Path
) -> None:
    folder, _ = demo
    (row,) = json.loads(run("list", "--json", "--data-dir", folder).stdout)
    shown = json.loads(run("--data-dir", folder, "show", row["id"], "--json").stdout)
    done = run(
        "export", row["id"][:8], "--xlsx", tmp_path / "表.xlsx", "--pdf", tmp_path / "报告.pdf",
        f"--data-dir={folder}",
    )  # fmt: skip

    assert row["supported"] == shown["supported"] == "73.0"
    assert len(shown["items"]) == 22
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "表.xlsx").stat().st_size > 10_000
    assert (tmp_path / "报告.pdf").stat().st_size > 10_000


def test_parts_of_the_pdf_and_a_copy_without_names_can_be_exported(
    demo: tuple[Path, str], run: Run, tmp_path: Path
) -> None:
    folder, _ = demo
    (row,) = json.loads(run("list", "--json", "--data-dir", folder).stdout)
    part, copy = tmp_path / "部分.pdf", tmp_path / "征求意见.pdf"
    export = ("export", row["id"], "--data-dir", folder, "--pdf")
    parts = run(*export, part, "--parts", "declaration，items")
    without = run(*export, copy, "--without-names", "--json")

    assert (parts.returncode, without.returncode) == (0, 0), parts.stderr + without.stderr
    contents = PdfReader(part).pages[1].extract_text()
    assert ("承诺书" in contents, "评分方法" in contents) == (True, False)
    assert json.loads(without.stdout)["code"] == ""
    text = "".join(page.extract_text() for page in PdfReader(copy).pages)
    assert "青禾里" not in text
    assert "俞小满" not in text


def test_options_may_stand_before_or_after_the_command(demo: tuple[Path, str], run: Run) -> None:
    folder, _ = demo
    before = run("--language", "en", "--data-dir", folder, "list")
    after = run("list", "--data-dir", folder, "--language=en_US")

    assert before.stdout == after.stdout
    assert "evidence-backed 73.0" in before.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["demo"], "缺少参数：DIR"),
        (["export", "abc"], "至少要写其中一个：--xlsx --pdf"),
        (["frobnicate"], "没有这个命令：'frobnicate'"),
        (["list", "--wrong"], "无法识别的参数：--wrong"),
        (["list", "--language", "fr"], "--language 的值不对。"),
        (["list", "--data-dir"], "--data-dir 后面要写一个值。"),
        (["list", "--data-dir", ""], "--data-dir 的值不对。"),
        (["demo", " "], "DIR 的值不对。"),
        (["export", "abc", "--xlsx", "表"], "--xlsx 后面的文件名要以 .xlsx 结尾。"),
        (["export", "abc", "--pdf", "a.pdf", "--xlsx", "a.pdf"], "--xlsx 后面的文件名要以"),
        (["export", "abc", "--pdf", "a.pdf", "--parts", "cover"], "--parts 后面写要哪些部分"),
        (["export", "abc", "--pdf", "a.pdf", "--parts", ""], "--parts 后面写要哪些部分"),
        (["export", "abc", "--xlsx", "a.xlsx", "--parts", "items"], "--parts 只用于 PDF"),
        (
            ["export", "abc", "--pdf", "a.pdf", "--xlsx", "a.xlsx", "--without-names"],
            "--without-names 只用于 PDF",
        ),
    ],
)
def test_wrong_use_is_a_sentence_and_status_2(
    run: Run, arguments: list[str], sentence: str
) -> None:
    done = run(*arguments)

    assert done.returncode == 2
    assert done.stderr.startswith(sentence)
    assert "Traceback" not in done.stderr


def test_wrong_use_is_said_in_english_when_that_was_chosen(run: Run) -> None:
    done = run("--language", "en", "frobnicate")

    assert done.returncode == 2
    assert done.stderr.startswith("There is no command 'frobnicate'.")


def test_the_help_speaks_both_languages(run: Run) -> None:
    assert "用法：" in run("--help").stdout
    assert "usage: " in run("--help", "--language", "en").stdout


@pytest.mark.parametrize("command", [["show", "nobody"], ["export", "nobody", "--pdf", "x.pdf"]])
def test_an_unknown_id_is_a_sentence_and_status_1(
    run: Run, tmp_path: Path, command: list[str]
) -> None:
    done = run(*command, "--data-dir", tmp_path)

    assert done.returncode == 1
    assert done.stderr.startswith("没有编号为“nobody”的自评")


def test_a_folder_that_cannot_be_written_is_a_sentence_and_status_1(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("list", "--data-dir", tmp_path / "file" / "data")

    assert done.returncode == 1
    assert "无法写入" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_export_into_a_missing_folder_is_a_sentence_and_status_1(
    demo: tuple[Path, str], run: Run, tmp_path: Path
) -> None:
    folder, _ = demo
    (row,) = json.loads(run("list", "--json", "--data-dir", folder).stdout)
    done = run(
        "export", row["id"], "--pdf", tmp_path / "无" / "报告.pdf", "--data-dir", folder,
        "--language", "en",
    )  # fmt: skip

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_folder_in_use_is_a_sentence_and_status_1(run: Run, tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from digicom_desktop.workspace import Workspace\n"
        "from digicom_desktop.paths import resources_folder\n"
        "from digicom_desktop.domain.clock import system_clock\n"
        "w = Workspace.at(pathlib.Path(sys.argv[1]), resources_folder(), system_clock)\n"
        "print('open', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        done = run("list", "--data-dir", tmp_path)
        other.send_signal(signal.SIGKILL)
    assert done.returncode == 1
    assert "程序正在使用这个数据文件夹" in done.stderr
    assert run("list", "--data-dir", tmp_path).returncode == 0


def test_no_export_takes_the_place_of_the_database(
    demo: tuple[Path, str], run: Run, tmp_path: Path
) -> None:
    folder, _ = demo
    database = folder / "digicom.sqlite3"
    (row,) = json.loads(run("list", "--json", "--data-dir", folder).stdout)
    for option in ("--xlsx", "--pdf"):
        done = run("export", row["id"], option, database, "--data-dir", folder)
        assert done.returncode == 2
    assert database.read_bytes().startswith(b"SQLite")
    done = run("export", row["id"].upper(), "--pdf", tmp_path / "A.PDF", "--data-dir", folder)
    assert done.returncode == 0, done.stderr


def test_the_demo_speaks_the_chosen_language_whatever_the_documents_speak(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]), prepend=os.pathsep)
    done = run("demo", "file:x?mode=ro", "--language", "en")

    assert done.returncode == 0, done.stderr
    assert "Level of the firm: Level 2 Managed" in done.stdout
    assert str(tmp_path / "file:x?mode=ro" / "digicom.sqlite3") in done.stdout
    assert list(tmp_path.glob("*/*_数字商务自评_*.pdf"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_full_disk_for_the_output_is_a_sentence_and_status_1(
    demo: tuple[Path, str],
) -> None:
    folder, _ = demo
    command = [sys.executable, "-m", "digicom_desktop", "list", "--data-dir", str(folder)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith("结果没有写到标准输出。")


def test_a_failed_backup_hides_no_result(run: Run, tmp_path: Path) -> None:
    run("demo", tmp_path)
    for backup in (tmp_path / "backups").glob("*.sqlite3"):
        backup.unlink()
    (tmp_path / "backups" / "backup.part").mkdir()  # no backup can be begun
    done = run("list", "--data-dir", tmp_path)

    assert "婺源青禾里" in done.stdout
    assert done.returncode == 1
    assert done.stderr.startswith("没有做成备份")


def test_a_failed_backup_hides_nothing_of_the_whole_job(run: Run, tmp_path: Path) -> None:
    run("list", "--data-dir", tmp_path)
    (tmp_path / "backups" / "backup.part").mkdir()  # no backup can be begun
    done = run("demo", tmp_path)

    assert _CODE.search(done.stdout)
    assert done.returncode == 1
    assert done.stderr.startswith("没有做成备份")
    assert "Traceback" not in done.stderr
    (row,) = json.loads(run("list", "--json", "--data-dir", tmp_path).stdout)
    shown = run("show", row["id"], "--data-dir", tmp_path)
    assert (shown.returncode, bool(_CODE.search(shown.stdout))) == (1, True)
    assert shown.stderr.startswith("没有做成备份")
    pdf = tmp_path / "报告.pdf"
    done = run("export", row["id"], "--pdf", pdf, "--data-dir", tmp_path)
    assert (done.returncode, pdf.read_bytes()[:4]) == (1, b"%PDF")
    assert str(pdf) in done.stdout
    assert done.stderr.startswith("没有做成备份")
    done = run("show", "nobody", "--data-dir", tmp_path)
    assert done.stderr.startswith("没有编号为“nobody”的自评"), "what happened first is said"


def test_damaged_data_is_a_sentence_with_the_way_out(run: Run, tmp_path: Path) -> None:
    run("demo", tmp_path)
    database = tmp_path / "digicom.sqlite3"
    database.write_bytes(b"rubbish" * 2000)
    done = run("list", "--data-dir", tmp_path)

    assert done.returncode == 1
    damage, way_out = done.stderr.splitlines()
    assert damage.startswith("数据库文件已损坏")
    assert f'digicom-desktop --data-dir "{tmp_path}"' in way_out
    assert database.read_bytes() == b"rubbish" * 2000


def test_a_user_without_a_home_is_told_to_name_a_folder(run: Run) -> None:
    done = run("list", "--data-dir", "~nobody-has-this-name/数据")

    assert done.returncode == 1
    assert done.stderr.startswith("找不到您的主文件夹")


def test_a_reader_that_has_seen_enough_is_no_problem(demo: tuple[Path, str]) -> None:
    folder, _ = demo
    command = [sys.executable, "-m", "digicom_desktop", "list", "--json", "--data-dir", str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()
    assert complaint == ""


def test_what_was_written_is_said_even_when_the_second_file_fails(
    demo: tuple[Path, str], run: Run, tmp_path: Path
) -> None:
    folder, _ = demo
    (row,) = json.loads(run("list", "--json", "--data-dir", folder).stdout)
    done = run(
        "export", row["id"], "--xlsx", tmp_path / "表.xlsx", "--pdf", tmp_path / "无" / "a.pdf",
        "--data-dir", folder,
    )  # fmt: skip

    assert done.returncode == 1
    assert str(tmp_path / "表.xlsx") in done.stdout
    assert "Traceback" not in done.stderr


@pytest.fixture
def draft(tmp_path: Path) -> tuple[Path, str]:
    """A folder with the sample as a draft, of which some findings are open, and its id."""
    folder = tmp_path / "draft"
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    session = workspace.add_sample()
    answer = replace(session.current.answer("1.2"), level=None)
    session.change(session.current.with_answer(answer))
    workspace.close()
    return folder, session.id


def test_the_demo_finalises(demo: tuple[Path, str], run: Run) -> None:
    folder, printed = demo
    (row,) = json.loads(run("list", "--data-dir", folder, "--json").stdout)

    assert "已定稿为第 1 版" in printed
    assert (row["state"], row["revision"], row["must_fix"]) == ("finalised", 1, 0)
    shown = json.loads(run("show", row["id"], "--data-dir", folder, "--json").stdout)
    assert shown["state"] == "finalised"
    assert [revision["code"] for revision in shown["revisions"]] == [shown["code"]]
    assert shown["code"] in printed


def test_scores_level_gates_and_steps_are_shown_as_data(draft: tuple[Path, str], run: Run) -> None:
    folder, id = draft
    shown = json.loads(run("show", id, "--data-dir", folder, "--json").stdout)

    assert shown["state"] == "draft"
    assert {gate["id"] for gate in shown["gates"]} >= {"score", "items", "data"}
    gains = [float(step["gain"]) for step in shown["steps"]]
    assert gains == sorted(gains, reverse=True)
    assert {"item", "from", "to", "what", "gain"} <= shown["steps"][0].keys()
    unanswered = next(step for step in shown["steps"] if step["item"] == "1.2")
    assert (unanswered["from"], unanswered["to"]) == (0, 1)


def test_a_review_with_open_findings_ends_with_1(draft: tuple[Path, str], run: Run) -> None:
    folder, id = draft
    done = run("review", id, "--data-dir", folder)
    data = json.loads(run("review", id, "--data-dir", folder, "--json").stdout)

    assert done.returncode == 1
    assert "1.2" in done.stdout
    assert data["open"]["A"] == 1
    assert any(f["key"] == "answers.unanswered" and f["open"] for f in data["findings"])


def test_a_review_without_open_findings_ends_with_0(demo: tuple[Path, str], run: Run) -> None:
    folder, _ = demo
    (row,) = json.loads(run("list", "--data-dir", folder, "--json").stdout)
    done = run("review", row["id"][:8], "--data-dir", folder)

    assert done.returncode == 0, done.stdout
    assert "企业说明" in done.stdout


def test_finalising_prints_the_code_or_why_not(draft: tuple[Path, str], run: Run) -> None:
    folder, id = draft
    refused = run("finalise", id, "--data-dir", folder)
    assert refused.returncode == 1
    assert "1 条必改" in refused.stderr
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    session = workspace.open(id)
    session.change(workspace.library.sample())
    settle(session)
    workspace.close()
    done = run("finalise", id, "--data-dir", folder)

    assert done.returncode == 0, done.stderr
    (code,) = _CODE.findall(done.stdout)
    again = run("finalise", id, "--data-dir", folder, "--language", "en")
    assert again.returncode == 1
    assert "revision 1" in again.stderr
    pdf = folder / "第一版.pdf"
    exported = run("export", id, "--revision", 1, "--pdf", pdf, "--data-dir", folder, "--json")
    assert json.loads(exported.stdout)["code"] == code
    missing = run("show", id, "--revision", 2, "--data-dir", folder)
    assert missing.returncode == 1
    assert "2" in missing.stderr
