"""Cards as Anki's notes: three note types, and what stands in their fields."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

import genanki

from tutor.domain.card import Card, CardKind, CardStatus, Direction
from tutor.domain.card_gap import split_at_gap

__all__ = ["MODELS", "TEMPLATES", "fields_of", "guid_of", "sounds_of", "tags_of"]

_CSS = """\
.card { font-family: sans-serif; font-size: 24px; text-align: center; color: black;
        background-color: white; }
.cloze { font-weight: bold; color: #1565c0; }
.nightMode .cloze { color: #90caf9; }
.small { font-size: 17px; color: #757575; }
"""
_EXPLANATION = (
    "{{#Explanation (Spanish)}}<p class=small>{{Explanation (Spanish)}}</p>"
    "{{/Explanation (Spanish)}}"
    "{{#Explanation (English)}}<p class=small>{{Explanation (English)}}</p>"
    "{{/Explanation (English)}}"
)
_EXAMPLE = "{{#Example}}<p>{{Example}} {{Example audio}}</p>{{/Example}}"
_HEARD = "{{#You said}}<p class=small>You said: {{You said}}</p>{{/You said}}"

_CLOZE = genanki.Model(
    1_763_400_201,
    "voice-tutor cloze",
    fields=[
        {"name": name}
        for name in (
            "Sentence", "Answer", "You said", "Explanation (Spanish)", "Explanation (English)",
            "Audio", "Also said",
        )
    ],
    templates=[
        {
            "name": "Cloze",
            "qfmt": "{{cloze:Sentence}}<p class=small>{{hint:Explanation (English)}}</p>",
            "afmt": "{{cloze:Sentence}}<p>{{Audio}}</p>" + _HEARD + _EXPLANATION
            + "{{#Also said}}<p class=small>{{Also said}}</p>{{/Also said}}",
        }
    ],
    css=_CSS,
    model_type=genanki.Model.CLOZE,
)  # fmt: skip

_VOCABULARY = genanki.Model(
    1_763_400_202,
    "voice-tutor vocabulary",
    fields=[
        {"name": name}
        for name in (
            "Spanish", "English", "Example", "You said", "Explanation (Spanish)",
            "Explanation (English)", "Audio", "Example audio",
        )
    ],
    templates=[
        {
            "name": "Spanish to English",
            "qfmt": "{{Spanish}}<p>{{Audio}}</p>",
            "afmt": "{{FrontSide}}<hr id=answer>{{English}}" + _EXAMPLE + _EXPLANATION,
        },
        {
            "name": "English to Spanish",
            "qfmt": "{{English}}",
            "afmt": "{{FrontSide}}<hr id=answer>{{Spanish}}<p>{{Audio}}</p>" + _EXAMPLE + _HEARD
            + _EXPLANATION,
        },
    ],
    css=_CSS,
)  # fmt: skip

_SAY_IT = genanki.Model(
    1_763_400_203,
    "voice-tutor say it",
    fields=[{"name": name} for name in ("Spanish", "Sentence", "Audio", "Sentence audio")],
    templates=[
        {
            "name": "Say it",
            "qfmt": "<p class=small>Di en voz alta:</p>{{Spanish}}",
            "afmt": "{{FrontSide}}<hr id=answer>{{Audio}}"
            "{{#Sentence}}<p>{{Sentence}} {{Sentence audio}}</p>{{/Sentence}}",
        }
    ],
    css=_CSS,
)

MODELS = {
    CardKind.CLOZE: _CLOZE,
    CardKind.VOCABULARY: _VOCABULARY,
    CardKind.SAY_IT: _SAY_IT,
}
TEMPLATES = {
    Direction.CLOZE: 0,
    Direction.TO_ENGLISH: 0,
    Direction.TO_SPANISH: 1,
    Direction.SAY_IT: 0,
}
"""Which of its note type's cards a face becomes."""


@dataclass(frozen=True, slots=True)
class _Sounds:
    names: Mapping[str, str]

    def field(self, text: str) -> str:
        """What plays a text; nothing where it has no sound."""
        name = self.names.get(text)
        return f"[sound:{name}]" if name else ""


def sounds_of(card: Card) -> tuple[str, ...]:
    """The Spanish that should be heard: the word of a word, and the sentence."""
    texts = (card.sentence,) if card.kind is CardKind.CLOZE else (card.better, card.sentence)
    return tuple(text for text in texts if text.strip())


def fields_of(card: Card, sound_names: Mapping[str, str]) -> list[str]:
    """In the order of the note type's fields; ``sound_names`` are files by what they say."""
    sounds = _Sounds(sound_names)
    explanations = [_shown(card.explanation.spanish), _shown(card.explanation.english)]
    match card.kind:
        case CardKind.CLOZE:
            also = "<br>".join(map(_shown, card.more_sentences))
            answer, heard = _shown(card.better), _shown(card.heard)
            return [_cloze(card), answer, heard, *explanations, sounds.field(card.sentence), also]
        case CardKind.VOCABULARY:
            english = _shown("; ".join(card.translations))
            texts = [_shown(card.better), english, _shown(card.sentence), _shown(card.heard)]
            audio = [sounds.field(card.better), sounds.field(card.sentence)]
            return [*texts, *explanations, *audio]
        case CardKind.SAY_IT:
            audio = [sounds.field(card.better), sounds.field(card.sentence)]
            return [_shown(card.better), _shown(card.sentence), *audio]


def guid_of(card: Card) -> str:
    """The same for the same card, so that Anki mends a note instead of adding a second one."""
    return str(genanki.guid_for("voice-tutor", card.id))


def tags_of(card: Card) -> list[str]:
    """Kind, mistake, level and lesson, and why it is not asked."""
    tags = [f"voice-tutor::{card.kind.value}"]
    if card.edit_kind is not None:
        tags.append(f"mistake::{card.edit_kind.value}")
    level, _, rest = card.lesson_id.partition("-")
    if card.lesson_id.strip():
        tags.append(f"lesson::{_one_word(card.lesson_id)}")
    if rest and re.fullmatch(r"[abc][12]", level):
        tags.append(f"level::{level.upper()}")
    if card.status is CardStatus.LEECH:
        tags.append("leech")
    elif card.status is not CardStatus.ACTIVE:
        tags.append(f"status::{card.status.value}")
    return tags


def _cloze(card: Card) -> str:
    before, gap, after = split_at_gap(card)
    gap = gap or card.better or "…"
    is_whole = not before and not after
    hint = f"::{_inside(card.heard)}" if is_whole and card.heard.strip() else ""
    return f"{_shown(before)}{{{{c1::{_inside(gap)}{hint}}}}}{_shown(after)}"


def _inside(text: str) -> str:
    """As it may stand inside a gap, which ends at two braces and whose hint begins at colons."""
    return _shown(text).replace(":", "&#58;")


def _shown(text: str) -> str:
    """As HTML; braces would be read as gaps, and the unit separator as the end of the field."""
    escaped = html.escape(text, quote=False).replace("{", "&#123;").replace("}", "&#125;")
    return escaped.replace("\x1f", " ").replace("\n", "<br>")


def _one_word(text: str) -> str:
    return "_".join(text.split())
