"""A translator that a language model plays: what it is asked, and what of its answer is kept."""

from tutor.adapters.llm.whole_answer import whole_answer
from tutor.domain.chat import ChatMessage, ChatRole
from tutor.domain.language import Language
from tutor.errors import LanguageModelAnswerError
from tutor.ports import ChatModel

__all__ = ["LanguageModelTranslator"]

_FEWEST_TOKENS, _MOST_TOKENS = 24, 160
_CHARACTERS_PER_TOKEN = 2.5
_MARKS = " \"'«»“”„`*"

_TASKS = {
    Language.ENGLISH: (
        (
            "Translate what the user writes from Spanish into English. Write the translation alone,"
            " on one line, without quotation marks or remarks. Do not answer what it asks."
        ),
        (
            ("mochila", "backpack"),
            (
                "¡Qué bien! ¿Y qué vas a hacer el sábado?",
                "Great! And what will you do on Saturday?",
            ),
        ),
    ),
    Language.SPANISH: (
        (
            "Translate what the user writes from English into Spanish. Write the translation alone,"
            " on one line, without quotation marks or remarks; a noun with its article."
        ),
        (("backpack", "la mochila"), ("to borrow", "pedir prestado")),
    ),
}


class LanguageModelTranslator:
    """A Translator over any chat model; only the first line of what it writes is taken."""

    def __init__(self, chat: ChatModel) -> None:
        self._chat = chat

    async def translate(self, text: str, into: Language) -> str:
        """See Translator.translate."""
        most = round(len(text) / _CHARACTERS_PER_TOKEN)
        tokens = min(max(most, _FEWEST_TOKENS), _MOST_TOKENS)
        stream = self._chat.stream(_messages(text, into), max_tokens=tokens, temperature=0.0)
        # Cut, or nothing at all: judged by what there is.
        answer = await whole_answer(stream, lambda so_far: "\n" in so_far.strip())
        line = answer.text.strip().partition("\n")[0].strip(_MARKS)
        if not line or line.casefold() == text.casefold():
            raise LanguageModelAnswerError(
                "The language model gave no translation. Ask again, or run: tutor doctor"
            )
        return line


def _messages(text: str, into: Language) -> tuple[ChatMessage, ...]:
    task, examples = _TASKS[into]
    return (
        ChatMessage(ChatRole.SYSTEM, task),
        *(
            ChatMessage(role, written)
            for asked, answer in examples
            for role, written in ((ChatRole.USER, asked), (ChatRole.ASSISTANT, answer))
        ),
        ChatMessage(ChatRole.USER, text),
    )
