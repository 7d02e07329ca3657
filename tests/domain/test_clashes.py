"""Changes that would undo one another."""

import pytest

from tutor.domain.clashes import without_clashes
from tutor.domain.proposal import Proposal


def changes(*tags, probabilities=(0.9, 0.8)):
    return tuple(
        Proposal(at, at + 1, ("x",), tag, probability)
        for at, (tag, probability) in enumerate(zip(tags, probabilities, strict=True))
    )


@pytest.mark.parametrize(
    ("words", "tag"), [("mis gato", "number"), ("una libro", "gender"), ("el casa", "gender")]
)
def test_of_two_words_that_disagree_only_the_likelier_changes(words, tag):
    both = changes(tag, tag)
    assert without_clashes(words.split(), both) == both[:1]
    assert without_clashes(words.split(), changes(tag, tag, probabilities=(0.7, 0.8)))[0].start == 1


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("un perro", ("number", "number")),
        ("los casas", ("gender", "number")),
        ("grande jefe", ("gender", "gender")),
    ],
)
def test_words_that_agree_or_change_otherwise_may_both_change(words, tags):
    assert without_clashes(words.split(), changes(*tags)) == changes(*tags)


def test_words_that_are_not_neighbours_do_not_clash():
    apart = (Proposal(0, 1, ("x",), "number", 0.9), Proposal(2, 3, ("x",), "number", 0.8))
    assert without_clashes("mis y gato".split(), apart) == apart
