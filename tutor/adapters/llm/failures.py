"""What can go wrong with a chat server, in our own errors."""

from http import HTTPStatus
from ipaddress import ip_address
from types import ModuleType
from urllib.parse import urlsplit

from tutor.errors import (
    LanguageModelAnswerError,
    LanguageModelBusyError,
    LanguageModelError,
    LanguageModelRefusedError,
    LanguageModelUnreachableError,
)

__all__ = ["host_of", "is_address", "is_loopback", "translated", "unreachable"]

_BUSY = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS})
_WRONG_KEY = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
_QUOTED_CHARACTERS = 200


def translated(
    error: Exception, openai: ModuleType, base_url: str, model: str
) -> LanguageModelError:
    """Our error for one of the client's, of Python's while reading, or of a time limit."""
    host = host_of(base_url)
    if isinstance(error, openai.APIStatusError):
        return _for_status(int(error.status_code), str(error), host, model)
    if isinstance(error, (openai.APITimeoutError, TimeoutError)):
        return LanguageModelUnreachableError(
            f"The language model at {host} did not answer in time. "
            "Allow it more with: tutor config set llm.timeout_seconds SECONDS"
        )
    if isinstance(error, openai.APIConnectionError):
        return unreachable(base_url)
    return LanguageModelAnswerError(
        f"The language model at {host} answered with something unreadable. "
        "Check that its address ends in /v1: tutor config get llm.base_url"
    )


def unreachable(base_url: str) -> LanguageModelUnreachableError:
    """The error for a server that is not there."""
    return LanguageModelUnreachableError(
        f"The language model at {host_of(base_url)} cannot be reached. Start it, "
        "or correct its address: tutor config set llm.base_url URL"
    )


def is_address(base_url: str) -> bool:
    """Whether an address can be parsed at all."""
    try:
        parts = urlsplit(base_url)
        return parts.scheme in {"http", "https"} and (parts.port or 1) > 0
    except ValueError:
        return False


def is_loopback(base_url: str) -> bool:
    """Whether an address is this very machine's."""
    try:
        host = urlsplit(base_url).hostname or ""
        return ip_address(host).is_loopback
    except ValueError:
        host = host_of(base_url).partition(":")[0]
        return host == "localhost" or host.endswith(".localhost")


def host_of(base_url: str) -> str:
    """The host and port of an address; the address itself where it is malformed."""
    try:
        return urlsplit(base_url).netloc or base_url
    except ValueError:
        return base_url


def _for_status(status: int, text: str, host: str, model: str) -> LanguageModelError:
    if status in _WRONG_KEY:
        return LanguageModelRefusedError(
            f"The language model at {host} refuses the key. "
            "Set it with: tutor config set llm.api_key"
        )
    if status == HTTPStatus.NOT_FOUND:
        return LanguageModelRefusedError(
            f"The server at {host} has no model '{model}' there. "
            "Set another with: tutor config set llm.model NAME (or correct llm.base_url)"
        )
    if status in _BUSY or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return LanguageModelBusyError(
            f"The language model at {host} is busy or broken ({status}). Try again later."
        )
    quoted = " ".join(text.split())[:_QUOTED_CHARACTERS]
    return LanguageModelRefusedError(
        f"The language model at {host} refuses the request: {quoted} "
        "Check it with: tutor config list"
    )
