"""A copy for advice names nobody."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from digicom_desktop.documents.pdf_report import check_pdf, write_pdf
from digicom_desktop.domain.advice_copy import without_names
from digicom_desktop.domain.report import EvidenceView, ItemView, Report, Row
from digicom_desktop.domain.text import Language
from tests.documents.sample_report import sample_report

# Characters that neither the checklist nor the program's sentences use.
_RARE = "䶮㛃鑫淼焱垚赟翀骉犇猋麤羴鱻"
names = st.text(_RARE, min_size=2, max_size=5)
latin = st.sampled_from(["Qvxzar", "Zyxqu Wvkjo", "ＱＶＸＺＡ", "o'Qzxj"])
persons = st.one_of(names, latin)
between = st.sampled_from(["", " ", "\n", "\u200b", "\u3000"])
state = st.sampled_from([None, 3])


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def everything(report: Report) -> tuple[str, list[str]]:
    """All that another reader finds in the PDF, and the text of each page."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "征求意见.pdf"
        write_pdf(report, path)
        check_pdf(report, path)
        reader = pypdf.PdfReader(path)
        pages = [page.extract_text() for page in reader.pages]
        about = f"{reader.metadata}{reader.outline}"
    return squeezed("".join(pages) + about), pages


def filled(fields: dict[str, str], prose: str, **changes: object) -> Report:
    """The sample with ``fields`` by row id and ``prose`` wherever people write freely."""
    report = sample_report(**changes)  # type: ignore[arg-type]

    def rows(old: tuple[Row, ...], other: str = "") -> tuple[Row, ...]:
        return tuple(replace(r, value=fields.get(r.id, other or r.value)) for r in old)

    def item(old: ItemView) -> ItemView:
        *others, note = rows(old.statement)
        return replace(old, statement=(*others, replace(note, value=prose)), reason=prose)

    def entry(old: EvidenceView) -> EvidenceView:
        return replace(old, title=prose, proves=prose, file_name=fields["file"])

    line = report.plan.lines[0]
    action = replace(line.actions[0], text=prose, note=prose, owner=fields["owner"])
    return replace(
        report,
        company=rows(report.company),
        narratives=rows(report.narratives, prose),
        directions=tuple(
            replace(d, items=tuple(item(i) for i in d.items)) for d in report.directions
        ),
        evidence=tuple(entry(e) for e in report.evidence),
        findings=tuple(replace(f, sentence=prose, said=prose) for f in report.findings),
        plan=replace(report.plan, lines=(replace(line, actions=(action,)),)),
    )


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(persons, min_size=7, max_size=7, unique_by=squeezed), between, state)
def test_no_given_name_is_in_text_or_metadata(
    given_names: list[str], gap: str, revision: int | None
) -> None:
    firm, *people, file = given_names
    ids = ("legal_representative", "contact", "filled_by", "person_in_charge")
    fields = {f"company.{id}": name for id, name in zip(ids, people, strict=False)}
    fields |= {"company.name": f"{firm}有限公司", "owner": people[0], "file": f"{file}.pdf"}
    fields |= {"statement.person": people[4], "company.email": "qzx@example.com"}
    spaced = [gap.join(name) if not name.isascii() else name for name in (*people, firm)]
    prose = (
        "由"
        + "与".join(spaced)
        + f"有限公司办理，电话0793-7350018，见{file}.pdf，信箱qzx@example.com。"
    )
    report = filled(
        fields, prose, firm=f"{firm}有限公司", credit_code="91361130MA35K8QX4T", revision=revision
    )
    text, _ = everything(without_names(report))
    secrets = [*people, f"{firm}有限公司", f"{file}.pdf", "91361130MA35K8QX4T"]
    secrets += ["7350018", "qzx@example.com", "文公北路", report.code]
    for secret in secrets:
        assert squeezed(secret) not in text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("revision", [None, 2])
def test_every_page_says_that_it_is_for_advice(language: Language, revision: int | None) -> None:
    report = sample_report(language, revision=revision)
    copy = without_names(report)
    state = report.words.say("advice_copy.state")
    _, pages = everything(copy)
    assert all(squeezed(state) in squeezed(page) for page in pages)
    draft = report.words.say("report.state.draft")
    assert all((squeezed(draft) in squeezed(page)) is (revision is None) for page in pages[2:8])


def test_a_copy_for_advice_has_neither_code_nor_content_nor_pages_to_sign() -> None:
    copy = without_names(sample_report())
    text, _ = everything(copy)
    assert (copy.code, copy.content, copy.credit_code) == ("", b"", "")
    for missing in ("RWLS-7DL6", "一致性代码", "承诺书", "主管部门意见", "部分副本"):
        assert missing.casefold() not in text


def test_a_copy_for_advice_is_called_so_in_the_name_of_its_file() -> None:
    assert without_names(sample_report()).file_title == (
        "某企业_2025_数字商务自评_征求意见稿（不含名称）"
    )


def test_what_is_no_name_stays() -> None:
    report = sample_report()
    text, _ = everything(without_names(report))
    assert squeezed(report.narratives[2].value) in text
    for item in report.items:
        assert squeezed(item.clause) in text
        if item.state == "answered":
            assert squeezed(item.statement[0].value) in text


@pytest.mark.parametrize(
    ("wrote", "reads"),
    [
        ("婺源青禾茶业有限公司与程 䶮签约", "某企业与某人签约"),
        ("青禾茶业的门店", "某企业的门店"),
        ("拨打 0793 7350018 或 079373 50018", "拨打（略）或（略）"),
        ("代码９１３６１１３０ＭＡ３５Ｋ８ＱＸ４Ｔ", "代码（略）"),
        ("程\u200b䶮、汪𬭸各一份", "某人、某人各一份"),
        ("与程家村合作", "与程家村合作"),
    ],
)
def test_names_are_found_however_they_are_typed(wrote: str, reads: str) -> None:
    fields = {"owner": "", "file": ""}
    copy = without_names(filled(fields, wrote))
    assert squeezed(copy.narratives[0].value) == squeezed(reads)


def test_several_persons_in_one_field_are_found_one_by_one() -> None:
    fields = {"company.filled_by": "俞小满、胡晓岚（数据专员）", "owner": "", "file": ""}
    copy = without_names(filled(fields, "胡晓岚教会了俞小满，数据专员值班"))
    assert copy.narratives[0].value == "某人教会了某人，数据专员值班"
