"""How well the conversation partner keeps to its part, guarded and raw, with the embedded model.

Ten lessons over the levels, eight turns of ``partner_learners.toml`` in each. Guarded is what the
learner would hear; raw is the whole answer of the model to the same messages. What each share
means is in ``partner_judging.py``. The first token is timed from the request, when everything that
is known before the learner speaks has been read.
"""

import argparse
import asyncio
import json
import statistics
import sys
import time
import tomllib
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from partner_judging import Check, failures

from tutor import app
from tutor.adapters.llm.partner import MAX_REPLY_TOKENS, STEERING, Steering, partner_messages
from tutor.app.language import LanguageModels, language_models
from tutor.config import Settings, load_settings
from tutor.domain.chat import ChatMessage
from tutor.domain.conversation import Conversation, Exchange
from tutor.domain.lesson_language import LanguageJudge
from tutor.domain.level_words import LevelWords
from tutor.errors import LanguageModelAnswerError
from tutor.ports import ChatModel, Partner
from tutor.session.replying import reply_sentences

_LEARNERS = Path(__file__).parent / "partner_learners.toml"
_LESSONS = (
    "a1-cafe a1-my-day a1-family a2-my-week a2-doctor a2-neighbour"
    " b1-childhood b1-renting b2-disagreeing b2-technology"
).split()
_AT_LEAST = 0.97
_TEMPERATURE = 0.2


@dataclass(frozen=True, slots=True)
class Answered:
    """One turn."""

    lesson: str
    kind: str
    """Of what the learner said."""
    learner: str
    guarded: str
    raw: str
    """Empty where the raw model was not asked."""
    first_token_seconds: float


class _TimedChat:
    """A ChatModel that notes how long its last answer was awaited."""

    def __init__(self, chat: ChatModel) -> None:
        self._chat = chat
        self.seconds = 0.0

    async def stream(
        self,
        messages: Sequence[ChatMessage],
        *,
        max_tokens: int,
        temperature: float,
        schema: Mapping[str, object] | None = None,
    ) -> AsyncGenerator[str, None]:
        begun, is_awaited = time.perf_counter(), True
        answer = self._chat.stream(
            messages, max_tokens=max_tokens, temperature=temperature, schema=schema
        )
        async with aclosing(answer) as pieces:
            async for piece in pieces:
                if is_awaited:
                    self.seconds = time.perf_counter() - begun
                is_awaited = False
                yield piece


@dataclass(frozen=True, slots=True)
class _Talker:
    """Who answers, and how it is asked."""

    partner: Partner
    chat: _TimedChat
    words: LevelWords
    steering: Steering
    asks_raw: bool

    async def answered(self, talk: Conversation, kind: str, learner: str) -> Answered:
        await self.partner.get_ready(talk)
        sentences = reply_sentences(
            self.partner, talk, learner, print, lesson_leads=True, words=self.words
        )
        guarded = " ".join([sentence async for sentence in sentences])
        seconds = self.chat.seconds
        raw = await self._raw(talk, learner) if self.asks_raw else ""
        return Answered(talk.lesson.id, kind, learner, guarded, raw, seconds)

    async def _raw(self, talk: Conversation, learner: str) -> str:
        messages = partner_messages(talk, learner, steering=self.steering)
        pieces = []
        answer = self.chat.stream(messages, max_tokens=MAX_REPLY_TOKENS, temperature=_TEMPERATURE)
        with suppress(LanguageModelAnswerError):  # cut at the limit
            async with aclosing(answer) as stream:
                async for piece in stream:
                    pieces.append(piece)  # noqa: PERF401 - what came before a cut is kept
        return "".join(pieces).strip()


async def _talks(settings: Settings, options: argparse.Namespace) -> list[Answered]:
    learners = tomllib.loads(_LEARNERS.read_text("utf-8"))["learners"]
    words = app.level_words(settings, app.lexicon())
    words.load()
    answers: list[Answered] = []
    async with language_models(settings) as models:
        talker = _talker(models, words, options)
        for lesson_id, learner in zip(_LESSONS[: options.lessons], learners, strict=False):
            talk = Conversation(app.lesson_shelf(settings).lesson(lesson_id))
            for kind, said in learner.items():
                one = await talker.answered(talk, kind, said)
                answers.append(one)
                _keep(options.keep, one)
                talk = talk.with_exchange(Exchange(said, one.guarded))
            print(f"{lesson_id}: {len(learner)} turns", file=sys.stderr, flush=True)
    return answers


def _keep(file: Path | None, one: Answered) -> None:
    """At once, so that what is broken off can be judged as far as it came."""
    if file is not None:
        with file.open("a", encoding="utf-8") as kept:
            kept.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")


def _talker(models: LanguageModels, words: LevelWords, options: argparse.Namespace) -> _Talker:
    chat = _TimedChat(models.partner_chat)
    steering = Steering(options.steering)
    partner = app.conversation_partner(replace(models, partner_chat=chat), steering)
    return _Talker(partner, chat, words, steering, not options.no_raw)


def _judged(
    settings: Settings, answers: Iterable[Answered], judge: LanguageJudge
) -> list[tuple[Answered, tuple[Check, ...], tuple[Check, ...]]]:
    """Each turn with the faults of the guarded reply and of the raw one."""
    shelf = app.lesson_shelf(settings)
    talks: dict[str, Conversation] = {}
    judged = []
    for one in answers:
        talk = talks.setdefault(one.lesson, Conversation(shelf.lesson(one.lesson)))
        ours = failures(one.guarded, talk, one.learner, judge)
        raw = failures(one.raw, talk, one.learner, judge) if one.raw else ()
        judged.append((one, ours, raw))
        talks[one.lesson] = talk.with_exchange(Exchange(one.learner, one.guarded))
    return judged


def _report(settings: Settings, answers: Sequence[Answered], options: argparse.Namespace) -> bool:
    judged = _judged(settings, answers, app.language_judge(settings))
    total, has_raw = len(judged), all(one.raw for one in answers)
    is_met = True
    print(f"{total} replies, steering {options.steering}\n{'':28}{'guarded':>9}{'raw':>9}")
    for check in Check:
        share = sum(check not in ours for _, ours, _ in judged) / total
        bare = sum(check not in theirs for *_, theirs in judged) / total
        is_met &= share >= _AT_LEAST
        print(f"{check:28}{share:>9.1%}" + (f"{bare:>9.1%}" if has_raw else ""))
    waits = sorted(one.first_token_seconds for one in answers)
    print(
        f"first token: median {statistics.median(waits):.2f} s, "
        f"95th percentile {waits[int(0.95 * (total - 1))]:.2f} s"
    )
    for one, ours, raw in judged:
        if options.show or (options.list and (ours or raw)):
            print(f"{one.lesson} {one.kind}: {one.learner}")
            print(f"    guarded: {one.guarded}" + _named(ours))
            print(f"    raw:     {one.raw!r}" + _named(raw))
    return is_met


def _named(faults: Sequence[Check]) -> str:
    return f"   << not: {', '.join(faults)}" if faults else ""


def main() -> int:
    """Ask, judge, print; with ``--check`` 1 where a guarded share is below 97 %."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="fail below 97 %%")
    parser.add_argument("--list", action="store_true", help="print every failing reply")
    parser.add_argument("--show", action="store_true", help="print every reply")
    parser.add_argument("--steering", choices=list(Steering), default=STEERING)
    parser.add_argument("--lessons", type=int, default=len(_LESSONS), help="only the first so many")
    parser.add_argument("--no-raw", action="store_true", help="do not ask the raw model")
    parser.add_argument("--keep", type=Path, help="add each turn to this file of JSON lines")
    parser.add_argument("--again", type=Path, help="judge the turns kept there; ask no model")
    options = parser.parse_args()
    settings = load_settings({})
    if options.again:
        lines = options.again.read_text("utf-8").splitlines()
        answers = [Answered(**json.loads(line)) for line in lines]
    else:
        answers = asyncio.run(_talks(settings, options))
    is_met = _report(settings, answers, options)
    return int(options.check and not is_met)


if __name__ == "__main__":
    sys.exit(main())
