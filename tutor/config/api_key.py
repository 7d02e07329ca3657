"""The key of a language server: in the environment or the keyring, never in a file of ours."""

from tutor.config.settings import Settings
from tutor.errors import SettingsError

__all__ = ["language_model_key", "store_language_model_key"]

_SERVICE = "voice-tutor"
_NAME = "llm.api_key"


def language_model_key(settings: Settings) -> str:
    """The key in the settings, else the keyring's; empty where there is none."""
    return settings.llm.api_key.get_secret_value() or _from_keyring()


def store_language_model_key(key: str) -> None:
    """Keep the key in the keyring; an empty one forgets it. Raises SettingsError."""
    import keyring

    try:
        if key:
            keyring.set_password(_SERVICE, _NAME, key)
        elif _from_keyring():
            keyring.delete_password(_SERVICE, _NAME)
    except Exception as error:  # a backend raises whatever its platform does
        raise _no_keyring() from error
    if _from_keyring() != key:
        raise _no_keyring()


def _from_keyring() -> str:
    import keyring

    try:
        return keyring.get_password(_SERVICE, _NAME) or ""
    except Exception:  # noqa: BLE001  # a backend raises whatever its platform does
        return ""


def _no_keyring() -> SettingsError:
    return SettingsError(
        "This computer has no keyring that keeps the key. "
        "Put it into the environment variable TUTOR_LLM_API_KEY instead"
    )
