"""What every Corrector keeps to."""

import pytest

from tests.fakes import FakeChatModel, FakeCorrector, FakeLexicon
from tutor import app
from tutor.adapters.corrector.language_model import LanguageModelCorrector
from tutor.domain.correction import Correction, EditKind
from tutor.domain.language import Language
from tutor.domain.strictness import Strictness
from tutor.domain.transcript import Segment, Transcript, Word, typed_transcript
from tutor.errors import LanguageModelBusyError

SAID = "Hoy mi hermano es muy cansado."
BETTER = "Hoy mi hermano está muy cansado."


@pytest.fixture(params=["fake", "language model", "tagger"])
def corrector_to(request):
    """A function from the better sentence, or a failure, to a Corrector."""

    def make(better="", failure=None):
        if request.param == "fake":
            return FakeCorrector({SAID: better}, failure)
        if request.param == "tagger":
            if failure is not None:
                pytest.skip("the tagger asks nobody who could fail")
            return app.tagging_corrector(Strictness.NORMAL)
        return LanguageModelCorrector(FakeChatModel([better], failure=failure), FakeLexicon())

    return make


async def test_a_mistake_becomes_an_edit_with_its_reason_in_two_languages(corrector_to):
    correction = await corrector_to(BETTER).correct(typed_transcript(SAID))
    assert (correction.said, correction.better) == (SAID, BETTER)
    (edit,) = correction.edits
    assert (edit.start, edit.end, edit.said, edit.better) == (3, 4, "es", "está")
    assert edit.kind is EditKind.SER_ESTAR
    assert edit.explanation.spanish
    assert edit.explanation.english


async def test_a_right_sentence_stays_letter_for_letter(corrector_to):
    correction = await corrector_to(BETTER.lower()).correct(typed_transcript(BETTER))
    assert correction == Correction(BETTER, BETTER)


async def test_nothing_said_is_nothing_to_correct(corrector_to):
    assert await corrector_to(BETTER).correct(Transcript(())) == Correction("", "")


async def test_a_word_heard_uncertainly_becomes_a_doubt(corrector_to):
    words = tuple(
        Word(text, 0.3 * n, 0.3 * n + 0.2, 0.2 if text == "es" else 0.95)
        for n, text in enumerate(SAID.split())
    )
    correction = await corrector_to(BETTER).correct(Transcript((Segment(words),)))
    assert not correction.edits
    assert correction.better == SAID
    assert [(doubt.said, doubt.better) for doubt in correction.doubts] == [("es", "está")]


async def test_a_failing_model_is_said_to_fail(corrector_to):
    failing = corrector_to(failure=LanguageModelBusyError("The server is busy. Try again."))
    with pytest.raises(LanguageModelBusyError):
        await failing.correct(typed_transcript(SAID))


async def test_english_is_left_alone_by_the_language_model():
    chat = FakeChatModel([BETTER])
    english = Transcript(typed_transcript("I am tired.").segments, Language.ENGLISH)
    correction = await LanguageModelCorrector(chat, FakeLexicon()).correct(english)
    assert correction == Correction("I am tired.", "I am tired.")
    assert not chat.asked
