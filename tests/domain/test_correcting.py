"""What is corrected, what is asked about, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLexicon
from tutor.domain.alignment import align
from tutor.domain.correcting import build_correction
from tutor.domain.transcript import Segment, Transcript, Word, typed_transcript
from tutor.domain.word_facts import WordFacts

LEXICON = FakeLexicon(english=frozenset({"beach", "the"}))


def facts(word):
    return WordFacts(word, 0.0, 0.0) if word == "xqzt" else LEXICON.facts(word)


def typed(said, better):
    return build_correction(typed_transcript(said), better, facts)


def heard(said, better, **probabilities):
    words = tuple(
        Word(text, float(n), n + 0.5, probabilities.get(text.strip(".,"), 0.95))
        for n, text in enumerate(said.split())
    )
    return build_correction(Transcript((Segment(words),)), better, facts)


@pytest.mark.parametrize(
    ("said", "better"),
    [
        ("hola, soy ana", "Hola. ¡Soy Ana!"),
        ("Vivo en Malaga ahora.", "Vivo en Barcelona ahora."),
        ("Tengo 3 gatos en casa.", "Tengo 4 gatos en casa."),
        ("Tengo tres gatos en casa.", "Tengo cuatro gatos en casa."),
        ("Yo soy de aquí.", "Soy de aquí."),
        ("Vivo en una casa.", "Yo vivo en una casa."),
        ("Voy a la playa.", "Voy a la beach."),
        ("Voy a la playa.", "Voy a la xqzt."),
        ("Voy a la playa.", "Voy a la playa con todos mis amigos."),
        ("Viven muy lejos el uno del otro.", "Viven muy lejos del otro."),
        ("Me gusta mucho el zumo.", "Me gusta mucho el jugo."),
        ("Hoy he comido en casa.", "Hoy comí en casa."),
        ("Estoy muy cansada hoy.", "Estoy muy cansado hoy."),
        ("Ana vive con nosotras.", "Ana vive con nosotros."),
        ("Si yo hablara bien.", "Si yo hablase bien."),
        ("El perro de mi casa come mucho pan.", "Un gato verde nunca bebe leche fría hoy."),
    ],
)
def test_style_names_numbers_variants_and_inventions_are_left_alone(said, better):
    correction = typed(said, better)
    assert correction.better == said
    assert not correction.edits


@pytest.mark.parametrize(
    ("said", "better"),
    [
        ("como estas hoy", "cómo estas hoy"),
        ("el va a casa", "él va a casa"),
        ("quiero haver pan", "quiero haber pan"),
    ],
)
def test_what_cannot_be_heard_is_corrected_only_where_it_was_typed(said, better):
    assert typed(said, better).better == better
    assert heard(said, better).better == said


def test_a_pronoun_behind_a_preposition_is_no_matter_of_style():
    assert typed("Ana vive con yo.", "Ana vive conmigo.").better == "Ana vive conmigo."


def test_a_stress_that_can_be_heard_is_corrected():
    assert heard("ayer ella hablo mucho", "ayer ella habló mucho").edits


def test_a_word_heard_uncertainly_is_asked_about_and_the_certain_one_corrected():
    correction = heard(
        "La casa es rojo y yo soy cansado.", "La casa es roja y yo estoy cansado.", soy=0.3
    )
    assert [edit.better for edit in correction.edits] == ["roja"]
    assert [(doubt.said, doubt.probability) for doubt in correction.doubts] == [("soy", 0.3)]
    assert correction.better == "La casa es roja y yo soy cansado."


def test_only_the_sentence_that_was_rewritten_is_left_alone():
    said = "Yo soy cansado hoy. El perro come pan con leche."
    better = "Yo estoy cansado hoy. Un gato bebe agua sin azúcar."
    assert typed(said, better).better == said.replace("soy", "estoy")


words = st.lists(
    st.sampled_from("yo soy estoy la el casa casas rojo roja en a de María 3 hablo habló".split()),
    max_size=9,
).map(" ".join)


@given(words, words, st.booleans())
def test_the_better_sentence_is_what_was_said_with_the_edits_applied(said, better, is_typed):
    correction = typed(said, better) if is_typed else heard(said, better)
    assert correction.said == said
    changed = align(said, correction.better).spans
    assert bool(changed) == bool(correction.edits)
    starts = [edit.start for edit in correction.edits]
    assert starts == sorted(starts)


@given(words)
def test_a_sentence_is_never_corrected_into_itself(said):
    assert not typed(said, said).edits
