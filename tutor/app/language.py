"""The language model and its jobs: giving its opinion and conversing."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tutor.app.models import chosen_models, model_store
from tutor.config import Settings, language_model_key
from tutor.domain.conversation import Conversation
from tutor.domain.language import Language
from tutor.domain.lesson import Lesson
from tutor.domain.number_speller import NumberSpeller
from tutor.ports import ChatModel, Partner, StyleCritic, Translator

if TYPE_CHECKING:
    from tutor.adapters.llm.embedded import EmbeddedServer
    from tutor.adapters.llm.partner import Steering

__all__ = [
    "LanguageModels",
    "conversation_partner",
    "language_models",
    "number_spellers",
    "read_ahead",
    "style_critic",
    "translator",
]

_EMBEDDED_PATIENCE_SECONDS = 120.0
"""A busy machine reads its first prompt slowly; there is no network to be lost."""
_CORRECTOR_SLOT, _PARTNER_SLOT = range(2)


@dataclass(frozen=True, slots=True)
class LanguageModels:
    """The language model, once for each of its two jobs, so that each keeps its prompt cached."""

    corrector_chat: ChatModel
    partner_chat: ChatModel
    destination: str
    """Where the learner's words are sent: ``this machine`` or a server's address."""
    embedded: "EmbeddedServer | None" = None
    """The server inside this process; None where words go to another."""


@asynccontextmanager
async def language_models(settings: Settings) -> AsyncIterator[LanguageModels]:
    """The configured server, or else the chosen model run inside this process.

    Raises ModelMissingError or ModelDamagedError; a server is not asked before its first job.
    """
    if settings.llm.base_url:
        async with _remote_models(settings) as models:
            yield models
    else:
        async with _embedded_models(settings) as models:
            yield models


@asynccontextmanager
async def _remote_models(settings: Settings) -> AsyncIterator[LanguageModels]:
    from tutor.adapters.llm.address import destination_of
    from tutor.adapters.llm.chat import OpenAiChat
    from tutor.adapters.llm.resting import RestingChat

    llm = settings.llm
    async with OpenAiChat(
        llm.base_url,
        llm.model,
        language_model_key(settings),
        timeout_seconds=llm.timeout_seconds,
    ) as chat:
        resting = RestingChat(chat)
        yield LanguageModels(resting, resting, destination_of(llm.base_url))


@asynccontextmanager
async def _embedded_models(settings: Settings) -> AsyncIterator[LanguageModels]:
    from tutor.adapters.llm.chat import OpenAiChat
    from tutor.adapters.llm.embedded import EmbeddedServer
    from tutor.adapters.llm.one_at_a_time import OneAtATime

    model_name = chosen_models(settings).language_model
    path = model_store(settings).paths(model_name)[0]
    patience_seconds = max(settings.llm.timeout_seconds, _EMBEDDED_PATIENCE_SECONDS)
    async with (
        EmbeddedServer(
            path, threads=settings.llm.threads, prompt_folder=settings.cache_dir / "prompts"
        ) as server,
        AsyncExitStack() as open_chats,
    ):
        corrector, partner = [
            await open_chats.enter_async_context(
                OpenAiChat(
                    server.base_url,
                    model_name,
                    server.api_key,
                    timeout_seconds=patience_seconds,
                    extra_body={"id_slot": slot, "cache_prompt": True},
                    socket_path=server.socket_path,
                )
            )
            for slot in (_CORRECTOR_SLOT, _PARTNER_SLOT)
        ]
        lane = asyncio.Lock()
        yield LanguageModels(
            OneAtATime(corrector, lane), OneAtATime(partner, lane), "this machine", server
        )


async def read_ahead(models: LanguageModels, lesson: Lesson) -> None:
    """Have what the partner's every request begins with read before the first.

    Somebody else's server is not asked to. Raises LanguageModelError.
    """
    if models.embedded is None:
        return
    from tutor.adapters.llm.partner import partner_messages

    begun = Conversation(lesson)
    job = partial(conversation_partner(models).get_ready, begun)
    await models.embedded.have_read(_PARTNER_SLOT, repr(partner_messages(begun, "")), job)


def number_spellers() -> Mapping[Language, NumberSpeller]:
    """The number words of each language."""
    from tutor.adapters.tts.spelled import Num2WordsSpeller

    return {language: Num2WordsSpeller(language) for language in Language}


def conversation_partner(models: LanguageModels, steering: "Steering | None" = None) -> Partner:
    """The conversation partner that the language model plays; ``steering`` not as usual."""
    from tutor.adapters.llm.partner import STEERING, LanguageModelPartner

    return LanguageModelPartner(
        models.partner_chat,
        reads_ahead=models.embedded is not None,
        steering=steering or STEERING,
    )


def translator(models: LanguageModels) -> Translator:
    """The language model as a translator; it corrects nothing meanwhile."""
    from tutor.adapters.llm.translating import LanguageModelTranslator

    return LanguageModelTranslator(models.corrector_chat)


def style_critic(models: LanguageModels) -> StyleCritic:
    """The language model's opinion on style; it corrects nothing meanwhile."""
    from tutor.adapters.corrector.lexicon import WordfreqLexicon
    from tutor.adapters.llm.style_comments import LanguageModelStyleCritic

    return LanguageModelStyleCritic(models.corrector_chat, WordfreqLexicon())
