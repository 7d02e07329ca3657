import asyncio
import itertools
import math
from dataclasses import replace

import pytest

from tests.fakes import (
    FakeClock,
    FakeCorrector,
    FakeLexicon,
    FakePartner,
    FakePlayer,
    FakeSynthesizer,
    FakeTranscriber,
    FakeVocabulary,
    FakeVoiceDetector,
    InMemoryJournal,
    ScriptedListener,
    StagedPlayer,
    a_lesson,
    an_entry,
    frames_of,
    joined,
    silence,
    tone,
)
from tutor.adapters.tts.spelled import Num2WordsSpeller
from tutor.domain.audio import Utterance
from tutor.domain.card import CardKind, Direction
from tutor.domain.correction import Doubt
from tutor.domain.interrupting import InterruptingSettings
from tutor.domain.language import Language
from tutor.domain.telling import Telling
from tutor.domain.transcript import Transcript, typed_transcript
from tutor.errors import (
    AudioDeviceError,
    AudioFileError,
    LanguageModelUnreachableError,
    LessonError,
    StoreUnwritableError,
    TranscriptionError,
)
from tutor.session.equipment import Equipment, Plan
from tutor.session.events import (
    Corrected,
    Heard,
    NothingHeard,
    Problem,
    SessionEnded,
    SessionStarted,
    Speaking,
    TurnFinished,
)
from tutor.session.overhearing import HeldMicrophone, Overhearer
from tutor.session.practice import Practice
from tutor.session.speaking import Narrator

MISTAKE = "Yo soy muy cansado hoy."
BETTER = "Yo estoy muy cansado hoy."
RIGHT = "Mañana voy al cine."


def an_utterance(name="", endpoint_seconds=0.6):
    return Utterance(tone(1.0), speech_seconds=1.0, endpoint_seconds=endpoint_seconds, name=name)


class Sitting:
    """A session over fakes, and everything it emitted."""

    def __init__(self, *turns, **ports):
        self.events = []
        self.journal = ports.get("journal", InMemoryJournal())
        self.player = ports.get("player", FakePlayer())
        self.clock = ports.get("clock", FakeClock())
        ids = itertools.count(ports.get("first_id", 0) + 1)
        self.voice = FakeSynthesizer()
        self.listener = ports.get("listener", ScriptedListener(*turns))
        equipment = Equipment(
            listener=self.listener,
            transcriber=ports.get("transcriber", FakeTranscriber()),
            corrector=ports.get("corrector", FakeCorrector({MISTAKE: BETTER})),
            partner=ports.get("partner", FakePartner(["Vaya.", "¿Por qué estás cansado?"])),
            narrator=Narrator(
                dict.fromkeys(Language, self.voice), self.player, ports.get("overhearer")
            ),
            vocabulary=ports.get("vocabulary"),
            lexicon=FakeLexicon(),
            speller=Num2WordsSpeller(Language.SPANISH),
            journal=self.journal,
            archive=ports.get("archive"),
            clock=self.clock,
            new_id=lambda: f"id-{next(ids)}",
            warm_up=ports.get("warm_up"),
            translator=ports.get("translator"),
        )
        plan = Plan(
            ports.get("lesson", a_lesson()),
            "this machine",
            limit_seconds=ports.get("limit_seconds", math.inf),
            telling=ports.get("telling", Telling.AT_ONCE),
        )
        self.practice = Practice(plan, equipment, self.on_event)
        self.on_emit = ports.get("on_emit", lambda event: None)

    def on_event(self, event):
        self.events.append(event)
        self.on_emit(event)

    async def run(self):
        await self.practice.run()
        return self

    def of(self, kind):
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def turns(self):
        return [event.turn for event in self.of(TurnFinished)]

    @property
    def said(self):
        return [event.line for event in self.of(Speaking)]


async def test_a_mistake_is_corrected_in_spanish_then_in_english_and_answered():
    sitting = await Sitting(MISTAKE).run()
    (turn,) = sitting.turns
    languages = [line.language for line in turn.spoken]
    assert turn.correction.better == BETTER
    assert languages.index(Language.SPANISH) < languages.index(Language.ENGLISH)
    assert turn.reply == "Vaya. ¿Por qué estás cansado?"
    assert turn.spoken[-1].text == "¿Por qué estás cansado?"


async def test_the_tutor_opens_and_closes_with_the_lessons_own_lines():
    sitting = await Sitting(RIGHT).run()
    lesson = a_lesson()
    assert sitting.said[0].text == lesson.opening
    assert sitting.said[-1].text == lesson.goodbye


async def test_the_first_event_says_where_words_go_and_the_last_counts():
    sitting = await Sitting(MISTAKE, RIGHT).run()
    assert isinstance(sitting.events[0], SessionStarted)
    assert sitting.events[0].destination == "this machine"
    ended = sitting.events[-1]
    assert isinstance(ended, SessionEnded)
    assert (ended.turns, ended.words, ended.corrections, ended.cards) == (2, 9, 1, 1)


async def test_nothing_is_said_about_what_was_right():
    sitting = await Sitting(RIGHT).run()
    (turn,) = sitting.turns
    assert [line.text for line in turn.spoken] == ["Vaya.", "¿Por qué estás cansado?"]


async def test_a_turn_and_its_cards_are_stored_before_the_tutor_answers():
    journal = InMemoryJournal()
    stored_when_speaking = []

    def on_emit(event):
        if isinstance(event, Speaking):
            records = journal.records
            stored_when_speaking.append((len(records.turns), len(records.cards)))

    await Sitting(MISTAKE, journal=journal, on_emit=on_emit).run()
    opening, *answer, _farewell = stored_when_speaking
    assert opening == (0, 0)
    assert set(answer) == {(1, 1)}


async def test_a_finished_turn_is_stored_as_it_is_shown():
    journal = InMemoryJournal()
    sitting = await Sitting(MISTAKE, RIGHT, journal=journal).run()
    stored = await journal.turns(sitting.events[0].session_id)
    assert list(stored) == sitting.turns
    assert sitting.turns[0].card_ids == tuple(journal.records.cards)


async def test_the_first_sound_is_timed_from_the_learners_last_sound():
    clock = FakeClock()

    class SlowTranscriber(FakeTranscriber):
        async def transcribe(self, utterance):
            del utterance
            clock.advance(0.3)
            return typed_transcript(RIGHT)

    class SlowCorrector(FakeCorrector):
        async def correct(self, transcript):
            clock.advance(0.5)
            return await super().correct(transcript)

    sitting = await Sitting(
        an_utterance(endpoint_seconds=0.6),
        clock=clock,
        transcriber=SlowTranscriber(),
        corrector=SlowCorrector({}),
    ).run()
    timings = sitting.turns[0].timings
    assert timings.speech_seconds == 1.0
    assert timings.transcribe_seconds == pytest.approx(0.3)
    assert timings.correct_seconds == pytest.approx(0.5)
    assert timings.first_audio_seconds == pytest.approx(0.6 + 0.3 + 0.5)


async def test_an_utterance_without_words_makes_no_turn():
    sitting = await Sitting(
        an_utterance("hum.wav"), transcriber=FakeTranscriber(Transcript(()))
    ).run()
    assert sitting.turns == []
    assert [event.name for event in sitting.of(NothingHeard)] == ["hum.wav"]
    assert sitting.events[-1].unusable == 1


async def test_a_recording_that_cannot_be_read_does_not_end_the_session():
    sitting = await Sitting(AudioFileError("x.wav is empty. Record it again."), RIGHT).run()
    assert [event.message for event in sitting.of(Problem)] == ["x.wav is empty. Record it again."]
    assert len(sitting.turns) == 1


async def test_a_failing_speech_model_costs_one_utterance():
    sitting = await Sitting(
        an_utterance(), RIGHT, transcriber=FakeTranscriber(TranscriptionError("It failed."))
    ).run()
    assert [event.message for event in sitting.of(Problem)] == ["It failed."]
    assert len(sitting.turns) == 1


async def test_a_language_server_that_fails_leaves_the_lesson_talking():
    failure = LanguageModelUnreachableError("No answer from the server. Run: tutor doctor")

    class FailingCorrector:
        async def correct(self, transcript):
            raise failure

    sitting = await Sitting(
        MISTAKE,
        RIGHT,
        corrector=FailingCorrector(),
        partner=FakePartner(failure=failure),
    ).run()
    first, second = sitting.turns
    assert first.reply.endswith(a_lesson().questions[0])
    assert first.correction.edits == ()
    assert second.reply


async def test_two_jobs_that_fail_for_one_reason_say_so_once_a_turn():
    failure = LanguageModelUnreachableError("No answer from the server. Run: tutor doctor")

    class FailingCorrector:
        async def correct(self, transcript):
            raise failure

    sitting = await Sitting(
        RIGHT, corrector=FailingCorrector(), partner=FakePartner(failure=failure)
    ).run()
    assert [event.message for event in sitting.of(Problem)] == [str(failure)]


async def test_a_language_server_that_stays_away_is_told_of_once_a_session():
    failure = LanguageModelUnreachableError("No answer from the server. Run: tutor doctor")
    sitting = await Sitting(
        RIGHT, "Se llama Tito.", "Come pescado.", partner=FakePartner(failure=failure)
    ).run()
    assert [event.message for event in sitting.of(Problem)] == [str(failure)]
    assert len(sitting.turns) == 3


async def test_nobody_is_praised_for_sentences_that_could_not_be_judged():
    failure = LanguageModelUnreachableError("No answer from the server. Run: tutor doctor")
    said = [f"{MISTAKE} {number}" for number in range(6)]
    sitting = await Sitting(
        *said, corrector=FakeCorrector(failure=failure), partner=FakePartner(failure=failure)
    ).run()
    for turn in sitting.turns:
        assert turn.reply == " ".join(line.text for line in turn.spoken)


async def test_without_a_partner_the_lesson_asks_its_own_questions_in_order():
    sitting = await Sitting(RIGHT, "Se llama Tito.", partner=None).run()
    assert [turn.reply.split(". ", 1)[1] for turn in sitting.turns] == list(
        a_lesson().questions[:2]
    )


async def test_no_turn_begins_after_the_minutes_are_over():
    sitting = await Sitting(RIGHT, limit_seconds=0).run()
    assert sitting.of(Heard) == []
    assert sitting.said[-1].text == a_lesson().goodbye


async def test_a_store_that_cannot_write_ends_the_session_before_anything_is_answered():
    class FullJournal(InMemoryJournal):
        async def record_turn(self, turn, cards):
            raise StoreUnwritableError("The disk is full. Free some space.")

    sitting = Sitting(MISTAKE, journal=FullJournal())
    with pytest.raises(StoreUnwritableError):
        await sitting.run()
    assert [line.text for line in sitting.said] == [a_lesson().opening]
    assert isinstance(sitting.events[-1], SessionEnded)


async def test_an_unplugged_speaker_ends_the_session_with_the_turn_stored():
    journal = InMemoryJournal()
    player = StagedPlayer()

    def on_emit(event):
        if isinstance(event, Corrected):
            player.fail(AudioDeviceError("The speaker is gone. Run: tutor doctor"))

    sitting = Sitting(MISTAKE, journal=journal, player=player, on_emit=on_emit)
    with pytest.raises(AudioDeviceError):
        await sitting.run()
    assert len(journal.records.turns) == 1
    assert len(journal.records.cards) == 1


async def test_an_interrupted_session_keeps_the_turn_so_far():
    journal = InMemoryJournal()
    player = StagedPlayer(held=True)
    sitting = Sitting(MISTAKE, journal=journal, player=player)
    task = asyncio.create_task(sitting.run())
    await player.started()
    player.finish()
    correction = await player.started()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    ((_, turn),) = journal.records.turns.items()
    assert turn.spoken == (correction.line,)
    assert sitting.events[-1].cards == 1


async def test_a_session_interrupted_before_the_correction_keeps_what_was_heard():
    journal = InMemoryJournal()
    asked = asyncio.Event()

    class HangingCorrector:
        async def correct(self, transcript):
            asked.set()
            await asyncio.Event().wait()

    heard = asyncio.Event()

    def on_emit(event):
        if isinstance(event, Heard):
            heard.set()

    sitting = Sitting(MISTAKE, journal=journal, corrector=HangingCorrector(), on_emit=on_emit)
    task = asyncio.create_task(sitting.run())
    await asked.wait()
    await heard.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    ((_, turn),) = journal.records.turns.items()
    assert (turn.transcript.text, turn.correction.edits) == (MISTAKE, ())
    assert sitting.events[-1].turns == 1


async def test_a_turn_that_is_being_stored_when_the_session_is_interrupted_is_stored_once():
    storing, stored = asyncio.Event(), asyncio.Event()

    class SlowJournal(InMemoryJournal):
        async def record_turn(self, turn, cards):
            storing.set()
            await stored.wait()
            return await super().record_turn(turn, cards)

    journal = SlowJournal()
    sitting = Sitting(MISTAKE, journal=journal)
    task = asyncio.create_task(sitting.run())
    await storing.wait()
    task.cancel()
    await asyncio.sleep(0)
    stored.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(journal.records.turns) == len(journal.records.cards) == 1
    assert sitting.events[-1].cards == 1


async def test_the_learners_sound_is_kept_only_when_asked():
    kept = []

    class Archive:
        async def keep(self, session_id, turn_number, utterance):
            kept.append((session_id, turn_number, utterance.name))

    transcriber = FakeTranscriber(typed_transcript(RIGHT))
    await Sitting(an_utterance("a.wav"), transcriber=transcriber).run()
    assert kept == []
    sitting = await Sitting(an_utterance("a.wav"), transcriber=transcriber, archive=Archive()).run()
    assert kept == [(sitting.events[0].session_id, 1, "a.wav")]


async def test_what_makes_the_first_turn_fast_may_fail_without_ending_the_session():
    async def warm_up():
        raise LanguageModelUnreachableError("No answer from the server. Run: tutor doctor")

    sitting = await Sitting(RIGHT, warm_up=warm_up).run()
    assert sitting.of(Problem) == []
    assert len(sitting.turns) == 1


async def test_an_english_word_becomes_a_word_to_learn_in_both_directions():
    journal = InMemoryJournal()
    corrector = FakeCorrector(
        {"Quiero una apple.": "Quiero una manzana."},
        lexicon=FakeLexicon(english=frozenset({"apple"})),
    )
    sitting = await Sitting("Quiero una apple.", journal=journal, corrector=corrector).run()
    (turn,) = sitting.turns
    (card,) = journal.records.cards.values()
    assert turn.card_ids == (card.id,)
    assert (card.kind, card.better, card.translations) == (
        CardKind.VOCABULARY,
        "manzana",
        ("apple",),
    )
    assert card.sentence == "Quiero una manzana."
    assert {face.direction for face in card.faces} == {Direction.TO_ENGLISH, Direction.TO_SPANISH}


APPLE = an_entry("manzana", "apple")


async def asking(*said, **ports):
    """A session in which the vocabulary knows the apple, and every model fails."""
    failure = LanguageModelUnreachableError("No answer from the server. Run: tutor doctor")
    no_models = {
        "corrector": FakeCorrector(failure=failure),
        "partner": FakePartner(failure=failure),
        "vocabulary": FakeVocabulary(APPLE),
    }
    return await Sitting(*said, **no_models | ports).run()


async def test_a_word_asked_for_is_told_without_a_model_and_the_last_question_is_asked_again():
    sitting = await asking("¿Cómo se dice apple?")
    (turn,) = sitting.turns
    assert sitting.of(Problem) == []
    assert [(line.language, line.text) for line in turn.spoken] == [
        (Language.SPANISH, "Se dice «la manzana»."),
        (Language.SPANISH, "Aquí está la manzana."),
        (Language.SPANISH, "¿Tienes una mascota?"),
    ]
    assert turn.reply == "Se dice «la manzana». Aquí está la manzana. ¿Tienes una mascota?"
    assert (turn.correction.said, turn.correction.better, turn.correction.edits) == (
        "¿Cómo se dice apple?",
        "¿Cómo se dice apple?",
        (),
    )


async def test_the_meaning_of_a_word_is_told_in_english():
    sitting = await asking("¿Qué significa manzana?")
    assert [(line.language, line.text) for line in sitting.turns[0].spoken][:2] == [
        (Language.ENGLISH, "«manzana»: apple."),
        (Language.SPANISH, "Aquí está la manzana."),
    ]


async def test_a_word_asked_for_becomes_a_card_before_it_is_told():
    journal = InMemoryJournal()
    cards_when_speaking = []

    def on_emit(event):
        if isinstance(event, Speaking):
            cards_when_speaking.append(len(journal.records.cards))

    sitting = await asking("¿Cómo se dice apple?", journal=journal, on_emit=on_emit)
    (card,) = journal.records.cards.values()
    assert (card.kind, card.better, card.translations) == (
        CardKind.VOCABULARY,
        "manzana",
        ("apple",),
    )
    assert (card.sentence, card.lesson_id) == (APPLE.example, a_lesson().id)
    assert cards_when_speaking == [0, 1, 1, 1, 1]
    assert await journal.turns(sitting.events[0].session_id) == tuple(sitting.turns)
    assert sitting.turns[0].card_ids == (card.id,)
    assert sitting.events[-1].cards == 1


async def test_a_word_asked_for_twice_is_one_card():
    journal = InMemoryJournal()
    sitting = await asking("¿Cómo se dice apple?", "¿Qué significa manzana?", journal=journal)
    (card,) = journal.records.cards.values()
    assert [turn.card_ids for turn in sitting.turns] == [(card.id,), (card.id,)]
    assert sitting.turns[1].reply.endswith("¿Tienes una mascota?")


async def test_after_a_word_the_talk_goes_on():
    ports = {"corrector": FakeCorrector(), "partner": FakePartner(["Vaya.", "¿Por qué?"])}
    sitting = await asking("¿Cómo se dice apple?", RIGHT, **ports)
    assert sitting.turns[1].reply == "Vaya. ¿Por qué?"


@pytest.mark.parametrize("vocabulary", [None, FakeVocabulary(an_entry("pera", "pear"))])
async def test_a_word_that_is_not_known_is_left_to_the_models(vocabulary):
    sitting = await Sitting("¿Cómo se dice apple?", vocabulary=vocabulary).run()
    assert sitting.turns[0].reply == "Vaya. ¿Por qué estás cansado?"
    assert sitting.turns[0].card_ids == ()


async def test_the_vocabulary_is_read_at_the_first_question_and_once():
    class CountedVocabulary(FakeVocabulary):
        reads = 0

        def entries(self):
            self.reads += 1
            return super().entries()

    vocabulary = CountedVocabulary(APPLE)
    await Sitting(RIGHT, vocabulary=vocabulary).run()
    assert vocabulary.reads == 0
    await asking("¿Cómo se dice apple?", "¿Cómo se dice apple?", vocabulary=vocabulary)
    assert vocabulary.reads == 1


async def test_a_vocabulary_that_cannot_be_read_is_told_and_the_talk_goes_on():
    class BrokenVocabulary:
        def entries(self):
            raise LessonError("food.toml: it is not a TOML file. Mend it there.")

    sitting = await Sitting("¿Cómo se dice apple?", vocabulary=BrokenVocabulary()).run()
    assert [event.message for event in sitting.of(Problem)] == [
        "food.toml: it is not a TOML file. Mend it there."
    ]
    assert sitting.turns[0].reply == "Vaya. ¿Por qué estás cansado?"


async def test_a_mistake_made_again_is_told_under_the_card_that_is_there():
    journal = InMemoryJournal()
    sitting = await Sitting(MISTAKE, MISTAKE, journal=journal).run()
    (card,) = journal.records.cards.values()
    assert [turn.card_ids for turn in sitting.turns] == [(card.id,), (card.id,)]


class Doubting(FakeCorrector):
    """A Corrector that doubts one word of whatever is said."""

    def __init__(self, said="pero", meant="perro"):
        super().__init__()
        self.doubt = Doubt(said, meant, 0.3)

    async def correct(self, transcript):
        return replace(await super().correct(transcript), doubts=(self.doubt,))


MISHEARD = "Mi pero duerme."


async def test_a_word_that_was_not_understood_twice_becomes_a_card_to_say_it():
    journal = InMemoryJournal()
    sitting = await Sitting(MISHEARD, MISHEARD, journal=journal, corrector=Doubting()).run()
    (card,) = journal.records.cards.values()
    assert (card.kind, card.better, card.sentence) == (
        CardKind.SAY_IT,
        "perro",
        "Mi perro duerme.",
    )
    assert [turn.card_ids for turn in sitting.turns] == [(), (card.id,)]
    assert sitting.turns[0].reply == "¿Dijiste «pero» o «perro»?"


async def test_a_word_is_not_forgotten_between_sessions_and_stays_one_card():
    journal = InMemoryJournal()
    for session, meant in enumerate(("perro", "Perro", "perro")):
        sitting = Sitting(
            MISHEARD, journal=journal, corrector=Doubting(meant=meant), first_id=100 * session
        )
        await sitting.run()
        assert len(sitting.turns[0].card_ids) == min(session, 1)
    (card,) = journal.records.cards.values()
    assert (card.kind, card.repetitions) == (CardKind.SAY_IT, 1)


async def test_two_words_of_which_each_was_not_understood_once_make_no_card():
    journal = InMemoryJournal()
    for first_id, meant in ((0, "perro"), (100, "pera")):
        corrector = Doubting(meant=meant)
        await Sitting(MISHEARD, journal=journal, corrector=corrector, first_id=first_id).run()
    assert not journal.records.cards


async def test_the_cards_of_mistakes_come_before_a_card_to_say_a_word():
    class DoubtingMistakes(Doubting):
        async def correct(self, transcript):
            self._script = {MISTAKE: BETTER}
            return await super().correct(transcript)

    journal = InMemoryJournal()
    corrector = DoubtingMistakes("muy", "más")
    sitting = await Sitting(MISTAKE, MISTAKE, journal=journal, corrector=corrector).run()
    kinds = [journal.records.cards[card_id].kind for card_id in sitting.turns[1].card_ids]
    assert kinds == [CardKind.CLOZE, CardKind.SAY_IT]


class Interrupter:
    """A Microphone that hears somebody speak as the tutor begins its ``number``th line."""

    def __init__(self, player, number):
        self.player = player
        self.number = number

    async def frames(self):
        for _ in range(self.number):
            await self.player.started()
        for frame in frames_of(joined(tone(1.0), silence(2))):
            yield frame
        await asyncio.Event().wait()

    async def close(self):
        pass


async def interrupted(number, *turns, heard_seconds=0.0, **ports):
    """A sitting whose tutor was interrupted in its ``number``th line, the opening counted.

    Every other line sounds to its end.
    """
    player = StagedPlayer(held=True)
    player.heard_seconds = heard_seconds
    for _ in range(number - 1):
        player.finish()
    microphone = HeldMicrophone(Interrupter(player, number))
    ear = Overhearer(microphone, FakeVoiceDetector(), InterruptingSettings())
    sitting = Sitting(*turns, player=player, overhearer=ear, **ports)
    running = asyncio.create_task(sitting.run())
    await sitting.listener.was_told()
    for _ in range(20):
        player.finish()
    await running
    await microphone.close()
    return sitting


async def test_the_opening_can_be_interrupted_and_the_first_turn_has_begun_then():
    sitting = await interrupted(1, RIGHT)
    assert sitting.listener.begun[0]
    assert not any(sitting.listener.begun[1:])
    assert len(sitting.turns) == 1


async def test_an_interrupted_turn_holds_only_what_was_said():
    sitting = await interrupted(3, RIGHT, RIGHT, heard_seconds=0.02 * len("¿Por qué estás"))
    first, second = sitting.turns
    assert first.reply == "Vaya. ¿Por qué estás…"
    assert [line.text for line in first.spoken] == ["Vaya.", "¿Por qué estás…"]
    assert next(iter(sitting.journal.records.turns.values())).reply == first.reply
    assert second.number == 2
    assert [bool(begun) for begun in sitting.listener.begun] == [False, True, False]
