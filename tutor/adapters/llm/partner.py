"""The conversation partner a language model plays."""

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing, suppress
from enum import StrEnum

from tutor.domain.chat import ChatMessage, ChatRole
from tutor.domain.conversation import Conversation, Exchange
from tutor.domain.lesson import Lesson, Level
from tutor.domain.sentences import SentenceSplitter
from tutor.errors import LanguageModelAnswerError
from tutor.ports import ChatModel

__all__ = ["LanguageModelPartner", "Steering", "partner_messages"]


class Steering(StrEnum):
    """Where the model is told what to ask: before the learner's words or after them.

    What stands before them can be read before the learner speaks.
    """

    BEFORE = "before"
    AFTER = "after"


STEERING = Steering.AFTER
"""What the bench of the partner has found to do."""
MAX_REPLY_TOKENS = 90
WINDOW_TOKENS = 4096

_TEMPERATURE = 0.2
_CHARACTERS_PER_TOKEN = 2.5
"""Spanish takes about 3.5 in today's vocabularies; fewer here, so that a window never overflows."""
_TOKENS_PER_MESSAGE = 8
_MOST_EXCHANGES, _KEPT_EXCHANGES = 16, 6
"""Of more than the first number only the second are told on: what was said a while ago matters
little, and a longer prompt makes every turn slower."""

_STYLE = {
    Level.A1: "frases muy cortas, presente, palabras muy comunes",
    Level.A2: "frases cortas y sencillas, presente y pasado, palabras comunes",
    Level.B1: "frases claras de nivel intermedio",
    Level.B2: "un español natural y variado",
}


_RULES = """\
Tu respuesta tiene dos partes y nada más: una frase corta de 2 a 8 palabras, amable, que muestra \
que entiendes lo que la persona acaba de decir, y la pregunta que está entre paréntesis.
Habla siempre en español y siempre en tu papel. No corrijas, no expliques gramática, no traduzcas, \
no ofrezcas ayuda, no hagas listas y no uses emojis."""

_EXAMPLES = (
    ("Mi perro está muy enfermo.", "¿De dónde eres?", "Vaya, lo siento mucho."),
    ("Ayer fui a la playa con mi hermana.", "¿Te gusta nadar?", "¡Qué bien, un día de playa!"),
    ("I don't understand.", "¿Vives solo o con amigos?", "Tranquilo, no pasa nada."),
)
"""A learner's words, the question to lead to, and a fitting reaction."""


class LanguageModelPartner:
    """A Partner that plays the lesson's role and steers to the lesson's own questions."""

    def __init__(
        self,
        chat: ChatModel,
        *,
        reads_ahead: bool = False,
        window_tokens: int = WINDOW_TOKENS,
        steering: Steering = STEERING,
    ) -> None:
        """``reads_ahead``: whether the model keeps what it has read from request to request."""
        self._chat = chat
        self._reads_ahead = reads_ahead
        self._window_tokens = window_tokens
        self._steering = steering

    async def reply(self, conversation: Conversation, learner: str) -> AsyncGenerator[str, None]:
        """See Partner.reply; what is cut off at the limit is left out."""
        messages = self._messages(conversation, learner)
        splitter = SentenceSplitter()
        has_spoken = False
        answer = self._chat.stream(messages, max_tokens=MAX_REPLY_TOKENS, temperature=_TEMPERATURE)
        async with aclosing(answer) as pieces:
            try:
                async for piece in pieces:
                    for sentence in splitter.feed(piece):
                        has_spoken = True
                        yield sentence
            except LanguageModelAnswerError:
                if not has_spoken:
                    raise
                return
        for sentence in splitter.finish():
            yield sentence

    async def get_ready(self, conversation: Conversation) -> None:
        """Have everything read that comes before the learner's next words."""
        if not self._reads_ahead:
            return
        messages = self._messages(conversation, "")
        with suppress(LanguageModelAnswerError):  # cut at its first token, as is meant
            async with aclosing(
                self._chat.stream(messages, max_tokens=1, temperature=0.0)
            ) as pieces:
                async for _ in pieces:
                    pass

    def _messages(self, conversation: Conversation, learner: str) -> tuple[ChatMessage, ...]:
        return partner_messages(
            conversation, learner, window_tokens=self._window_tokens, steering=self._steering
        )


def partner_messages(
    conversation: Conversation,
    learner: str,
    *,
    window_tokens: int = WINDOW_TOKENS,
    steering: Steering = STEERING,
) -> tuple[ChatMessage, ...]:
    """What the model is told; old exchanges are dropped, several at once, where it is too much.

    Every message but the last is word for word what it was a turn ago, so that a server that
    caches prompts reads only what is new. Dropping one exchange a turn would have it read all of
    them anew in every turn.
    """
    lesson = conversation.lesson
    fixed = (
        ChatMessage(ChatRole.SYSTEM, _instructions(lesson)),
        *_example_messages(steering),
        ChatMessage(ChatRole.USER, "(Empieza la escena.)"),
        ChatMessage(ChatRole.ASSISTANT, lesson.opening),
    )
    asked = _steered(conversation, learner, steering)
    history: list[ChatMessage] = []
    so_far = Conversation(lesson)
    for exchange in conversation.exchanges:
        history += _as_messages(so_far, exchange, steering)
        so_far = so_far.with_exchange(exchange)
        if len(history) > 2 * _MOST_EXCHANGES:
            del history[: -2 * _KEPT_EXCHANGES]
    room = window_tokens - MAX_REPLY_TOKENS - _tokens((*fixed, asked))
    while history and _tokens(tuple(history)) > room:
        del history[:2]
    return (*fixed, *history, asked)


def _example_messages(steering: Steering) -> Iterator[ChatMessage]:
    for learner, question, reaction in _EXAMPLES:
        yield ChatMessage(ChatRole.USER, _with_steering(learner, question, steering))
        yield ChatMessage(ChatRole.ASSISTANT, f"{reaction} {question}")


def _as_messages(
    before: Conversation, exchange: Exchange, steering: Steering
) -> tuple[ChatMessage, ChatMessage]:
    return (
        _steered(before, exchange.learner, steering),
        ChatMessage(ChatRole.ASSISTANT, exchange.tutor),
    )


def _steered(conversation: Conversation, learner: str, steering: Steering) -> ChatMessage:
    """The learner's words and, in brackets, the question to lead to."""
    question = conversation.next_question or "otra cosa sobre eso"
    return ChatMessage(ChatRole.USER, _with_steering(learner, question, steering))


def _with_steering(learner: str, question: str, steering: Steering) -> str:
    told = f"(Reacciona y pregunta: {question})"
    pair = (told, learner) if steering is Steering.BEFORE else (learner, told)
    return "\n".join(pair)


def _instructions(lesson: Lesson) -> str:
    return "\n".join(
        (
            f"{lesson.tutor_role} Te llamas {lesson.tutor_name}. {lesson.tutor_manner}",
            f"Escena: {lesson.scene}",
            f"Hablas con una persona que aprende español (nivel {lesson.level}).",
            f"Usa {_STYLE[lesson.level]}. Palabras útiles: {', '.join(lesson.target_words)}.",
            _RULES,
        )
    )


def _tokens(messages: tuple[ChatMessage, ...]) -> int:
    characters = sum(len(message.content) for message in messages)
    return int(characters / _CHARACTERS_PER_TOKEN) + _TOKENS_PER_MESSAGE * len(messages)
