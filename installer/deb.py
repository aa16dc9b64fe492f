"""Packs the built folder as a Debian package: python -m installer.deb FOLDER TARGET.

Runs where the folder was built: dpkg-shlibdeps looks up which packages its libraries come from.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from installer import icon_files
from installer.package import NAME, size, version_of
from installer.system_packages import QT_LIBRARIES

HERE = Path(__file__).parent
PLACE = Path("usr/lib") / NAME
MOST = 50_000_000
"""Bytes of the package."""
NEWEST_GLIBC = (2, 31)
"""That of Debian 11: nothing in the package may need a newer one."""
_ONLY_TOOLS = {"libgssapi-krb5-2"}
"""Needed by Qt's tools for translators, which are not shipped."""
_FURTHER = re.compile("wayland|WlShell|xdg-shell|bradient|cups", re.IGNORECASE)
"""Parts of Qt that are left alone where their libraries are missing: Wayland, printers."""
CONTROL = """\
Package: {name}
Version: {version}
Architecture: amd64
Section: office
Priority: optional
Maintainer: DigiCom Desktop maintainers <maintainers@digicom-desktop.invalid>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}, xdg-utils
Description: offline self-assessment of a firm's digital commerce (数商自评)
 对照《数字商务企业发展指引（试行）》自评：填写、核对、定稿，导出 Excel 工作簿、
 PDF 报告和数据包。不联网，不需要另装 Python。
 .
 Assess a firm against the guideline for digital commerce enterprises, check the
 answers, and hand in a workbook, a report and the evidence. It never speaks to a
 network and brings its own Python.
"""


def main(arguments: list[str]) -> int:
    """Pack the folder that is named first into the one that is named second."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder, target = map(Path, arguments)
    need_old_glibc(folder)
    with tempfile.TemporaryDirectory() as staging:
        tree = Path(staging, "tree")
        lay_out(folder, tree)
        write_control(tree, dependencies(tree / PLACE))
        package = build(tree, target)
    print(f"{package}: {package.stat().st_size / 1e6:.1f} MB")
    if package.stat().st_size > MOST:
        sys.exit(f"The package is larger than {MOST / 1e6:.0f} MB.")
    return 0


def lay_out(folder: Path, tree: Path) -> None:
    """Put the built ``folder`` and what a desktop wants to know about it into ``tree``."""
    shutil.copytree(folder, tree / PLACE, symlinks=True)
    share = tree / "usr/share"
    for source, target in {
        f"{NAME}.desktop": "applications",
        f"{NAME}.xml": "mime/packages",
        f"{NAME}.metainfo.xml": "metainfo",
        "copyright": f"doc/{NAME}",
    }.items():
        (share / target).mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "debian" / source, share / target)
    with tempfile.TemporaryDirectory() as drawn:
        command = [sys.executable, "-m", "installer.icon_files", drawn]
        subprocess.run(command, cwd=HERE.parent, check=True)
        for pixels in icon_files.SIZES:
            icons = share / f"icons/hicolor/{pixels}x{pixels}/apps"
            icons.mkdir(parents=True)
            shutil.copy(icon_files.png_path(Path(drawn), pixels), icons / f"{NAME}.png")
    programs = tree / "usr/bin"
    programs.mkdir()
    (programs / NAME).symlink_to(Path("..", "lib", NAME, NAME))


def write_control(tree: Path, needed: dict[str, str]) -> None:
    """Write who and what the package is; there are no scripts, Debian's triggers do it all."""
    said = CONTROL.format(
        name=NAME,
        version=version_of(HERE.parent),
        kilobytes=size(tree) // 1024,
        depends=needed["Depends"],
        recommends=needed["Recommends"],
    )
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(said, encoding="utf-8")


def dependencies(folder: Path) -> dict[str, str]:
    """The packages that hold what the files in ``folder`` are linked to.

    ``Depends`` are those that the window needs, ``Recommends`` those of what else it can do.
    """
    files = [str(path) for path in elf_files(folder)]
    options = [f"-l{path}" for path in sorted({str(Path(file).parent) for file in files})]
    options += [f"-x{package}" for package in _brought_along(folder / "lib")]
    further = [file for file in files if _FURTHER.search(Path(file).name)]
    needed = [file for file in files if file not in further]
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "debian").mkdir()
        (Path(place) / "debian/control").write_text(f"Source: {NAME}\n", encoding="utf-8")
        command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *options]
        command += ["-dDepends", *(f"-e{file}" for file in needed)]
        command += ["-dRecommends", *(f"-e{file}" for file in further)]
        done = subprocess.run(
            command, cwd=place, capture_output=True, encoding="utf-8", check=False
        )
    if done.returncode:
        sys.exit(f"dpkg-shlibdeps failed: {done.stderr}")
    found = dict(re.findall(r"^shlibs:(\w+)=(.*)$", done.stdout, re.MULTILINE))
    needed_packages = set(re.findall(r"[a-z][\w.+-]+", found["Depends"]))
    if missing := set(QT_LIBRARIES.values()) - _ONLY_TOOLS - needed_packages:
        sys.exit(f"Not found by dpkg-shlibdeps, but needed by Qt: {missing}")
    return found


def _brought_along(folder: Path) -> set[str]:
    """The packages of this system whose libraries lie in ``folder``, so that nobody needs them."""
    found = set()
    for path in folder.glob("lib*.so*"):
        said = _said(["dpkg-query", "--search", f"*/{path.name}"])
        found |= {line.partition(":")[0] for line in said.splitlines()}
    return found


def need_old_glibc(folder: Path) -> None:
    """End where something needs a newer C library than that of Debian 11."""
    newest, by = (0, 0), Path()
    for path in elf_files(folder):
        symbols = _said(["objdump", "-T", str(path)])
        for found in re.findall(r"GLIBC_(\d+)\.(\d+)", symbols):
            version = (int(found[0]), int(found[1]))
            newest, by = max((newest, by), (version, path))
    print(f"Needs glibc {newest[0]}.{newest[1]}: {by.name}")
    if newest > NEWEST_GLIBC:
        sys.exit(f"That is newer than {NEWEST_GLIBC[0]}.{NEWEST_GLIBC[1]}, that of Debian 11.")


def elf_files(folder: Path) -> list[Path]:
    """The programs and libraries in ``folder``."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    found.append(path)
    return found


def build(tree: Path, target: Path) -> Path:
    """Pack ``tree`` into ``target``: the same bytes for the same tree and SOURCE_DATE_EPOCH."""
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0")) or int(HERE.stat().st_mtime)
    for path in sorted(tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    tree.chmod(0o755)
    target.mkdir(parents=True, exist_ok=True)
    options = ["--root-owner-group", "-Zxz", "-z9"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
    command = ["dpkg-deb", *options, "--build", str(tree), str(target)]
    subprocess.run(command, env=environment, check=True)
    return max(target.glob("*.deb"), key=lambda path: path.stat().st_mtime)


def _said(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
