"""Files of one firm and year belong together as long as they have one code."""

from digicom_desktop.domain.together import Together, together
from digicom_desktop.domain.verdict import Checked, Verdict

ONE, OTHER = "7KQ2-M9XA-4TWHB", "9FGH-22AB-CDEFK"
BOOK = Checked("workbook", Verdict.WHOLE, ONE, "青禾里", 2025)
PACKAGE = Checked("package", Verdict.WHOLE, ONE, "青禾里", 2025)
PDF = Checked("pdf", Verdict.UNKNOWN, ONE)


def test_a_pdf_belongs_to_the_files_that_have_its_code() -> None:
    (group,) = together([("a.xlsx", BOOK), ("a.digicom", PACKAGE), ("a.pdf", PDF)])

    assert group == Together("青禾里", 2025, ((ONE, ("a.xlsx", "a.digicom", "a.pdf")),))
    assert (group.code, group.count) == (ONE, 3)


def test_of_files_of_one_firm_the_one_with_another_code_is_named() -> None:
    pdf = Checked("pdf", Verdict.UNKNOWN, OTHER)
    (group,) = together([("a.xlsx", BOOK), ("a.digicom", PACKAGE), ("a.pdf", pdf)])

    assert group.code == ""
    assert group.codes == ((ONE, ("a.xlsx", "a.digicom")), (OTHER, ("a.pdf",)))


def test_files_of_two_firms_are_not_expected_to_have_one_code() -> None:
    theirs = Checked("workbook", Verdict.WHOLE, OTHER, "银山", 2025)
    found = together([("a.xlsx", BOOK), ("b.xlsx", theirs), ("a.pdf", PDF)])

    assert found == (Together("青禾里", 2025, ((ONE, ("a.xlsx", "a.pdf")),)),)


def test_one_file_and_a_code_that_was_mistyped_are_nothing_together() -> None:
    mistyped = Checked("code", Verdict.MISTYPED, OTHER)

    assert together([("a.xlsx", BOOK), ("typed", mistyped)]) == ()
