import asyncio
import itertools
from dataclasses import replace
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.fake_records import (
    FakeScheduler,
    InMemoryDeck,
    InMemoryRecords,
    InMemoryReviewBook,
)
from tests.fakes import (
    FakeClock,
    FakeLexicon,
    FakePlayer,
    FakeSynthesizer,
    FakeTranscriber,
    ScriptedListener,
    an_entry,
    tone,
)
from tests.records import AT, a_card, a_word, learned
from tutor.domain.audio import Utterance
from tutor.domain.card import CardStatus, Direction
from tutor.domain.grading import Grade
from tutor.domain.language import Language, Pace
from tutor.domain.question import QuestionKind, question_for_entry
from tutor.domain.review import ReviewLimits
from tutor.domain.schedule import Phase, Rating
from tutor.domain.transcript import typed_transcript
from tutor.errors import AudioFileError, TranscriptionError
from tutor.session.asking import ReviewEquipment
from tutor.session.events import NothingHeard, Problem, Speaking
from tutor.session.quiz import QuizItem, QuizPlan, QuizSession
from tutor.session.review import ReviewPlan, ReviewSession
from tutor.session.review_events import (
    Asked,
    Graded,
    HintGiven,
    QuizStarted,
    Regraded,
    ReviewEnded,
    ReviewStarted,
    Undone,
)
from tutor.session.speaking import Narrator

MADRID = ZoneInfo("Europe/Madrid")


class Speller:
    def cardinal(self, number):
        return {20: "veinte"}[number]

    def ordinal(self, number):
        return str(number)


class SlowingSynthesizer(FakeSynthesizer):
    """Remembers how fast it was asked to speak."""

    def __init__(self):
        super().__init__()
        self.paces = []

    async def synthesize(self, text, pace):
        self.paces.append(pace)
        return await super().synthesize(text, pace)


class Desk:
    """A learner before a deck of fakes, and everything that happened."""

    def __init__(self, *given, cards=(), transcriber=None):
        self.events = []
        self.records = InMemoryRecords(FakeScheduler())
        self.deck = InMemoryDeck(self.records)
        self.book = InMemoryReviewBook(self.records)
        self.cards = cards
        self.clock = FakeClock(AT.astimezone(UTC) + timedelta(hours=1))
        self.voice = SlowingSynthesizer()
        ids = itertools.count(1)
        self.equipment = ReviewEquipment(
            listener=ScriptedListener(*given),
            transcriber=transcriber or FakeTranscriber(),
            narrator=Narrator(dict.fromkeys(Language, self.voice), FakePlayer()),
            lexicon=FakeLexicon(),
            spellers=dict.fromkeys(Language, Speller()),
            clock=self.clock,
            new_id=lambda: f"answer-{next(ids)}",
        )

    async def review(self, **plan):
        await self.deck.add(self.cards)
        whole = ReviewPlan(MADRID, ReviewLimits(), **plan)
        await ReviewSession(whole, self.deck, self.book, self.equipment, self.events.append).run()
        return self

    async def quiz(self, *items):
        plan = QuizPlan(items)
        await QuizSession(plan, self.deck, self.equipment, self.events.append).run()
        return self

    def of(self, kind):
        return [event for event in self.events if isinstance(event, kind)]

    async def face(self, card_id="card-1", direction=Direction.CLOZE):
        return (await self.deck.card(card_id)).face(direction)


async def test_a_right_answer_is_graded_stored_and_rescheduled():
    desk = await Desk("Yo estoy muy cansado hoy.", cards=[a_card()]).review(most_answers=1)
    (graded,) = desk.of(Graded)
    assert (graded.grade, graded.rating) == (Grade.EXACT, Rating.GOOD)
    face = await desk.face()
    assert face.schedule.due == graded.due == desk.clock.now() + timedelta(minutes=10)
    (review,) = await desk.book.reviews("card-1")
    assert (review.answer.text, review.answer.grade) == ("Yo estoy muy cansado hoy.", Grade.EXACT)


async def test_a_wrong_answer_is_followed_by_the_right_one_and_why_in_both_languages():
    desk = await Desk("soy", cards=[a_card()]).review(most_answers=1)
    said = [event.line for event in desk.of(Speaking)]
    texts = [line.text for line in said]
    after = texts[texts.index("yo estoy muy cansado hoy") :]
    assert after == [
        "yo estoy muy cansado hoy",
        "El cansancio es un estado.",
        "Being tired is a state.",
    ]


async def test_the_question_is_heard_before_the_answer_is_given():
    desk = await Desk("estoy", cards=[a_card()]).review(most_answers=1)
    kinds = [type(event) for event in desk.events]
    assert kinds[0] is ReviewStarted
    assert kinds.index(Asked) < kinds.index(Speaking) < kinds.index(Graded)
    assert kinds[-1] is ReviewEnded


async def test_a_hint_makes_a_right_answer_a_slip():
    desk = await Desk("pista", "estoy", cards=[a_card()]).review(most_answers=1)
    assert [event.hint for event in desk.of(HintGiven)] == ["e····"]
    assert [event.rating for event in desk.of(Graded)] == [Rating.HARD]


async def test_not_knowing_is_an_answer_too():
    desk = await Desk("no sé", cards=[a_card()]).review(most_answers=1)
    assert [event.grade for event in desk.of(Graded)] == [Grade.WRONG]


async def test_what_was_said_is_repeated_and_slowly_on_request():
    desk = await Desk("otra vez", "más despacio", "estoy", cards=[a_card()]).review(most_answers=1)
    spoken = [event.line.text for event in desk.of(Speaking)]
    question = spoken[:2]
    assert spoken == question * 3
    assert desk.voice.paces == [Pace.NORMAL] * 4 + [Pace.SLOW] * 2


async def test_the_right_sentence_is_repeated_with_the_next_question():
    cards = [a_card("card-1"), a_card("card-2", minute=1)]
    desk = await Desk("soy", "más despacio", "estoy", cards=cards).review(most_answers=2)
    spoken = [event.line.text for event in desk.of(Speaking)]
    solution = spoken.index("yo estoy muy cansado hoy")
    repeated = spoken[solution:]
    assert repeated[: len(repeated) // 2] == repeated[len(repeated) // 2 :]


@pytest.mark.parametrize("word", ["estaba bien", "+"])
async def test_the_learner_may_overrule_a_grade(word):
    cards = [a_card("card-1"), a_card("card-2", minute=1)]
    desk = await Desk("no sé", word, "estoy", cards=cards).review(most_answers=2)
    assert [event.rating for event in desk.of(Regraded)] == [Rating.GOOD]
    assert (await desk.face()).schedule.due == desk.clock.now() + timedelta(minutes=10)
    assert (await desk.face()).reviews == 1
    assert [review.is_undone for review in await desk.book.reviews("card-1")] == [True, False]
    ended = desk.events[-1]
    assert (ended.answered, ended.exact, ended.wrong) == (2, 2, 0)


async def test_an_answer_overruled_to_wrong_counts_as_wrong():
    cards = [a_card("card-1"), a_card("card-2", minute=1)]
    desk = await Desk("estoy", "-", "estoy", cards=cards).review(most_answers=2)
    assert (desk.events[-1].exact, desk.events[-1].wrong) == (1, 1)
    assert (await desk.face()).schedule.due == desk.clock.now() + timedelta(minutes=1)


async def test_a_hint_is_not_forgotten_over_an_overruled_grade():
    cards = [a_card("card-1"), a_card("card-2", minute=1)]
    desk = await Desk("no sé", "pista", "estaba bien", "estoy", cards=cards).review(most_answers=2)
    assert [event.grade for event in desk.of(Graded)] == [Grade.WRONG, Grade.SLIP]


async def test_there_is_nothing_to_overrule_before_the_first_answer():
    desk = await Desk("estaba bien", "estoy", cards=[a_card()]).review(most_answers=1)
    assert len(desk.of(Problem)) == 1
    assert [event.grade for event in desk.of(Graded)] == [Grade.EXACT]


async def test_undoing_asks_the_card_again_as_if_it_had_not_been_answered():
    cards = [a_card("card-1"), a_card("card-2", minute=1)]
    before = cards[0].face(Direction.CLOZE)
    desk = await Desk("soy", "deshacer", cards=cards).review()
    assert [event.card_id for event in desk.of(Undone)] == ["card-1"]
    assert await desk.face() == before
    assert desk.events[-1].answered == 0


async def test_an_answer_taken_back_does_not_count_towards_the_limit():
    cards = [a_card("card-1"), a_card("card-2", minute=1)]
    desk = await Desk("soy", "deshacer", "estoy", "estoy", cards=cards).review(most_answers=2)
    assert desk.events[-1].answered == 2


async def test_undoing_without_an_answer_says_so():
    desk = await Desk("deshacer", cards=[a_card()]).review()
    assert desk.of(Undone) == [Undone(None)]


async def test_what_was_missed_comes_back_until_it_is_known():
    answers = ["soy", "estoy", "estoy"]
    desk = await Desk(*answers, cards=[a_card()]).review()
    assert [event.grade for event in desk.of(Graded)] == [Grade.WRONG, Grade.EXACT, Grade.EXACT]
    assert (await desk.face()).schedule.phase is Phase.REVIEW
    assert desk.events[-1].left == 0


async def test_the_learner_may_stop_at_any_time():
    desk = await Desk("estoy", "adiós", "estoy", cards=[a_card(), a_card("b", minute=1)]).review()
    assert desk.events[-1].answered == 1
    assert desk.events[-1].left == 2


async def test_a_word_is_asked_in_one_direction_a_day():
    desk = await Desk("napkin", "napkin", "napkin", cards=[a_word()]).review()
    kinds = {event.question.kind for event in desk.of(Asked)}
    assert kinds == {QuestionKind.TO_ENGLISH}


async def test_a_leech_rests_and_says_so():
    card = learned(a_card(), due=AT, lapses=7)
    desk = Desk("no sé")
    desk.records.cards[card.id] = card
    await desk.review(most_answers=1)
    assert [event.is_leech for event in desk.of(Graded)] == [True]
    assert (await desk.deck.card("card-1")).status is CardStatus.LEECH


async def test_spoken_answers_are_transcribed_and_graded():
    utterance = Utterance(tone(1.0), speech_seconds=1.0, endpoint_seconds=0.6, name="a.wav")
    ears = FakeTranscriber(typed_transcript("Yo estoy muy cansado hoy"))
    desk = await Desk(utterance, cards=[a_card()], transcriber=ears).review(most_answers=1)
    assert [event.grade for event in desk.of(Graded)] == [Grade.EXACT]


async def test_a_recording_without_words_is_counted_and_the_next_one_taken():
    utterance = Utterance(tone(1.0), speech_seconds=0.0, endpoint_seconds=0.6, name="a.wav")
    damaged = AudioFileError("b.wav is empty. Record it again.")
    desk = await Desk(utterance, damaged, "estoy", cards=[a_card()]).review(most_answers=1)
    assert [event.name for event in desk.of(NothingHeard)] == ["a.wav"]
    assert desk.events[-1].unusable == 2
    assert desk.events[-1].answered == 1


async def test_failing_ears_do_not_end_the_review():
    utterance = Utterance(tone(1.0), speech_seconds=1.0, endpoint_seconds=0.6)
    ears = FakeTranscriber(TranscriptionError("The speech model failed. Run: tutor models verify"))
    desk = await Desk(utterance, "estoy", cards=[a_card()], transcriber=ears).review(most_answers=1)
    assert len(desk.of(Problem)) == 1
    assert desk.events[-1].answered == 1


async def test_nothing_due_ends_at_once():
    desk = await Desk("estoy").review()
    assert [type(event) for event in desk.events] == [ReviewStarted, ReviewEnded]


async def test_no_question_is_asked_after_the_time_is_up():
    desk = await Desk("estoy", cards=[a_card()]).review(limit_seconds=0)
    assert desk.of(Asked) == []


class WaitingListener(ScriptedListener):
    """Gives what it has, and then lets the learner think for ever."""

    def __init__(self, *turns):
        super().__init__(*turns)
        self._left = len(turns)
        self.is_waiting = asyncio.Event()

    async def listen(self, drafting=None, *, begun=()):
        if not self._left:
            self.is_waiting.set()
            await asyncio.Event().wait()
        self._left -= 1
        return await super().listen()


async def test_an_interrupted_review_keeps_what_was_answered():
    desk = Desk(cards=[a_card("card-1"), a_card("card-2", minute=1)])
    listener = WaitingListener("estoy")
    desk.equipment = replace(desk.equipment, listener=listener)
    task = asyncio.create_task(desk.review())
    await listener.is_waiting.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(await desk.book.reviews("card-1")) == 1
    assert isinstance(desk.events[-1], ReviewEnded)


def an_item(word="manzana", translation="apple", kind=QuestionKind.TO_SPANISH):
    return QuizItem(
        question_for_entry(an_entry(word, translation), kind), a_word(word, word, translation)
    )


async def test_a_quiz_asks_each_question_once_and_keeps_what_was_missed():
    desk = await Desk("manzana", "no sé").quiz(an_item(), an_item("pera", "pear"))
    assert desk.of(QuizStarted) == [QuizStarted(2)]
    assert [event.grade for event in desk.of(Graded)] == [Grade.EXACT, Grade.WRONG]
    assert [card.better for card in await desk.deck.cards()] == ["pera"]
    ended = desk.events[-1]
    assert (ended.answered, ended.exact, ended.wrong, ended.left) == (2, 1, 1, 0)
    assert ended.missed == (an_item("pera", "pear").question.right,)


async def test_a_word_that_needed_a_hint_is_kept_though_it_came():
    desk = await Desk("pista", "manzana").quiz(an_item())
    assert [event.grade for event in desk.of(Graded)] == [Grade.SLIP]
    assert [card.better for card in await desk.deck.cards()] == ["manzana"]


async def test_a_missed_word_that_the_deck_has_counts_as_a_repetition():
    desk = Desk("no sé")
    await desk.deck.add([a_word("old", "pera", "pear")])
    await desk.quiz(an_item("pera", "pear"))
    (card,) = await desk.deck.cards()
    assert (card.id, card.repetitions) == ("old", 1)


async def test_an_overruled_miss_leaves_the_deck_again():
    desk = await Desk("no sé", "estaba bien", "pera").quiz(an_item(), an_item("pera", "pear"))
    assert await desk.deck.cards() == ()
    assert desk.events[-1].exact == 2


async def test_a_quiz_question_can_be_taken_back():
    desk = await Desk("no sé", "deshacer", "manzana", "pera").quiz(
        an_item(), an_item("pera", "pear")
    )
    assert await desk.deck.cards() == ()
    assert (desk.events[-1].answered, desk.events[-1].exact) == (2, 2)


async def test_a_quiz_may_be_left():
    desk = await Desk("manzana", "adiós").quiz(an_item(), an_item("pera", "pear"))
    assert (desk.events[-1].answered, desk.events[-1].left) == (1, 1)
