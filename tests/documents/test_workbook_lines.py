"""Texts too tall for a row are cut where it hurts least, and nothing of them is lost."""

from hypothesis import example, given, strategies as st

from digicom_desktop.documents.workbook_lines import count_lines, split_lines, split_units

TEXTS = st.text(alphabet=st.sampled_from("一。，、 aW9\n𬭸_x"), max_size=400)


@example("W" * 50 + "一" * 45, 5, 24)
@example("一" * 45 + "W" * 50 + "，" * 9, 5, 24)
@given(TEXTS, st.floats(1.5, 40), st.integers(2, 24))
def test_the_pieces_of_a_text_are_the_text_and_fit(text: str, ems: float, most: int) -> None:
    pieces = split_lines(text, ems, most)
    assert "".join(pieces) == text
    assert all(count_lines(piece.removesuffix("\n"), ems) <= most for piece in pieces)


@given(st.text(max_size=200), st.integers(2, 50))
def test_pieces_by_units_are_the_text_and_fit(text: str, most: int) -> None:
    pieces = split_units(text, most)
    assert "".join(pieces) == text
    assert all(len(piece.encode("utf-16-le")) // 2 <= most for piece in pieces)


def test_a_long_text_is_cut_at_the_end_of_a_sentence() -> None:
    pieces = split_lines("本企业每周看一次库存，缺货天数由 21 天降到 9 天。" * 40, 18, 10)
    assert len(pieces) > 1
    assert all(piece.endswith("。") for piece in pieces)


def test_lines_are_counted_by_the_width_of_characters() -> None:
    assert count_lines("一" * 20, 20) == 1
    assert count_lines("一" * 21, 20) == 2
    assert count_lines("a" * 30, 20) == 1
    assert count_lines("W" * 30, 20) == 2
    assert count_lines("一\n\n一", 20) == 3
