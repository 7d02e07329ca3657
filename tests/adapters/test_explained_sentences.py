"""Learners' sentences, named and explained with the dictionary that is really asked."""

import tomllib
from pathlib import Path

import pytest

from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.domain.alignment import align
from tutor.domain.diagnosis import diagnose
from tutor.domain.explaining.library import LIBRARY, entry_of
from tutor.domain.explanations import explain
from tutor.domain.sub_kinds import SubKind

MOST_WORDS = 20
FIXTURE = Path(__file__).parents[1] / "learner_mistakes.toml"
LISTS = tomllib.loads(FIXTURE.read_text(encoding="utf-8"))
FACTS = WordfreqLexicon().facts


def explained(said, better):
    alignment = align(said, better)
    found = [diagnose(alignment, span, FACTS) for span in alignment.spans]
    pairs = zip(alignment.spans, found, strict=True)
    return [(one.sub_kind, explain(alignment, span, one, FACTS)) for span, one in pairs]


@pytest.mark.parametrize("sub_kind", SubKind)
def test_the_example_of_a_sub_kind_is_named_by_it_and_explained_without_gaps(sub_kind):
    entry = entry_of(sub_kind)
    ((found, explanation),) = explained(entry.wrong, entry.right)
    assert found is sub_kind
    assert_whole(explanation)


@pytest.mark.parametrize(("said", "better", "name"), LISTS["mistakes"])
def test_a_learners_mistake_gets_the_finest_certain_name_and_a_whole_explanation(
    said, better, name
):
    ((found, explanation),) = explained(said, better)
    assert found == SubKind(name)
    assert_whole(explanation)


@pytest.mark.parametrize(("said", "better", "name"), LISTS["near_misses"])
def test_where_a_finer_name_would_be_false_the_plainer_one_is_used(said, better, name):
    ((found, _),) = explained(said, better)
    assert found == SubKind(name)


def test_the_sentences_are_enough_to_meet_most_sub_kinds():
    met = {name for _, _, name in LISTS["mistakes"]}
    assert len(LISTS["mistakes"]) >= 120
    assert len(met) >= 100
    assert len(SubKind) >= 60
    assert sum(bool(met & set(entries)) for entries in LIBRARY.values()) >= 25


def assert_whole(explanation):
    for text in (explanation.spanish, explanation.english):
        assert "«»" not in text
        assert not set("{}") & set(text)
        assert len(text.split()) <= MOST_WORDS
