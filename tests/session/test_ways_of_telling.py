"""When corrections are told: after an attempt of the learner's own, or at the end."""

import pytest

from tests.fakes import FakeCorrector, FakePartner, FakeVocabulary, a_lesson, an_entry
from tests.session.test_practice import BETTER, MISTAKE, RIGHT, Sitting
from tutor.domain.language import Language
from tutor.domain.telling import REHEARSAL_LINE, Telling
from tutor.session.events import Attempted, Corrected, Speaking, TurnFinished

LIGHT = "La mesa es grande y alto."
LIGHT_BETTER = "La mesa es grande y alta."
PROMPT = "¿Cómo se dice «Yo soy muy»?"


def sitting(telling, *turns, **ports):
    corrector = FakeCorrector({MISTAKE: BETTER, LIGHT: LIGHT_BETTER})
    return Sitting(*turns, telling=telling, corrector=corrector, **ports)


async def prompted(*turns, **ports):
    return await sitting(Telling.PROMPT_FIRST, *turns, **ports).run()


async def rehearsed(*turns, **ports):
    return await sitting(Telling.AT_THE_END, *turns, **ports).run()


def texts(sitting):
    return [line.text for line in sitting.said]


async def test_a_sentence_that_is_mended_is_confirmed_and_answered():
    held = await prompted(MISTAKE, "estoy muy cansado")
    (turn,) = held.turns
    assert [line.text for line in turn.spoken] == [
        "Casi.", PROMPT, "¡Eso es!", "Vaya.", "¿Por qué estás cansado?",
    ]  # fmt: skip
    assert turn.reply == "Vaya. ¿Por qué estás cansado?"
    assert [event.is_mended for event in held.of(Attempted)] == [True]


@pytest.mark.parametrize("attempt", ["yo soy muy cansado", "no sé", "una pista", "otra pregunta"])
async def test_what_is_not_mended_is_corrected_as_usual(attempt):
    held = await prompted(MISTAKE, attempt)
    (turn,) = held.turns
    assert turn.spoken[2].text == f"Se dice: «{BETTER}»"
    assert Language.ENGLISH in [line.language for line in turn.spoken]
    assert turn.reply == "Vaya. ¿Por qué estás cansado?"
    assert [event.is_mended for event in held.of(Attempted)] == [False]


async def test_a_turn_and_its_attempt_are_stored_once_with_one_card():
    held = await prompted(MISTAKE, BETTER, RIGHT)
    records = held.journal.records
    assert [turn.transcript.text for turn in held.turns] == [MISTAKE, RIGHT]
    assert len(records.turns) == 2
    assert len(records.cards) == 1
    assert next(iter(records.turns.values())).spoken == held.turns[0].spoken


async def test_nothing_is_shown_of_the_correction_before_the_attempt():
    held = await prompted(MISTAKE, BETTER)
    kinds = [type(event) for event in held.events]
    assert kinds.index(Attempted) < kinds.index(Corrected)
    prompt = next(
        at
        for at, event in enumerate(held.events)
        if isinstance(event, Speaking) and event.line.text == PROMPT
    )
    assert prompt < kinds.index(Attempted)


async def test_a_session_that_ends_before_the_attempt_has_the_turn_and_its_card():
    held = await prompted(MISTAKE)
    (turn,) = held.turns
    assert [line.text for line in turn.spoken] == ["Casi.", PROMPT]
    assert len(held.journal.records.cards) == 1
    assert texts(held)[-1] == a_lesson().goodbye


async def test_a_word_can_be_asked_for_before_the_attempt():
    held = await prompted(
        MISTAKE,
        "¿Cómo se dice apple?",
        "estoy muy cansado",
        vocabulary=FakeVocabulary(an_entry("manzana", "apple")),
    )
    assert [event.is_mended for event in held.of(Attempted)] == [True]
    assert [turn.number for turn in held.turns] == [2, 1]
    assert [number for _, number in sorted(held.journal.records.turns)] == [1, 2]


async def test_who_speaks_of_distress_is_met_kindly_and_asked_for_no_attempt():
    held = await prompted(MISTAKE, "Quiero morirme.", RIGHT)
    assert not held.of(Attempted)
    assert len(held.journal.records.turns) == 3


async def test_what_was_said_before_can_be_heard_again_before_the_attempt():
    held = await prompted(MISTAKE, "repite, por favor", "estoy muy cansado")
    assert texts(held).count(PROMPT) == 2
    assert [event.is_mended for event in held.of(Attempted)] == [True]


async def test_a_right_sentence_needs_no_attempt():
    held = await prompted(RIGHT, RIGHT)
    assert not held.of(Attempted)
    assert len(held.turns) == 2


async def test_corrections_that_are_switched_off_are_not_asked_for_either():
    held = await prompted("no me corrijas ahora", MISTAKE, RIGHT)
    assert not held.of(Attempted)
    assert PROMPT not in texts(held)


async def test_a_rehearsal_corrects_nothing_before_its_end_and_then_the_gravest_first():
    held = await rehearsed(LIGHT, MISTAKE, RIGHT)
    for turn in held.turns:
        assert [line.text for line in turn.spoken] == turn.reply.replace(". ", ".|").split("|")
    said = texts(held)
    heads = [text for text in said if text.startswith("Se dice:")]
    assert heads == [f"Se dice: «{BETTER}»", f"Se dice: «{LIGHT_BETTER}»"]
    assert said[0] == REHEARSAL_LINE
    assert said[-1] == a_lesson().goodbye
    last_turn = max(at for at, one in enumerate(held.events) if isinstance(one, TurnFinished))
    assert all(held.events.index(one) > last_turn for one in held.of(Corrected))
    assert len(held.journal.records.cards) == 2


async def test_a_rehearsal_without_a_mistake_says_so():
    held = await rehearsed(RIGHT)
    assert texts(held)[-2] == "No tengo nada que corregir."


async def test_a_rehearsal_gives_no_help():
    held = await rehearsed(
        "una pista", "¿Cómo se dice apple?", vocabulary=FakeVocabulary(an_entry("manzana", "apple"))
    )
    assert "Hoy hablamos sin ayuda. Inténtalo con otras palabras." in texts(held)
    assert not any("manzana" in text for text in texts(held))


async def test_nobody_in_distress_hears_corrections_at_the_end():
    held = await rehearsed(MISTAKE, "Quiero morirme.")
    assert not any(text.startswith("Se dice:") for text in texts(held))


async def test_what_was_not_to_be_corrected_is_not_at_the_end_either():
    held = await rehearsed(MISTAKE, "no me corrijas ahora")
    assert not any(text.startswith("Se dice:") for text in texts(held))


@pytest.mark.parametrize("telling", list(Telling))
async def test_without_a_partner_the_questions_come_in_order_whenever_corrections_are_told(telling):
    turns = [MISTAKE, BETTER, RIGHT] if telling is Telling.PROMPT_FIRST else [MISTAKE, RIGHT]
    held = await sitting(telling, *turns, partner=None).run()
    replies = [turn.reply for turn in held.turns]
    assert [reply.split(". ", 1)[1] for reply in replies] == list(a_lesson().questions[:2])


async def test_the_partner_answers_the_sentence_and_not_the_attempt():
    asked = []

    class Asking(FakePartner):
        async def reply(self, conversation, learner):
            asked.append(learner)
            yield "Vaya."

    await prompted(MISTAKE, "estoy muy cansado", partner=Asking())
    assert asked == [MISTAKE]
