"""With the words that ship: what the rules tell of a text is what these words are."""

from dataclasses import replace

import pytest

from tests.fakes import a_lesson
from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.adapters.lessons.toml_vocabulary import TomlVocabulary
from tutor.domain.lesson import Level, Region
from tutor.domain.lesson_language import LanguageJudge, Weight, sentence_lengths
from tutor.domain.noun_agreement import NounGenders
from tutor.resources import resource_folder

ENTRIES = TomlVocabulary([resource_folder("lessons") / "vocabulary" / "es"]).entries()
LEXICON = WordfreqLexicon()
JUDGE = LanguageJudge(LEXICON.facts, ENTRIES)
GENDERS = NounGenders(ENTRIES)


def faults(text, own=()):
    return [remark.text for remark in JUDGE.faults("opening", text, frozenset(own))]


def remarks(weight=Weight.WARNING, **changes):
    lesson = replace(a_lesson(), **changes)
    return [str(one) for one in JUDGE.remarks(lesson) if one.weight is weight]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("¿Tienes el mesa libre?", "el mesa"),
        ("Quiero una libro.", "una libro"),
        ("Los casa es grande.", "Los casa"),
        ("Vivo en una casa pequeño.", "una casa pequeño"),
        ("Hay muchas ruido.", "muchas ruido"),
        ("Es un pequeña casa.", "un pequeña casa"),
        ("¿Dónde están las gafas nuevo?", "las gafas nuevo"),
        ("Buenas días.", "Buenas días"),
    ],
)
def test_words_that_do_not_go_with_a_noun_are_named(text, wrong):
    assert list(GENDERS.disagreements(text)) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "El agua está fría.",
        "Quiero un agua.",
        "Nos los cuenta mañana.",
        "Es una gran ciudad.",
        "¿Estás los viernes cansada?",
        "¿Qué hiciste el fin de semana pasado?",
        "Es la moto del jefe nuevo.",
        "¿Vuelves a casa cansado?",
        "El estudiante y la estudiante.",
        "Me gusta leer, sobre todo novelas.",
        "La familia solo pide justicia.",
    ],
)
def test_words_that_go_with_a_noun_are_left_alone(text):
    assert list(GENDERS.disagreements(text)) == []


def test_no_example_of_the_vocabulary_is_found_fault_with():
    found = [(one.example, faults(one.example)) for one in ENTRIES]
    assert [each for each in found if each[1]] == []


@pytest.mark.parametrize("word", ["xyzzyish", "platicadorísima", "weekend"])
def test_a_word_that_no_list_holds_or_that_is_english_is_an_error(word):
    assert faults(f"Tengo un {word} hoy.") == [f"'{word}' is not a known word"]
    assert faults(f"Tengo un {word} hoy.", own=[word]) == []


def test_names_are_known():
    assert faults("Vivo en Xyzzyburgo con Zxcvbina.") == []


@pytest.mark.parametrize("text", ["Qué quieres?", "¿Qué quieres", "Hola!"])
def test_marks_come_in_pairs(text):
    assert "has not as many" in faults(text)[0]


@pytest.mark.parametrize(
    ("text", "level", "hard"),
    [
        ("¿Te gusta cocinar?", Level.A1, ()),
        ("¿Te gusta barajar?", Level.A1, ("barajar",)),
        ("¿Tienes aquí una gotera?", Level.A2, ("gotera",)),
        ("¿Adónde vas? Hazle una foto.", Level.A1, ()),
        ("¿Tienes aquí una gotera?", Level.B1, ()),
    ],
)
def test_words_are_within_a_level_by_how_common_they_are_or_by_being_taught(text, level, hard):
    assert JUDGE.words_beyond(text, level) == hard


def test_what_a_lesson_teaches_is_never_beyond_it():
    (hard,) = remarks(level=Level.A1, opening="¿Quieres barajar?")
    assert hard == "opening: beyond A1: barajar"
    taught = remarks(level=Level.A1, opening="¿Quieres barajar?", target_words=("barajar",))
    assert taught == ["target_words.0: 'barajar' is not in the vocabulary"]


def test_long_sentences_are_told_by_the_level():
    long = "¿" + "muy " * 13 + "bien?"
    (remark,) = remarks(level=Level.A1, opening=long)
    assert remark == "opening: 14 words in a sentence, 12 at A1"
    assert remarks(level=Level.A2, opening=long) == []


def test_wrong_spanish_is_an_error():
    assert remarks(Weight.ERROR, farewell="Hasta el mesa.") == [
        "farewell: 'el mesa' does not agree in gender or number"
    ]


@pytest.mark.parametrize(
    ("text", "regions", "told"),
    [
        ("¿Queréis agua?", (), "'queréis' is said in Spain only"),
        ("¿Querés agua?", (), "'querés' is said in Argentina only"),
        ("¿Y vos?", (Region.SPAIN,), "'vos' is said in Argentina only"),
        ("¿Un zumo?", (Region.MEXICO,), "'zumo' is said in Spain only; elsewhere 'jugo'"),
    ],
)
def test_words_of_another_region_are_named_once(text, regions, told):
    (remark,) = remarks(opening=text, farewell=text.strip("¿?") + ".", regions=regions)
    assert remark.startswith(f"opening: {told}")


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("¿Queréis zumo?", (Region.SPAIN,)),
        ("¿Querés jugo?", (Region.ARGENTINA,)),
        ("¿Vale la pena? Además, después hablarás inglés y estás en París.", ()),
        ("¿Un jugo?", (Region.MEXICO, Region.ARGENTINA)),
    ],
)
def test_words_of_the_region_are_left_alone(text, regions):
    assert [one for one in remarks(opening=text, regions=regions) if "only" in one] == []


def test_sentences_are_measured_one_by_one():
    lesson = replace(a_lesson(), opening="Hola, soy Nora. ¿Qué tal?", questions=("¿Qué come?",))
    assert sentence_lengths(lesson) == (3, 2, 2, 2)
