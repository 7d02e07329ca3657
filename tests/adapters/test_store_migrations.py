"""Databases of earlier programs, with what was stored in them."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from tests.fakes import FakeScheduler
from tests.records import AT, a_session
from tutor.adapters.store.database import writing_transaction
from tutor.adapters.store.schema import HEAD_REVISION, MIGRATIONS
from tutor.adapters.store.sqlite_file import DATABASE_NAME, sqlite_engine
from tutor.adapters.store.store import open_store
from tutor.domain.card import CardKind, Direction, card_for
from tutor.domain.correction import Correction, Edit, EditKind, Explanation
from tutor.domain.deck_query import CardQuery, KindStatistics
from tutor.domain.review import Day, ReviewLimits
from tutor.domain.schedule import new_schedule

DAY = Day(AT - timedelta(hours=8), AT + timedelta(hours=16))


def script():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


REVISIONS = sorted(
    migration.revision for migration in ScriptDirectory.from_config(script()).walk_revisions()
)


@pytest.fixture
def path(tmp_path):
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / DATABASE_NAME


def migrate(path, revision):
    """A database as the program of that revision made it."""
    engine = sqlite_engine(path)
    with writing_transaction(engine) as connection:
        config = script()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def query(path, statement, *values):
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement, values).fetchall()


def insert(path, table, **values):
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    query(path, f"INSERT INTO {table} ({names}) VALUES ({marks})", *values.values())  # noqa: S608  # no foreign text


def moment(minute):
    return f"{AT + timedelta(minutes=minute):%Y-%m-%dT%H:%M:%S.%f}Z"


TIRED = ("yo soy muy cansado hoy", "yo estoy muy cansado hoy", "soy", "estoy", 1, 2, "ser_estar")
TIRED_AGAIN = ("soy muy cansada", "estoy muy cansada", "soy", "estoy", 0, 1, "ser_estar")
ILL = ("ella soy enferma", "ella está enferma", "soy", "está", 1, 2, "ser_estar")
NAPKIN = (
    "quiero una napkin",
    "quiero una servilleta",
    "napkin",
    "servilleta",
    2,
    3,
    "english_word",
)


def insert_turn(path, number, session_key, *mistakes):
    """A turn of the first program with its cards, named ``c<number>-<place>``."""
    edits = [
        {
            "start": start,
            "end": end,
            "said": said,
            "better": better,
            "kind": kind,
            "explanation_es": "Así es.",
            "explanation_en": "So it is.",
        }
        for _, _, said, better, start, end, kind in mistakes
    ]
    ids = [f"c{number}-{place}" for place in range(len(mistakes))]
    insert(
        path,
        "turns",
        key=number,
        session_key=session_key,
        number=number,
        at=moment(number),
        language="es",
        heard=mistakes[0][0],
        segments="[]",
        said=mistakes[0][0],
        better=mistakes[0][1],
        edits=json.dumps(edits),
        doubts="[]",
        card_ids=json.dumps(ids),
        reply="¿Por qué?",
        spoken="[]",
        **dict.fromkeys(
            (
                "speech_seconds",
                "endpoint_seconds",
                "transcribe_seconds",
                "correct_seconds",
                "first_audio_seconds",
                "turn_seconds",
            ),
            0.5,
        ),
    )
    for card_id, mistake in zip(ids, mistakes, strict=True):
        insert_card(path, card_id, number, number, mistake)


def insert_card(path, card_id, turn_key, minute, mistake, *, learner_key=1):  # noqa: PLR0913  # a row has as many
    said_sentence, better_sentence, said, better, *_, kind = mistake
    insert(
        path,
        "cards",
        learner_key=learner_key,
        turn_key=turn_key,
        id=card_id,
        kind="cloze",
        sentence=better_sentence,
        heard=said_sentence,
        said=said,
        better=better,
        edit_kind=kind,
        explanation_es="Así es.",
        explanation_en="So it is.",
        lesson_id="a1-cafe",
        created_at=moment(minute),
    )


@pytest.fixture
def first(path):
    """A deck of the first program: of six cards three are about one mistake."""
    migrate(path, "0001")
    insert(
        path, "sessions", key=1, learner_key=1, id="s", lesson_id="a1-cafe", started_at=moment(0)
    )
    insert_turn(path, 1, 1, TIRED, NAPKIN)
    insert_turn(path, 2, 1, TIRED_AGAIN)
    insert_turn(path, 3, 1, ILL, TIRED)
    insert_card(path, "of no turn", None, 4, NAPKIN)
    return path


async def test_the_cards_of_the_first_program_are_due_once_for_each_mistake(first):
    with open_store(first.parent, FakeScheduler()) as store:
        cards = await store.deck.cards()
        due = await store.reviews.next_due(AT, DAY, ReviewLimits())
        counts = await store.reviews.counts(AT, DAY, ReviewLimits())
        statistics = await store.deck.statistics(AT)
    assert [card.id for card in cards] == ["c3-0", "c1-1", "c1-0"]
    assert [card.repetitions for card in cards] == [0, 1, 2]
    assert [card.kind for card in cards] == [
        CardKind.CLOZE,
        CardKind.VOCABULARY,
        CardKind.CLOZE,
    ]
    ill, napkin, tired = cards
    assert tired.more_sentences == ("estoy muy cansada",)
    assert napkin.translations == ("napkin",)
    assert [face.direction for face in napkin.faces] == [Direction.TO_ENGLISH, Direction.TO_SPANISH]
    for card, minute in ((ill, 3), (napkin, 1), (tired, 1)):
        made = AT + timedelta(minutes=minute)
        assert card.created_at == made
        assert {face.schedule for face in card.faces} == {new_schedule(made)}
    assert due is not None
    assert (due.card.id, counts.new) == ("c1-0", 3)
    assert statistics == (
        KindStatistics(EditKind.SER_ESTAR, total=4, wrong=0, recent=4, before=0),
        KindStatistics(EditKind.ENGLISH_WORD, total=2, wrong=0, recent=2, before=0),
    )


async def test_turns_name_the_card_that_theirs_became(first):
    with open_store(first.parent, FakeScheduler()) as store:
        turns = await store.journal.turns("s")
        of_session = await store.deck.cards(CardQuery(session_id="s"))
    assert [turn.card_ids for turn in turns] == [("c1-0", "c1-1"), ("c1-0",), ("c3-0", "c1-0")]
    assert [turn.reply for turn in turns] == ["¿Por qué?"] * 3
    assert len(of_session) == 3


async def test_migrated_cards_are_found_by_their_words(first):
    with open_store(first.parent, FakeScheduler()) as store:
        for text, expected in (("cans", ["c1-0"]), ("napk", ["c1-1"]), ("esta enferma", ["c3-0"])):
            found = await store.deck.cards(CardQuery(text=text))
            assert [card.id for card in found] == expected


async def test_the_same_mistake_again_repeats_a_migrated_card(first):
    said, better, *_ = TIRED
    edit = Edit(1, 2, "soy", "estoy", EditKind.SER_ESTAR, Explanation("", ""))
    again = card_for(edit, Correction(said, better, (edit,)), card_id="new", lesson_id="", now=AT)
    with open_store(first.parent, FakeScheduler()) as store:
        (card,) = await store.deck.add([again])
    assert (card.id, card.repetitions) == ("c1-0", 3)


async def test_each_learner_keeps_their_own_cards(first):
    insert(first, "learners", key=2, name="ana")
    insert_card(first, "of ana", None, 5, TIRED, learner_key=2)
    with open_store(first.parent, FakeScheduler(), learner="ana") as store:
        assert [card.id for card in await store.deck.cards()] == ["of ana"]
    with open_store(first.parent, FakeScheduler()) as store:
        assert len(await store.deck.cards()) == 3


async def test_an_empty_deck_of_the_first_program_is_migrated(path):
    migrate(path, "0001")
    with open_store(path.parent, FakeScheduler()) as store:
        assert await store.deck.cards() == ()


@pytest.mark.parametrize("revision", REVISIONS)
async def test_every_earlier_schema_is_brought_up_to_date_with_its_session(path, revision):
    migrate(path, revision)
    insert(
        path, "sessions", key=1, learner_key=1, id="s", lesson_id="a1-cafe", started_at=moment(0)
    )
    with open_store(path.parent, FakeScheduler()) as store:
        assert await store.journal.last_session_id() == "s"
        await store.journal.start_session(a_session())
    assert query(path, "SELECT version_num FROM alembic_version") == [(HEAD_REVISION,)]


async def test_a_deck_that_cannot_be_migrated_stays_as_it_was(first):
    query(first, "UPDATE cards SET edit_kind = 'from the future' WHERE id = 'c3-1'")
    before = query(first, "SELECT * FROM cards")
    with pytest.raises(Exception, match="cannot read"):
        open_store(first.parent, FakeScheduler()).__enter__()
    assert query(first, "SELECT * FROM cards") == before
    assert query(first, "SELECT version_num FROM alembic_version") == [("0001",)]
