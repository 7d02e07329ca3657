"""What every StyleCritic keeps to."""

import pytest

from tests.fakes import FakeChatModel, FakeLexicon, FakeStyleCritic
from tests.records import a_correction
from tutor.adapters.llm.style_comments import LanguageModelStyleCritic
from tutor.domain.correction import Correction
from tutor.domain.style_comment import StyleComment
from tutor.errors import LanguageModelBusyError

LEXICON = FakeLexicon(english=frozenset("you say it often".split()))
COMMENT = "You say «muy» often."


@pytest.fixture(params=["fake", "language model"])
def critic(request):
    """A function from a comment on every sentence, and a failure, to a StyleCritic."""

    def make(comment, failure=None):
        if request.param == "fake":
            return FakeStyleCritic(comment, LEXICON, failure)
        lines = [f"{number}: {comment}\n" for number in range(1, 6)]
        return LanguageModelStyleCritic(FakeChatModel(lines, failure=failure), LEXICON)

    return make


async def test_a_comment_is_about_one_sentence_as_it_was_said(critic):
    comments = await critic(COMMENT).comments([a_correction()])
    assert comments == (StyleComment("yo soy muy cansado hoy", COMMENT),)


async def test_there_are_never_more_than_three(critic):
    turns = [Correction(text, text) for text in (f"Es muy tarde para {n}." for n in range(5))]
    assert len(await critic(COMMENT).comments(turns)) == 3


async def test_a_comment_on_words_that_nobody_said_is_not_given(critic):
    assert await critic("You say «bastante» often.").comments([a_correction()]) == ()


async def test_of_nothing_there_is_nothing_to_say(critic):
    busy = LanguageModelBusyError("The server is busy. Try again.")
    assert await critic(COMMENT, busy).comments([]) == ()
    assert await critic(COMMENT, busy).comments([Correction("Sí.", "Sí.")]) == ()


async def test_a_failing_model_is_said_to_fail(critic):
    with pytest.raises(LanguageModelBusyError):
        await critic(COMMENT, LanguageModelBusyError("Busy.")).comments([a_correction()])
