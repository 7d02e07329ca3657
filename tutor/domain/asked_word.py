"""Recognising that a learner asks for a word: "¿cómo se dice apple?", "what does zumo mean?"."""

import re
import unicodedata
from dataclasses import dataclass

from tutor.domain.language import Language
from tutor.domain.sentences import split_sentences
from tutor.domain.spanish_words import PREPOSITIONS

__all__ = ["AskedWord", "asked_word"]

_MOST_WORDS = 3
_MOST_WORDS_IF_MARKED = 6
"""Of a phrase in quotation marks, or where the language asked for is named."""

_BEFORE = r"(?P<before>.*[,;:…—–¿]\s*|.*\.\.\s*)?[¿¡]?"
_LEAD = (
    r"(?:(?:y|e|pero|pues|entonces|oye|oiga|eh|em|este|hola|perdón|perdona|perdone|disculpa|disculpe"
    r"|por favor|una pregunta|no sé|no recuerdo|no me acuerdo(?: de)?|he olvidado|olvidé|dime"
    r"|(?:me )?puedes? decir(?:me)?|quiero saber"
    r"|and|but|so|well|um|uh|hey|sorry|excuse me|please|i don't know|i forgot|tell me"
    r"|can you tell me)[\s,]+)*¿?"
)
_WORD = r"[\s,:.…]+(?P<word>[^¿?¡!;:…,]+?)"
_TARGET = r"(?P<target>español|castellano|spanish|inglés|english)"
_IN_TARGET = rf"[\s,]+(?:en|in)\s+{_TARGET}"
_END = r"(?:[\s,]+(?:por favor|please))?[\s.!?…]*"

_HOW_TO_SAY = (
    rf"c[oó]mo (?:se dice|se diría|digo|dirías|decimos|puedo decir){_WORD}(?:{_IN_TARGET})?",
    rf"how (?:(?:do|would|can|could|should) (?:you|i|we|one|a)|to) say{_WORD}(?:{_IN_TARGET})?",
    rf"what(?: is|'s) the {_TARGET}(?: word)? for{_WORD}",
    rf"what(?: is|'s) the word for{_WORD}(?:{_IN_TARGET})?",
    rf"what(?: is|'s){_WORD}{_IN_TARGET}",
)
_MEANING = (
    rf"qu[eé] (?:significa|quiere decir(?! (?:usted|él|ella)\b)){_WORD}(?:{_IN_TARGET})?",
    rf"what (?:does|do){_WORD} mean(?:{_IN_TARGET})?",
    rf"what(?: is|'s) the meaning of{_WORD}(?:{_IN_TARGET})?",
)

_QUOTES = re.compile(r"[«»\"“”„‹›]|(?<!\w)'|'(?!\w)")
_INTRODUCTION = re.compile(
    r"(?:(?:en|in) (?:español|inglés|spanish|english) )?"
    r"(?:(?:la |the )?(?:palabra|frase|expresión|word|phrase) )?(?:(?:the|an?) )?"
)
_NAMES_NOTHING = frozenset(
    "esto eso aquello este esta ese esa this that it these those he she they you we i".split()
) | frozenset(("en español", "en inglés", "in spanish", "in english"))
"""What points at something, so that no word is asked for."""
_POINTING_BEGINNINGS = frozenset(
    "este esta estos estas ese esa mi mis tu tus su sus nuestro nuestra"
    " this that these those my your his her its our their".split()
)
_WORDS_FOR_WORDS = frozenset("palabra frase word phrase".split())
_CLAUSE_BEGINNINGS = PREPOSITIONS | frozenset("que si cuando como".split())
_SOMEBODY = frozenset("ti mí usted ustedes vosotros eso esto".split())
"""Whose opinion is asked: "¿qué significa la familia para ti?"."""


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word or short phrase that a learner wants in the other language."""

    word: str
    """In lower case, without its English article."""
    language: Language
    """Of the word as it was said."""


def asked_word(utterance: str) -> AskedWord | None:
    """What a learner asks for, as heard or typed; None where no word is asked for.

    The question may follow the beginning of a sentence that the learner broke off. The word
    itself has to be there: "no sé cómo se dice" and "¿qué significa esto?" ask for none.
    """
    text = unicodedata.normalize("NFC", utterance).lower().replace("’", "'").replace("‘", "'")
    for sentence in split_sentences(" ".join(text.split())):
        found = _asked(sentence, _TO_SAY, Language.ENGLISH)
        found = found or _asked(sentence, _TO_MEAN, Language.SPANISH)
        if found is not None:
            return found
    return None


def _compiled(forms: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_BEFORE + _LEAD + form + _END) for form in forms)


_ONLY_LEAD = re.compile(_LEAD)
_TO_SAY, _TO_MEAN = _compiled(_HOW_TO_SAY), _compiled(_MEANING)


def _asked(sentence: str, forms: tuple[re.Pattern[str], ...], usual: Language) -> AskedWord | None:
    """What one sentence asks for in one of these ways; ``usual`` is the language of the word."""
    without_quotes = _QUOTES.sub("", sentence)
    for form in forms:
        found = form.fullmatch(without_quotes)
        if found is None or _is_relative(found):
            continue
        word = _INTRODUCTION.sub("", found["word"].strip(" .-"), count=1)
        target = found.groupdict().get("target")
        is_marked = target is not None or without_quotes != sentence
        if _is_asked_for(word, is_marked=is_marked, is_said=usual is Language.SPANISH):
            return AskedWord(word, usual if target is None else _language_beside(target))
    return None


def _is_relative(found: re.Match[str]) -> bool:
    """Whether *como* or *que* without its accent goes on with the sentence: "…, como se dice"."""
    text = found.string
    goes_on = found["before"] and not _ONLY_LEAD.fullmatch(found["before"])
    return bool(goes_on) and not re.search(r"\?|cómo|qué|\bhow\b|\bwhat\b", text)


def _is_asked_for(word: str, *, is_marked: bool, is_said: bool) -> bool:
    """Whether something is a word to learn; ``is_said`` where it was met in Spanish."""
    words = word.split()
    if not words or word in _NAMES_NOTHING or not any(letter.isalpha() for letter in word):
        return False
    if len(words) > (_MOST_WORDS_IF_MARKED if is_marked else _MOST_WORDS):
        return False
    if len(words) == 1:
        return True
    if words[0] in _POINTING_BEGINNINGS or words[-1] in _WORDS_FOR_WORDS:
        return False
    if is_marked:
        return True
    if is_said:
        return _SOMEBODY.isdisjoint(words)
    return words[0] not in _CLAUSE_BEGINNINGS


def _language_beside(target: str) -> Language:
    """Of the word whose translation into ``target`` is wanted."""
    return Language.SPANISH if target in {"inglés", "english"} else Language.ENGLISH
