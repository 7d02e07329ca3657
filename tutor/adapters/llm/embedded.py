"""llama.cpp's own server inside this process, for this process alone."""

import asyncio
import os
import secrets
import shutil
import socket
import tempfile
from collections.abc import Awaitable, Callable
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tutor.adapters.llm.read_prompts import ReadPrompts, SlotAction
from tutor.errors import ModelDamagedError

if TYPE_CHECKING:
    from xllamacpp import Server

__all__ = ["EmbeddedServer"]

_SILENT = -1
_LOOPBACK = "127.0.0.1"
_SOCKET_URL = "http://embedded.localhost"
"""The name is never looked up: requests go through the socket."""
_SOCKET_NAME = "llm.sock"
_LONGEST_SOCKET_PATH = 100
"""macOS allows 103 bytes."""


class EmbeddedServer:
    """Serves one model file over the OpenAI-compatible interface; one for a process.

    It listens on a Unix socket in a folder of its own, so that it needs no network, not even the
    loopback; where there are no such sockets, on the loopback. It asks for a key made for this
    process, so that no other user of the machine can talk to it.
    """

    def __init__(
        self,
        model_path: Path,
        *,
        threads: int = 0,
        context_tokens: int = 4096,
        slots: int = 2,
        prompt_folder: Path | None = None,
    ) -> None:
        """``context_tokens`` is what each of the ``slots`` has; 0 threads: one a core.

        ``prompt_folder`` keeps what ``have_read`` has read; without it every process reads anew.
        """
        self._model_path = model_path
        self._threads = threads
        self._context_tokens = context_tokens
        self._slots = slots
        self._prompt_folder = prompt_folder
        self._server: Server | None = None
        self.socket_path: Path | None = None
        """Where it listens instead of a port; only while the context is open."""
        self.api_key = secrets.token_urlsafe(32)

    @property
    def base_url(self) -> str:
        """Where it listens; only while the context is open."""
        return f"{self._address}/v1"

    @property
    def _address(self) -> str:
        if self._server is None:
            raise RuntimeError("the server is not running")
        return _SOCKET_URL if self.socket_path else self._server.listening_address

    async def have_read(self, slot: int, prompt: str, read: Callable[[], Awaitable[None]]) -> None:
        """Have a slot know a prompt: as an earlier process left it on the disk, or by ``read``."""
        if self._prompt_folder is None:
            await read()
            return
        size = self._model_path.stat().st_size
        identity = f"{self._model_path.name} {size} {self._context_tokens} {version('xllamacpp')}"
        prompts = ReadPrompts(self._prompt_folder, identity)
        act = SlotAction(self._address, self.api_key, slot, self.socket_path)
        await prompts.have_read(act, prompt, read)

    async def __aenter__(self) -> Self:
        """Load the model; raises ModelDamagedError."""
        # xllamacpp keeps Python's lock while it loads, so that the loop stands still meanwhile.
        self._server = await asyncio.to_thread(self._start)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let go of it; what still generates is stopped by closing its stream."""
        # xllamacpp has no call that stops a server: its threads and its memory go with the
        # process, and until then nobody else has the key.
        self._server = None
        self._remove_socket()

    def _remove_socket(self) -> None:
        if self.socket_path is not None:
            shutil.rmtree(self.socket_path.parent, ignore_errors=True)
            self.socket_path = None

    def _start(self) -> "Server":
        from xllamacpp import CommonParams, Server

        self.socket_path = _new_socket_path()
        params = CommonParams()
        params.model.path = str(self._model_path)
        params.hostnames = [str(self.socket_path or _LOOPBACK)]
        params.port = 0
        params.api_keys = [self.api_key]
        params.n_parallel = self._slots
        params.n_ctx = self._context_tokens * self._slots
        params.fit_params = False
        params.cache_ram_mib = 0
        params.ui = False
        params.endpoint_slots = False
        params.warmup = False
        if self._prompt_folder is not None:
            self._prompt_folder.mkdir(parents=True, exist_ok=True)
            params.slot_save_path = f"{self._prompt_folder}{os.sep}"
        # Anything it logs would land between the learner's lines or in the JSON.
        params.verbosity = _SILENT
        if self._threads:
            params.cpuparams.n_threads = self._threads
        try:
            return Server(params)
        except RuntimeError as error:
            self._remove_socket()
            raise ModelDamagedError(
                f"The language model {self._model_path.name} cannot be loaded. "
                "Run: tutor models verify"
            ) from error


def _new_socket_path() -> Path | None:
    """In a new folder that only its owner may enter; None where there are no Unix sockets."""
    if not hasattr(socket, "AF_UNIX") or os.name == "nt":
        return None
    folder = Path(tempfile.mkdtemp(prefix="tutor-"))
    path = folder / _SOCKET_NAME
    if len(os.fsencode(path)) > _LONGEST_SOCKET_PATH:
        folder.rmdir()
        return None
    return path
