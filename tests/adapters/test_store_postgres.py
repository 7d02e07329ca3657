"""What is particular to records on a PostgreSQL server."""

import asyncio
import json
import subprocess
import sys
import traceback
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import text

from tests.fakes import FakeScheduler
from tests.postgres import GIVEN_URL, new_database, statement
from tests.records import AT, a_card, a_session, a_turn, a_word, an_answer
from tutor.adapters.store.postgres import place_of, postgres_engine
from tutor.adapters.store.schema import HEAD_REVISION, MIGRATIONS
from tutor.adapters.store.store import open_store
from tutor.adapters.store.tables import metadata
from tutor.domain.card import Direction
from tutor.domain.review import ReviewLimits
from tutor.errors import SettingsError, StoreDamagedError, StoreError, StoreUnwritableError

PASSWORD = "geheim"  # noqa: S105  # of a server that lives as long as the tests


@pytest.fixture(scope="module")
def server():
    """The URL of a database of which nothing is kept."""
    return new_database()


@pytest.fixture
def url():
    return new_database()


@contextmanager
def opened(url, learner="learner"):
    with open_store(Path("unused"), FakeScheduler(), url=url, learner=learner) as store:
        yield store


def test_the_migrations_make_the_tables_that_the_program_uses(url):
    with opened(url):
        pass
    engine = postgres_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


async def test_a_deck_of_the_first_schema_is_migrated(url):
    engine = postgres_engine(url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for name in ("a", "b"):
            connection.execute(
                text(
                    "INSERT INTO cards (learner_key, id, kind, sentence, heard, said, better,"
                    " edit_kind, explanation_es, explanation_en, lesson_id, created_at) VALUES"
                    " (1, :id, 'cloze', 'estoy muy cansado', 'soy muy cansado', 'soy', 'estoy',"
                    " 'ser_estar', '', '', '', :at)"
                ),
                {"id": name, "at": AT},
            )
    engine.dispose()
    with opened(url) as store:
        (card,) = await store.deck.cards()
        await store.deck.add([a_card("new")])
    assert (card.id, card.repetitions, card.created_at) == ("a", 1, AT)
    assert statement(url, "SELECT version_num FROM alembic_version") == [(HEAD_REVISION,)]


async def test_learners_of_one_database_see_their_own_records_only(url):
    with opened(url, "ana") as ana, opened(url, "beto") as beto:
        for store in (ana, beto):
            await store.journal.start_session(a_session())
            await store.journal.record_turn(a_turn(1, "a"), [a_card("a")])
        await ana.deck.add([a_word("w")])
        await ana.reviews.answer(an_answer("1", "a"), ReviewLimits())
        await beto.reviews.answer(an_answer("1", "a"), ReviewLimits())
        assert await beto.reviews.undo() is not None
        assert await beto.reviews.undo() is None
        assert [card.id for card in await ana.deck.cards()] == ["w", "a"]
        assert [card.id for card in await beto.deck.cards()] == ["a"]
        assert [review.is_undone for review in await ana.reviews.reviews("a")] == [False]
        await beto.deck.delete("a")
        assert await beto.deck.statistics(AT) == ()
        assert [kind.total for kind in await ana.deck.statistics(AT)] == [1]
    with opened(url, "ana") as ana:
        assert len(await ana.deck.cards()) == 2
    assert statement(url, "SELECT count(*) FROM learners") == [(3,)]


WRITER = """
import asyncio, sys
from pathlib import Path
from tests.fakes import FakeScheduler
from tests.records import a_card, an_answer
from tutor.adapters.store.store import open_store
from tutor.domain.review import ReviewLimits

async def write(store, name):
    for number in range(10):
        await store.deck.add([a_card(f"{name}{number}"), a_card(f"{name}!{number}", identity="x")])
        await store.reviews.answer(an_answer(f"{name}{number}", f"{name}{number}"), ReviewLimits())

with open_store(Path("unused"), FakeScheduler(), url=sys.argv[1], learner="new") as store:
    asyncio.run(write(store, sys.argv[2]))
"""


@pytest.fixture
def written_by_three(url, request):
    """A deck that three processes have made and written at once."""
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, url, name], cwd=request.config.rootpath)
        for name in ("a", "b", "c")
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    return url


async def test_processes_that_make_and_write_one_deck_at_once_lose_nothing(written_by_three):
    with opened(written_by_three, "new") as store:
        contents = await store.deck.contents()
        (statistics,) = await store.deck.statistics(AT)
    assert len(contents.cards) == 31
    assert sum(card.repetitions for card in contents.cards) == 29
    assert len(contents.reviews) == 30
    assert statistics.total == 60


async def test_a_connection_that_broke_off_is_made_anew(url):
    with opened(url) as store:
        await store.deck.add([a_card("a")])
        statement(
            url,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()",
        )
        assert len(await store.deck.cards()) == 1


# What a learner is told


def told(error, url):
    """The message of an error, in whose traceback no password is."""
    assert PASSWORD not in "".join(traceback.format_exception(error))
    assert url.partition("?")[0] not in str(error) or PASSWORD not in url
    return str(error)


def test_a_server_that_is_not_there_is_named_without_the_password():
    url = f"postgresql://ana:{PASSWORD}@127.0.0.1:9/tutor"
    with pytest.raises(StoreUnwritableError) as caught:
        opened(url).__enter__()
    message = told(caught.value, url)
    assert message.startswith("Cannot reach postgresql://127.0.0.1:9/tutor (")
    assert "refused" in message
    assert message.endswith("tutor config set database.url URL.")


@pytest.mark.skipif(bool(GIVEN_URL), reason="a given server may ask nobody for a password")
def test_a_wrong_password_is_named_and_not_shown(server):
    statement(server, "DROP ROLE IF EXISTS locked")
    statement(server, "CREATE ROLE locked LOGIN PASSWORD 'another'")
    url = server.replace("postgres@", f"locked:{PASSWORD}@")
    with pytest.raises(StoreError) as caught:
        opened(url).__enter__()
    assert "refuses user or password" in told(caught.value, url)
    assert "database.url" in str(caught.value)


def test_a_database_that_is_not_there_is_named(server):
    name = server.rpartition("/tutor_")[2].partition("?")[0]
    with pytest.raises(StoreError, match=r"no database at .* make it with createdb"):
        opened(server.replace(name, "nowhere")).__enter__()


@pytest.mark.parametrize(
    "address",
    ["postgresql://ana:geheim@localhost:port/x", "mysql://ana:geheim@localhost/x", "geheim"],
)
def test_an_address_that_is_none_is_refused_without_being_shown(address):
    with pytest.raises(SettingsError, match=r"database.url is no PostgreSQL address") as caught:
        opened(address).__enter__()
    told(caught.value, address)


async def test_a_server_that_may_only_be_read_is_still_read(url):
    with opened(url) as store:
        await store.deck.add([a_card("a")])
    name = url.rpartition("/tutor_")[2].partition("?")[0]
    statement(url, f"ALTER DATABASE tutor_{name} SET default_transaction_read_only = on")
    with opened(url) as store:
        with pytest.raises(StoreUnwritableError, match=r"read-only.* right to write"):
            await store.deck.add([a_card("b")])
        assert [card.id for card in await store.deck.cards()] == ["a"]


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        ("53100", StoreUnwritableError, "No room left"),
        ("40001", StoreUnwritableError, "Another program"),
        ("XX001", StoreDamagedError, "is damaged"),
        ("42501", StoreUnwritableError, "right to write"),
        ("P0001", StoreError, "--debug"),
    ],
)
async def test_what_the_server_refuses_leaves_nothing_half_way(url, code, kind, words):
    with opened(url) as store:
        statement(
            url,
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{code}'; END $$",
        )
        statement(url, "CREATE TRIGGER t BEFORE INSERT ON mistakes EXECUTE FUNCTION refuse()")
        await store.journal.start_session(a_session())
        with pytest.raises(kind, match=words):
            await store.journal.record_turn(a_turn(1, "a"), [a_card("a")])
        assert await store.journal.turns("session-1") == ()
        assert await store.deck.cards() == ()


async def test_what_is_no_text_to_the_server_is_refused_and_harms_nothing(url):
    with opened(url) as store:
        for sentence in ("\0", "\ud800"):
            with pytest.raises(StoreError, match="cannot be stored"):
                await store.deck.add([a_card("a", sentence=sentence)])
        assert await store.deck.cards() == ()


async def test_answers_given_by_two_at_once_wait_for_one_another(url):
    with opened(url) as one, opened(url) as other:
        await one.deck.add([a_card("a")])
        await asyncio.gather(
            *(
                store.reviews.answer(an_answer(f"{store is one}{n}", "a"), ReviewLimits())
                for n in range(5)
                for store in (one, other)
            )
        )
        face = (await one.deck.card("a")).face(Direction.CLOZE)
    assert face.reviews == 10


def test_without_its_driver_one_package_is_named(server, request):
    program = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from tutor.adapters.store.postgres import postgres_engine\n"
        "from tutor.errors import StoreError\n"
        "try: postgres_engine(sys.argv[1])\n"
        "except StoreError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, server],
        capture_output=True,
        text=True,
        check=True,
        cwd=request.config.rootpath,
    )
    assert done.stdout == (
        "PostgreSQL needs one more package: run pip install 'voice-tutor[postgres]'.\n"
    )


def test_the_settings_show_an_address_without_its_password(invoke):
    url = f"postgresql://ana:{PASSWORD}@db.example/tutor"
    stored = invoke("config", "set", "database.url", url, "--json")
    shown = [invoke("config", *words) for words in (("list",), ("get", "database.url"))]
    shown += [invoke("config", *words, "--json") for words in (("list",), ("get", "database.url"))]
    for result in (stored, *shown):
        assert result.exit_code == 0
        assert PASSWORD not in result.output
    assert "postgresql://ana:********@db.example/tutor" in shown[0].output
    assert json.loads(shown[3].stdout)["origin"] == "file"
    refused = invoke("config", "set", "database.url", f"mysql://ana:{PASSWORD}@db/x")
    assert refused.exit_code != 0
    assert PASSWORD not in refused.output
    assert "postgresql://NAME:PASSWORD@HOST/DATABASE" in refused.output
    assert place_of(url) == "postgresql://db.example/tutor"
