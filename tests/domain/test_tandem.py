import pytest

from tutor.adapters.lessons.toml_tandem import read_mistakes
from tutor.domain.tandem import EnglishMistake, is_explained, is_mended, mistake_flaws
from tutor.resources import resource_folder

SHIPPED = read_mistakes(resource_folder("lessons") / "tandem" / "mistakes.toml")
WENT = EnglishMistake(
    "Yesterday I go home.", "Yesterday I went home.", ("went",), ("past", "yesterday")
)
AGREE = EnglishMistake("I am agree.", "I agree.", ("i agree",), ("verb",))


@pytest.mark.parametrize(
    "said", ["You should say I went home.", "No: went.", "Yesterday I WENT home!"]
)
def test_a_sentence_is_mended_by_what_is_right_in_any_wording(said):
    assert is_mended(WENT, said)


@pytest.mark.parametrize("said", ["", "Yes, that is right.", "Yesterday I go home."])
def test_a_sentence_is_not_mended_by_anything_else(said):
    assert not is_mended(WENT, said)


def test_leaving_a_word_out_can_be_heard_too():
    assert is_mended(AGREE, "Just say I agree.")
    assert not is_mended(AGREE, "I am agree is fine.")


def test_a_reason_is_known_by_its_words_and_repeating_the_sentence_is_none():
    assert is_explained(WENT, "It is in the past, so it is went.")
    assert not is_explained(WENT, "Yesterday I went home.")
    assert not is_explained(WENT, "I just know.")


def test_there_are_forty_mistakes_or_more_each_once():
    assert len({mistake.wrong for mistake in SHIPPED}) == len(SHIPPED) >= 40


@pytest.mark.parametrize("mistake", SHIPPED, ids=lambda mistake: mistake.wrong)
def test_a_shipped_mistake_has_no_flaw(mistake):
    assert not list(mistake_flaws(mistake))
