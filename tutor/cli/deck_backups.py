"""``tutor deck backup``, ``restore`` and ``verify``: the whole database, kept safe."""

from pathlib import Path
from typing import Annotated

import typer

from tutor.cli.shell import Shell
from tutor.errors import StoreDamagedError

__all__ = ["back_up", "restore", "verify"]


def back_up(
    shell: Shell,
    file: Annotated[
        Path | None,
        typer.Argument(show_default=False, help="Where to; else among the backups of your data."),
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="Make none; list those there are.")
    ] = False,
) -> None:
    """Copy everything that is stored: sessions, cards and answers."""
    from tutor.app.records import back_up_records, record_backups

    settings = shell.settings()
    made = record_backups(settings) if listed else (back_up_records(settings, file),)
    if not made:
        shell.say("No backups yet. Run: tutor deck backup")
    for path in made:
        if shell.json:
            shell.emit({"file": str(path), "bytes": path.stat().st_size})
        else:
            shell.say(str(path))


def restore(
    shell: Shell,
    file: Annotated[Path, typer.Argument(help="A backup; see them: tutor deck backup --list")],
) -> None:
    """Put a backup in the place of everything that is stored, which is kept beside it."""
    from tutor.app.records import restore_records

    kept = restore_records(shell.settings(), file)
    if shell.json:
        shell.emit({"file": str(file), "kept": kept and str(kept)})
    else:
        shell.say(f"{file} is back in place.")
        if kept is not None:
            shell.say(f"What was there before: {kept}")


def verify(shell: Shell) -> None:
    """Look for damage in everything that is stored."""
    from tutor.app.records import verify_records

    faults = verify_records(shell.settings())
    if shell.json:
        shell.emit({"ok": not faults, "faults": list(faults)})
    for fault in faults:
        shell.warn(fault)
    if faults:
        raise StoreDamagedError(
            f"Not everything is as it should be ({len(faults)}). Put a backup back (see them: tutor"
            " deck backup --list), or save the cards with: tutor deck export cards.json"
        )
    shell.say("Everything is as it should be.")
