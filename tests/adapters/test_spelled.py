import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.adapters.tts.spelled import Num2WordsSpeller
from tutor.domain.language import Language
from tutor.domain.spoken_text import spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("21 libros y 21 casas", "veintiún libros y veintiuna casas"),
        ("200 personas", "doscientas personas"),
        ("200.000 casas", "doscientas mil casas"),
        ("31 días", "treinta y un días"),
        ("Son las 21:15.", "Son las veintiuna y cuarto."),
        ("El 5 de mayo de 2024", "El cinco de mayo de dos mil veinticuatro"),
        ("la 2.ª vez", "la segunda vez"),
        ("el 3er piso", "el tercer piso"),
        ("$5 millones", "cinco millones de dólares"),
    ],
)
def test_spanish_numbers_agree_with_what_is_counted(written: str, said: str) -> None:
    assert spoken(written, Language.SPANISH, Num2WordsSpeller(Language.SPANISH)) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("the 21st of 1,200", "the twenty-first of one thousand, two hundred"),
        ("in the 1990s", "in the nineteen nineties"),
        ("in 2024", "in twenty twenty-four"),
    ],
)
def test_english_numbers_are_spelled(written: str, said: str) -> None:
    assert spoken(written, Language.ENGLISH, Num2WordsSpeller(Language.ENGLISH)) == said


@given(
    st.integers(0, 10**13), st.sampled_from(Language), st.sampled_from(["", " €", ":30", "º", "%"])
)
def test_every_number_is_spelled(number: int, language: Language, behind: str) -> None:
    said = spoken(f"{number}{behind}", language, Num2WordsSpeller(language))
    assert said
    assert not any(character.isdigit() for character in said)
