"""What the learner has told, for what is made for them."""

from typing import TYPE_CHECKING

from tutor.cli.shell import Shell

if TYPE_CHECKING:
    from tutor.config import Settings

__all__ = ["remembered"]


def remembered(shell: Shell, settings: "Settings") -> tuple[str, ...]:
    """Everything that is remembered, newest first, a sentence each."""
    from tutor.app import open_records

    with open_records(settings) as records:
        return tuple(fact.text for fact in shell.run(records.memory.facts()))
