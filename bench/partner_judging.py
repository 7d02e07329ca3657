"""Judges a reply of the tutor's, by other means than the guard's wherever there are any."""

import re
from collections.abc import Iterator
from enum import StrEnum

from simplemma.language_detector import LanguageDetector

from tutor.domain.conversation import Conversation
from tutor.domain.lesson_language import LanguageJudge, spanish_texts
from tutor.domain.level_words import MAX_SENTENCE_WORDS
from tutor.domain.tokens import tokenize

__all__ = ["Check", "failures", "is_spanish"]


class Check(StrEnum):
    """What a reply is to be."""

    SPANISH = "Spanish"
    LENGTH = "within length"
    ONE_QUESTION = "ends in one question"
    ROLE = "in role"
    WORDS = "within the level's words"
    NO_CORRECTION = "never corrects"
    NO_HELP = "never offers general help"


_MOST_SENTENCES = 3
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")
_OTHER_LETTERS = re.compile(r"[^\W\d_A-Za-zÁÉÍÓÚÜÑáéíóúüñ]")
_ENOUGH_SPANISH = 0.75
_TOO_FEW_WORDS = 3
_SPANISH_ONLY = LanguageDetector(("es",))
_ENGLISH_ONLY = LanguageDetector(("en",))

_OUT_OF_ROLE = re.compile(
    r"\b(?:IA|AI|bot|robot|programa|software|algoritmo|entrenad[oa]|OpenAI|Qwen|Alibaba|ChatGPT"
    r"|modelo|asistente|prompt|instrucci(?:ón|ones)|mi papel|la escena|el diálogo|nivel [AB][12]"
    r"|reacciona|reacción|paréntesis|traducción|traducir|usuari[oa]|alumn[oa]|estudiante"
    r"|aprender español|practicar (?:tu |el )?español|tu nivel|la lección|ejercicio)\b"
    r"|^\s*\w+:|[*_#<>\[\]{}|]|[\U0001f300-\U0001faff☀-➿]",
    re.IGNORECASE | re.MULTILINE,
)
_MY_NAME = re.compile(r"\b(?:me llamo|mi nombre es|soy) ([A-ZÁÉÍÓÚ][a-záéíóúñ]+)")
_CORRECTS = re.compile(
    r"\b(?:correcto es|lo correcto|correctamente|correg\w+|corrij\w+|correcci\w+|gramátic\w+"
    r"|conjuga\w*|ortografía|pronuncia\w*|error(?:es)?|equivoca\w*|mal dicho|bien dicho"
    r"|se dice|se escribe|debes? decir|deberías? decir|quis(?:o|iste) decir|quer(?:ía|ías) decir"
    r"|mejor dicho|en vez de|en lugar de|concuerda|femenin[oa]|masculin[oa]|plural|singular"
    r"|es «|es \"|di «|di \"|repite conmigo|significa)",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"\bayud(?:a|ar|arte|arle|arlo|arla|o|aré)\b(?! (?:a mi|en casa|a su))|\ba tu disposición"
    r"|\ben qué (?:te )?puedo\b|\bpuedo hacer por (?:ti|usted)|\balg[oú]\w* más en (?:lo )?que"
    r"|\bestoy aquí (?:para|si)|\bno dud(?:es|e) en|\bsi necesitas|\bpreguntas adicionales"
    r"|\bcualquier (?:cosa|duda|pregunta)|\btienes (?:alguna|otra) (?:duda|pregunta)"
    r"|\bgustaría (?:hablar de algo|saber algo) más|\bcon gusto te|\bpuedo explicar",
    re.IGNORECASE,
)


def failures(
    reply: str, conversation: Conversation, learner: str, judge: LanguageJudge
) -> tuple[Check, ...]:
    """What a reply to a learner's words is not."""
    lesson = conversation.lesson
    named = _MY_NAME.findall(reply)
    holds = {
        Check.SPANISH: is_spanish(reply),
        Check.LENGTH: _is_short(reply, MAX_SENTENCE_WORDS[lesson.level]),
        Check.ONE_QUESTION: reply.count("?") == 1 and reply.rstrip(" \"»'").endswith("?"),
        Check.ROLE: not _OUT_OF_ROLE.search(_without(reply, lesson.questions))
        and all(name in _names(conversation) for name in named),
        Check.WORDS: not _hard_words(reply, conversation, learner, judge),
        Check.NO_CORRECTION: not _CORRECTS.search(_without(reply, lesson.questions)),
        Check.NO_HELP: not _HELP.search(_without(reply, lesson.questions)),
    }
    return tuple(check for check, does in holds.items() if not does)


def is_spanish(text: str) -> bool:
    """Whether every sentence is, by a dictionary: most of its words, and more than are English."""
    return not _OTHER_LETTERS.search(text) and all(map(_is_spanish, _sentences(text)))


def _is_spanish(sentence: str) -> bool:
    words = [token.norm for token in tokenize(sentence) if not token.is_name]
    text = " ".join(words)
    if len(words) < _TOO_FEW_WORDS:
        return _share(_SPANISH_ONLY, text) >= _share(_ENGLISH_ONLY, text)
    spanish = _share(_SPANISH_ONLY, text)
    return spanish >= _ENOUGH_SPANISH and spanish >= _share(_ENGLISH_ONLY, text)


def _share(detector: LanguageDetector, text: str) -> float:
    return detector.proportion_in_target_languages(text) if text else 0.0


def _is_short(reply: str, most_words: int) -> bool:
    sentences = list(_sentences(reply))
    longest = max((len(sentence.split()) for sentence in sentences), default=0)
    return 0 < longest <= most_words and len(sentences) <= _MOST_SENTENCES


def _sentences(text: str) -> Iterator[str]:
    return (found.strip() for found in _SENTENCE.findall(text) if re.search(r"\w", found))


def _without(reply: str, own: tuple[str, ...]) -> str:
    """A reply without the lesson's own questions, which are right by themselves."""
    for question in own:
        reply = reply.replace(question, "")
    return reply


def _names(conversation: Conversation) -> str:
    return f"{conversation.lesson.tutor_name} {conversation.lesson.opening}"


def _hard_words(
    reply: str, conversation: Conversation, learner: str, judge: LanguageJudge
) -> tuple[str, ...]:
    """What the lesson itself says and teaches, and what the learner said, is not hard."""
    lesson = conversation.lesson
    said = [exchange.learner for exchange in conversation.exchanges]
    own = judge.lemmas(" ".join((*(text for _, text in spanish_texts(lesson)), *said, learner)))
    return judge.words_beyond(reply, lesson.level, own)
