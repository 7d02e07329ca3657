"""What can go wrong with a chat server, in our own errors."""

from http import HTTPStatus
from types import ModuleType

from tutor.adapters.llm.address import host_of
from tutor.errors import (
    LanguageModelAnswerError,
    LanguageModelBusyError,
    LanguageModelError,
    LanguageModelRefusedError,
    LanguageModelUnreachableError,
)

__all__ = ["translated", "unreachable"]

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


def _for_status(status: int, text: str, host: str, model: str) -> LanguageModelError:
    if status in _WRONG_KEY:
        return LanguageModelRefusedError(
            f"The language model at {host} refuses the key. "
            "Set another with: tutor config set llm.api_key KEY"
        )
    if status == HTTPStatus.NOT_FOUND:
        named = f"no model '{model}'" if model else "no language model"
        return LanguageModelRefusedError(
            f"The server at {host} has {named} there. "
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
