"""What says what was wrong, and the dictionary it looks words up in."""

from functools import partial
from typing import TYPE_CHECKING

from tutor.app.language import LanguageModels
from tutor.config import Settings
from tutor.domain.strictness import Strictness
from tutor.ports import Corrector, Lexicon

if TYPE_CHECKING:
    from tutor.adapters.corrector.tagging import TaggingCorrector

__all__ = ["corrector", "language_model_corrector", "lexicon", "tagging_corrector"]


def corrector(settings: Settings, strictness: Strictness | None = None) -> Corrector:
    """The tutor's own corrector; ``strictness`` instead of the configured one."""
    return tagging_corrector(strictness or settings.corrections.strictness)


def tagging_corrector(strictness: Strictness) -> "TaggingCorrector":
    """The same with all that a bench asks of it."""
    from tutor.adapters.corrector.lexicon import WordfreqLexicon
    from tutor.adapters.corrector.tagging import TaggingCorrector, load_trained
    from tutor.adapters.corrector.trained import FOLDER

    words = WordfreqLexicon()
    return TaggingCorrector(partial(load_trained, FOLDER, words.frequencies), words, strictness)


def language_model_corrector(models: LanguageModels) -> Corrector:
    """The language model's opinion of what was wrong, as far as the rules let it pass."""
    from tutor.adapters.corrector.language_model import LanguageModelCorrector

    return LanguageModelCorrector(models.corrector_chat, lexicon())


def lexicon() -> Lexicon:
    """The dictionary of Spanish word forms."""
    from tutor.adapters.corrector.lexicon import WordfreqLexicon

    return WordfreqLexicon()
