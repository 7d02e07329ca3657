"""``tutor level``: the level you practise at, and what speaks for another."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from tutor.cli.shell import Shell, command

if TYPE_CHECKING:
    from tutor.domain.level_evidence import LevelProposal

__all__ = ["app"]


class _ShowingGroup(TyperGroup):
    """A group that shows where no command is named."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401  # Click's own Context, which Typer does not export
        if not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names):
            args = ["show", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_ShowingGroup,
    help="The level you practise at; without a command it is shown with what speaks for another.",
)

_NAMES = {
    "mistakes_per_100_words": "mistakes in 100 words",
    "words_per_minute": "words a minute",
    "words_per_sentence": "words a sentence",
    "less_common_share": "share of less common words",
}


@command(app, "show")
def show(shell: Shell) -> None:
    """Show your level, the evidence of your last sessions, and what they speak for."""
    from tutor.app import open_records
    from tutor.domain.level_evidence import proposed_level

    settings = shell.settings()
    with open_records(settings) as records:
        endings = shell.run(records.diary.endings())
    proposal = proposed_level(settings.learner.level, [ending.evidence for ending in endings])
    if shell.json:
        shell.emit(_row(proposal))
        return
    shell.say(f"Your level: {proposal.level}")
    for reason, mean, up, down in proposal.means:
        bounds = f"outgrown at {up:g}, too hard at {down:g}"
        shell.say(f"  {_NAMES[reason.value]}: {mean:.2f} ({bounds})")
    shell.say(_judgement(proposal))


@command(app, "set")
def set_level(
    shell: Shell,
    level: Annotated[str, typer.Argument(metavar="LEVEL", help="A1, A2, B1 or B2.")],
) -> None:
    """Practise at another level from now on."""
    from tutor.config import write_setting

    path = write_setting("learner.level", level.upper(), shell.flags())
    if shell.json:
        shell.emit({"level": level.upper(), "file": str(path)})
    else:
        shell.say(f"Your level is {level.upper()} now. Your next lesson: tutor practice")


def _judgement(proposal: "LevelProposal") -> str:
    from tutor.domain.level_evidence import SESSIONS_NEEDED, Move

    match proposal.move:
        case Move.UNKNOWN:
            return (
                f"{proposal.sessions} of the {SESSIONS_NEEDED} sessions with enough words are"
                " there: practise on, and look again."
            )
        case Move.STAY:
            return f"Your last {proposal.sessions} sessions speak for staying at {proposal.level}."
        case _:
            return (
                f"Your last {proposal.sessions} sessions speak for {proposal.to}."
                f" If you agree: tutor level set {proposal.to}"
            )


def _row(proposal: "LevelProposal") -> dict[str, object]:
    return {
        "level": proposal.level.value,
        "move": proposal.move.value,
        "proposed": proposal.to.value,
        "sessions": proposal.sessions,
        "evidence": {
            reason.value: {"mean": round(mean, 3), "outgrown": up, "too_hard": down}
            for reason, mean, up, down in proposal.means
        },
    }
