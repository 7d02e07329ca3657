"""From probabilities of tags to changes."""

from hypothesis import given
from hypothesis import strategies as st

from tests.spanish_forms import spanish_forms
from tutor.domain.proposal import (
    NOTHING,
    Proposal,
    TagProbabilities,
    applied,
    compatible,
    proposals,
)
from tutor.domain.rewriting import rewritten
from tutor.domain.tokens import tokenize

FORMS = spanish_forms()
KEPT = {"keep": 1.0}


def said(words, edits=None, insertions=None):
    """The proposals for words, with tags at the places named."""
    words = tuple(words.split())
    edits, insertions = edits or {}, insertions or {}
    tags = TagProbabilities(
        tuple(edits.get(at, KEPT) for at in range(len(words))),
        tuple(insertions.get(at, {NOTHING: 1.0}) for at in range(len(words) + 1)),
    )
    return proposals(words, tags, FORMS)


def test_tags_that_come_to_the_same_word_count_together():
    (one,) = said("la libro", {0: {"gender": 0.4, "word:el": 0.3, "keep": 0.3}})
    assert (one.start, one.end, one.words, one.tag) == (0, 1, ("el",), "gender")
    assert round(one.probability, 6) == 0.7


def test_a_tag_that_does_not_apply_proposes_nothing():
    assert said("muy bien", {0: {"gender": 0.9}, 1: {"unknown": 0.9}}) == ()


def test_names_are_left_alone():
    assert said("*CITY* grande", {0: {"delete": 0.9, "word:lima": 0.1}}) == ()


def test_words_are_put_in_before_a_word_and_at_the_end():
    found = said("voy playa", insertions={1: {"a la": 0.8, NOTHING: 0.2}, 2: {"hoy": 0.6}})
    assert [(one.start, one.end, one.words) for one in found] == [
        (1, 1, ("a", "la")),
        (2, 2, ("hoy",)),
    ]


def test_two_neighbours_change_places():
    (one,) = said("grande casa", {0: {"swap": 0.8}})
    assert (one.start, one.end, one.words) == (0, 2, ("casa", "grande"))


def test_of_overlapping_changes_the_likeliest_stands():
    swap = Proposal(0, 2, ("b", "a"), "swap", 0.6)
    better = Proposal(1, 2, ("c",), "word:c", 0.9)
    assert compatible([swap, better], lambda _: True) == (better,)
    assert compatible([swap, better], lambda one: one.probability < 0.9) == (swap,)


WORDS = st.lists(st.sampled_from("voy a casa con mi amiga".split()), min_size=1, max_size=8)
NEW = st.lists(st.sampled_from("el la muy".split()), max_size=2).map(tuple)


@given(WORDS, st.data())
def test_a_text_is_rewritten_as_its_words_are(words, data):
    places = st.integers(0, len(words))
    drawn = [
        Proposal(min(one, two), max(one, two), new, "word:x", 0.5)
        for one, two, new in data.draw(st.lists(st.tuples(places, places, NEW), max_size=4))
        if new or one != two
    ]
    changes = compatible(drawn, lambda _: True)
    text = ", ".join(words).capitalize() + "."
    made = [token.norm for token in tokenize(rewritten(text, changes))]
    assert made == list(applied(words, changes))


def test_the_rest_of_a_text_stays_letter_for_letter():
    change = Proposal(1, 2, ("estoy",), "as:estar", 0.9)
    assert rewritten("¡Yo SOY, eh, cansado!", [change]) == "¡Yo estoy, eh, cansado!"
