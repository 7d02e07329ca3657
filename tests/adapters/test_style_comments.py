"""Getting comments on style out of whatever a language model writes."""

import pytest

from tests.fakes import FakeChatModel, FakeLexicon
from tests.records import a_correction
from tutor.adapters.llm.style_comments import LanguageModelStyleCritic
from tutor.domain.correction import Correction
from tutor.errors import LanguageModelAnswerError

LEXICON = FakeLexicon(english=frozenset("you say it often".split()))
COMMENT = "You say «muy» often."


async def comments(pieces, turns, *, is_cut=False):
    chat = FakeChatModel(pieces, is_cut=is_cut)
    return await LanguageModelStyleCritic(chat, LEXICON).comments(turns)


def turn(text):
    return Correction(text, text)


@pytest.mark.parametrize(
    "line",
    [f"1: {COMMENT}", f"1. {COMMENT}", f"  1 - {COMMENT}  ", f"**1:** {COMMENT}", f"(1) {COMMENT}",
     f"Here you are:\n\n1) {COMMENT}\n"],
)  # fmt: skip
async def test_a_numbered_line_is_a_comment_on_the_sentence_of_that_number(line):
    (one,) = await comments([line], [a_correction()])
    assert (one.sentence, one.comment) == ("yo soy muy cansado hoy", COMMENT)


@pytest.mark.parametrize("line", ["none", f"0: {COMMENT}", f"2: {COMMENT}", COMMENT, "1:", "1"])
async def test_a_line_about_no_sentence_is_no_comment(line):
    assert await comments([line], [a_correction()]) == ()


async def test_a_line_that_was_cut_is_left_out():
    turns = [a_correction(), turn("Hoy es muy tarde ya.")]
    kept = await comments([f"1: {COMMENT}\n", f"2: {COMMENT}"], turns, is_cut=True)
    assert [one.sentence for one in kept] == ["yo soy muy cansado hoy"]


async def test_an_empty_answer_is_a_failure():
    with pytest.raises(LanguageModelAnswerError):
        await comments([], [a_correction()])


async def test_the_model_reads_what_is_right_and_is_told_nothing_of_mistakes():
    chat = FakeChatModel(["none"])
    await LanguageModelStyleCritic(chat, LEXICON).comments([a_correction()])
    assert chat.asked[0][-1].content == "1. yo estoy muy cansado hoy"


async def test_of_a_long_session_the_end_is_read():
    chat = FakeChatModel(["none"])
    turns = [turn(f"{'muy ' * 50}tarde {number}") for number in range(100)]
    await LanguageModelStyleCritic(chat, LEXICON).comments(turns)
    asked = chat.asked[0][-1].content.splitlines()
    assert 1 < len(asked) < 20
    assert asked[0].startswith("1. ")
    assert asked[-1].endswith("tarde 99")
