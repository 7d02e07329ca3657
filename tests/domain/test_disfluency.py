"""Which words of a sentence are hesitations, repeats and repairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.disfluency import disfluent_words
from tutor.domain.tokens import tokenize


def flagged(text):
    tokens = tokenize(text)
    return " ".join(tokens[index].norm for index in sorted(disfluent_words(tokens)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Eh, no tengo hambre.", "eh"),
        ("Tengo eh dos perros.", "eh"),
        ("Y, este, llamé a mi madre.", "este"),
        ("O sea, me gusta mucho.", "o sea"),
        ("Me gusta, o sea, no está mal.", "o sea"),
        ("Bueno, depende de la hora.", "bueno"),
        ("Pues no lo vi.", "pues"),
        ("Este, ¿cómo se dice?, me duele la espalda.", "este cómo se dice"),
        ("Trabajo en una oficina, ¿no?", "no"),
        ("Hace frío, ¿verdad?", "verdad"),
        ("Me duele, ay, la cabeza.", "ay"),
    ],
)
def test_a_filler_that_is_set_off_is_flagged(text, words):
    assert flagged(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vivo en la la casa.", "la la"),
        ("La, la casa es grande.", "la la"),
        ("Vivo en, eh, en Lima.", "en eh en"),
        ("Vivo en la… en la ciudad.", "en la en la"),
        ("Yo yo yo no sé nada.", "yo yo yo"),
        ("Voy a las, eh, a las seis.", "a las eh a las"),
    ],
)
def test_what_is_said_twice_is_flagged_both_times(text, words):
    assert flagged(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Yo fui, no, yo iba al pueblo.", "yo fui no yo iba"),
        ("Yo fui … yo iba al pueblo.", "yo fui yo iba"),
        ("Yo fui, yo iba al pueblo.", "yo fui yo iba"),
        ("Quiero, quería un café.", "quiero quería"),
        ("Quiero... quería un café.", "quiero quería"),
        ("La casa es rojo, roja.", "rojo roja"),
        ("Ella es… ella está enferma.", "ella es ella está"),
        ("Tiene veinte, no, veintiún años.", "veinte no veintiún"),
        ("Fuimos a Sevilla, perdón, a Granada.", "a sevilla perdón a granada"),
        ("Compré pan, digo, arroz.", "pan digo arroz"),
        ("Vi la película, mejor dicho, la serie.", "la película mejor dicho la serie"),
        ("Trabajo de… trabajaba de camarero.", "trabajo de trabajaba de"),
        ("Cuando era, cuando tenía diez años.", "cuando era cuando tenía"),
        ("Hablé con el, con la directora.", "con el con la"),
    ],
)
def test_a_repair_is_flagged_with_what_it_replaces(text, words):
    assert flagged(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("El, la casa es grande.", "el"),
        ("El, la problema es grande.", "el"),
        ("Es por, para mi madre.", "por"),
        ("Me gustan los, bueno, las películas.", "los bueno"),
        ("Quie- quiero un café.", "quie"),
        ("Tra… trabajo en casa.", "tra"),
    ],
)
def test_of_a_false_start_only_what_was_given_up_is_flagged(text, words):
    assert flagged(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No sé.",
        "No, no me gusta.",
        "Sí, sí quiero.",
        "Este año vamos a la playa.",
        "Esto es bueno.",
        "Es un hombre bueno.",
        "Vivo con mi hermano, mi hermana y el perro.",
        "Me levanto, me lavo y me visto.",
        "Me gusta comer, correr y nadar.",
        "Yo canto, yo bailo, yo toco la guitarra.",
        "Cuando llegué, llegaron mis padres.",
        "Si quieres, quedamos a las dos.",
        "Vivo en *CITY* *CITY* desde 2008-2016.",
        "Él es simpático- él trabaja mucho.",
        "No es mi novio—es mi amigo.",
        "Su canción es Waka Waka.",
        "Me dolía más y más, y con razón.",
        "El poder de los abuelos: los abuelos son un regalo.",
        "Son muchas personas, por lo menos diez.",
        "El tiene muchos tios, tias y primas.",
        "Te lo presto, pero devuélvemelo.",
        "Poco a poco, día a día.",
        "Un café, un té y una tarta.",
        "Mi padre es médico. Mi padre vive en Lima.",
        "¿Quién es? Es mi tía.",
    ],
)
def test_what_is_said_once_and_fluently_is_not_flagged(text):
    assert flagged(text) == ""


def test_an_apology_after_a_mere_hesitation_replaces_nothing():
    assert flagged("Ay, perdón, es que estoy nerviosa.") == "ay"


def test_an_article_before_a_hesitation_still_belongs_to_its_noun():
    assert flagged("El, eh, casa es grande.") == "eh"


WORDS = st.lists(
    st.sampled_from("yo tengo la casa grande en ciudad mi perro come quiero ella está".split()),
    unique=True,
    max_size=9,
)


@given(WORDS)
def test_words_without_a_pause_a_repeat_or_a_filler_are_never_flagged(words):
    assert flagged(" ".join(words) + ".") == ""


@given(WORDS, st.data())
def test_a_word_said_twice_is_always_flagged(words, data):
    if words:
        at = data.draw(st.integers(0, len(words) - 1))
        stammered = [*words[: at + 1], *words[at:]]
        assert {at, at + 1} <= disfluent_words(tokenize(" ".join(stammered)))


MARKS = st.sampled_from("eh , … . ? ¿ - no la el yo fui digo perdón bueno casa casas".split())


@given(st.lists(MARKS, max_size=14).map(" ".join))
def test_only_words_of_the_sentence_are_flagged_and_every_hesitation_is(text):
    tokens = tokenize(text)
    found = disfluent_words(tokens)
    assert found <= set(range(len(tokens)))
    assert {index for index, token in enumerate(tokens) if token.norm == "eh"} <= found
