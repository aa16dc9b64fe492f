"""Whether a written package, read back, is what it was made of."""

from pathlib import Path

from digicom_desktop.documents.package_manifest import PDF, WORKBOOK, RevisionHead
from digicom_desktop.documents.package_reader import PackageContent, read_document, read_package
from digicom_desktop.documents.package_source import PackageSource
from digicom_desktop.errors import DigicomError
from digicom_desktop.passing_folder import PassingFolder


def check_package(source: PackageSource, path: Path) -> None:
    """Compare the package at ``path`` with ``source``, every member by its hash. Any thread.

    Raises DigicomError ``package.differs``, and what ``read_package``, ``check_workbook`` and
    ``check_pdf`` raise.
    """
    content = read_package(path)
    manifest = content.manifest
    heads = tuple(map(RevisionHead.of, source.kept))
    found = (manifest.id, manifest.state, manifest.language, manifest.revisions)
    if found != (source.id, source.state, source.report.language, heads):
        raise DigicomError("package.differs", path=path)
    contents = tuple(revision.content for revision in source.kept)
    if (content.content, tuple(r.content for r in content.revisions)) != (source.said, contents):
        raise DigicomError("package.differs", path=path)
    if content.evidence.keys() != source.files.keys():
        raise DigicomError("package.differs", path=path)
    _check_documents(source, path, content)


def _check_documents(source: PackageSource, path: Path, content: PackageContent) -> None:
    from digicom_desktop.documents.pdf_report import check_pdf
    from digicom_desktop.documents.workbook_reader import check_workbook

    with PassingFolder() as folder:
        for suffix, check in ((WORKBOOK, check_workbook), (PDF, check_pdf)):
            document = folder / f"document{suffix}"
            document.write_bytes(read_document(path, content, suffix))
            check(source.report, document)
