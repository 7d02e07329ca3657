"""What a speech model writes where nobody spoke."""

import re
import unicodedata
from collections.abc import Sequence

from tutor.domain.transcript import Word

__all__ = ["is_phantom", "repeats_itself", "without_phantoms"]

_PHANTOMS = frozenset(
    {
        # the ends of Spanish videos
        "gracias por ver",
        "gracias por ver el video",
        "gracias por ver este video",
        "gracias por ver mi video",
        "gracias por ver el video hasta el final",
        "muchas gracias por ver el video",
        "muchas gracias por ver",
        "hasta el proximo video",
        "nos vemos en el proximo video",
        "nos vemos en el siguiente video",
        "suscribete",
        "suscribete al canal",
        "suscribete a mi canal",
        "suscribanse al canal",
        "no olvides suscribirte",
        "no olviden suscribirse",
        "no olvides suscribirte al canal",
        "dale like y suscribete",
        # the ends of English videos
        "thank you for watching",
        "thanks for watching",
        "thank you so much for watching",
        "thank you very much for watching",
        "thanks for watching and see you next time",
        "thank you for watching and see you next time",
        "see you in the next video",
        "ill see you in the next video",
        "please subscribe",
        "please subscribe to my channel",
        "like and subscribe",
        "dont forget to subscribe",
        # descriptions of sound
        "musica",
        "music",
        "aplausos",
        "applause",
        "risas",
        "silencio",
        "blank_audio",
        "transcripcion",
    }
)

_CREDITS = re.compile(
    r"""
    (?: subtitulos | subtitulado | subtitles | subtitled | captions | captioning
      | transcripcion | transcribed | traduccion | translated )
    \b .* \b (?: por | by | amara | amaraorg | comunidad | community )\b .*
    | .* \b amara \s? org \b .*
    """,
    re.VERBOSE,
)


def is_phantom(text: str) -> bool:
    """Whether a whole sentence is one that speech models invent on silence."""
    normalised = _normalised(text)
    return normalised in _PHANTOMS or _CREDITS.fullmatch(normalised) is not None


def without_phantoms(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words without the sentences that were invented."""
    kept: list[Word] = []
    sentence: list[Word] = []
    for index, word in enumerate(words):
        sentence.append(word)
        if word.text.endswith((".", "!", "?", "…")) or index + 1 == len(words):
            if not is_phantom(" ".join(each.text for each in sentence)):
                kept += sentence
            sentence = []
    return tuple(kept)


def repeats_itself(words: Sequence[str], *, at_least: int = 3) -> bool:
    """Whether ``at_least`` words are followed at once by the same words again."""
    plain = [_normalised(word) for word in words]
    return any(
        plain[start : start + length] == plain[start + length : start + 2 * length]
        for length in range(at_least, len(plain) // 2 + 1)
        for start in range(len(plain) - 2 * length + 1)
    )


def _normalised(text: str) -> str:
    letters = "".join(
        letter
        for letter in unicodedata.normalize("NFD", text.casefold())
        if not unicodedata.combining(letter)
    )
    return " ".join(re.sub(r"[^\w\s]", "", letters).split())
