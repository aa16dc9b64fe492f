"""When a reason says enough."""

import pytest

from digicom_desktop.domain.finding import is_long_enough, lacking_characters


@pytest.mark.parametrize(
    "text",
    [
        "两处口径不同",
        " 两处 口径\n不同 ",
        "2025年改制",
        "合同在总部",
        "见附件3、4",
        "see no. 3",
        "两处口径\u200b不同",
    ],
)
def test_six_characters_that_say_something_are_a_reason(text: str) -> None:
    assert is_long_enough(text) is (len("".join(text.split())) >= 6)
    assert lacking_characters(text) == (0 if is_long_enough(text) else 1)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("", 6),
        ("口径不同", 2),
        ("......", 2),
        ("123456", 1),
        ("12345六", 0),
        ("\u200b" * 6, 6),
        ("\u200d\ufeff\u00ad\u2060\u200e\u3000", 6),
        ("e\u0301\u0302\u0303\u0304\u0305", 5),
        ("哈哈哈哈哈哈", 2),
        ("哈啊哈啊哈啊", 1),
        ("口径不\u200b\u200b\u200b", 3),
        ("？！。，；：", 1),
    ],
)
def test_what_is_missing_for_a_reason_is_counted(text: str, lacking: int) -> None:
    assert lacking_characters(text) == lacking
    assert is_long_enough(text) is (lacking == 0)
