"""The deck as a package, opened by the real Anki.

Anki asks the clock of the machine how late it is, so these tests do too.
"""

import asyncio
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.consts import (
    CARD_TYPE_LRN,
    CARD_TYPE_NEW,
    CARD_TYPE_RELEARNING,
    CARD_TYPE_REV,
    QUEUE_TYPE_DAY_LEARN_RELEARN,
    QUEUE_TYPE_LRN,
    QUEUE_TYPE_NEW,
    QUEUE_TYPE_REV,
    QUEUE_TYPE_SUSPENDED,
)
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import tone
from tests.records import a_card, a_word, an_answer
from tutor.adapters.audio.files import SoundFileReader
from tutor.adapters.export.anki_notes import fields_of
from tutor.adapters.export.anki_package import AnkiSounds, write_anki_package
from tutor.adapters.export.anki_schedule import Calendar
from tutor.adapters.export.mp3 import encoded, sound_ending
from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk
from tutor.domain.card import CardStatus, Direction, say_it_card
from tutor.domain.correction import EditKind
from tutor.domain.deck_query import DeckContents
from tutor.domain.review import Review
from tutor.domain.schedule import Phase, Rating, Schedule
from tutor.errors import DeckFileError, ModelDamagedError, SynthesisError

NOW = datetime.now(UTC)
ZONE = ZoneInfo("UTC")
SPANISH = "yo estoy muy cansado hoy"


class FakeVoice:
    """Speaks any text as a hum as high as the text is long; remembers what it was asked."""

    def __init__(self, failing=()):
        self.asked = []
        self._failing = failing

    async def speak(self, text):
        self.asked.append(text)
        if text in self._failing:
            raise SynthesisError("The voice failed.")
        return tone(0.3, rate_hz=VOICE_RATE_HZ, pitch_hz=200.0 + 20 * len(text))

    @property
    def sounds(self):
        return AnkiSounds(self.speak, encoded, sound_ending())


def in_days(days, phase=Phase.REVIEW, step=None, stability=8.25, difficulty=5.5):
    """A schedule due at the same time of the day, last asked three days ago."""
    return Schedule(
        due=NOW + timedelta(days=days),
        phase=phase,
        step=step,
        stability=stability,
        difficulty=difficulty,
        last_review=NOW - timedelta(days=3),
    )


def scheduled(card, *schedules, reviews=4, lapses=1):
    faces = zip(card.faces, schedules, strict=True)
    return replace(
        card,
        faces=tuple(
            replace(face, schedule=schedule, reviews=reviews, lapses=lapses)
            for face, schedule in faces
        ),
    )


@pytest.fixture
def write(tmp_path):
    """``write(card, …)`` is a package with them."""

    def write(*cards, reviews=(), sounds=None, now=NOW, zone=ZONE):
        path = tmp_path / "deck.apkg"
        contents = DeckContents(cards, reviews)
        count = asyncio.run(write_anki_package(contents, path, now=now, zone=zone, sounds=sounds))
        assert sounds is None or count <= len(cards) * 2
        return path

    return write


@pytest.fixture
def collection(tmp_path):
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def anki(collection, write):
    """``anki(card, …)`` is a collection of Anki into which they were imported."""

    def anki(*cards, **more):
        request = ImportAnkiPackageRequest(
            package_path=str(write(*cards, **more)),
            options=ImportAnkiPackageOptions(with_scheduling=True),
        )
        return collection, collection.import_anki_package(request).log

    return anki


def only_note(collection):
    (note_id,) = collection.find_notes("")
    return collection.get_note(note_id)


def only_card(collection):
    (card,) = only_note(collection).cards()
    return card


def test_a_mistake_is_a_gap_in_the_whole_sentence_with_what_was_said_and_why(anki):
    collection, _ = anki(a_card())
    note = only_note(collection)
    assert note.note_type()["name"] == "voice-tutor cloze"
    assert dict(note.items()) == {
        "Sentence": "yo {{c1::estoy}} muy cansado hoy",
        "Answer": "estoy",
        "You said": "yo soy muy cansado hoy",
        "Explanation (Spanish)": "El cansancio es un estado.",
        "Explanation (English)": "Being tired is a state.",
        "Audio": "",
        "Also said": "",
    }
    (card,) = note.cards()
    assert collection.decks.name(card.did) == "voice-tutor"
    assert "[...]" in card.question()
    assert ">estoy<" not in card.question()
    assert "estoy" in card.answer()
    assert "You said: yo soy muy cansado hoy" in card.answer()


def test_a_word_is_asked_in_both_directions(anki):
    collection, _ = anki(a_word(sentence="Dame una servilleta.", translations=("napkin", "tissue")))
    note = only_note(collection)
    to_english, to_spanish = note.cards()
    assert note["Spanish"] == "servilleta"
    assert note["English"] == "napkin; tissue"
    assert "servilleta" in to_english.question()
    assert "napkin" not in to_english.question()
    assert "Dame una servilleta." in to_english.answer()
    assert "napkin; tissue" in to_spanish.question()
    assert "servilleta" not in to_spanish.question()
    assert "servilleta" in to_spanish.answer()


def test_a_word_to_say_is_shown_and_then_heard(anki):
    card = say_it_card("tren", "El tren llega.", card_id="s", lesson_id="a2-viaje", now=NOW)
    collection, _ = anki(card, sounds=FakeVoice().sounds)
    (card,) = only_note(collection).cards()
    assert "tren" in card.question()
    assert not card.question_av_tags()
    assert len(card.answer_av_tags()) == 2


def test_tags_name_kind_mistake_level_lesson_and_why_it_is_not_asked(anki):
    collection, _ = anki(a_card(status=CardStatus.LEECH))
    assert set(only_note(collection).tags) == {
        "voice-tutor::cloze", "mistake::ser_estar", "level::A1", "lesson::a1-cafe", "leech",
    }  # fmt: skip


def test_the_right_sentences_are_sounds_in_the_media_folder_each_once(anki):
    voice = FakeVoice()
    collection, _ = anki(
        a_card(), a_card("card-2", 1), a_word(sentence=SPANISH), sounds=voice.sounds
    )
    assert voice.asked == [SPANISH, "servilleta"]
    media = Path(collection.media.dir())
    files = {file.name for file in media.iterdir()}
    assert len(files) == 2
    assert collection.media.check().missing == []
    assert collection.media.check().unused == []
    word = collection.get_note(collection.find_notes("note:*vocabulary")[0])
    assert word["Audio"] != word["Example audio"]
    assert {word["Audio"], word["Example audio"]} == {f"[sound:{name}]" for name in files}
    assert [tag.filename for tag in word.cards()[0].question_av_tags()] == [word["Audio"][7:-1]]


def test_a_sound_can_be_played(anki):
    collection, _ = anki(a_card(), sounds=FakeVoice().sounds)
    (file,) = Path(collection.media.dir()).iterdir()
    assert file.suffix == f".{sound_ending()}"
    heard = asyncio.run(SoundFileReader().read(file))
    assert 0.25 < heard.duration_seconds < 0.5


def test_a_sentence_that_the_voice_fails_on_has_no_sound(anki):
    collection, _ = anki(a_card(), sounds=FakeVoice(failing={SPANISH}).sounds)
    assert only_note(collection)["Audio"] == ""


def test_a_text_without_sound_has_none(anki):
    async def speak(_):
        return AudioChunk(b"", VOICE_RATE_HZ)

    collection, _ = anki(a_card(), sounds=AnkiSounds(speak, encoded, sound_ending()))
    assert only_note(collection)["Audio"] == ""


def test_a_voice_that_is_damaged_leaves_no_file(write, tmp_path):
    async def speak(_):
        raise ModelDamagedError("The voice cannot be loaded.")

    with pytest.raises(ModelDamagedError):
        write(a_card(), sounds=AnkiSounds(speak, encoded, sound_ending()))
    assert list(tmp_path.iterdir()) == []


def test_new_cards_are_new_in_the_order_they_were_made(anki):
    collection, _ = anki(a_card("b", 2), a_card("a", 1))
    cards = [collection.get_card(card_id) for card_id in collection.find_cards("", order=True)]
    assert {(card.type, card.queue) for card in cards} == {(CARD_TYPE_NEW, QUEUE_TYPE_NEW)}
    assert sorted(card.due for card in cards) == [1, 2]


@pytest.mark.parametrize("days", [-30, -1, 0, 1, 5, 400])
def test_a_learned_card_is_due_on_the_same_day_with_its_interval_and_memory(anki, days):
    exported = scheduled(a_card(), in_days(days))
    collection, _ = anki(exported)
    card = only_card(collection)
    assert (card.type, card.queue) == (CARD_TYPE_REV, QUEUE_TYPE_REV)
    assert card.due - collection.sched.today == days
    assert card.ivl == max(1, days + 3)
    assert (card.reps, card.lapses) == (4, 1)
    assert card.memory_state.stability == pytest.approx(8.25)
    assert card.memory_state.difficulty == pytest.approx(5.5)
    assert card.last_review_time == round((NOW - timedelta(days=3)).timestamp())


def test_both_directions_of_a_word_have_their_own_schedule(anki):
    collection, _ = anki(scheduled(a_word(), in_days(2), Schedule(NOW)))
    to_english, to_spanish = only_note(collection).cards()
    assert (to_english.type, to_english.due - collection.sched.today) == (CARD_TYPE_REV, 2)
    assert to_spanish.type == CARD_TYPE_NEW


@pytest.mark.parametrize(("step", "left"), [(0, 2), (1, 1), (5, 1)])
def test_what_is_being_learned_comes_back_at_the_same_moment(anki, step, left):
    schedule = replace(in_days(0, Phase.LEARNING, step), due=NOW + timedelta(minutes=5))
    collection, _ = anki(scheduled(a_card(), schedule))
    card = only_card(collection)
    assert card.type == CARD_TYPE_LRN
    assert card.left % 1000 == left
    if card.queue == QUEUE_TYPE_LRN:
        assert card.due == round(schedule.due.timestamp())
    else:  # the five minutes are across four in the morning
        assert card.due - collection.sched.today == 1


def test_what_was_forgotten_is_being_relearned(anki):
    schedule = replace(in_days(0, Phase.RELEARNING, 0), due=NOW - timedelta(minutes=5))
    collection, _ = anki(scheduled(a_card(), schedule))
    card = only_card(collection)
    assert (card.type, card.queue) == (CARD_TYPE_RELEARNING, QUEUE_TYPE_LRN)
    assert card.due == round(schedule.due.timestamp())
    assert card.left % 1000 == 1


def test_learning_that_goes_on_another_day_is_due_that_day(anki):
    collection, _ = anki(scheduled(a_card(), in_days(2, Phase.LEARNING, 1)))
    card = only_card(collection)
    assert (card.type, card.queue) == (CARD_TYPE_LRN, QUEUE_TYPE_DAY_LEARN_RELEARN)
    assert card.due - collection.sched.today == 2


@pytest.mark.parametrize("status", [s for s in CardStatus if s is not CardStatus.ACTIVE])
def test_what_is_not_asked_is_suspended_and_keeps_its_due_day(anki, status):
    collection, _ = anki(replace(scheduled(a_card(), in_days(9)), status=status))
    card = only_card(collection)
    assert (card.type, card.queue) == (CARD_TYPE_REV, QUEUE_TYPE_SUSPENDED)
    collection.sched.unsuspend_cards([card.id])
    card.load()
    assert (card.queue, card.due - collection.sched.today) == (QUEUE_TYPE_REV, 9)


def test_due_cards_are_what_anki_asks(anki):
    collection, _ = anki(
        scheduled(a_card(), in_days(-1)),
        scheduled(a_card("card-2"), in_days(3)),
        a_card("card-3"),
        scheduled(a_card("card-4", status=CardStatus.SUSPENDED), in_days(-1)),
    )
    collection.decks.select(collection.decks.id_for_name("voice-tutor"))
    assert collection.sched.counts() == (1, 0, 1)


def test_every_answer_that_was_not_taken_back_is_in_the_history(anki):
    before, after = Schedule(NOW), in_days(5)
    answers = [
        an_answer("r1", rating=Rating.HARD, at=NOW - timedelta(days=3)),
        an_answer("r2", rating=Rating.AGAIN, at=NOW - timedelta(days=2)),
        an_answer("r3", at=NOW - timedelta(days=1)),
        an_answer("r4", "word-1", at=NOW - timedelta(days=3), direction=Direction.TO_SPANISH),
    ]
    reviews = [Review(answer, before, after) for answer in answers]
    reviews[2] = replace(reviews[2], is_undone=True)
    cards = scheduled(a_card(), after), scheduled(a_word(), in_days(5), in_days(5))
    collection, _ = anki(*cards, reviews=tuple(reviews))
    rows = collection.db.all("select cards.ord, ease, revlog.ivl from revlog join cards"
                             " on cards.id = cid order by revlog.id, ord")  # fmt: skip
    assert sorted(rows) == [[0, 1, 8], [0, 2, 8], [1, 3, 8]]


def test_the_same_package_again_adds_nothing_and_changes_what_changed(anki):
    anki(a_card(), a_word())
    later = NOW + timedelta(seconds=5)
    collection, log = anki(a_card(better="estoy", heard="yo soy cansado"), a_word(), now=later)
    assert len(log.new) == 0
    assert len(log.updated) == 2
    assert collection.note_count() == 2
    (note_id,) = collection.find_notes("note:*cloze")
    assert collection.get_note(note_id)["You said"] == "yo soy cansado"


def test_anki_finds_nothing_to_mend(anki):
    collection, _ = anki(scheduled(a_card(), in_days(4)), a_word(), sounds=FakeVoice().sounds)
    message, is_sound = collection.fix_integrity()
    assert is_sound, message
    assert collection.get_empty_cards().notes == []


def test_no_markup_of_the_learner_becomes_markup(anki):
    sentence = "<b>{{c9::x}}</b> y :: a & b estoy"
    collection, _ = anki(a_card(sentence=sentence))
    card = only_card(collection)
    assert "&lt;b&gt;&#123;&#123;c9::x" in card.question()
    assert only_note(collection).fields[0].count("{{") == 1


@pytest.mark.parametrize(
    ("heard", "sentence", "better", "field"),
    [
        ("Quiero a comer.", "Quiero comer.", "", "{{c1::Quiero comer.::Quiero a comer.}}"),
        ("Voy a la casa y a el cine.", "Voy a la casa y al cine.", "al",
         "Voy a la casa y {{c1::al}} cine."),
        ("La agua y la casa, la.", "La agua y el casa, la.", "la",
         "{{c1::La}} agua y el casa, la."),
        ("Yo va y yo va.", "Yo voy y yo voy.", "voy", "Yo {{c1::voy}} y yo voy."),
        ("el casa es el casa", "el casa es la casa", "la", "el casa es {{c1::la}} casa"),
        ("la casa es el casa", "la casa es la casa", "la", "la casa es {{c1::la}} casa"),
        ("", "", "", "{{c1::…}}"),
        ("", "Son las diez: y media.", "diez: y", "Son las {{c1::diez&#58; y}} media."),
    ],
)  # fmt: skip
def test_the_gap_is_where_the_mistake_was(heard, sentence, better, field):
    card = a_card(heard=heard, sentence=sentence, better=better, edit_kind=EditKind.ARTICLE)
    assert fields_of(card, {})[0] == field


def test_nothing_stays_in_the_folder_for_temporary_files(write, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    write(a_card(), sounds=FakeVoice().sounds)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_folder_that_is_not_there_is_one_sentence():
    package = write_anki_package(
        DeckContents((a_card(),)), Path("/nowhere/deck.apkg"), now=NOW, zone=ZONE
    )
    with pytest.raises(DeckFileError, match="cannot be written"):
        asyncio.run(package)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001  # hypothesis adds the zone
def test_today_is_day_nought_in_every_zone_and_season(now):
    for name in ("America/Los_Angeles", "Europe/Madrid", "Asia/Kathmandu", "Pacific/Chatham"):
        calendar = Calendar(now, ZoneInfo(name))
        assert calendar.start <= now
        assert now - calendar.start <= timedelta(hours=25)
        assert calendar.day(calendar.start) == 0
        assert calendar.day(now) == 0
        assert calendar.day(calendar.start - timedelta(seconds=1)) == -1
        assert calendar.start.astimezone(ZoneInfo(name)).hour == 4
