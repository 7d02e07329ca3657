"""What an answer is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from tutor.domain.grading import Grade, Target, grade, rating_for
from tutor.domain.language import Language
from tutor.domain.schedule import Rating
from tutor.domain.word_facts import WordFacts

EXACT, SLIP, WRONG = Grade

LEMMAS = {
    "fui": "ir", "fue": "ir", "fuimos": "ir", "voy": "ir", "estoy": "estar", "está": "estar",
    "estamos": "estar", "soy": "ser", "es": "ser", "esta": "este", "hablo": "hablar",
    "habló": "hablar", "habla": "hablar", "hablé": "hablar", "gusta": "gustar",
    "gustan": "gustar", "gusto": "gustar", "gustas": "gustar", "quesos": "queso",
    "vivía": "vivir", "vivo": "vivir", "rojo": "rojo", "roja": "rojo", "rojas": "rojo",
    "casada": "casado", "tuve": "tener", "tuvo": "tener", "tenía": "tener",
}  # fmt: skip
NO_WORDS = frozenset("estoi qeso fuy habitacion habitasión chese hous gustam bensana fuii".split())
ENGLISH = frozenset("cheese milk horse mouse chess house chicken kitchen".split())
FUI = Target("fui", sentence="Ayer fui al supermercado con mi hermana.", said="fue")
ESTOY = Target("estoy", sentence="Hoy estoy cansado.", said="soy")
HABLO = Target("habló", sentence="Ayer María habló con Juan.", said="habla")
ESTA = Target("está", sentence="Mi casa está cerca.", said="es")
EL = Target("el", sentence="El problema es grande.", said="la")
A = Target("a", sentence="Veo a mi hermana los lunes.")
GUSTAN = Target("gustan", sentence="Me gustan los perros.", said="gusta")
ME_GUSTA = Target("me gusta", sentence="Me gusta el café.", said="yo gusto")
PARA = Target("para", sentence="Este regalo es para ti.", said="por")
TUVE = Target("tuve", sentence="Ayer tuve que trabajar.", said="tenía")
NOT_EN = Target("", sentence="Trabajo el lunes.", said="en")
ORDER = Target("casa blanca", sentence="Vivo en una casa blanca.", said="blanca casa")
CLOZES = (FUI, ESTOY, HABLO, ESTA, EL, A, GUSTAN, ME_GUSTA, PARA, TUVE, NOT_EN, ORDER)
QUESO = Target("queso", article="el")
CHEESE = Target("cheese", Language.ENGLISH, alternatives=("to smile",))
SUBJECTS = ("yo", "tú", "ella", "nosotros", "ustedes")


def facts(word):
    """Every word is everyday Spanish but the ones that are named above."""
    spanish = 0.0 if word in NO_WORDS | ENGLISH else 5.0
    return WordFacts(LEMMAS.get(word, word), spanish, 5.0 if word in ENGLISH else 0.0)


class SmallSpeller:
    """A NumberSpeller of the numbers that these tests say."""

    def __init__(self, language):
        self._words = {
            Language.SPANISH: {2: "dos", 3: "tres", 21: "veintiuno"},
            Language.ENGLISH: {21: "twenty-one"},
        }[language]

    def cardinal(self, number):
        return self._words.get(number, "muchos")

    def ordinal(self, number):
        return self.cardinal(number)


def graded(answer, target):
    return grade(answer, target, facts_of=facts, speller=SmallSpeller(target.language))


@pytest.mark.parametrize(
    ("target", "answer"),
    [
        (FUI, "fui"), (FUI, "Fui."), (FUI, "Ayer fui al supermercado con mi hermana"),
        (FUI, "Pues ayer yo fui con mi hermana al súper"), (FUI, "creo que es fui"),
        (FUI, "Yo ayer fui y ella fue también"), (FUI, "fui fui"),
        (ESTOY, "Hoy yo estoy muy cansado porque soy profesor"), (ESTOY, "No estoy cansado"),
        (HABLO, "Ella habló ayer con Juan"), (EL, "el"), (EL, "es el gran problema"),
        (EL, "Creo que el problema de la casa es grande"), (A, "veo a mi hermana"),
        (A, "a mi hermana la veo los lunes"), (GUSTAN, "A mí no me gustan mucho los perros"),
        (ME_GUSTA, "A mí también me gusta el café"), (PARA, "para ti"), (PARA, "es para ti"),
        (NOT_EN, "Yo siempre trabajo el lunes"), (NOT_EN, "Trabajo el lunes en una oficina"),
        (ORDER, "Yo vivo en una casa muy blanca"),
    ],
)  # fmt: skip
def test_the_tested_words_in_a_fitting_place_are_right_however_the_rest_is_phrased(target, answer):
    assert graded(answer, target) is EXACT


@pytest.mark.parametrize(
    ("target", "answer"),
    [
        (FUI, "fue"), (FUI, "Ayer yo fue al supermercado con mi hermana"), (FUI, "Ayer fuimos"),
        (FUI, "Ayer voy al supermercado"), (FUI, "Ayer al supermercado con mi hermana"),
        (FUI, ""), (FUI, "¿?"), (ESTOY, "Hoy soy cansado"), (ESTOY, "está cansado"),
        (ESTOY, "Soy cansado porque estoy enfermo"), (EL, "La problema es grande"),
        (EL, "El coche es la problema"), (EL, "Un problema es grande"), (A, "veo mi hermana"),
        (A, "Los lunes veo mi hermana a las tres"), (GUSTAN, "Me gusta los perros"),
        (GUSTAN, "me gustas"), (ME_GUSTA, "Yo gusto el café"), (ME_GUSTA, "te gusta el café"),
        (PARA, "es por ti"), (NOT_EN, "Trabajo en el lunes"), (NOT_EN, "en el lunes"),
        (ORDER, "Vivo en una blanca casa"),
    ],
)  # fmt: skip
def test_the_mistake_another_form_and_missing_words_are_wrong(target, answer):
    assert graded(answer, target) is WRONG


@pytest.mark.parametrize(
    ("target", "answer", "worth"),
    [
        (FUI, "fue, no, fui", EXACT), (FUI, "fui, no, fue", WRONG), (FUI, "fui fue", WRONG),
        (FUI, "Ayer fue al súper, perdón, fui al súper", EXACT),
        (ESTOY, "Hoy soy cansado, digo, estoy cansado", EXACT), (ESTOY, "estoy soy", WRONG),
        (EL, "la problema, no, el", EXACT), (EL, "el problema, no, la problema", WRONG),
        (A, "veo mi hermana, no, veo a mi hermana", EXACT),
        (A, "veo a mi hermana, no, veo mi hermana", WRONG),
        (PARA, "para, no, por", WRONG), (QUESO, "leche, no, queso", EXACT),
        (QUESO, "queso, no, leche", WRONG), (CHEESE, "milk, no, cheese", EXACT),
    ],
)  # fmt: skip
def test_of_several_attempts_the_last_counts(target, answer, worth):
    assert graded(answer, target) is worth


@pytest.mark.parametrize(
    ("target", "answer"),
    [(ESTOY, "no sé, no estoy seguro"), (QUESO, "no sé"), (CHEESE, "I don't know")],
)
def test_giving_up_is_wrong_even_in_the_tested_word(target, answer):
    assert graded(answer, target) is WRONG


@pytest.mark.parametrize(
    ("target", "answer", "worth"),
    [
        (HABLO, "Ayer María hablo con Juan", WRONG), (HABLO, "hablo", WRONG),
        (ESTA, "Mi casa esta cerca", SLIP), (FUI, "fuí", SLIP),
        (Target("vivía", sentence="Vivía aquí.", said="vivo"), "vivia aquí", SLIP),
    ],
)  # fmt: skip
def test_an_accent_that_makes_another_form_is_wrong_and_a_missing_one_a_slip(target, answer, worth):
    assert graded(answer, target) is worth


@pytest.mark.parametrize(
    ("target", "answer"),
    [
        (FUI, "Ayer fuy al supermercado con mi hermana"), (ESTOY, "estoi"),
        (TUVE, "Ayer tube que trabajar"), (A, "veo ami hermana"),
    ],
)  # fmt: skip
def test_what_is_misheard_or_misspelled_so_that_it_cannot_be_the_mistake_is_a_slip(target, answer):
    assert graded(answer, target) is SLIP


def test_what_is_as_near_to_the_mistake_as_to_the_right_word_is_wrong():
    assert graded("Me gustam los perros", GUSTAN) is WRONG


@pytest.mark.parametrize(
    ("target", "answer", "worth"),
    [
        (QUESO, "el queso", EXACT), (QUESO, "un queso", EXACT), (QUESO, "Se dice queso.", EXACT),
        (QUESO, "Creo que es el queso", EXACT), (QUESO, "it's queso", EXACT),
        (QUESO, "to be queso", EXACT), (QUESO, "queso queso", EXACT),
        (QUESO, "Quiero comer un poco de queso, por favor", EXACT), (QUESO, "la queso", SLIP),
        (QUESO, "quesos", SLIP), (QUESO, "qeso", SLIP), (QUESO, "que eso", SLIP),
        (QUESO, "peso", WRONG), (QUESO, "leche", WRONG), (QUESO, "queso leche pan", WRONG),
        (Target("cuchara", article="la"), "Creo que escuchara", EXACT),
        (Target("habitación", article="la"), "la habitacion", SLIP),
        (Target("habitación", article="la"), "habitasión", SLIP),
        (Target("español"), "espanol", SLIP), (Target("año"), "ano", WRONG),
        (Target("casado"), "cansado", WRONG), (Target("casado"), "casada", SLIP),
        (Target("ventana"), "bensana", SLIP), (Target("el agua"), "la agua", SLIP),
        (Target("por favor"), "porfavor", SLIP), (Target("veintiuno"), "21", EXACT),
        (Target("problema", said="problem", article="el"), "problem", WRONG),
        (Target("carro", alternatives=("coche",)), "coche", EXACT),
    ],
)  # fmt: skip
def test_a_spanish_word_is_asked_for_in_exactly_its_form(target, answer, worth):
    assert graded(answer, target) is worth


def english(words, *alternatives):
    return Target(words, Language.ENGLISH, alternatives=alternatives)


@pytest.mark.parametrize(
    ("target", "answer", "worth"),
    [
        (CHEESE, "the cheese", EXACT), (CHEESE, "cheeses", EXACT), (CHEESE, "smile", EXACT),
        (CHEESE, "I think it means cheese.", EXACT), (CHEESE, "chese", SLIP),
        (CHEESE, "It's not cheese", WRONG), (CHEESE, "chess", WRONG), (CHEESE, "milk", WRONG),
        (english("to speak"), "speak", EXACT), (english("to speak"), "speaking", SLIP),
        (english("color"), "the colours", EXACT), (english("theater"), "theatre", EXACT),
        (english("to organize"), "organise", EXACT), (english("child"), "children", EXACT),
        (english("house"), "horse", WRONG), (english("house"), "hous", SLIP),
        (english("meat"), "meet", SLIP), (english("to be, to exist"), "exist", EXACT),
        (english("you (formal)"), "you", EXACT), (english("twenty-one"), "21", EXACT),
        (english("I am hungry"), "I'm hungry", EXACT), (english("bus"), "buses", EXACT),
        (english("city"), "cities", EXACT), (english("kitchen"), "chicken", WRONG),
    ],
)  # fmt: skip
def test_a_translation_is_free_in_article_number_and_country(target, answer, worth):
    assert graded(answer, target) is worth


def test_a_word_to_be_said_may_stand_in_a_sentence():
    assert graded("me gusta mucho el queso", QUESO) is EXACT


def test_figures_are_the_words_they_stand_for():
    brothers = Target("tres", sentence="Tengo tres hermanos.", said="dos")
    assert graded("Tengo 3 hermanos", brothers) is EXACT
    assert graded("Tengo 2 hermanos", brothers) is WRONG


def test_right_is_good_a_slip_is_hard_and_wrong_is_again():
    assert [rating_for(each) for each in Grade] == [Rating.GOOD, Rating.HARD, Rating.AGAIN]


words_of_answers = st.lists(
    st.sampled_from(
        "ayer hoy fui fue no estoy soy cansado el la problema a mi hermana me gusta gustan yo "
        "para por ti es trabajo en lunes casa blanca queso digo perdón y muy que".split()
    ),
    max_size=8,
).map(" ".join)


@given(st.sampled_from(CLOZES))
def test_the_sentence_and_the_words_themselves_are_exact(target):
    assert graded(target.sentence, target) is EXACT
    assert graded(target.words or target.sentence, target) is EXACT


@given(st.sampled_from([each for each in CLOZES if each.said]))
def test_the_mistake_alone_is_wrong(target):
    assert graded(target.said, target) is WRONG


@given(st.sampled_from(CLOZES), words_of_answers)
def test_case_and_punctuation_never_matter(target, answer):
    dressed = "¿" + answer.upper().replace(" ", ", ") + "?!"
    assert graded(dressed, target) is graded(answer, target)


@given(
    st.sampled_from([each for each in CLOZES if "yo" not in each.said]), st.sampled_from(SUBJECTS)
)
def test_a_subject_pronoun_changes_nothing(target, pronoun):
    assert graded(f"{pronoun} {target.sentence}", target) is EXACT
    assert graded(f"{pronoun} {target.words or target.sentence}", target) is EXACT
    if target.words and target.said:
        assert graded(f"{pronoun} {target.said}", target) is WRONG


@given(st.sampled_from((*CLOZES, QUESO, CHEESE)), texts)
def test_anything_at_all_has_a_grade(target, answer):
    assert graded(answer, target) in Grade


@pytest.mark.parametrize(("target", "answer"), [(EL, "él"), (EL, "Es él."), (FUI, "fuí")])
def test_what_cannot_be_told_apart_by_ear_is_at_most_a_slip(target, answer):
    assert graded(answer, target) is SLIP


@pytest.mark.parametrize(
    "answer", ["Es él problema", "Creo que él problema de la casa es grande", "él problema"]
)
def test_a_tested_word_written_as_a_pronoun_that_sounds_the_same_is_no_omission(answer):
    assert graded(answer, EL) is SLIP


def test_a_pronoun_that_sounds_like_the_tested_word_does_not_stand_in_for_it():
    assert graded("Él dice que problema es grande", EL) is WRONG
