"""Getting a corrected sentence out of whatever a language model writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeChatModel, FakeLexicon
from tutor.adapters.corrector.answer import corrected_sentence
from tutor.adapters.corrector.language_model import LanguageModelCorrector
from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.domain.transcript import typed_transcript
from tutor.errors import LanguageModelAnswerError

SAID = "Yo soy cansado."
BETTER = "Yo estoy cansado."
ENGLISH = frozenset("the corrected sentence is i am tired you should say".split())
FACTS = FakeLexicon(english=ENGLISH).facts


@pytest.mark.parametrize(
    "answer",
    [
        BETTER,
        f"  {BETTER}\n",
        f'"{BETTER}"',
        f"«{BETTER}»",
        f"Corrección: {BETTER}",
        f"Frase corregida: {BETTER}",
        f"**{BETTER}**",
        f"Respuesta:\n{BETTER}",
        f"{BETTER}\n\nExplicación: se usa «estar».",
        f"{BETTER} Se usa «estar» porque es un estado.",
        f"{BETTER} (se usa «estar»)",
        f"{BETTER} -> estar",
    ],
)
def test_only_the_corrected_sentence_is_taken(answer):
    assert corrected_sentence(answer, SAID, FACTS) == BETTER


@pytest.mark.parametrize("answer", ["", "\n \n", '""', "The corrected sentence is", "I am tired."])
def test_an_answer_without_one_leaves_the_sentence_as_it_is(answer):
    assert corrected_sentence(answer, SAID, FACTS) == SAID


def test_quotation_marks_and_brackets_that_the_learner_wrote_stay():
    said = "«Hola» (dijo ella)."
    assert corrected_sentence(said, said, FACTS) == said


@given(st.text(max_size=80))
async def test_whatever_the_model_writes_the_words_outside_the_edits_stay(answer):
    corrector = LanguageModelCorrector(FakeChatModel([answer or " "]), FakeLexicon())
    correction = await corrector.correct(typed_transcript(SAID))
    assert correction.said == SAID
    assert (correction.better == SAID) == (not correction.edits)


async def test_a_long_text_is_asked_about_in_pieces_with_the_same_beginning():
    chat = FakeChatModel(["La casa es grande y tiene muchas ventanas."])
    sentence = "La casa es grande y tiene muchas ventanas."
    said = " ".join([sentence] * 8)
    await LanguageModelCorrector(chat, FakeLexicon()).correct(typed_transcript(said))
    asked = [messages[-1].content for messages in chat.asked]
    assert len(asked) > 1
    assert " ".join(asked) == said
    assert len({messages[:-1] for messages in chat.asked}) == 1


async def test_a_cut_answer_corrects_nothing():
    chat = FakeChatModel([BETTER], is_cut=True)
    correction = await LanguageModelCorrector(chat, FakeLexicon()).correct(typed_transcript(SAID))
    assert correction.better == SAID


async def test_no_answer_at_all_is_an_error():
    corrector = LanguageModelCorrector(FakeChatModel([]), FakeLexicon())
    with pytest.raises(LanguageModelAnswerError):
        await corrector.correct(typed_transcript(SAID))


def test_the_lexicon_knows_lemmas_and_tells_spanish_from_english():
    facts = WordfreqLexicon().facts
    assert facts("hablábamos").lemma == "hablar"
    assert facts("casas").lemma == "casa"
    assert facts("casa").spanish_zipf > 5
    assert facts("beach").english_zipf > facts("beach").spanish_zipf
    assert facts("xqzt").spanish_zipf == 0
    assert facts("").lemma == ""
