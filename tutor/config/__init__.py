"""Settings: frozen, with the origin of every value.

Defaults, then the file ``config.toml`` in the data folder, then the environment
(``TUTOR_LLM_BASE_URL`` is ``llm.base_url``), then flags; the later wins. The key of a language
server has a place of its own, the keyring.
"""

from tutor.config.api_key import language_model_key, store_language_model_key
from tutor.config.loading import (
    Origin,
    environment_name,
    known_name,
    load_settings,
    origins,
)
from tutor.config.settings import Settings, setting_values
from tutor.config.writing import write_setting

__all__ = [
    "Origin",
    "Settings",
    "environment_name",
    "known_name",
    "language_model_key",
    "load_settings",
    "origins",
    "setting_values",
    "store_language_model_key",
    "write_setting",
]
