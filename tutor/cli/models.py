"""``tutor models``: what there is, and getting it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell, command
from tutor.errors import ModelDamagedError

if TYPE_CHECKING:
    from tutor.domain.model import Model
    from tutor.ports import ModelStore

__all__ = ["app", "bring", "fetch_models", "list_models", "show", "verify_models"]

app = typer.Typer(help="Speech models, language models and voices.", no_args_is_help=True)

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Fetch without asking.")]


@command(app, "list")
def list_models(shell: Shell) -> None:
    """List everything there is, with its size and licence."""
    from tutor.app import model_store

    store = model_store(shell.settings())
    show(shell, store, store.models())


@command(app, "fetch")
def fetch_models(
    shell: Shell,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Without a name: what a session needs."),
    ] = None,
    *,
    yes: Yes = False,
) -> None:
    """Bring models or voices to this machine, and mend damaged ones."""
    from tutor.app import chosen_models, model_store

    settings = shell.settings()
    bring(shell, model_store(settings), names or chosen_models(settings).names, yes=yes)


@command(app, "verify")
def verify_models(
    shell: Shell,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Without a name: all that have been fetched."),
    ] = None,
) -> None:
    """Compare every file with the catalogue's size and sha256."""
    from tutor.app import model_store

    store = model_store(shell.settings())
    complaints = []
    for name in names or [model.name for model in store.models()]:
        wrong = store.damaged(name)
        if not names and not all(path.exists() for path in wrong):
            continue  # nobody has fetched it, or not to the end
        files = [str(path) for path in wrong]
        if shell.json:
            shell.emit({"name": name, "ok": not files, "damaged": files})
        elif not files:
            shell.say(f"{name}: as it should be")
        if files:
            complaints.append(_complaint(name, files))
    if complaints:
        raise ModelDamagedError("\n".join(complaints))


def bring(shell: Shell, store: "ModelStore", names: Sequence[str], *, yes: bool) -> None:
    """Fetch what is missing after asking, mend what is damaged, and say what is there then."""
    from tutor.cli.fetching import agree_to_fetch, fetch_with_progress

    models = [store.model(name) for name in names]
    agree_to_fetch(shell, store, names, yes=yes)
    fetch_with_progress(shell, store, names)
    show(shell, store, models)


def show(shell: Shell, store: "ModelStore", models: "Sequence[Model]") -> None:
    """One line or row for each."""
    from tutor.cli.fetching import megabytes

    for model in models:
        here = store.is_present(model.name)
        if shell.json:
            shell.emit(_row(model, here=here))
        else:
            mark = "here" if here else "-"
            languages = model.locale or ", ".join(model.languages)
            size = megabytes(model.size_bytes)
            shell.say(
                f"{mark:<5}{model.name:<31}{model.kind:<10}{languages:<8}{size:>9}  {model.licence}"
            )


def _row(model: "Model", *, here: bool) -> dict[str, object]:
    return {
        "name": model.name,
        "kind": model.kind.value,
        "engine": model.engine,
        "locale": model.locale,
        "languages": [language.value for language in model.languages],
        "licence": model.licence,
        "size_bytes": model.size_bytes,
        "present": here,
        "hub_only": model.hub_only,
    }


def _complaint(name: str, files: Sequence[str]) -> str:
    return f"Damaged or missing: {', '.join(files)}. Run: tutor models fetch {name}"
