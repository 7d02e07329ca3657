"""The language model inside the process, in processes of its own: how they end is the point."""

import signal
import stat
import subprocess
import sys
import tempfile

import pytest

from tutor.adapters.llm.chat import OpenAiChat
from tutor.adapters.llm.embedded import EmbeddedServer
from tutor.app import chosen_models, model_store
from tutor.config import Settings
from tutor.domain.chat import ChatMessage, ChatRole
from tutor.errors import LanguageModelRefusedError, ModelDamagedError

ANSWER_LIMIT_SECONDS = 300

SCRIPT = """
import asyncio, sys
from pathlib import Path
from tutor.adapters.llm.chat import OpenAiChat
from tutor.adapters.llm.embedded import EmbeddedServer
from tutor.domain.chat import ChatMessage, ChatRole

async def main():
    messages = [ChatMessage(ChatRole.USER, "Cuenta de uno a mil, con palabras.")]
    async with EmbeddedServer(Path(sys.argv[1]), context_tokens=1024) as server:
        chat = OpenAiChat(
            server.base_url,
            "m",
            server.api_key,
            timeout_seconds=200.0,
            socket_path=server.socket_path,
        )
        async with chat:
            try:
                stream = chat.stream(messages, max_tokens=int(sys.argv[2]), temperature=0.0)
                async for piece in stream:
                    print("piece", flush=True)
            except Exception as error:
                print(type(error).__name__, flush=True)

asyncio.run(main())
"""


@pytest.fixture
def model_path(cache_dir, require_models):
    settings = Settings(cache_dir=cache_dir)
    name = chosen_models(settings).language_model
    require_models(name)
    return model_store(settings).paths(name)[0]


@pytest.mark.models
@pytest.mark.parametrize("has_sockets", [True, False])
async def test_it_answers_those_who_have_its_key_alone(
    model_path, tmp_path, monkeypatch, has_sockets
):
    if not has_sockets:
        (long := tmp_path / ("long" * 30)).mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(long))
    async with EmbeddedServer(model_path, context_tokens=1024) as server:
        path = server.socket_path
        if has_sockets:
            assert path is not None
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        else:
            assert server.base_url.startswith("http://127.0.0.1:")
        async with OpenAiChat(server.base_url, "m", "another key", socket_path=path) as stranger:
            with pytest.raises(LanguageModelRefusedError):
                await _answer(stranger)
        async with OpenAiChat(
            server.base_url,
            "m",
            server.api_key,
            timeout_seconds=200.0,
            socket_path=server.socket_path,
        ) as chat:
            answer = await _answer(chat)
    assert "hola" in answer.lower()
    assert path is None or not path.parent.exists()


async def _answer(chat: OpenAiChat) -> str:
    messages = (ChatMessage(ChatRole.USER, "Responde solo: hola"),)
    return "".join([p async for p in chat.stream(messages, max_tokens=16, temperature=0.0)])


@pytest.mark.models
def test_a_process_that_used_it_ends_well_and_says_nothing_of_its_own(model_path):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(model_path), "4"],
        capture_output=True,
        text=True,
        timeout=ANSWER_LIMIT_SECONDS,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert set(done.stdout.split()) == {"piece", "LanguageModelAnswerError"}


@pytest.mark.models
def test_an_interrupt_while_it_answers_ends_the_process(model_path):
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(model_path), "900"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "piece\n"
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=ANSWER_LIMIT_SECONDS)
    assert process.returncode in (1, -signal.SIGINT)
    assert errors.rstrip().endswith("KeyboardInterrupt")


@pytest.mark.models
async def test_a_prompt_is_read_once_and_then_known_from_the_disk(model_path, tmp_path):
    reads = []

    async def read():
        reads.append(await _answer(chat))

    async with (
        EmbeddedServer(model_path, context_tokens=1024, prompt_folder=tmp_path) as server,
        OpenAiChat(
            server.base_url,
            "m",
            server.api_key,
            timeout_seconds=200.0,
            extra_body={"id_slot": 0, "cache_prompt": True},
            socket_path=server.socket_path,
        ) as chat,
    ):
        await server.have_read(0, "a prompt", read)
        await server.have_read(1, "a prompt", read)
        assert len(reads) == 1

        (kept,) = tmp_path.iterdir()
        kept.write_bytes(kept.read_bytes()[:100])
        await server.have_read(0, "a prompt", read)
        assert len(reads) == 2
        assert kept.stat().st_size > 100

        await server.have_read(0, "another prompt", read)
        assert len(reads) == 3


@pytest.mark.parametrize("content", [b"", b"GGUF", b"rubbish" * 1000])
async def test_a_damaged_model_names_the_command_that_finds_it(tmp_path, monkeypatch, content):
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    (temporary := tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with pytest.raises(ModelDamagedError, match="tutor models verify"):
        async with EmbeddedServer(path):
            pass
    assert list(temporary.iterdir()) == []
