import pytest

from tutor.domain.heard_language import heard_language
from tutor.domain.language import Language


@pytest.mark.parametrize(
    ("spanish", "english"), [(0.9, 0.05), (0.52, 0.43), (0.011, 0.013), (0.1, 0.8), (0.0, 0.0)]
)
def test_an_accent_does_not_make_spanish_english(spanish, english):
    assert heard_language(spanish, english) is Language.SPANISH


def test_a_sentence_that_is_surely_english_is_english():
    assert heard_language(0.005, 0.97) is Language.ENGLISH
