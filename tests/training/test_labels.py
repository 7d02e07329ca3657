"""From corrections to tags and back, and errors that are put in on purpose."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spanish_forms import spanish_forms
from training.corrector.calibrating import calibrate, judged
from training.corrector.corpus import Pair, split_by_learner, words_of
from training.corrector.labels import Labeller, count_tags, word_steps
from training.corrector.noise import Noise
from tutor.domain.proposal import NOTHING, TagProbabilities, applied, compatible, proposals

FORMS = spanish_forms()
PAIRS = (
    ("yo soy muy cansado", "yo estoy muy cansado"),
    ("me gusta los perros", "me gustan los perros"),
    ("la problema es grande", "el problema es grande"),
    ("voy al playa", "voy a la playa"),
    ("tengo una grande casa", "tengo una casa grande"),
    ("quiero que vienes a mi casa", "quiero que vengas a mi casa"),
    ("ella escribir una carta", "ella escribió una carta"),
    ("vivo en el españa", "vivo en españa"),
    ("voy playa", "voy a la playa"),
    ("hablo con mi amigas", "hablo con mis amigas"),
)


def made(said, better):
    """What the tags from one sentence to the other make of the first."""
    said, better = words_of(said), words_of(better)
    edits, gaps = Labeller(FORMS).name(said, word_steps(said, better))
    tags = TagProbabilities(
        tuple({tag: 1.0} for tag in edits),
        tuple({gap: 1.0} for gap in gaps),
    )
    return applied(said, compatible(proposals(said, tags, FORMS), lambda _: True))


@pytest.mark.parametrize(("said", "better"), PAIRS)
def test_the_tags_between_two_sentences_make_the_one_of_the_other(said, better):
    assert made(said, better) == words_of(better)


WORDS = st.lists(
    st.sampled_from("yo ella casa casas bonito bonita es está hablo habla con el la".split()),
    min_size=1,
    max_size=7,
)


@given(WORDS, WORDS)
def test_so_do_those_between_any_two(said, better):
    assert made(" ".join(said), " ".join(better)) == tuple(better)


def test_inflection_is_one_tag_whatever_the_word():
    named = [
        Labeller(FORMS).name(words_of(said), word_steps(words_of(said), words_of(better)))[0]
        for said, better in PAIRS
    ]
    tags = [tag for edits in named for tag in edits if tag != "keep"]
    assert tags.count("gender") == 2
    assert "as:estar" in tags
    assert "swap" in tags
    assert "verb:subjunctive:present:2" in tags


def test_only_tags_that_are_used_often_are_learned():
    said, better = words_of(PAIRS[0][0]), words_of(PAIRS[0][1])
    steps = [(said, word_steps(said, better))]
    assert "as:estar" not in count_tags(Labeller(FORMS), steps * 3).edits
    assert "as:estar" in count_tags(Labeller(FORMS), steps * 4).edits


def noise():
    source = Noise(FORMS, Counter(word for _, better in PAIRS for word in words_of(better)))
    for _ in range(40):
        for said, better in PAIRS:
            one, two = words_of(said), words_of(better)
            source.learn(one, two, word_steps(one, two))
    return source


@given(st.sampled_from(PAIRS), st.integers(0, 500))
def test_an_invented_error_comes_with_the_way_back(pair, seed):
    right = words_of(pair[1])
    noisy = noise().corrupt(right, random.Random(seed), strength=1.0)
    back = []
    for at, put in enumerate(noisy.steps.inserted):
        back += put
        if at < len(noisy.said) and noisy.steps.became[at] is not None:
            back.append(noisy.steps.became[at])
    assert tuple(back) == right


def test_errors_are_invented_as_learners_make_them():
    source, right = noise(), words_of(PAIRS[0][1])
    chance = random.Random(1)
    said = [source.corrupt(right, chance, 1.0).said for _ in range(200)]
    assert sum("soy" in words for words in said) > 50
    assert {source.corrupt(right, chance, 0.0).said for _ in range(20)} == {right}


def pair_of(learner, number):
    text = "Yo soy cansado."
    words = words_of(text)
    return Pair(f"topic.{learner}-{number}", words, (words,), text, (text,))


def test_no_learner_is_on_both_sides_of_the_split():
    pairs = [pair_of(f"F20-{learner}", n) for learner in range(30) for n in range(3)]
    learned, held = split_by_learner(pairs, 20, seed=1)
    assert len(held) >= 20
    assert not {one.learner for one in learned} & {one.learner for one in held}
    assert split_by_learner(pairs, 20, seed=1) == (learned, held)


def test_a_confidence_that_is_right_half_of_the_time_is_believed_by_half():
    said, better = words_of(PAIRS[0][0]), words_of(PAIRS[0][1])
    changes = [
        replace(change, probability=share)
        for share in (0.6, 0.8, 0.95)
        for change in proposals(said, tags_of("as:estar"), FORMS)
    ]
    right = Pair("a", said, (better,), "", ())
    untouched = Pair("b", said, (said,), "", ())
    everything = [one for pair in (right, untouched) * 100 for one in judged(pair, changes)]
    assert sum(one.is_right for one in everything) == 300
    for change in changes:
        assert abs(calibrate(everything).probability(said, change) - 0.5) < 0.1


def tags_of(second):
    """A tagger's sure answer about four words: only the second changes."""
    kept = {"keep": 1.0}
    return TagProbabilities((kept, {second: 1.0}, kept, kept), ({NOTHING: 1.0},) * 5)
