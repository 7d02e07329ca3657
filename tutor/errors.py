"""Every error raised on purpose.

    TutorError
    ├── SettingsError               a setting is malformed or unknown
    ├── ModelError
    │   ├── ModelMissingError       a model or voice is not on this machine
    │   ├── ModelDamagedError       a file's size or hash is not the catalogue's
    │   └── FetchError              every source failed, or there is no room
    ├── AudioError
    │   ├── AudioLibraryError       PortAudio is not installed
    │   ├── AudioDeviceError        no such device, unplugged, or not permitted
    │   └── AudioFileError          not audio, empty, or unreadable
    ├── TranscriptionError          the speech model failed on an utterance
    ├── SynthesisError              the voice failed on a sentence
    ├── LanguageModelError
    │   ├── LanguageModelUnreachableError  refused, timed out, or broke off
    │   ├── LanguageModelRefusedError      401, 403, 404: a setting is wrong
    │   ├── LanguageModelBusyError         429 or 5xx: try again later
    │   └── LanguageModelAnswerError       the answer cannot be used
    ├── LessonError                 a lesson is unknown or fails its schema
    ├── DeckFileError               an exported deck cannot be read or written
    └── StoreError
        ├── StoreUnwritableError    read-only, full, or not permitted
        ├── StoreDamagedError       the database fails its integrity check
        └── NotStoredError          nothing is stored under that id

The message of each is one sentence for the learner that names the next step.
"""

__all__ = [
    "AudioDeviceError",
    "AudioError",
    "AudioFileError",
    "AudioLibraryError",
    "DeckFileError",
    "FetchError",
    "LanguageModelAnswerError",
    "LanguageModelBusyError",
    "LanguageModelError",
    "LanguageModelRefusedError",
    "LanguageModelUnreachableError",
    "LessonError",
    "ModelDamagedError",
    "ModelError",
    "ModelMissingError",
    "NotStoredError",
    "SettingsError",
    "StoreDamagedError",
    "StoreError",
    "StoreUnwritableError",
    "SynthesisError",
    "TranscriptionError",
    "TutorError",
]


class TutorError(Exception):
    """Something the learner can act on; its text says how."""


class SettingsError(TutorError):
    """A setting is malformed or unknown."""


class ModelError(TutorError):
    """A model or voice cannot be used."""


class ModelMissingError(ModelError):
    """A model or voice is not on this machine."""


class ModelDamagedError(ModelError):
    """A file's size or hash is not the catalogue's."""


class FetchError(ModelError):
    """No source delivered, or there is no room for the files."""


class AudioError(TutorError):
    """Sound cannot be read, recorded or played."""


class AudioLibraryError(AudioError):
    """PortAudio is not installed."""


class AudioDeviceError(AudioError):
    """A device is absent, was unplugged, or is not permitted."""


class AudioFileError(AudioError):
    """A file is not audio, is empty, or cannot be read."""


class TranscriptionError(TutorError):
    """The speech model failed on an utterance."""


class SynthesisError(TutorError):
    """The voice failed on a sentence."""


class LanguageModelError(TutorError):
    """The language model gave nothing usable."""


class LanguageModelUnreachableError(LanguageModelError):
    """The server refused the connection, timed out, or broke off."""


class LanguageModelRefusedError(LanguageModelError):
    """The server rejects the key, the model's name or the request."""


class LanguageModelBusyError(LanguageModelError):
    """The server is overloaded or broken; a later attempt may succeed."""


class LanguageModelAnswerError(LanguageModelError):
    """The server answered with something that cannot be used."""


class LessonError(TutorError):
    """A lesson is unknown or fails its schema."""


class DeckFileError(TutorError):
    """An exported deck is unreadable, not ours or of a newer version, or cannot be written."""


class StoreError(TutorError):
    """The learner's records cannot be read or written."""


class StoreUnwritableError(StoreError):
    """The data folder is read-only, full, or not permitted."""


class StoreDamagedError(StoreError):
    """The database fails its integrity check."""


class NotStoredError(StoreError):
    """Nothing is stored under that id."""
