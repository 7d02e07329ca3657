"""What every Translator keeps to."""

import pytest

from tests.fakes import FakeChatModel, FakeTranslator
from tutor.adapters.llm.translating import LanguageModelTranslator
from tutor.domain.language import Language
from tutor.errors import LanguageModelAnswerError, LanguageModelBusyError

BUSY = LanguageModelBusyError("The server is busy. Try again.")


@pytest.fixture(params=["fake", "language model"])
def translator(request):
    """A function from the translation of *el erizo*, and a failure, to a Translator."""

    def make(translation, failure=None):
        if request.param == "fake":
            script = {"el erizo": translation} if translation else {}
            return FakeTranslator(script, failure)
        pieces = [translation[:3], translation[3:]] if translation else []
        return LanguageModelTranslator(FakeChatModel(pieces, failure=failure))

    return make


async def test_a_translation_is_given(translator):
    translated = await translator("the hedgehog").translate("el erizo", Language.ENGLISH)
    assert translated == "the hedgehog"


async def test_where_nothing_came_that_is_an_error(translator):
    with pytest.raises(LanguageModelAnswerError):
        await translator("").translate("el erizo", Language.ENGLISH)


async def test_a_failing_model_is_said_to_fail(translator):
    with pytest.raises(LanguageModelBusyError):
        await translator("the hedgehog", BUSY).translate("el erizo", Language.ENGLISH)


async def test_of_a_models_answer_the_first_line_is_taken_without_its_quotation_marks():
    chat = FakeChatModel(["«the hedgehog»\n", "(an animal)"])
    translated = await LanguageModelTranslator(chat).translate("el erizo", Language.ENGLISH)
    assert translated == "the hedgehog"


async def test_what_only_repeats_the_question_is_no_translation():
    with pytest.raises(LanguageModelAnswerError):
        await LanguageModelTranslator(FakeChatModel(["El erizo"])).translate(
            "el erizo", Language.ENGLISH
        )
