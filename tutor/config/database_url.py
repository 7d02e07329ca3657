"""The address of a database, which may hold a password."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, SecretStr
from pydantic_core import PydanticCustomError

__all__ = ["DatabaseUrl", "HiddenUrl"]

_HIDDEN = "********"


class HiddenUrl(SecretStr):
    """An address that is shown without its password."""

    def _display(self) -> str:
        return _without_password(self.get_secret_value())


def _without_password(url: str) -> str:
    try:
        parts = urlsplit(url)
        password = parts.password
    except ValueError:
        return _HIDDEN
    if "password=" in parts.query:
        parts = parts._replace(query=_HIDDEN)
    if password is not None:
        user, _, place = parts.netloc.rpartition("@")
        name = user.partition(":")[0]
        parts = parts._replace(netloc=f"{name}:{_HIDDEN}@{place}")
    return parts.geturl()


def _of_postgresql(url: HiddenUrl) -> HiddenUrl:
    value = url.get_secret_value()
    if value and not value.startswith("postgresql://"):
        raise PydanticCustomError(
            "database_url", "write postgresql://NAME:PASSWORD@HOST/DATABASE, or '' for a file"
        )
    return url


DatabaseUrl = Annotated[HiddenUrl, AfterValidator(_of_postgresql)]
"""``postgresql://…``, or empty."""
