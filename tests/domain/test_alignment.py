"""Aligning what was said with what is better, and putting changes back into the sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.alignment import align
from tutor.domain.tokens import tokenize

WORDS = "yo tú soy es estoy el la los casa casas roja rojo en a de me gusta que María 3 *PLACE*"
GAPS = st.sampled_from([" ", " ", " ", " ", ", ", ". ", "… ", " ¿", "? ", "\n", " - "])


@st.composite
def sentences(draw, min_size=0):
    words = draw(st.lists(st.sampled_from(WORDS.split()), min_size=min_size, max_size=9))
    gaps = [draw(GAPS) for _ in words]
    text = draw(st.sampled_from(["", "¿", " "])) + "".join(
        word + gap for word, gap in zip(words, gaps, strict=True)
    )
    return text[:1].upper() + text[1:] if draw(st.booleans()) else text


def norms(text):
    return [token.norm for token in tokenize(text)]


@given(sentences(), sentences())
def test_applying_every_change_gives_the_better_words(said, better):
    alignment = align(said, better)
    assert norms(alignment.apply(alignment.spans)) == norms(better)


@given(sentences(), sentences(), st.data())
def test_applying_some_changes_leaves_every_other_word_as_said(said, better, data):
    alignment = align(said, better)
    chosen = [span for span in alignment.spans if data.draw(st.booleans())]
    expected = []
    at = 0
    for span in chosen:
        expected += [token.norm for token in alignment.said[at : span.start]]
        expected += [token.norm for token in alignment.better_words(span)]
        at = span.end
    expected += [token.norm for token in alignment.said[at:]]
    assert norms(alignment.apply(chosen)) == expected


@given(sentences())
def test_a_text_does_not_differ_from_itself(text):
    alignment = align(text, text.upper().replace(",", " "))
    assert not alignment.spans
    assert alignment.apply(()) == text


@given(sentences(), sentences())
def test_changes_are_in_order_and_do_not_overlap(said, better):
    at = better_at = 0
    for span in align(said, better).spans:
        assert at <= span.start <= span.end <= len(norms(said))
        assert better_at <= span.better_start <= span.better_end <= len(norms(better))
        assert span.end > span.start or span.better_end > span.better_start
        at, better_at = span.end, span.better_end


@given(sentences(min_size=1), sentences())
def test_without_changes_the_text_stays_letter_for_letter(said, better):
    assert align(said, better).apply(()) == said


@pytest.mark.parametrize(
    ("said", "better", "changes"),
    [
        ("Fui en la playa", "Fui a la playa", ["en>a"]),
        ("Voy a el cine", "Voy al cine", ["a el>al"]),
        ("La puerta de el baño", "La puerta del baño", ["de el>del"]),
        ("Yo gusto el café", "Me gusta el café", ["yo gusto>me gusta"]),
        ("Ayer yo voy tarde", "Ayer fui tarde", ["yo>", "voy>fui"]),
        ("Una roja casa", "Una casa roja", ["roja casa>casa roja"]),
        ("Un rojo casa grande", "Un casa roja grande", ["rojo casa>casa roja"]),
        ("Tengo perro", "Tengo un perro", [">un"]),
        ("por que no", "porque no", ["por que>porque"]),
        ("Los chica come", "Las chicas comen", ["los>las", "chica>chicas", "come>comen"]),
    ],
)
def test_each_change_is_what_a_teacher_would_name(said, better, changes):
    alignment = align(said, better)
    found = [f"{alignment.said_text(s)}>{alignment.better_text(s)}" for s in alignment.spans]
    assert found == changes


@pytest.mark.parametrize(
    ("said", "better", "applied"),
    [
        ("Yo soy muy cansado hoy.", "yo estoy muy cansado hoy", "Yo estoy muy cansado hoy."),
        ("Yo soy médico.", "Soy médico.", "Soy médico."),
        ("Perro es grande.", "El perro es grande.", "El perro es grande."),
        ("¿perro es grande?", "el perro es grande", "¿el perro es grande?"),
        ("María gusta el pan.", "A María le gusta el pan.", "A María le gusta el pan."),
        ("Sí quiero, mañana.", "Sí, quiero ir mañana.", "Sí quiero ir, mañana."),
        ("Hola, yo.", "Hola.", "Hola."),
        ("Voy. Yo como.", "Voy. Como.", "Voy. Como."),
        ("Es un mesa, ¿no?", "Es una mesa, ¿no?", "Es una mesa, ¿no?"),
        ("quiero comer", "quiero comer pan", "quiero comer pan"),
        ("Quiero comer.", "Quiero comer pan.", "Quiero comer pan."),
    ],
)
def test_case_and_punctuation_around_a_change_stay(said, better, applied):
    alignment = align(said, better)
    assert alignment.apply(alignment.spans) == applied
