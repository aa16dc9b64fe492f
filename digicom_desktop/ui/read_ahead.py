"""Reads what the first page of an assessment needs, before anybody waits for it."""

from contextlib import suppress
from threading import Thread

from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library


def read_ahead(library: Library, language: Language) -> Thread:
    """Begins to read in a thread what takes 0.3 s."""
    thread = Thread(target=_read, args=(library, language), daemon=True)
    thread.start()
    return thread


def _read(library: Library, language: Language) -> None:
    """Everything that the first page of an assessment asks for, its modules first."""
    import digicom_desktop.ui.assessment_page  # noqa: F401
    import digicom_desktop.ui.company_page  # noqa: F401

    # What is wrong with a file is said when somebody needs it.
    with suppress(DigicomError):
        library.edition(library.newest_edition_id())
        library.words(language)
        for read in (library.regions, library.industries, library.metrics, library.size_standard):
            read()
