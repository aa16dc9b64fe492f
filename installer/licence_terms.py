"""Under which terms a library of Python may be used, and whether it may be shipped under them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

ALLOWED = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-CMU", "PSF-2.0",
        "Unlicense", "Zlib",
        # The library stays a file of its own that anybody may put another one in the place of.
        "LGPL-3.0-only", "LGPL-3.0-or-later",
    }
)  # fmt: skip
"""Terms of SPDX under which something may lie in the folder that is shipped."""

_OF_CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}
_CLASSIFIER = "License :: OSI Approved :: "
_LONGEST = 100
"""Characters of a field that says which terms; a longer one is the text itself."""
_TEXT = re.compile("licen[cs]e|copying|notice", re.IGNORECASE)
_NOT_CHOSEN = "Commercial"
"""What stands in the names of terms that are for sale."""
_MIT = re.compile(
    "permission is hereby granted, free of charge, .*to deal in the software without restriction"
)
_PROSE = re.compile(r"\(.*|\blicen[cs]e\b.*", re.IGNORECASE | re.DOTALL)


def licence_texts(name: str) -> list[Path]:
    """The texts that the distribution ``name`` brings along, of terms that could be chosen."""
    there = distribution(name)
    return [
        Path(str(there.locate_file(file)))
        for file in there.files or ()
        if ".dist-info" in file.parts[0]
        and _TEXT.search(file.name)
        and _NOT_CHOSEN not in file.name
    ]


def declared(name: str) -> frozenset[str]:
    """All that ``name`` says of its terms, each an expression of SPDX that must be allowed.

    What the text itself says counts only where nothing else is said.
    """
    metadata = distribution(name).metadata
    if "License-Expression" in metadata:
        return frozenset({metadata["License-Expression"]})
    said = set()
    field = metadata["License"].strip() if "License" in metadata else ""
    if field and len(field) < _LONGEST:
        said.add(field)
    for classifier in metadata.get_all("Classifier") or ():
        if classifier.startswith(_CLASSIFIER):
            kind = classifier.removeprefix(_CLASSIFIER)
            said.add(_OF_CLASSIFIERS.get(kind, kind))
    return frozenset(said or _by_text(name))


def is_allowed(expression: str) -> bool:
    """Whether one of the terms that ``expression`` offers may be chosen."""
    offers = re.split(r"\s+OR\s+", expression)
    return any(
        all(_is_known(term) for term in re.split(r"\s+AND\s+", offer.strip("() ")))
        for offer in offers
    )


def problems(name: str) -> Iterator[str]:
    """Why ``name`` may not be shipped, if there is a reason."""
    said = declared(name)
    if not said:
        yield f"{name}: nothing says under which terms it may be used"
    for expression in sorted(said):
        if not is_allowed(expression):
            yield f"{name}: {expression} is not among the terms that are allowed"


def _is_known(term: str) -> bool:
    term = term.strip("() ")
    # An old field says it in a sentence: "BSD license (see license.txt for details)".
    return term in ALLOWED or _PROSE.sub("", term).strip() in {"BSD", "MIT"}


def _by_text(name: str) -> Iterator[str]:
    for path in licence_texts(name):
        text = " ".join(path.read_text(encoding="utf-8", errors="replace").lower().split())
        if _MIT.search(text):
            yield "MIT"
