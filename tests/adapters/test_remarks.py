import pytest

from tests.fakes import FakeChatModel, FakeLexicon
from tutor.adapters.llm.remarks import LanguageModelCommentator
from tutor.domain.lesson import Level
from tutor.domain.remark import Remark
from tutor.errors import LanguageModelBusyError

SENTENCES = ("Mi abuela compra pan en el mercado.", "Vuelve a casa a pie.")
GOOD = '{"question": "¿Dónde compra pan la abuela?", "answer": "Compra pan en el mercado."}'
LEXICON = FakeLexicon({}, english=frozenset({"market", "where"}))


async def remark(*pieces, **chat):
    model = FakeChatModel(pieces, **chat)
    found = await LanguageModelCommentator(model, LEXICON).remark(SENTENCES, Level.A2)
    return found, len(model.asked)


async def test_a_question_and_an_answer_about_the_text_are_kept():
    found, attempts = await remark("Claro: ", GOOD[:20], GOOD[20:], " y más")
    assert found == Remark("¿Dónde compra pan la abuela?", "Compra pan en el mercado.")
    assert attempts == 1


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "no JSON",
        '{"question": "¿Dónde?"}',
        '{"question": "Compra pan.", "answer": "Compra pan."}',
        '{"question": "¿Where compra pan?", "answer": "Compra pan en el mercado."}',
        '{"question": "¿Dónde compra pan?", "answer": "En el market."}',
        '{"question": "¿Dónde compra pan?", "answer": "El cielo está azul."}',
        '{"question": "¿Dónde compra pan?", "answer": "¿En el mercado?"}',
        '{"question": "¿Dónde compra pan?", "answer": "Compra pan. Luego vuelve a casa."}',
        '{"question": "¿Dónde compra pan?", "answer": "Compra pan' + " y pan" * 20 + '."}',
    ],
)
async def test_what_will_not_do_is_asked_for_once_more_and_then_left_out(answer):
    assert await remark(answer) == (None, 2)


async def test_a_model_that_cannot_be_asked_is_an_error():
    with pytest.raises(LanguageModelBusyError):
        await remark(GOOD[:5], failure=LanguageModelBusyError("Busy."))
