"""What the learner wishes in a talk, through a whole session over fakes."""

import pytest

from tests.fakes import (
    FakeCorrector,
    FakePartner,
    FakeTranslator,
    FakeVocabulary,
    InMemoryJournal,
    a_lesson,
    an_entry,
)
from tests.session.test_practice import MISTAKE, RIGHT, Sitting
from tutor.domain.language import Language, Pace
from tutor.domain.voice_command import VoiceCommand
from tutor.errors import LanguageModelUnreachableError
from tutor.session.events import Corrected, Heard, Problem, Speaking, Wished

LESSON = a_lesson()
REPLY = ["Vaya.", "¿Por qué estás cansado?"]
FAILURE = LanguageModelUnreachableError("No answer from the server. Run: tutor doctor")


class Wishing(Sitting):
    """A session, and what was wished in it."""

    @property
    def wished(self):
        return [(event.command, event.topic) for event in self.of(Wished)]

    def after(self, number=-1):
        """What was said after a wish, up to the next thing heard or the farewell."""
        at = [i for i, event in enumerate(self.events) if isinstance(event, Wished)][number]
        lines = []
        for event in self.events[at + 1 :]:
            if isinstance(event, Heard):
                break
            if isinstance(event, Speaking):
                lines.append(event.line.text)
        return lines[:-1] if lines and lines[-1] == LESSON.goodbye else lines

    def pace_of(self, text):
        return [pace for asked, pace in self.voice.asked if asked == text]


@pytest.mark.parametrize("said", ["¿Puedes repetir, por favor?", "Say that again."])
async def test_what_the_tutor_said_is_repeated(said):
    sitting = await Wishing(RIGHT, said, partner=FakePartner(REPLY)).run()
    assert sitting.wished == [(VoiceCommand.REPEAT, "")]
    assert sitting.after() == REPLY


async def test_before_the_first_turn_the_opening_is_repeated():
    assert (await Wishing("Otra vez.").run()).after() == [LESSON.opening]


async def test_a_correction_is_repeated_with_the_reply():
    sitting = await Wishing(MISTAKE, "Repite.").run()
    (turn,) = sitting.turns
    assert sitting.after() == [line.text for line in turn.spoken]


@pytest.mark.parametrize("said", ["Más despacio, por favor.", "Slower, please."])
async def test_slower_repeats_the_last_thing_slowly_and_stays_slower(said):
    sitting = await Wishing(said, RIGHT, partner=FakePartner(REPLY)).run()
    assert sitting.after() == [LESSON.opening]
    first, *_ = sitting.voice.asked
    assert first[1] is Pace.NORMAL
    assert {pace for _, pace in sitting.voice.asked[1:]} >= {Pace.SLOW}
    assert sitting.pace_of("¿Por qué estás cansado?") == [Pace.SLOW]


@pytest.mark.parametrize("said", ["Más rápido, por favor.", "Faster, please."])
async def test_faster_goes_back_to_the_normal_pace(said):
    sitting = await Wishing("Más despacio.", said, RIGHT, partner=FakePartner(REPLY)).run()
    assert sitting.after() == ["De acuerdo."]
    assert sitting.pace_of("¿Por qué estás cansado?") == [Pace.NORMAL]


async def test_a_reply_in_the_tutors_own_words_is_known_in_english():
    spoken = await Wishing(RIGHT, "En inglés, por favor.", partner=None).run()
    assert spoken.turns[0].reply.startswith("Entiendo.")
    translator = FakeTranslator()
    partner = FakePartner(["Ya veo.", "¿Y por qué?"])
    sitting = await Wishing(RIGHT, "In English.", partner=partner, translator=translator).run()
    assert sitting.after() == ["I see.", "And why?"]
    assert translator.asked == []


async def test_what_nobody_has_translated_is_translated_by_the_model():
    translator = FakeTranslator({" ".join(REPLY): "Oh dear. Why are you tired?"})
    sitting = await Wishing(RIGHT, "En inglés, por favor.", translator=translator).run()
    assert sitting.after() == ["Oh dear. Why are you tired?"]
    assert sitting.said[-2].language is Language.ENGLISH


async def test_why_something_was_wrong_is_said_again_in_english_as_it_was_written():
    translator = FakeTranslator({" ".join(REPLY): "Oh dear. Why are you tired?"})
    sitting = await Wishing(MISTAKE, "In English, please.", translator=translator).run()
    (turn,) = sitting.turns
    explained = [line.text for line in turn.spoken if line.language is Language.ENGLISH]
    assert explained
    assert sitting.after() == [*explained, "Oh dear. Why are you tired?"]


@pytest.mark.parametrize("translator", [None, FakeTranslator(failure=FAILURE)])
async def test_without_a_translation_the_tutor_says_so(translator):
    sitting = await Wishing(RIGHT, "En inglés, por favor.", translator=translator).run()
    (line,) = sitting.after()
    assert line.startswith("I can't say that in English now.")
    assert [event.message for event in sitting.of(Problem)] == [str(FAILURE)] * bool(translator)


async def test_after_english_the_spanish_can_be_repeated():
    assert (await Wishing("In English.", "Repite.").run()).after() == [LESSON.opening]


@pytest.mark.parametrize("said", ["Una pista.", "Give me a hint."])
async def test_a_hint_tells_how_to_begin_and_asks_again(said):
    sitting = await Wishing(said).run()
    hinted, question = sitting.after()
    assert "«Tengo…»" in hinted
    assert any(f"«{word}»" in hinted for word in LESSON.target_words)
    assert question == "¿Tienes una mascota?"


@pytest.mark.parametrize("said", ["Siguiente.", "Otra pregunta.", "Next question."])
async def test_skip_asks_the_lessons_next_question_and_never_again(said):
    sitting = await Wishing(said, RIGHT, partner=None).run()
    assert sitting.after() == [LESSON.questions[0]]
    assert sitting.turns[0].reply.endswith(LESSON.questions[1])


async def test_skipping_goes_through_the_lesson():
    sitting = await Wishing(RIGHT, "Siguiente.", "Siguiente.", partner=None).run()
    skipped = [sitting.after(number) for number in (0, 1)]
    assert skipped == [[LESSON.questions[1]], [LESSON.questions[2]]]


@pytest.mark.parametrize(
    ("off", "on"),
    [("No me corrijas ahora.", "Corrígeme."), ("Don't correct me now.", "Correct me.")],
)
async def test_corrections_are_stored_but_not_spoken_until_they_are_wished_again(off, on):
    journal = InMemoryJournal()
    sitting = await Wishing(off, MISTAKE, on, MISTAKE, journal=journal).run()
    silent, spoken = sitting.turns
    assert [bool(turn.correction.edits) for turn in (silent, spoken)] == [True, True]
    assert [line.text for line in silent.spoken] == REPLY
    assert any(line.text.startswith("Se dice:") for line in spoken.spoken)
    assert len(silent.card_ids) == 1
    assert sitting.after(0) == ["De acuerdo, por ahora no te corrijo."]
    assert sitting.after(1) == ["De acuerdo, te corrijo otra vez."]


@pytest.mark.parametrize("said", ["Espera, déjame pensar.", "Wait, let me think."])
async def test_wait_says_nothing_and_makes_the_listener_more_patient(said):
    sitting = await Wishing(said, RIGHT).run()
    assert sitting.after() == []
    assert sitting.listener.asked_to_wait == 1
    assert [turn.transcript.text for turn in sitting.turns] == [RIGHT]


@pytest.mark.parametrize(
    "said", ["Adiós.", "Quiero terminar.", "Stop.", "Goodbye.", "Adiós, Nora."]
)
async def test_finish_ends_the_session_with_the_farewell(said):
    sitting = await Wishing(said, RIGHT).run()
    assert sitting.wished == [(VoiceCommand.FINISH, "")]
    assert sitting.turns == []
    assert sitting.said[-1].text == LESSON.goodbye


@pytest.mark.parametrize(
    "said",
    [
        "Repite.", "Más despacio.", "Más rápido.", "En inglés.", "Una pista.", "Siguiente.",
        "No me corrijas ahora.", "Corrígeme.", "Espera.", "Adiós.",
    ],
)  # fmt: skip
async def test_a_wish_is_no_turn_and_needs_no_model(said):
    corrector, journal = FakeCorrector(failure=FAILURE), InMemoryJournal()
    ports = {"corrector": corrector, "partner": FakePartner(failure=FAILURE), "journal": journal}
    sitting = await Wishing(said, **ports).run()
    assert (sitting.turns, sitting.of(Corrected), sitting.of(Problem)) == ([], [], [])
    assert (corrector.asked, len(journal.records.cards)) == ([], 0)
    ended = sitting.events[-1]
    assert (ended.turns, ended.words, ended.cards) == (0, 0, 0)


async def test_a_wish_is_no_part_of_the_conversation():
    told = []

    class Listening(FakePartner):
        async def reply(self, conversation, learner):
            told.append(conversation.turns)
            async for sentence in super().reply(conversation, learner):
                yield sentence

    await Wishing("Repite.", "Una pista.", "¿Cómo se dice apple?", RIGHT,
                  partner=Listening(REPLY), vocabulary=FakeVocabulary(an_entry("manzana", "apple"))
                  ).run()  # fmt: skip
    ((opening,),) = told
    assert opening.text == LESSON.opening


@pytest.mark.parametrize(
    ("said", "command", "topic", "told"),
    [
        ("¿Cómo se dice apple?", VoiceCommand.HOW_TO_SAY, "apple", "Se dice «la manzana»."),
        ("How do you say apple?", VoiceCommand.HOW_TO_SAY, "apple", "Se dice «la manzana»."),
        ("¿Qué significa manzana?", VoiceCommand.MEANING, "manzana", "«manzana»: apple."),
        ("What does manzana mean?", VoiceCommand.MEANING, "manzana", "«manzana»: apple."),
    ],
)
async def test_a_word_of_the_vocabulary_is_told_and_kept(said, command, topic, told):
    journal = InMemoryJournal()
    vocabulary = FakeVocabulary(an_entry("manzana", "apple"))
    sitting = await Wishing(said, vocabulary=vocabulary, journal=journal).run()
    assert sitting.wished == [(command, topic)]
    assert sitting.after()[0] == told
    assert [card.better for card in journal.records.cards.values()] == ["manzana"]


async def test_a_word_that_the_vocabulary_lacks_is_told_by_the_model_as_an_opinion_and_kept():
    journal = InMemoryJournal()
    translator = FakeTranslator({"hedgehog": "El erizo."})
    vocabulary = FakeVocabulary(an_entry("manzana", "apple"))
    sitting = await Wishing(
        "¿Cómo se dice hedgehog?", vocabulary=vocabulary, translator=translator, journal=journal
    ).run()
    assert sitting.after() == ["Creo que se dice «el erizo».", "¿Tienes una mascota?"]
    (card,) = journal.records.cards.values()
    assert (card.better, card.translations, card.sentence) == ("erizo", ("hedgehog",), "")


async def test_a_word_that_nobody_knows_is_left_to_the_talk():
    translator = FakeTranslator(failure=FAILURE)
    sitting = await Wishing("¿Cómo se dice hedgehog?", translator=translator).run()
    assert [event.message for event in sitting.of(Problem)] == [str(FAILURE)]
    assert sitting.turns[0].reply == " ".join(REPLY)
