"""The composition root: nothing else names adapters.

Every function imports what it wires when it is called, so that starting up costs nothing.
"""

from tutor.app.correcting import (
    corrector,
    language_model_corrector,
    lexicon,
    tagging_corrector,
)
from tutor.app.language import (
    LanguageModels,
    conversation_partner,
    language_models,
    number_spellers,
    read_ahead,
    style_critic,
)
from tutor.app.lesson_making import make_lesson, own_lesson_file
from tutor.app.lessons import (
    LessonFile,
    WordsFile,
    check_lesson_files,
    check_words_files,
    is_words_file,
    language_judge,
    lesson_files,
    lesson_shelf,
    vocabulary,
    words_files,
)
from tutor.app.models import chosen_models, model_store, synthesizer_for, transcriber, voices
from tutor.app.records import (
    Records,
    back_up_records,
    forget,
    open_records,
    record_backups,
    restore_records,
    verify_records,
)
from tutor.app.sound import (
    audio_reader,
    hands_free_listener,
    microphone,
    player,
    push_to_talk_listener,
    recorded_listener,
    sound_system,
    typed_listener,
    voice_detector,
    wav_bytes,
)

__all__ = [
    "LanguageModels",
    "LessonFile",
    "Records",
    "WordsFile",
    "audio_reader",
    "back_up_records",
    "check_lesson_files",
    "check_words_files",
    "chosen_models",
    "conversation_partner",
    "corrector",
    "forget",
    "hands_free_listener",
    "is_words_file",
    "language_judge",
    "language_model_corrector",
    "language_models",
    "lesson_files",
    "lesson_shelf",
    "lexicon",
    "make_lesson",
    "microphone",
    "model_store",
    "number_spellers",
    "open_records",
    "own_lesson_file",
    "player",
    "push_to_talk_listener",
    "read_ahead",
    "record_backups",
    "recorded_listener",
    "restore_records",
    "sound_system",
    "style_critic",
    "synthesizer_for",
    "tagging_corrector",
    "transcriber",
    "typed_listener",
    "verify_records",
    "vocabulary",
    "voice_detector",
    "voices",
    "wav_bytes",
    "words_files",
]
