"""The corrected sentence in whatever a language model wrote around it."""

import re

from tutor.domain.edit_kinds import is_english
from tutor.domain.sentences import split_sentences
from tutor.domain.tokens import tokenize
from tutor.domain.word_facts import FactsOf

__all__ = ["corrected_sentence"]

_LABEL = re.compile(
    r"^(?:la\s+)?(?:frase|oración|versión|respuesta|corrección|corrected|correction)?"
    r"\s*(?:corregid[ao]|correct[ao]|sentence)?\s*:\s*",
    re.IGNORECASE,
)
_MARKS = "*_`"
_QUOTES = "\"'«»“”\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK} \t"
_COMMENT = re.compile(r"\s+(?:\(|->|→|[-\u2013\u2014]\s).*$")
_ENGLISH_SHARE = 0.4
"""Share of English words from which an answer is not Spanish."""


def corrected_sentence(answer: str, said: str, facts: FactsOf) -> str:
    """The corrected form of ``said`` in a model's answer; ``said`` itself where there is none."""
    lines = [line.strip() for line in answer.splitlines() if line.strip()]
    if not lines:
        return said
    sentence = _unquoted(_LABEL.sub("", lines[0].strip(_MARKS), count=1), said)
    if len(lines) > 1 and not sentence:
        sentence = _unquoted(lines[1].strip(_MARKS), said)
    if not _COMMENT.search(said):
        sentence = _COMMENT.sub("", sentence)
    sentence = _as_many_sentences(sentence, said)
    return sentence if sentence and not _is_in_english(sentence, said, facts) else said


def _unquoted(sentence: str, said: str) -> str:
    """Without quotation marks around it that the learner's sentence does not have."""
    return sentence if said[:1] in _QUOTES else sentence.strip(_QUOTES)


def _as_many_sentences(sentence: str, said: str) -> str:
    """Without an explanation behind it."""
    return " ".join(split_sentences(sentence)[: max(1, len(split_sentences(said)))])


def _is_in_english(sentence: str, said: str, facts: FactsOf) -> bool:
    own = {token.norm for token in tokenize(said)}
    words = [token.norm for token in tokenize(sentence)]
    foreign = [word for word in words if word not in own and is_english(word, facts)]
    return len(foreign) > _ENGLISH_SHARE * len(words)
