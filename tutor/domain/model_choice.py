"""Which models and voices a session wants, given what there is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tutor.domain.language import Language
from tutor.domain.model import Model, ModelKind

__all__ = ["ROOMY_MEMORY_BYTES", "TURN_JUDGE", "ModelChoice", "ModelWishes", "choose_models"]

ROOMY_MEMORY_BYTES = 12 * 2**30
"""A machine with less is given the small language models."""

TURN_JUDGE = "smart-turn"
"""What hears whether a learner has finished; a session goes on without it."""

_VOICES = {
    Language.SPANISH: ("es_MX-claude-high", "ef_dora"),
    Language.ENGLISH: ("en_US-joe-medium", "af_heart"),
}
_LARGE_LANGUAGE_MODEL = "Qwen3-4B-Instruct-2507"
_SMALL_LANGUAGE_MODELS = ("Qwen2.5-1.5B-Instruct", "Qwen2.5-Coder-1.5B-Instruct")


@dataclass(frozen=True, slots=True)
class ModelWishes:
    """What the settings name; an empty name leaves the choice to us."""

    speech: str
    language_model: str = ""
    spanish_voice: str = ""
    english_voice: str = ""
    has_server: bool = False
    """Whether a language model is reached over the network, so that none is needed here."""


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """One name for each job of a session."""

    speech: str
    language_model: str
    """Empty where a server does its job."""
    spanish_voice: str
    english_voice: str
    missing: tuple[str, ...]
    """Those of the names that are not on this machine, in the order above.

    The turn judge comes with others only: nobody is kept from talking because it is not to be had.
    """
    turn_judge: str = TURN_JUDGE

    @property
    def names(self) -> tuple[str, ...]:
        """All names, each once."""
        jobs = (
            self.speech,
            self.language_model,
            self.spanish_voice,
            self.english_voice,
            self.turn_judge,
        )
        return tuple(dict.fromkeys(name for name in jobs if name))


def choose_models(
    catalogue: Sequence[Model],
    on_disk: Iterable[str],
    wishes: ModelWishes,
    *,
    hub_reachable: bool,
    memory_bytes: int,
) -> ModelChoice:
    """The models of a session: what is wished for, else what is there, else what can be had.

    Where nothing is missing the answer does not depend on ``hub_reachable``.
    """
    present = frozenset(on_disk)
    obtainable = frozenset(m.name for m in catalogue if hub_reachable or not m.hub_only)

    def pick(preferred: Sequence[str], others: Sequence[str] = ()) -> str:
        ranked = (*preferred, *others)
        there = [name for name in ranked if name in present]
        to_be_had = [name for name in preferred if name in obtainable]
        return (there or to_be_had or list(preferred))[0]

    def voice(language: Language) -> str:
        return pick(_VOICES[language], _voices_of(catalogue, language))

    chosen = ModelChoice(
        speech=wishes.speech,
        language_model=""
        if wishes.has_server
        else wishes.language_model or pick(_language_models(memory_bytes)),
        spanish_voice=wishes.spanish_voice or voice(Language.SPANISH),
        english_voice=wishes.english_voice or voice(Language.ENGLISH),
        turn_judge=TURN_JUDGE if any(m.name == TURN_JUDGE for m in catalogue) else "",
        missing=(),
    )
    missing = tuple(name for name in chosen.names if name not in present)
    return replace(chosen, missing=() if missing == (chosen.turn_judge,) else missing)


def _voices_of(catalogue: Sequence[Model], language: Language) -> tuple[str, ...]:
    return tuple(
        model.name
        for model in catalogue
        if model.kind is ModelKind.VOICE and language in model.languages
    )


def _language_models(memory_bytes: int) -> tuple[str, ...]:
    if memory_bytes >= ROOMY_MEMORY_BYTES:
        return (_LARGE_LANGUAGE_MODEL, *_SMALL_LANGUAGE_MODELS)
    return _SMALL_LANGUAGE_MODELS
