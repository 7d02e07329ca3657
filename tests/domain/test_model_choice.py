from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.language import Language
from tutor.domain.model import Model, ModelFile, ModelKind
from tutor.domain.model_choice import ROOMY_MEMORY_BYTES, ModelWishes, choose_models

SPEECH = "faster-whisper-base"
MIRRORED = "Qwen2.5-Coder-1.5B-Instruct"
SMALL = "Qwen2.5-1.5B-Instruct"
LARGE = "Qwen3-4B-Instruct-2507"


def entry(name, kind, *languages, hub_only=False):
    files = (ModelFile(f"{name}.bin", "0" * 64, 10),)
    return Model(name, kind, "engine", tuple(languages), "MIT", files, hub_only=hub_only)


CATALOGUE = (
    entry(SPEECH, ModelKind.SPEECH, Language.SPANISH, Language.ENGLISH),
    entry(LARGE, ModelKind.LANGUAGE, Language.SPANISH, Language.ENGLISH, hub_only=True),
    entry(SMALL, ModelKind.LANGUAGE, Language.SPANISH, Language.ENGLISH, hub_only=True),
    entry(MIRRORED, ModelKind.LANGUAGE, Language.SPANISH, Language.ENGLISH),
    entry("es_MX-claude-high", ModelKind.VOICE, Language.SPANISH, hub_only=True),
    entry("es_ES-davefx-medium", ModelKind.VOICE, Language.SPANISH, hub_only=True),
    entry("ef_dora", ModelKind.VOICE, Language.SPANISH),
    entry("en_US-joe-medium", ModelKind.VOICE, Language.ENGLISH),
    entry("af_heart", ModelKind.VOICE, Language.ENGLISH),
)
NAMES = [model.name for model in CATALOGUE]
WISHES = ModelWishes(speech=SPEECH)


def choose(on_disk=(), wishes=WISHES, *, hub=False, memory=ROOMY_MEMORY_BYTES):
    return choose_models(CATALOGUE, on_disk, wishes, hub_reachable=hub, memory_bytes=memory)


def test_a_roomy_machine_with_the_hub_gets_the_large_model_and_piper():
    choice = choose(hub=True)
    assert choice.speech == SPEECH
    assert choice.language_model == LARGE
    assert choice.spanish_voice == "es_MX-claude-high"
    assert choice.english_voice == "en_US-joe-medium"


def test_a_small_machine_with_the_hub_gets_the_small_model():
    assert choose(hub=True, memory=ROOMY_MEMORY_BYTES - 1).language_model == SMALL


def test_without_the_hub_spanish_is_spoken_by_kokoro_and_the_model_is_the_mirrored_one():
    choice = choose(hub=False)
    assert choice.language_model == MIRRORED
    assert choice.spanish_voice == "ef_dora"
    assert choice.english_voice == "en_US-joe-medium"


def test_what_is_on_disk_wins_over_a_download():
    choice = choose(["ef_dora", "af_heart", MIRRORED], hub=True)
    assert choice.spanish_voice == "ef_dora"
    assert choice.english_voice == "af_heart"
    assert choice.language_model == MIRRORED
    assert choice.missing == (SPEECH,)


def test_any_voice_of_the_language_on_disk_wins_over_a_download():
    assert choose(["es_ES-davefx-medium"], hub=True).spanish_voice == "es_ES-davefx-medium"


def test_of_two_voices_on_disk_the_preferred_one_speaks():
    choice = choose(["ef_dora", "es_ES-davefx-medium", "es_MX-claude-high"])
    assert choice.spanish_voice == "es_MX-claude-high"


def test_a_large_model_on_disk_is_not_used_where_memory_is_short():
    assert choose([LARGE], memory=4 * 2**30).language_model == MIRRORED


def test_a_server_leaves_no_language_model_to_fetch():
    choice = choose(wishes=ModelWishes(speech=SPEECH, language_model="gpt", has_server=True))
    assert choice.language_model == ""
    assert "" not in choice.names
    assert "gpt" not in choice.missing


def test_one_voice_for_both_languages_is_named_once():
    wishes = ModelWishes(SPEECH, MIRRORED, "af_heart", "af_heart")
    assert choose(wishes=wishes).names == (SPEECH, MIRRORED, "af_heart")


worlds = {
    "on_disk": st.sets(st.sampled_from(NAMES)),
    "hub": st.booleans(),
    "memory": st.integers(0, 2 * ROOMY_MEMORY_BYTES),
}


@given(**worlds, wished=st.sampled_from(NAMES))
def test_a_configured_name_always_wins(on_disk, hub, memory, wished):
    wishes = ModelWishes(wished, wished, wished, wished)
    assert choose(on_disk, wishes, hub=hub, memory=memory).names == (wished,)


@given(**worlds)
def test_missing_is_exactly_what_is_chosen_and_not_there(on_disk, hub, memory):
    choice = choose(on_disk, hub=hub, memory=memory)
    assert set(choice.missing) == set(choice.names) - on_disk


@given(**worlds)
def test_where_nothing_is_missing_the_hub_makes_no_difference(on_disk, hub, memory):
    offline = choose(on_disk, hub=False, memory=memory)
    if not offline.missing:
        assert choose(on_disk, hub=hub, memory=memory) == offline


@given(**worlds)
def test_without_the_hub_nothing_is_asked_for_that_only_the_hub_has(on_disk, hub, memory):
    hub_only = {model.name for model in CATALOGUE if model.hub_only}
    if not hub:
        assert not hub_only & set(choose(on_disk, memory=memory).missing)


@given(**worlds)
def test_every_voice_speaks_its_language(on_disk, hub, memory):
    languages = {model.name: model.languages for model in CATALOGUE}
    choice = choose(on_disk, hub=hub, memory=memory)
    assert Language.SPANISH in languages[choice.spanish_voice]
    assert Language.ENGLISH in languages[choice.english_voice]
