"""Options whose values are the members of an enumeration that is not to be imported at start-up."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

import typer

__all__ = ["chosen"]

T = TypeVar("T", bound=StrEnum)


def chosen(
    members: type[T], option: str, name: str, spelled: Callable[[str], str] = str.lower
) -> T | None:
    """The member that an option names; None where it is empty, wrong usage where there is none."""
    try:
        return members(spelled(name)) if name else None
    except ValueError as error:
        raise typer.BadParameter(
            f"'{name}' is not one of {', '.join(members)}.", param_hint=option
        ) from error
