"""What happens in the ways to practise, as a person reads it and as scripts do."""

from dataclasses import asdict
from typing import assert_never

from rich.console import Console
from rich.text import Text

from tutor.cli.rendering_json import event_row
from tutor.cli.rendering_terminal import TerminalRenderer
from tutor.domain.placement import PASS
from tutor.domain.shadowing import Mark, ShadowedWord
from tutor.session.way_events import (
    LineShadowed,
    MistakeMended,
    PlacementEnded,
    PromptAnswered,
    ShadowEnded,
    StoryAnswered,
    StoryEnded,
    TandemEnded,
    Way,
    WayEvent,
    WayStarted,
)

__all__ = ["WayRenderer", "way_row"]

Row = dict[str, object]

_TITLES = {
    Way.SHADOW: "Repite · Listen and repeat",
    Way.STORY: "Un cuento · A story",
    Way.PLACEMENT: "¿Qué nivel tienes? · Your level",
    Way.EXCHANGE: "Intercambio · Exchange",
}
_STYLES = {
    Mark.CLEAR: "green",
    Mark.UNCLEAR: "yellow underline",
    Mark.OTHER: "red",
    Mark.MISSING: "red strike",
}


class WayRenderer:
    """Prints a sitting; a spinner shows who holds the floor."""

    def __init__(self, console: Console, problems: Console, *, is_typed_here: bool = False) -> None:
        """As for TerminalRenderer."""
        self._console = console
        self._talk = TerminalRenderer(console, problems, is_typed_here=is_typed_here)
        """Shows what every talk has."""

    def __call__(self, event: WayEvent) -> None:
        """Show one event."""
        match event:
            case WayStarted():
                self._show_start(event)
            case LineShadowed():
                self._show_shadowed(event)
            case ShadowEnded():
                self._show_shadow_end(event)
            case StoryAnswered():
                verdict = ("✓ understood", "green") if event.is_right else ("· told", "yellow")
                self._print(f"        {verdict[0]}", verdict[1])
            case StoryEnded():
                self._show_story_end(event)
            case PromptAnswered():
                self._print(
                    f"        worth {event.step.score:.0%} at {event.step.prompt.level}", "dim"
                )
            case PlacementEnded():
                self._show_placement(event)
            case MistakeMended():
                parts = ["✓ corrected" if event.is_mended else "· not corrected"]
                parts += ["✓ explained"] if event.is_explained else []
                self._print(f"        {'  '.join(parts)}", "green" if event.is_mended else "yellow")
            case TandemEnded():
                self.close()
                self._console.rule()
                counts = f"{event.mended} corrected · {event.explained} explained"
                self._print(f"{event.mistakes} English sentences · {counts}", "bold")
            case _:
                self._talk(event)

    def close(self) -> None:
        """Stop the spinner."""
        self._talk.close()

    def _print(self, text: str, style: str = "") -> None:
        self._console.print(Text(text, style=style))

    def _show_start(self, event: WayStarted) -> None:
        parts = (_TITLES[event.way], event.title, event.level)
        self._console.rule(" · ".join(part for part in parts if part))

    def _show_shadowed(self, event: LineShadowed) -> None:
        text = Text(" You    ", style="bold")
        for word in event.result.words:
            text.append(_marked(word), style=f"not bold {_STYLES[word.mark]}")
            text.append(" ")
        self._console.print(text)
        self._print(f"        {_paces(event)}", "dim")

    def _show_shadow_end(self, event: ShadowEnded) -> None:
        self.close()
        self._console.rule()
        self._print(
            f"{event.lines} lines · clarity {event.clarity:.0%} of {event.words} words:"
            f" {event.clear} clear, {event.unclear} unclear, {event.other} heard as another,"
            f" {event.missing} missing",
            "bold",
        )
        if event.words_per_minute is not None:
            own = event.tutor_words_per_minute
            self._print(
                f"pace {event.words_per_minute:.0f} words a minute"
                + ("" if own is None else f" (the tutor: {own:.0f})")
                + f" · {event.pauses} pauses, the longest {event.longest_pause_seconds:.1f} s"
            )
        if event.least_clear:
            self._print("say again: " + ", ".join(event.least_clear))
        self._print("Clarity is how surely the speech recogniser heard a word, no more.", "dim")

    def _show_story_end(self, event: StoryEnded) -> None:
        self.close()
        self._console.rule()
        self._print(
            f"{event.right} of {event.questions} answers show that you understood ·"
            f" {event.corrections} corrections · {event.cards} new cards",
            "bold",
        )

    def _show_placement(self, event: PlacementEnded) -> None:
        self.close()
        self._console.rule()
        result = event.result
        if not event.is_complete:
            self._print("Left early: there is no result yet.", "bold")
            return
        self._print(f"Your level seems to be {result.level}.", "bold")
        for level, mean in result.means.items():
            held = "held" if mean >= PASS else "not held"
            self._print(f"  {level}: answers worth {mean:.0%}, {held}")
        self._print(
            f"  {result.words_per_answer:.0f} words an answer ·"
            f" {result.errors_per_100:.0f} corrections in 100 words ·"
            f" {result.understood:.0%} of what was asked understood"
        )


def _marked(word: ShadowedWord) -> str:
    match word.mark:
        case Mark.CLEAR:
            return word.text
        case Mark.UNCLEAR:
            return f"{word.text}(?)"
        case Mark.OTHER:
            return f"{word.text}(≠ {word.heard})"
        case Mark.MISSING:
            return f"[{word.text}]"
        case _:
            assert_never(word.mark)


def _paces(event: LineShadowed) -> str:
    result, tutors = event.result, event.tutor_words_per_minute
    parts = [f"clarity {result.clarity:.0%}"]
    if result.words_per_minute is not None:
        parts.append(f"{result.words_per_minute:.0f} words a minute")
    if tutors is not None:
        parts.append(f"the tutor {tutors:.0f}")
    if result.pauses:
        parts.append(f"longest of {len(result.pauses)} pauses {max(result.pauses):.1f} s")
    return " · ".join(parts)


def way_row(event: WayEvent) -> Row:
    """Any event as a JSON row; ``event`` names its kind."""
    match event:
        case WayStarted():
            return {"event": f"{event.way.value}_started", **_without(asdict(event), "way")}
        case LineShadowed():
            return _shadowed_row(event)
        case ShadowEnded():
            return {"event": "shadow_ended", "clarity": round(event.clarity, 3), **_rounded(event)}
        case StoryAnswered():
            return {"event": "story_answer", **_renamed(asdict(event), "is_right", "right")}
        case StoryEnded():
            return {"event": "story_ended", **asdict(event)}
        case PromptAnswered():
            return _prompt_row(event)
        case PlacementEnded():
            return _placement_row(event)
        case MistakeMended():
            row = _renamed(asdict(event), "is_mended", "corrected")
            return {"event": "mistake", **_renamed(row, "is_explained", "explained")}
        case TandemEnded():
            return {"event": "exchange_ended", **_renamed(asdict(event), "mended", "corrected")}
        case _:
            return event_row(event)


def _shadowed_row(event: LineShadowed) -> Row:
    result = event.result
    return {
        "event": "shadowed",
        "number": event.number,
        "line": event.line,
        "heard": event.heard,
        "slow": event.is_slow,
        "clarity": round(result.clarity, 3),
        "words": [
            {
                "text": word.text,
                "mark": word.mark.value,
                "heard": word.heard,
                "probability": round(word.probability, 3),
            }
            for word in result.words
        ],
        "extra": list(result.extra),
        "words_per_minute": _tenths(result.words_per_minute),
        "tutor_words_per_minute": _tenths(event.tutor_words_per_minute),
        "pauses": [round(pause, 2) for pause in result.pauses],
    }


def _prompt_row(event: PromptAnswered) -> Row:
    prompt = event.step.prompt
    return {
        "event": "placement_answer",
        "number": event.number,
        "level": prompt.level.value,
        "kind": prompt.kind.value,
        "prompt": prompt.text,
        "heard": event.heard,
        "score": round(event.step.score, 3),
        **asdict(event.step.evidence),
    }


def _placement_row(event: PlacementEnded) -> Row:
    result = event.result
    return {
        "event": "placement_ended",
        "complete": event.is_complete,
        "level": result.level.value,
        "means": {level.value: round(mean, 3) for level, mean in result.means.items()},
        "answers": result.answers,
        "words_per_answer": round(result.words_per_answer, 1),
        "errors_per_100": round(result.errors_per_100, 1),
        "understood": round(result.understood, 3),
        "unusable": event.unusable,
    }


def _rounded(event: ShadowEnded) -> Row:
    return {
        name: round(value, 2) if isinstance(value, float) else value
        for name, value in asdict(event).items()
    }


def _tenths(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _renamed(row: Row, name: str, new: str) -> Row:
    return {new if key == name else key: value for key, value in row.items()}


def _without(row: Row, name: str) -> Row:
    return {key: value for key, value in row.items() if key != name}
