"""Sessions that go on from one another, with a scripted learner."""

import itertools
from pathlib import Path

import pytest

from tests.fake_memory import InMemoryDiary, InMemoryMemory
from tests.fakes import (
    FakeClock,
    FakeCorrector,
    FakeLexicon,
    FakePartner,
    FakePlayer,
    FakeScheduler,
    FakeSynthesizer,
    FakeTranscriber,
    InMemoryDeck,
    InMemoryJournal,
    InMemoryRecords,
    ScriptedListener,
    a_lesson,
)
from tests.records import AT
from tutor.adapters.store.store import open_store
from tutor.adapters.tts.spelled import Num2WordsSpeller
from tutor.domain.care import STILL_HERE, kind_lines
from tutor.domain.language import Language, Pace
from tutor.session.equipment import Equipment, Plan
from tutor.session.events import Corrected, Speaking
from tutor.session.practice import Practice
from tutor.session.preparing import prepared
from tutor.session.speaking import Narrator

LESSON = a_lesson()
IDS = itertools.count(1)


class Kept:
    """The records of a learner whom nothing outlives."""

    def __init__(self):
        records = InMemoryRecords()
        self.journal, self.deck = InMemoryJournal(records), InMemoryDeck(records)
        self.memory, self.diary = InMemoryMemory(records), InMemoryDiary(records)


class Session:
    """A session over records, prepared as the program prepares one."""

    def __init__(self, kept, *said, corrector=None):
        self._kept = kept
        self._said = said
        self._corrector = corrector or FakeCorrector({})
        self.events = []

    async def run(self):
        kept = self._kept
        ready = await prepared(LESSON, kept.memory, kept.diary, kept.deck, AT)
        voices = {language: FakeSynthesizer() for language in Language}
        self.voice = voices[Language.SPANISH]
        equipment = Equipment(
            listener=ScriptedListener(*self._said),
            transcriber=FakeTranscriber(),
            corrector=self._corrector,
            partner=FakePartner(["Vaya.", "¿Qué come?"]),
            narrator=Narrator(voices, FakePlayer()),
            vocabulary=None,
            lexicon=FakeLexicon(),
            speller=Num2WordsSpeller(Language.SPANISH),
            journal=kept.journal,
            archive=None,
            clock=FakeClock(),
            new_id=lambda: f"id-{next(IDS)}",
            memory=kept.memory,
            diary=kept.diary,
        )
        plan = Plan(
            ready.lesson,
            "this machine",
            opening=ready.opening,
            lesson_opening=ready.standing.opening,
        )
        await Practice(plan, equipment, self.events.append).run()
        return self

    @property
    def said(self):
        return [event.line.text for event in self.events if isinstance(event, Speaking)]


async def texts(kept):
    return [fact.text for fact in await kept.memory.facts()]


async def test_a_second_session_opens_with_the_courage_task_and_the_lesson_follows():
    kept = Kept()
    await Session(kept, "Me llamo Ana.").run()
    second = await Session(kept, "Muy bien, gracias.", "Un gato.").run()
    ask = LESSON.courage.ask
    assert second.said[0] == f"Hola otra vez, Ana. {ask}"
    assert second.said[1:3] == ["Gracias por contármelo.", LESSON.opening]
    newer, older = await kept.diary.endings()
    assert older.courage_asked_at is not None
    assert newer.courage_asked_at is None


async def test_what_was_told_is_asked_about_once_where_no_courage_task_waits():
    kept = Kept()
    await Session(kept, "Tengo dos hijas.").run()
    (ending,) = await kept.diary.endings()
    await kept.diary.courage_asked(ending.session_id, AT)
    second = await Session(kept, "Están bien.").run()
    expected = "Hola otra vez. La última vez me contaste que tienes dos hijas. ¿Cómo están?"
    assert second.said[0] == expected
    assert all(fact.asked_at is not None for fact in await kept.memory.facts())


async def test_facts_come_from_the_corrected_sentence():
    kept = Kept()
    corrector = FakeCorrector({"Yo vivo a Leeds.": "Yo vivo en Leeds."})
    await Session(kept, "Yo vivo a Leeds.", corrector=corrector).run()
    assert await texts(kept) == ["Vives en Leeds."]


async def test_what_was_forgotten_is_in_no_opening():
    kept = Kept()
    await Session(kept, "Me llamo Ana.", "Tengo dos hijas.").run()
    await kept.memory.forget_all()
    (ending,) = await kept.diary.endings()
    await kept.diary.courage_asked(ending.session_id, AT)
    second = await Session(kept, "Hola.").run()
    assert "Ana" not in second.said[0]
    assert "hijas" not in second.said[0]


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


MISTAKE, BETTER = "Tengo dos hijas y son muy altos.", "Tengo dos hijas y son muy altas."


async def test_forgetting_leaves_no_trace_in_any_file_of_the_data_folder(tmp_path):
    with open_store(tmp_path, FakeScheduler(), now=AT) as store:
        await Session(store, MISTAKE, corrector=FakeCorrector({MISTAKE: BETTER})).run()
        (fact,) = await store.memory.facts()
    (tmp_path / "backups" / f"daily-{AT:%Y-%m-%d}.sqlite3").unlink()
    with open_store(tmp_path, FakeScheduler(), now=AT):
        pass  # the backup of the day has it too
    assert b"hijas" in bytes_of(tmp_path / "backups")
    with open_store(tmp_path, FakeScheduler()) as store:
        forgotten = await store.memory.forget(fact.id)
        assert (forgotten.facts, forgotten.cards, forgotten.left_in) == (1, 1, ())
        assert b"hijas" not in bytes_of(tmp_path)
    with open_store(tmp_path, FakeScheduler()) as store:
        assert await store.memory.facts() == ()
        second = await Session(store, "Hola.").run()
    assert "hijas" not in " ".join(second.said)
    assert b"hijas" not in bytes_of(tmp_path)


async def test_distress_pauses_the_lesson_and_nothing_is_corrected_or_remembered():
    kept = Kept()
    said = "Vivo en Leeds y no quiero vivir más."
    corrector = FakeCorrector({said: "Nunca."})
    sitting = await Session(
        kept, "Un gato.", said, "Hoy llueve.", "Seguimos.", "Come pescado.", corrector=corrector
    ).run()
    kind = [line.text for line in kind_lines()]
    place = sitting.said.index(kind[0])
    waiting = [line.text for line in STILL_HERE]
    assert sitting.said[place : place + len(kind) + len(waiting)] == kind + waiting
    after = sitting.said[place + len(kind) + len(waiting) :]
    assert after[:2] == ["De acuerdo, seguimos.", "¿Qué come?"]
    corrections = [event.correction for event in sitting.events if isinstance(event, Corrected)]
    assert not any(correction.edits for correction in corrections)
    assert await texts(kept) == []


async def test_a_session_that_ends_while_the_lesson_is_paused_sets_no_task():
    kept = Kept()
    sitting = await Session(kept, "Un gato.", "No quiero vivir más.").run()
    assert sitting.said[-1] == "Cuídate. Hasta pronto."
    (ending,) = await kept.diary.endings()
    assert ending.courage_given_at is None


async def test_who_is_lost_hears_the_question_again_slowly():
    sitting = await Session(Kept(), "Un gato.", "No entiendo.", "Come pescado.").run()
    place = sitting.said.index("Vamos más despacio.")
    assert sitting.said[place + 1] == "¿Qué come?"
    slowly = [text for text, pace in sitting.voice.asked if pace is Pace.SLOW]
    assert "¿Qué come?" in slowly


async def test_who_stays_lost_is_asked_something_else():
    sitting = await Session(Kept(), "Un gato.", "No entiendo.", "No sé.").run()
    place = sitting.said.index("No pasa nada. Cambiamos de tema.")
    assert sitting.said[place + 1].endswith("?")
    assert sitting.said[place + 1] != "¿Qué come?"


async def test_the_end_of_a_session_is_noted_with_its_evidence():
    kept = Kept()
    await Session(kept, "Tengo un gato pequeño.", "¿Eres un robot?").run()
    (ending,) = await kept.diary.endings()
    assert (ending.evidence.words, ending.topic) == (4, LESSON.title_spanish)
    assert ending.courage_given_at is not None


@pytest.mark.parametrize("said", [(), ("¿Eres un robot?",)])
async def test_a_session_without_a_word_for_the_lesson_leaves_nothing(said):
    kept = Kept()
    await Session(kept, *said).run()
    assert await kept.diary.endings() == ()


async def test_a_lesson_is_personal_from_the_session_on_that_knows_something():
    kept = Kept()
    first = await prepared(LESSON, kept.memory, kept.diary, kept.deck, AT)
    assert not first.is_personal
    await Session(kept, "Tengo dos hijas.").run()
    second = await prepared(LESSON, kept.memory, kept.diary, kept.deck, AT)
    assert second.is_personal
    assert second.standing == LESSON
