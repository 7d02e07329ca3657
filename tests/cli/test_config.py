"""``tutor config``, and the order in which settings are found."""

import json
import stat
import sys
from pathlib import Path

import keyring
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keyring.backend import KeyringBackend

from tutor.config import Origin, language_model_key, load_settings, origins, write_setting
from tutor.errors import SettingsError


class MemoryKeyring(KeyringBackend):
    """A keyring that forgets everything at the end."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture
def use_keyring():
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


@pytest.fixture
def config_file(data_dir):
    data_dir.mkdir()
    return data_dir / "config.toml"


def rows(result):
    return {row["name"]: row for row in map(json.loads, result.stdout.splitlines())}


def test_flags_win_over_the_environment_over_the_file_over_defaults(config_file, monkeypatch):
    config_file.write_text("[turn]\npatience_seconds = 2\nmax_utterance_seconds = 20\n")
    monkeypatch.setenv("TUTOR_TURN_PATIENCE_SECONDS", "3")
    assert load_settings({}).turn.patience_seconds == 3
    assert load_settings({"turn.patience_seconds": 4}).turn.patience_seconds == 4
    found = origins({"audio.input": "2"})
    assert found["turn.patience_seconds"] is Origin.ENVIRONMENT
    assert found["turn.max_utterance_seconds"] is Origin.FILE
    assert found["audio.input"] is Origin.FLAG
    assert found["audio.output"] is Origin.DEFAULT


def test_a_variable_of_several_words_reaches_its_group(monkeypatch):
    monkeypatch.setenv("TUTOR_LLM_BASE_URL", "http://localhost:11434/v1")
    assert load_settings({}).llm.base_url == "http://localhost:11434/v1"


def test_an_empty_variable_counts_as_unset(monkeypatch):
    monkeypatch.setenv("TUTOR_CACHE_DIR", "")
    assert load_settings({}).cache_dir.name == "voice-tutor"


def test_a_tilde_in_a_folder_is_the_home(monkeypatch):
    monkeypatch.setenv("TUTOR_CACHE_DIR", "~/models")
    assert "~" not in str(load_settings({}).cache_dir)


def test_the_file_is_read_from_the_data_folder_that_the_flag_names(tmp_path):
    (tmp_path / "config.toml").write_text('[llm]\nmodel = "qwen3"\n')
    assert load_settings({"data_dir": tmp_path}).llm.model == "qwen3"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[turn\n", "line 1"),
        ("[llm]\nmodle = 'x'\n", "Did you mean 'llm.model'?"),
        ("llm = 3\n", "'llm' is a group"),
        ("[turn]\npatience_seconds = -1\n", "tutor config set turn.patience_seconds VALUE"),
        ("[turn]\npatience_seconds = 'soon'\n", "tutor config set turn.patience_seconds VALUE"),
        ("data_dir = '/elsewhere'\n", "TUTOR_DATA_DIR"),
        ("[llm]\napi_key = 'clear'\n", "tutor config set llm.api_key KEY"),
    ],
)
def test_a_mistake_in_the_file_is_one_sentence_naming_file_and_next_step(
    config_file, invoke, text, named
):
    config_file.write_text(text)
    result = invoke("config", "list")
    assert result.exit_code == 1
    assert str(config_file) in result.stderr
    assert named in result.stderr
    assert "clear" not in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("variable", "value"),
    [("TUTOR_TURN_PATIENCE_SECONDS", "soon"), ("TUTOR_LLM_MODLE", "x"), ("TUTOR_LLM", "{")],
)
def test_a_mistake_in_the_environment_names_the_variable(invoke, variable, value):
    result = invoke("config", "list", env={variable: value})
    assert result.exit_code == 1
    assert variable in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_unknown_name_is_answered_with_the_nearest(invoke):
    result = invoke("config", "get", "llm.base")
    assert result.exit_code == 1
    assert "llm.base_url" in result.stderr


def test_setting_a_value_keeps_comments_and_order(config_file, invoke):
    config_file.write_text(
        '# mine\n[llm]  # the server\nmodel = "a"  # small\ntimeout_seconds = 9\n'
    )
    assert invoke("config", "set", "llm.model", "b").exit_code == 0
    assert config_file.read_text() == (
        '# mine\n[llm]  # the server\nmodel = "b"  # small\ntimeout_seconds = 9\n'
    )


def test_a_value_set_is_a_value_got(invoke, data_dir):
    assert invoke("config", "set", "turn.patience_seconds", "1.5").exit_code == 0
    assert invoke("config", "get", "turn.patience_seconds").stdout == "1.5\n"
    row = json.loads(invoke("config", "get", "turn.patience_seconds", "--json").stdout)
    assert row == {"name": "turn.patience_seconds", "value": 1.5, "origin": "file"}
    assert [path.name for path in data_dir.iterdir()] == ["config.toml"]


def test_a_refused_value_leaves_the_file_as_it_was(config_file, invoke):
    config_file.write_text("[turn]\npatience_seconds = 2\n")
    assert invoke("config", "set", "turn.patience_seconds", "long").exit_code == 1
    assert config_file.read_text() == "[turn]\npatience_seconds = 2\n"


def test_a_file_with_two_mistakes_is_mended_one_by_one(config_file, invoke):
    config_file.write_text("[turn]\npatience_seconds = -1\nmax_utterance_seconds = 0\n")
    assert invoke("config", "set", "turn.patience_seconds", "1").exit_code == 0
    assert invoke("config", "set", "turn.max_utterance_seconds", "30").exit_code == 0
    assert invoke("config", "list").exit_code == 0


def test_a_file_that_is_not_toml_is_not_overwritten(config_file, invoke):
    config_file.write_text("[turn\n")
    result = invoke("config", "set", "turn.patience_seconds", "1")
    assert result.exit_code == 1
    assert str(config_file) in result.stderr
    assert config_file.read_text() == "[turn\n"


def test_a_data_folder_that_is_a_file_is_explained(tmp_path, invoke):
    (tmp_path / "taken").write_text("")
    result = invoke("config", "set", "llm.model", "x", "--data-dir", tmp_path / "taken")
    assert result.exit_code == 1
    assert "--data-dir" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_the_file_and_its_new_folder_are_the_learners_alone(invoke, data_dir):
    invoke("config", "set", "llm.model", "x")
    assert stat.S_IMODE(data_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE((data_dir / "config.toml").stat().st_mode) == 0o600


def test_setting_what_a_variable_overrules_says_so(invoke):
    result = invoke("config", "set", "llm.model", "x", env={"TUTOR_LLM_MODEL": "y"})
    assert result.exit_code == 0
    assert "TUTOR_LLM_MODEL" in result.stderr


def test_every_setting_is_listed_with_its_origin(invoke, data_dir):
    listed = rows(invoke("config", "list", "--json", "--data-dir", data_dir))
    assert listed["data_dir"] == {"name": "data_dir", "value": str(data_dir), "origin": "flag"}
    assert listed["cache_dir"]["origin"] == "environment"
    assert listed["llm.timeout_seconds"]["origin"] == "default"


def test_a_list_for_people_has_a_line_for_each_setting(invoke):
    lines = invoke("config", "list").stdout.splitlines()
    assert len(lines) == len(rows(invoke("config", "list", "--json")))
    assert any(line.split() == ["turn.patience_seconds", "0.0", "default"] for line in lines)


def test_a_key_goes_to_the_keyring_and_is_never_shown(invoke, use_keyring, data_dir):
    use_keyring(MemoryKeyring())
    stored = invoke("config", "set", "llm.api_key", "sk-secret", "--json")
    listed = invoke("config", "list", "--json")
    assert "sk-secret" not in stored.output + listed.output
    assert rows(listed)["llm.api_key"] == {
        "name": "llm.api_key",
        "value": "********",
        "origin": "keyring",
    }
    assert not (data_dir / "config.toml").exists()


def test_a_key_in_the_environment_wins_over_the_keyrings(invoke, use_keyring, monkeypatch):
    use_keyring(MemoryKeyring())
    invoke("config", "set", "llm.api_key", "sk-kept")
    assert language_model_key(load_settings({})) == "sk-kept"
    monkeypatch.setenv("TUTOR_LLM_API_KEY", "sk-variable")
    assert language_model_key(load_settings({})) == "sk-variable"


def test_without_a_keyring_there_is_simply_no_key():
    assert language_model_key(load_settings({})) == ""


def test_an_empty_key_is_forgotten(invoke, use_keyring):
    use_keyring(MemoryKeyring())
    invoke("config", "set", "llm.api_key", "sk-secret")
    assert invoke("config", "set", "llm.api_key", "").exit_code == 0
    assert rows(invoke("config", "list", "--json"))["llm.api_key"]["value"] == ""


def test_without_a_keyring_the_variable_is_named(invoke):
    result = invoke("config", "set", "llm.api_key", "sk-secret")
    assert result.exit_code == 1
    assert "TUTOR_LLM_API_KEY" in result.stderr
    assert "sk-secret" not in result.output


def test_a_key_in_the_environment_is_hidden_too(invoke):
    result = invoke("config", "list", "--json", env={"TUTOR_LLM_API_KEY": "sk-secret"})
    assert "sk-secret" not in result.output
    assert rows(result)["llm.api_key"]["origin"] == "environment"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(value=st.text(st.characters(codec="utf-8")))
def test_any_text_survives_the_file(data_dir, value):
    write_setting("llm.model", value, {"data_dir": data_dir})
    assert load_settings({"data_dir": data_dir}).llm.model == value


def test_settings_cannot_be_changed_in_place():
    with pytest.raises(ValueError, match="frozen"):
        load_settings({}).cache_dir = Path("x")


def test_an_unknown_flag_is_an_error():
    with pytest.raises(SettingsError, match=r"llm\.modle"):
        load_settings({"llm.modle": "x"})


@pytest.mark.parametrize(
    ("typed", "minutes"), [("1, 10", (1.0, 10.0)), ("[2]", (2.0,)), ("3 7.5", (3.0, 7.5)), ("", ())]
)
def test_steps_are_typed_with_commas_or_spaces(data_dir, typed, minutes):
    write_setting("review.learning_minutes", typed, {"data_dir": data_dir})
    assert load_settings({"data_dir": data_dir}).review.learning_minutes == minutes


@pytest.mark.parametrize(
    ("name", "value"),
    [("learning_minutes", "0"), ("learning_minutes", "x"), ("time_zone", "Europe/Nowhere")],
)
def test_an_unusable_review_setting_names_itself(data_dir, name, value):
    with pytest.raises(SettingsError, match=f"review.{name} an unusable value"):
        write_setting(f"review.{name}", value, {"data_dir": data_dir})
