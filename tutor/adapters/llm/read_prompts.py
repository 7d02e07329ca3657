"""Prompts that were read once, kept on the disk as the model's memory of them."""

import asyncio
import hashlib
import os
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

__all__ = ["ReadPrompts", "SlotAction"]

_KEPT = 8
"""Files of about 20 MB each; the ones used longest ago are dropped."""
_TIMEOUT_SECONDS = 60.0


class ReadPrompts:
    """What each slot of a llama.cpp server has read, saved and restored by the server itself.

    Reading a prompt of 600 tokens takes two processor cores 20 seconds, restoring it a tenth of
    one. A file that cannot be written or restored costs only that time.
    """

    def __init__(self, folder: Path, identity: str) -> None:
        """``folder`` is the server's ``slot_save_path``; ``identity`` names model and settings."""
        self._folder = folder
        self._identity = identity

    async def have_read(
        self, act: "SlotAction", prompt: str, read: Callable[[], Awaitable[None]]
    ) -> None:
        """Put ``prompt`` into a slot: from the disk, or else by ``read``, and then kept."""
        digest = hashlib.sha256(f"{self._identity}\n{prompt}".encode()).hexdigest()[:32]
        file = self._folder / f"{digest}.bin"
        if file.exists() and await asyncio.to_thread(act, "restore", file.name):
            with suppress(OSError):
                os.utime(file)
            return
        await read()
        await asyncio.to_thread(self._save, act, file)

    def _save(self, act: "SlotAction", file: Path) -> None:
        """Under a name of its own first: another process may save the same."""
        unfinished = self._folder / f"{secrets.token_hex(8)}.part"
        with suppress(OSError):
            if act("save", unfinished.name):
                unfinished.replace(file)
            unfinished.unlink(missing_ok=True)
            newest_first = sorted(
                self._folder.glob("*.bin"), key=lambda kept: kept.stat().st_mtime, reverse=True
            )
            for old in newest_first[_KEPT:]:
                old.unlink(missing_ok=True)


class SlotAction:
    """Asks the server to save or restore one slot."""

    def __init__(
        self, server_url: str, api_key: str, slot: int, socket_path: Path | None = None
    ) -> None:
        self._url = f"{server_url}/slots/{slot}"
        self._headers = {"Authorization": f"Bearer {api_key}"}
        self._socket = None if socket_path is None else str(socket_path)

    def __call__(self, action: str, file_name: str) -> bool:
        """Whether it was done."""
        import httpx2

        # The server is this process: no proxy of the environment may come between.
        transport = httpx2.HTTPTransport(uds=self._socket, trust_env=False)
        try:
            with httpx2.Client(transport=transport, timeout=_TIMEOUT_SECONDS) as client:
                answer = client.post(
                    self._url,
                    params={"action": action},
                    headers=self._headers,
                    json={"filename": file_name},
                )
        except (httpx2.HTTPError, OSError):
            return False
        return bool(answer.is_success)
