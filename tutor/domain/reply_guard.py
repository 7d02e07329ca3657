"""Decides, sentence by sentence, what of a language model's reply may be said."""

import re
from enum import Enum

from tutor.domain.conversation import Conversation, Role
from tutor.domain.level_words import MAX_SENTENCE_WORDS, LevelWords, spanish_texts
from tutor.domain.sentences import alike, is_question, likeness, plain_words, split_sentences

__all__ = ["MAX_STATEMENTS", "ReplyGuard", "Verdict", "spoken_form"]


class Verdict(Enum):
    """What becomes of one sentence, in words."""

    SAY = "say it"
    SAY_AND_END = "say it; the turn is complete"
    NOT_SPEECH = "a list, a sign or nothing at all"
    WRONG_LANGUAGE = "not Spanish"
    CORRECTS = "correcting is not the partner's job"
    OFFERS_HELP = "an assistant's phrase"
    CONSENTS = "a bare yes, whatever was asked for"
    TACTLESS = "cheer or surprise where the learner told of something sad"
    TOO_LONG = "longer than the learner's level can follow"
    TOO_HARD = "a word or a tense that comes later than the learner's level"
    ECHOES = "the learner's own sentence, mistakes included"
    REPEATS = "said or asked before"
    SURPLUS = "more than a turn holds"

    @property
    def is_said(self) -> bool:
        """Whether the sentence reaches the learner."""
        return self in (Verdict.SAY, Verdict.SAY_AND_END)


MAX_STATEMENTS = 2

_SAME_AIM = 0.4
_TOO_SHORT_TO_ECHO = 2
_MAY_LACK_SMALL_WORDS = 5

_UNSPOKEN_SIGNS = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d*_`#]+")
_SPEAKER_LABEL = re.compile(r"^[A-ZÁÉÍÓÚÑ][\wáéíóúñ]{1,14}:\s+")
_BARE_EXCLAMATION = re.compile(
    r"^¡Que (?=(?:alegría|bien|bonit[oa]|buen[oa]?|delicia|difícil|divertid[oa]|emoción|genial"
    r"|interesante|lástima|mal|pena|rar[oa]|ric[oa]|suerte|triste)\b)"
)
_LIST_ITEM = re.compile(r"^\s*(?:[-•–—]\s|\d{1,2}[.)]\s|[a-z]\)\s)")
_MARKUP = re.compile(r"https?:|[<>{}|=\\]|\[|\]")
_FOREIGN_LETTER = re.compile(r"[^\W\d_a-záéíóúüñç]", re.IGNORECASE)

_CONSENTS = frozenset(
    {"claro", "claro que si", "por supuesto", "por supuesto que si", "desde luego"}
)
"""Small models say so to anything, pills and promises included."""

_SPANISH = frozenset(
    "a al algo aquí bien como con cómo cuando cuándo cuál de del donde dónde el ella en eres es"
    " eso esta este está están estás fue fuiste gusta ha hace has hay la las le lo los me mi más"
    " muy no nos o para pero por porque puede puedes que quién qué se si sí son soy su sus te"
    " tiene tienes todo tu tus tú un una usted va vas y ya yo".split()
)
_FOREIGN = frozenset(
    "about and are at but can could did do does for great have help her here him how i is it let"
    " like my not of on sounds that the there they thing think this to was we were what when"
    " where which who why will with would you your"
    " avec c'est et est les vous você não muito obrigado isso uma".split()
)

_CORRECTS = re.compile(
    r"\bdeber[ií]as decir|\bse dice\b|\bdebes decir|\b(?:es|ser[ií]a) mejor decir|\bquisiste decir"
    r"|\bquer[ií]as decir|\bquerr[aá]s decir|\bforma correcta|\blo correcto\b|\bcorrecci[oó]n"
    r"|\bcorregi|\bcorrijo|\bgramatica|\ben lugar de decir|\btu español\b|\bse escribe\b"
    r"|\bse conjuga|\btu (?:frase|oraci[oó]n|respuesta) (?:es|está)"
    r"|^\W*(?:muy )?(?:correct[oa]|incorrect[oa])\b",
    re.IGNORECASE,
)
_OFFERS_HELP = re.compile(
    r"\bayudar(?:te|le|los|la)?\b|\bte ayud[oe]\b|\bnecesitas ayuda|\balgo m[aá]s en (?:lo )?que"
    r"|\bmodelo de lenguaje|\binteligencia artificial|\basistente\b|\bchatbot\b"
    r"|\bestoy aqu[ií] para|\bno dudes en|\btienes (?:alguna|m[aá]s) preguntas?\b"
    r"|\bhablar de otra cosa|\blo siento, (?:pero )?no puedo|\bas an ai\b|\bcomo (?:una )?ia\b",
    re.IGNORECASE,
)


_SAD = re.compile(
    r"\b(?:accidente|cáncer|cansad[oa]|despidieron|divorci\w+|dolor|duele|enferm\w+|entierro"
    r"|funeral|guerra|hospital|llor[aéoó]\w*|mal|miedo|muert[eo]s?|murió|murieron|perdí|peor"
    r"|preocupad[oa]|problemas?|robaron|sol[oa]|trist\w+)\b",
    re.IGNORECASE,
)
_CHEERS = re.compile(
    r"^\W*(?:¡(?!qué (?:pena|lástima|triste|mal|difícil|duro)\b|ánimo|vaya|ay|oh|lo siento)"
    r"|perfect|genial|excelente|estupend|fantástic|maravill|me alegr|qué (?:bien|buen|divert))",
    re.IGNORECASE,
)


class ReplyGuard:
    """Judges the sentences of one reply in the order in which the model gives them.

    A turn is at most ``MAX_STATEMENTS`` statements and one question, which ends it.
    """

    def __init__(
        self, conversation: Conversation, learner: str, words: LevelWords | None = None
    ) -> None:
        """Without ``words`` it is not judged which of them are beyond the learner's level."""
        self._learner = learner
        self._conversation = conversation
        self._words = words
        self._is_sad = _SAD.search(learner) is not None
        self._asked = conversation.asked
        self._stated = [
            sentence
            for turn in conversation.turns
            if turn.role is Role.TUTOR
            for sentence in split_sentences(turn.text)
        ]
        self._max_words = MAX_SENTENCE_WORDS[conversation.lesson.level]
        self._statements = 0
        self._is_complete = False

    @property
    def is_complete(self) -> bool:
        """Whether the turn has its question, so that nothing more may be said."""
        return self._is_complete

    @property
    def has_statement(self) -> bool:
        """Whether something has been said before the question."""
        return self._statements > 0

    def judge(self, sentence: str) -> Verdict:
        """What becomes of the next sentence."""
        objection = self._objection(sentence)
        if objection is not None:
            return objection
        if is_question(sentence):
            self._is_complete = True
            return Verdict.SAY_AND_END
        self._statements += 1
        self._stated.append(sentence)
        return Verdict.SAY

    def _objection(self, sentence: str) -> Verdict | None:
        words = plain_words(sentence)
        asks = is_question(sentence)
        earlier = self._asked if asks else self._stated
        # In order: what a sentence is, what it says, whether it fits.
        objections = (
            (Verdict.SURPLUS, self._is_complete),
            (Verdict.NOT_SPEECH, not words or _is_markup(sentence)),
            (Verdict.WRONG_LANGUAGE, not _is_spanish(sentence)),
            (Verdict.CORRECTS, _CORRECTS.search(sentence) is not None),
            (Verdict.OFFERS_HELP, _OFFERS_HELP.search(sentence) is not None),
            (Verdict.CONSENTS, " ".join(words) in _CONSENTS),
            (Verdict.TACTLESS, self._is_sad and _CHEERS.match(sentence) is not None),
            (Verdict.TOO_LONG, len(words) > self._max_words),
            (Verdict.ECHOES, self._echoes(sentence)),
            (Verdict.REPEATS, any(alike(sentence, said) for said in earlier)),
            (Verdict.SURPLUS, not asks and self._statements >= MAX_STATEMENTS),
        )
        found = next((verdict for verdict, applies in objections if applies), None)
        return Verdict.TOO_HARD if found is None and self._is_hard(sentence) else found

    def _is_hard(self, sentence: str) -> bool:
        """What the lesson says and what the learner said is no harder than they."""
        if self._words is None:
            return False
        lesson = self._conversation.lesson
        if self._words.late_tenses(sentence, lesson.level, self._learner):
            return True
        rare = self._words.beyond(sentence, lesson.level)
        return bool(rare) and bool(self._words.beyond(sentence, lesson.level, self._own_words()))

    def _own_words(self) -> frozenset[str]:
        if self._words is None:
            return frozenset()
        lesson = self._conversation.lesson
        texts = [text for _, text in spanish_texts(lesson)]
        said = [exchange.learner for exchange in self._conversation.exchanges]
        heard = self._words.lemmas(" ".join((*texts, *said, self._learner)))
        return heard | self._words.lesson_words(lesson, texts)

    def _echoes(self, sentence: str) -> bool:
        is_long = len(plain_words(sentence)) > _TOO_SHORT_TO_ECHO
        return is_long and alike(sentence, self._learner)


def spoken_form(sentence: str, lesson_question: str | None = None) -> str:
    """A sentence as it is said: no pictures, no emphasis marks, no speaker's name.

    A question that is a small model's version of the lesson's becomes the lesson's own.
    """
    plain = _UNSPOKEN_SIGNS.sub("", sentence).strip().strip('"“”«»()').strip()
    plain = " ".join(_SPEAKER_LABEL.sub("", plain).split())
    if lesson_question and is_question(plain) and likeness(plain, lesson_question) >= _SAME_AIM:
        return lesson_question
    return _BARE_EXCLAMATION.sub("¡Qué ", plain)


def _is_markup(sentence: str) -> bool:
    return bool(_LIST_ITEM.match(sentence) or _MARKUP.search(sentence) or sentence.endswith(":"))


def _is_spanish(sentence: str) -> bool:
    """Whether the small words of a sentence are Spanish ones; a few words pass without any."""
    if _FOREIGN_LETTER.search(sentence):
        return False
    words = re.findall(r"[\w']+", sentence.lower())
    spanish = sum(word in _SPANISH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    return foreign <= spanish / 2 and (spanish > 0 or len(words) <= _MAY_LACK_SMALL_WORDS)
