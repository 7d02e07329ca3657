"""What speaks against a proposed change, and what becomes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.domain.correcting import correct_by_proposals
from tutor.domain.proposal import Proposal
from tutor.domain.strictness import Strictness, thresholds
from tutor.domain.suspicion import Suspicion
from tutor.domain.transcript import Segment, Transcript, Word, typed_transcript

FACTS = WordfreqLexicon().facts
NORMAL = thresholds(Strictness.NORMAL)


def change(start, end, better, probability=0.95, tag="word:x"):
    return Proposal(start, end, tuple(better.split()), tag, probability)


def weight(transcript, one):
    return Suspicion(transcript, FACTS).weighed(one).probability


def heard(text, **unsure):
    """A transcript by ear; the words named are heard with the probability given."""
    words = tuple(
        Word(word, 0.3 * n, 0.3 * n + 0.2, unsure.get(word, 0.97))
        for n, word in enumerate(text.split())
    )
    return Transcript((Segment(words),))


SIMPLE = change(2, 3, "alta")


def test_a_plain_change_of_typed_words_is_as_likely_as_it_says():
    assert weight(typed_transcript("Ella es alto."), SIMPLE) == SIMPLE.probability


@pytest.mark.parametrize(
    ("said", "one"),
    [
        ("Yo fui, no, yo iba a la playa.", change(1, 2, "fue")),
        ("La la casa es grande.", change(0, 1, "")),
        ("Sí, a la playa.", change(1, 1, "voy")),
    ],
)
def test_what_belongs_to_speech_is_never_changed(said, one):
    assert weight(typed_transcript(said), one) == 0


def test_a_word_badly_heard_or_beside_one_is_less_likely_wrong():
    sure = weight(heard("ella es alto"), SIMPLE)
    assert weight(heard("ella es alto", alto=0.55), SIMPLE) < 0.7 * sure
    assert weight(heard("ella es alto", es=0.45), SIMPLE) < 0.6 * sure
    assert weight(heard("ella es alto", ella=0.45), SIMPLE) == sure


def test_english_beside_a_word_makes_it_doubtful():
    assert weight(typed_transcript("Me gusta friends mucho."), change(1, 2, "gustan")) < 0.95


def test_an_accent_that_moves_the_stress_is_hardly_forgotten_among_others():
    one = change(1, 2, "trabajó")
    assert weight(typed_transcript("Yo trabajo con mama."), one) == 0.95
    assert weight(typed_transcript("Yo trabajo con mamá."), one) < 0.6
    assert weight(heard("yo trabajo con mama"), one) < 0.6


def corrected(said, *changes, limits=NORMAL):
    return correct_by_proposals(typed_transcript(said), changes, limits, FACTS)


def test_what_is_sure_is_an_edit_with_its_probability():
    found = corrected("Ella es alto.", SIMPLE)
    assert found.better == "Ella es alta."
    assert [edit.probability for edit in found.edits] == [0.95]


def test_what_is_less_sure_is_a_doubt_and_what_is_unlikely_nothing():
    doubted = corrected("Ella es alto.", change(2, 3, "alta", 0.5))
    assert doubted.better == "Ella es alto."
    assert [(one.said, one.better, one.is_of_hearing) for one in doubted.doubts] == [
        ("alto", "alta", False)
    ]
    assert corrected("Ella es alto.", change(2, 3, "alta", 0.2)).doubts == ()


def test_a_subject_pronoun_too_many_is_a_tip():
    found = corrected("Me llamo Ana y yo vivo en Lima.", change(4, 5, "", 0.8, "delete"))
    assert found.better == found.said
    assert found.edits == ()
    assert [tip.said for tip in found.tips] == ["yo"]
    assert found.written == "Me llamo Ana y vivo en Lima."


def test_a_vague_change_must_be_surer_than_others():
    sure = corrected("Quiero una carta del menú.", change(2, 3, "lista", 0.9))
    vague = corrected("Quiero una carta del menú.", change(2, 3, "lista", 0.65))
    assert sure.edits
    assert not vague.edits
    assert vague.doubts


PROBABILITIES = st.floats(0, 1)


@given(PROBABILITIES, PROBABILITIES)
def test_the_stricter_the_more_is_told(one, two):
    changes = (change(0, 1, "ellas", one), change(2, 3, "altas", two))
    counts = [
        len(corrected("Ella es alto.", *changes, limits=thresholds(level)).edits)
        for level in (Strictness.GENTLE, Strictness.NORMAL, Strictness.STRICT)
    ]
    assert counts == sorted(counts)


@given(PROBABILITIES)
def test_nothing_makes_a_change_likelier(probability):
    for text in ("Ella es alto.", "Yo soy, eh, alto.", "The casa alto."):
        one = change(2, 3, "alta", probability)
        assert weight(typed_transcript(text), one) <= probability
