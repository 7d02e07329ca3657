"""Files from the web: quick to notice a host that is not there, patient with one that is."""

import http.client
import os
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote, urlsplit

from tutor.adapters.models.failures import SourceFailedError
from tutor.adapters.models.sources import HubSource, UrlSource

__all__ = ["Web", "shared_web"]

_HUB = "https://huggingface.co"
_CHUNK_BYTES = 1 << 20
_MOST_CONTINUATIONS = 50
_REFUSALS = {403, 407, 451, 502, 503, 504}
"""What a company's gateway answers in the place of a host that it keeps out."""
_NETWORK_ERRORS = (OSError, http.client.HTTPException)


class _BrokenOffError(Exception):
    """The connection ended before the file did."""


class _NothingLeftError(Exception):
    """What had already come is as long as the file or longer."""


class Web:
    """Downloads that continue where the last one stopped; each host is tried once."""

    def __init__(
        self,
        hub: str = _HUB,
        *,
        offline: bool = False,
        connect_seconds: float = 4.0,
        read_seconds: float = 30.0,
    ) -> None:
        self._hub = hub.rstrip("/")
        self._offline = offline
        self._connect_seconds = connect_seconds
        self._read_seconds = read_seconds
        self._problems: dict[str, str] = {}

    def hub_reachable(self) -> bool:
        """Whether the model hub answers."""
        return not self._problem(self._hub)

    def download(
        self,
        source: HubSource | UrlSource,
        part: Path,
        size_bytes: int | None,
        report: Callable[[int], None],
    ) -> None:
        """Bring the file to ``part``, after what that holds already.

        ``report`` is told the length of ``part``. Raises SourceFailedError; OSError is the disk's.
        """
        url = self._address(source)
        if problem := self._problem(url):
            raise SourceFailedError(problem)
        for _ in range(_MOST_CONTINUATIONS):
            before = _length(part)
            try:
                return self._continue(url, part, size_bytes, report)
            except _BrokenOffError as error:
                if _length(part) <= before:
                    raise SourceFailedError(str(error)) from error
            except _NothingLeftError:
                part.unlink()
        raise SourceFailedError("the connection broke off again and again")

    def _address(self, source: HubSource | UrlSource) -> str:
        if isinstance(source, UrlSource):
            return source.url
        path = quote(f"{source.repository}/resolve/{source.revision}/{source.file}")
        return f"{self._hub}/{path}"

    def _problem(self, url: str) -> str:
        if self._offline:
            return "HF_HUB_OFFLINE is set"
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._problems:
            self._problems[origin] = self._probe(origin)
        return self._problems[origin]

    def _probe(self, origin: str) -> str:
        # Looking a name up obeys no time-out, so the attempt runs on a thread that may be left.
        answers: list[str] = []

        def ask() -> None:
            request = urllib.request.Request(origin, method="HEAD")  # noqa: S310 - the catalogue's
            try:
                self._open(request, self._connect_seconds).close()
                answers.append("")
            except urllib.error.HTTPError as error:
                error.close()
                refused = error.code in _REFUSALS
                answers.append(f"{origin} answers HTTP {error.code}" if refused else "")
            except _NETWORK_ERRORS as error:
                answers.append(f"{origin} cannot be reached ({_reason(error)})")

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(self._connect_seconds)
        silence = f"{origin} did not answer within {self._connect_seconds:g} seconds"
        return answers[0] if answers else silence

    def _continue(
        self, url: str, part: Path, size_bytes: int | None, report: Callable[[int], None]
    ) -> None:
        have = _length(part)
        if have and have == size_bytes:
            return
        if size_bytes is not None and have > size_bytes:
            part.unlink()
            have = 0
        with self._request(url, have) as response:
            resumed = response.headers.get("Content-Range", "").startswith(f"bytes {have}-")
            start = have if resumed else 0
            announced = response.headers.get("Content-Length", "")
            end = start + int(announced) if announced.isdecimal() else size_bytes
            with part.open("ab" if start else "wb") as file:
                _copy(response, file, start, size_bytes, report)
        if end is not None and _length(part) < end:
            raise _BrokenOffError(f"the connection broke off after {_length(part)} of {end} bytes")

    def _request(self, url: str, have: int) -> http.client.HTTPResponse:
        headers = {"User-Agent": "voice-tutor"} | ({"Range": f"bytes={have}-"} if have else {})
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - the catalogue's
        try:
            return self._open(request, self._read_seconds)
        except urllib.error.HTTPError as error:
            error.close()
            if have and error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
                raise _NothingLeftError from error
            raise SourceFailedError(f"HTTP {error.code} {error.reason}") from error
        except _NETWORK_ERRORS as error:
            raise _BrokenOffError(_reason(error)) from error

    def _open(self, request: urllib.request.Request, seconds: float) -> http.client.HTTPResponse:
        response: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=seconds)  # noqa: S310 - as above
        return response


@cache
def shared_web() -> Web:
    """The one of this process, set up by ``HF_ENDPOINT`` and ``HF_HUB_OFFLINE``."""
    offline = os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "ON", "YES", "TRUE"}
    return Web(os.environ.get("HF_ENDPOINT") or _HUB, offline=offline)


def _copy(
    response: http.client.HTTPResponse,
    file: BinaryIO,
    done: int,
    size_bytes: int | None,
    report: Callable[[int], None],
) -> None:
    while chunk := _read(response):
        done += len(chunk)
        if size_bytes is not None and done > size_bytes:
            file.truncate(0)
            raise SourceFailedError(f"it sent more than {size_bytes} bytes")
        file.write(chunk)
        report(done)


def _read(response: http.client.HTTPResponse) -> bytes:
    try:
        return response.read(_CHUNK_BYTES)
    except http.client.IncompleteRead as error:
        return error.partial
    except _NETWORK_ERRORS as error:
        raise _BrokenOffError(f"the connection broke off ({_reason(error)})") from error


def _length(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _reason(error: Exception) -> str:
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, TimeoutError):
        return "it did not answer in time"
    return getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
