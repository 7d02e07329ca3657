"""``tutor review`` and ``tutor quiz``: cards and words, asked and graded."""

from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell
from tutor.cli.sitting_options import (
    Audio,
    InputDevice,
    Minutes,
    Mute,
    Out,
    OutputDevice,
    PushToTalk,
    Slow,
    Text,
    Yes,
    chosen_source,
    judge_recordings,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from tutor.app.sitting import Sitting
    from tutor.config import Settings
    from tutor.domain.vocabulary_search import EntryQuery
    from tutor.session.quiz import QuizSession
    from tutor.session.review import ReviewSession
    from tutor.session.review_events import ReviewEvent

    _Opened = AbstractAsyncContextManager[ReviewSession] | AbstractAsyncContextManager[QuizSession]

__all__ = ["quiz", "review"]

_KINDS = ("to-english", "to-spanish", "listening", "say-it")
_BANDS = {"everyday": (5.0, 8.0), "common": (4.0, 5.0), "uncommon": (0.0, 4.0)}
"""On the Zipf scale."""


def review(
    shell: Shell,
    text: Text = False,
    audio: Audio = None,
    push_to_talk: PushToTalk = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, show_default=False, help="Stop after N answers.")
    ] = None,
    minutes: Minutes = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take back the last answer.")] = False,
    out: Out = None,
    mute: Mute = False,
    slow: Slow = False,
    input_device: InputDevice = None,
    output_device: OutputDevice = None,
    yes: Yes = False,
) -> None:
    """Review what is due: hear it, answer it, and see it again before you forget it."""
    from tutor.app.review import ReviewSitting, review_session

    settings = shell.settings(audio__input=input_device, audio__output=output_device)
    if undo:
        _undo(shell, settings)
        return
    sitting = ReviewSitting(
        source=chosen_source(text=text, audio=audio, push_to_talk=push_to_talk),
        recordings=tuple(audio or ()),
        minutes=minutes,
        out=out,
        mute=mute,
        slow=slow,
        most_answers=limit,
    )
    _hold(shell, settings, sitting, lambda emit: review_session(settings, sitting, emit), yes=yes)


def quiz(
    shell: Shell,
    level: Annotated[list[str] | None, typer.Option("--level", help="A1, A2, B1, B2.")] = None,
    lesson: Annotated[str, typer.Option("--lesson", help="Only words of this lesson.")] = "",
    theme: Annotated[str, typer.Option("--theme", help="Such as food, home or travel.")] = "",
    band: Annotated[
        str, typer.Option("--band", help="How common: everyday, common or uncommon.")
    ] = "",
    mistakes: Annotated[
        bool, typer.Option("--mistakes", help="Ask what your own deck holds.")
    ] = False,
    kind: Annotated[
        str, typer.Option("--kind", help=f"Only {', '.join(_KINDS)}; else a mixture.")
    ] = "",
    count: Annotated[int, typer.Option("--count", min=1, help="How many questions.")] = 10,
    seed: Annotated[
        int | None,
        typer.Option("--seed", show_default=False, help="The same questions each time."),
    ] = None,
    text: Text = False,
    audio: Audio = None,
    push_to_talk: PushToTalk = False,
    minutes: Minutes = None,
    out: Out = None,
    mute: Mute = False,
    slow: Slow = False,
    input_device: InputDevice = None,
    output_device: OutputDevice = None,
    yes: Yes = False,
) -> None:
    """A vocabulary quiz; what you miss goes into your deck."""
    from secrets import randbits

    from tutor.app.review import QuizSitting, quiz_session
    from tutor.domain.question import QuestionKind

    if kind and kind not in _KINDS:
        raise typer.BadParameter(f"--kind is one of: {', '.join(_KINDS)}.")
    settings = shell.settings(audio__input=input_device, audio__output=output_device)
    sitting = QuizSitting(
        source=chosen_source(text=text, audio=audio, push_to_talk=push_to_talk),
        recordings=tuple(audio or ()),
        minutes=minutes,
        out=out,
        mute=mute,
        slow=slow,
        query=_query(level or [], theme, band),
        lesson_id=lesson,
        of_mistakes=mistakes,
        kind=QuestionKind(kind.replace("-", "_")) if kind else None,
        count=count,
        seed=randbits(32) if seed is None else seed,
    )
    _hold(shell, settings, sitting, lambda emit: quiz_session(settings, sitting, emit), yes=yes)


def _query(levels: list[str], theme: str, band: str) -> "EntryQuery":
    from tutor.domain.lesson import Level
    from tutor.domain.vocabulary_search import EntryQuery

    if band and band not in _BANDS:
        raise typer.BadParameter(f"--band is one of: {', '.join(_BANDS)}.")
    if any(name.upper() not in set(Level) for name in levels):
        raise typer.BadParameter(f"--level is one of: {', '.join(Level)}.")
    lowest, highest = _BANDS.get(band, (0.0, 8.0))
    return EntryQuery(
        levels=frozenset(Level(name.upper()) for name in levels),
        theme=theme,
        min_zipf=lowest,
        max_zipf=highest,
    )


def _undo(shell: Shell, settings: "Settings") -> None:
    from tutor.app.review import undo_last_answer

    taken_back = shell.run(undo_last_answer(settings))
    if taken_back is None:
        shell.say("There is no answer to take back.")
    elif not shell.json:
        shell.say(f"Taken back: «{taken_back.answer.text}». The card is due again.")
    if shell.json:
        due = None if taken_back is None else taken_back.before.due.isoformat()
        card_id = None if taken_back is None else taken_back.answer.card_id
        shell.emit({"event": "undone", "card_id": card_id, "due": due})


def _hold(
    shell: Shell,
    settings: "Settings",
    sitting: "Sitting",
    session: "Callable[[Callable[[ReviewEvent], None]], _Opened]",
    *,
    yes: bool,
) -> None:
    """Fetch what is missing, hold the sitting, and say what it came to."""
    from tutor.app import model_store
    from tutor.app.asking import missing_models
    from tutor.cli.fetching import ensure_fetched
    from tutor.cli.holding import hold
    from tutor.cli.rendering_review import ReviewRenderer, review_row
    from tutor.session.review_events import Asked, ReviewEnded

    ensure_fetched(shell, model_store(settings), missing_models(settings, sitting), yes=yes)
    was_asked, unusable = False, 0

    def opened(emit: "Callable[[ReviewEvent], None]") -> "_Opened":
        def noted(event: "ReviewEvent") -> None:
            nonlocal was_asked, unusable
            was_asked |= isinstance(event, Asked)
            if isinstance(event, ReviewEnded):
                unusable = event.unusable
            emit(event)

        return session(noted)

    hold(shell, sitting, opened, ReviewRenderer, review_row)
    if sitting.limit_seconds and not was_asked:
        shell.say("Nothing is due now. Make new cards with: tutor practice, or: tutor quiz")
    judge_recordings(sitting, unusable)
