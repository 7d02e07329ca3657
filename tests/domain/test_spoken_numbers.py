import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.language import Language
from tutor.domain.spoken_text import spoken

ONES = {
    Language.SPANISH: "cero uno dos tres cuatro cinco seis siete ocho nueve".split(),
    Language.ENGLISH: "zero one two three four five six seven eight nine".split(),
}


class ShortSpeller:
    """A NumberSpeller that reads figure by figure: the rules are what is tested here."""

    def __init__(self, language: Language) -> None:
        self._ones = ONES[language]

    def cardinal(self, number: int) -> str:
        return "-".join(self._ones[int(figure)] for figure in str(number))

    def ordinal(self, number: int) -> str:
        return self.cardinal(number) + "º"


def in_spanish(text: str) -> str:
    return spoken(text, Language.SPANISH, ShortSpeller(Language.SPANISH))


def in_english(text: str) -> str:
    return spoken(text, Language.ENGLISH, ShortSpeller(Language.ENGLISH))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Tengo 1 casa.", "Tengo una casa."),
        ("Tengo 1 libro.", "Tengo un libro."),
        ("Es el número 1.", "Es el número uno."),
        ("Del 1 al 5", "Del uno al cinco"),
        ("Hay 1 problema.", "Hay un problema."),
        ("Son las 8:30.", "Son las ocho y media."),
        ("A la 1:15", "A la una y cuarto"),
        ("A las 9:00 p. m.", "A las nueve de la noche"),
        ("A las 4 p.m. hay café", "A las cuatro de la tarde hay café"),
        ("El 12/05", "El uno-dos de mayo"),
        ("El 3/5/2024", "El tres de mayo de dos-cero-dos-cuatro"),
        ("El 1 de mayo", "El primero de mayo"),
        ("Cuesta $5.", "Cuesta cinco dólares."),
        ("Cuesta 1 €.", "Cuesta un euro."),
        ("Cuesta 3,50 €.", "Cuesta tres euros con cinco-cero céntimos."),
        ("El 20 %", "El dos-cero por ciento"),
        ("Pesa 1 kg y mide 2 m.", "Pesa un kilo y mide dos metros."),
        ("Va a 90 km/h", "Va a nueve-cero kilómetros por hora"),
        ("1.234 personas", "uno-dos-tres-cuatro personas"),
        ("3,5 y 2.5", "tres coma cinco y dos punto cinco"),
        ("de 5-6", "de cinco a seis"),
        ("a -5 grados", "a menos cinco grados"),
        ("el aula A1", "el aula A uno"),
        ("el 007", "el cero cero siete"),
        ("1/2 litro", "medio litro"),
    ],
)
def test_spanish_numbers_are_said_as_speakers_say_them(written: str, said: str) -> None:
    assert in_spanish(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("In 1999", "In one-nine nine-nine"),
        ("In 1905", "In one-nine oh five"),
        ("In 2005", "In two-zero-zero-five"),
        ("1,999 words", "one-nine-nine-nine words"),
        ("May 5, 2024", "May fiveº, two-zero two-four"),
        ("12/05", "December fiveº"),
        ("25/12", "December two-fiveº"),
        ("at 8:30", "at eight three-zero"),
        ("at 8:05 p.m.", "at eight oh five P M"),
        ("at 8:00", "at eight o'clock"),
        ("the 2nd", "the twoº"),
        ("$1 or $2.50", "one dollar or two dollars and five-zero cents"),
        ("20%", "two-zero percent"),
        ("5 kg", "five kilograms"),
    ],
)
def test_english_numbers_are_said_as_speakers_say_them(written: str, said: str) -> None:
    assert in_english(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("El Sr. López y la Dra. Ruiz", "El señor López y la doctora Ruiz"),
        ("Frutas, p. ej. uvas", "Frutas, por ejemplo uvas"),
        ("Vivo en EE. UU.", "Vivo en Estados Unidos."),
        ("Pan, leche, etc.", "Pan, leche, etcétera."),
    ],
)
def test_abbreviations_are_said_in_full(written: str, said: str) -> None:
    assert in_spanish(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("**Muy bien** 😀🎉", "Muy bien"),
        ('Se dice «estoy», no "soy".', "Se dice, estoy, no soy."),
        ("Mira https://example.org/x?y=1 luego", "Mira luego"),
        ("soy → estoy", "soy, estoy"),
        ("él/ella", "él, ella"),
        ("# Título", "Título"),
        ("[aquí](https://example.org)", "aquí"),
        ("¿Sí? — ¡No!", "¿Sí? ¡No!"),
    ],
)
def test_what_is_not_speech_is_not_said(written: str, said: str) -> None:
    assert in_spanish(written) == said


def test_an_apostrophe_inside_a_word_stays() -> None:
    assert in_english("Don\N{RIGHT SINGLE QUOTATION MARK}t say 'soy'.") == "Don't say soy."


@pytest.mark.parametrize("text", ["", "   ", "…", "¡¿?!", "😀", "***"])
def test_nothing_to_say_is_empty(text: str) -> None:
    assert in_spanish(text) == ""


_WRITTEN = st.text(alphabet=st.sampled_from("0123456789 .,:/-%$€ºª²½٣ abkmhst'p«*"), max_size=30)


@given(st.one_of(st.text(max_size=40), _WRITTEN), st.sampled_from(Language))
def test_no_digit_survives(text: str, language: Language) -> None:
    said = spoken(text, language, ShortSpeller(language))
    assert not any(character.isdigit() for character in said)
