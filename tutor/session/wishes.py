"""Obeying voice commands in a talk; a language model is only asked to translate."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tutor.domain.conversation import Conversation
from tutor.domain.hinting import hint
from tutor.domain.language import Language, Pace, SpokenLine, english, spanish
from tutor.domain.stock_phrases import follow_up, in_english, question_again
from tutor.domain.telling import Telling
from tutor.domain.voice_command import IN_PRACTICE, VoiceCommand, Wish, recognised
from tutor.domain.word_answer import WordAnswer
from tutor.errors import LanguageModelError
from tutor.session.equipment import Equipment, Plan
from tutor.session.word_questions import WordQuestions

__all__ = ["Answer", "Wishes"]

_AGREED = "De acuerdo."
_CORRECTIONS_OFF = "De acuerdo, por ahora no te corrijo."
_CORRECTIONS_ON = "De acuerdo, te corrijo otra vez."
_NO_HELP = "Hoy hablamos sin ayuda. Inténtalo con otras palabras."
_HELP = frozenset({VoiceCommand.HINT, VoiceCommand.IN_ENGLISH})
_NOT_TRANSLATED = "I can't say that in English now. Say «más despacio» to hear it again, slowly."


@dataclass(frozen=True, slots=True)
class Answer:
    """How a wish is obeyed."""

    lines: tuple[SpokenLine, ...] = ()
    """What is said, at the pace that the wishes have by now."""
    conversation: Conversation | None = None
    """What the talk is from now on; None where it stays as it is."""
    is_last: bool = False
    """Whether the learner has had enough."""


class Wishes:
    """What the learner has wished so far, and what the tutor said last.

    A wish is no turn: it is neither corrected nor counted nor a part of the conversation.
    """

    def __init__(self, plan: Plan, equipment: Equipment) -> None:
        self.pace: Pace | None = None
        """How fast the tutor is to speak from now on; None while nothing is wished."""
        self.are_corrections_spoken = True
        self._called = plan.lesson.tutor_name
        self._helps = plan.telling is not Telling.AT_THE_END
        self._with = equipment
        self._words = WordQuestions(equipment.vocabulary, equipment.lexicon, equipment.translator)
        self._last: tuple[SpokenLine, ...] = (spanish(plan.lesson.opening),)
        self._hints = 0
        """Given for the question that is open."""

    def recognised(self, said: str) -> Wish | None:
        """The wish that an utterance is; None for a part of the talk."""
        return recognised(said, IN_PRACTICE, called=self._called)

    def spoken(self, lines: Sequence[SpokenLine]) -> None:
        """Note what the tutor said in a turn: what can be wished to be heard again."""
        if lines:
            self._last = tuple(lines)
            self._hints = 0

    async def word(
        self, wish: Wish, conversation: Conversation, on_problem: Callable[[str], None]
    ) -> WordAnswer | None:
        """The word that a wish asks for; None where it asks for none or nobody knows it."""
        if wish.asked is None or not self._helps:
            return None
        return await self._words.answer(wish.asked, conversation, on_problem)

    async def answer(
        self, wish: Wish, conversation: Conversation, on_problem: Callable[[str], None]
    ) -> Answer:
        """Obey any wish that asks for no word; what fails is told to ``on_problem``."""
        if wish.command in _HELP and not self._helps:
            return Answer((spanish(_NO_HELP),))
        match wish.command:
            case VoiceCommand.REPEAT:
                return Answer(self._last)
            case VoiceCommand.SLOWER:
                self.pace = Pace.SLOW
                return Answer(self._last)
            case VoiceCommand.IN_ENGLISH:
                return Answer(await self._in_english(on_problem))
            case VoiceCommand.HINT:
                return self._hint(conversation)
            case VoiceCommand.SKIP:
                question = follow_up(conversation)
                self.spoken([spanish(question)])
                return Answer(self._last, conversation.with_question(question))
            case VoiceCommand.FINISH:
                return Answer(is_last=True)
            case _:
                return Answer(self._changed(wish.command))

    def _changed(self, command: VoiceCommand) -> tuple[SpokenLine, ...]:
        """Change how the talk goes on, and what is said about that."""
        match command:
            case VoiceCommand.FASTER:
                self.pace = Pace.NORMAL
                return (spanish(_AGREED),)
            case VoiceCommand.CORRECTIONS_OFF:
                self.are_corrections_spoken = False
                return (spanish(_CORRECTIONS_OFF),)
            case VoiceCommand.CORRECTIONS_ON:
                self.are_corrections_spoken = True
                return (spanish(_CORRECTIONS_ON),)
            case _:
                self._with.listener.wait_longer()
                return ()

    def _hint(self, conversation: Conversation) -> Answer:
        hinted = hint(conversation, self._hints)
        self._last = (spanish(hinted), spanish(question_again(conversation)))
        self._hints += 1
        return Answer(self._last)

    async def _in_english(self, on_problem: Callable[[str], None]) -> tuple[SpokenLine, ...]:
        """The last thing said: the English that was said with it, and the rest translated."""
        told = [line for line in self._last if line.language is Language.ENGLISH]
        after = self._last.index(told[-1]) + 1 if told else 0
        rest = [line.text for line in self._last[after:]]
        return (*told, *(await self._translations(rest, on_problem)))

    async def _translations(
        self, texts: Sequence[str], on_problem: Callable[[str], None]
    ) -> tuple[SpokenLine, ...]:
        """Of phrases of the tutor's own by heart, of all others by the language model."""
        by_heart = [in_english(text) for text in texts]
        if all(by_heart):
            return tuple(english(text) for text in by_heart if text)
        if self._with.translator is not None:
            try:
                whole = await self._with.translator.translate(" ".join(texts), Language.ENGLISH)
            except LanguageModelError as error:
                on_problem(str(error))
            else:
                return (english(whole),)
        return (*(english(text) for text in by_heart if text), english(_NOT_TRANSLATED))
