"""The ways to practise as commands, typed and without any model, and what they refuse."""

import json

import pytest

from tests.cli.decks import rows
from tests.cli.typed_lines import typed
from tutor.domain.podcast import Side


@pytest.fixture
def type_to(invoke):
    """``type_to("story", "en Lima", wishes=(...))`` types these lines where nobody is heard."""

    def run(command, *lines, wishes=()):
        with typed(*lines):
            return invoke(command, "--text", "--mute", "--json", *wishes)

    return run


def of(result, kind):
    return [row for row in rows(result) if row["event"] == kind]


def test_a_story_is_told_and_asked_about_and_its_answers_become_cards(type_to, invoke):
    wishes = ("--about", "mi hermana Ana en Lima", "--level", "A1", "--seed", "0")
    result = type_to("story", "Ana vive en Lima", "yo soy muy cansado hoy", "adiós", wishes=wishes)
    assert result.exit_code == 0, result.output
    told = [row["text"] for row in of(result, "speaking")]
    assert "Ana vive en Lima." in told
    assert [row["right"] for row in of(result, "story_answer")] == [True, False]
    (ended,) = of(result, "story_ended")
    assert (ended["questions"], ended["right"]) == (2, 1)
    cards = [json.loads(line) for line in invoke("deck", "list", "--json").stdout.splitlines()]
    assert len(cards) == ended["cards"]


def test_a_placement_is_kept_as_a_setting_only_where_that_is_wanted(type_to, invoke):
    refused = type_to("placement", *["no sé"] * 6)
    assert of(refused, "placement_ended")[0]["level"] == "A1"
    assert "tutor config set learner.level A1" in refused.stderr
    assert invoke("config", "get", "learner.level").stdout.strip() == "A2"
    kept = type_to("placement", *["no sé"] * 6, wishes=("--yes",))
    assert of(kept, "level_kept") == [{"event": "level_kept", "level": "A1"}]
    assert invoke("config", "get", "learner.level").stdout.strip() == "A1"


def test_a_placement_left_early_has_no_level_to_keep(type_to):
    result = type_to("placement", "no sé", wishes=("--yes",))
    assert of(result, "placement_ended")[0]["complete"] is False
    assert not of(result, "level_kept")


def test_the_english_half_of_an_exchange_needs_no_model(type_to):
    result = type_to("exchange", "I do not know", "next", "next", wishes=("--minutes", "0+5"))
    assert result.exit_code == 0, result.output
    assert of(result, "exchange_started")
    assert of(result, "exchange_ended")[0]["mistakes"] >= 1


def test_the_spanish_half_of_an_exchange_is_a_practice_and_needs_no_language_model(type_to):
    result = type_to("exchange", "Hola, estoy bien.", wishes=("--minutes", "5+0"))
    assert result.exit_code == 0, result.output
    assert len(of(result, "turn")) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("exchange", "--minutes", "thirty"),
        ("exchange", "--minutes", "0+0"),
        ("story", "--level", "C2"),
        ("podcast",),
        ("podcast", "a1-cafe", "--mistakes"),
        ("podcast", "a1-cafe", "--out", "x.wav"),
        ("podcast", "a1-cafe", "--voice", "ef_dora"),
        ("shadow", "a1-cafe", "--text-file", "x.txt"),
    ],
)
def test_what_contradicts_itself_is_wrong_usage(invoke, arguments):
    assert invoke(*arguments).exit_code == 2


def test_a_text_that_is_not_there_is_refused_in_one_sentence(invoke, data_dir):
    result = invoke("shadow", "--text-file", "nowhere.txt", "--mute", "--audio", "a.wav", "--yes")
    assert result.exit_code == 1
    assert "nowhere.txt" in result.stderr or "fetch" in result.stderr


def test_a_level_that_was_kept_is_that_of_the_next_story(type_to, invoke):
    invoke("config", "set", "learner.level", "B1")
    assert of(type_to("story", "adiós"), "story_started")[0]["level"] == "B1"


def test_every_side_of_a_podcast_has_a_voice(data_dir):
    from tutor.app.podcast import podcast_voices, spoken_name
    from tutor.config import Settings

    voices = podcast_voices(Settings(cache_dir=data_dir / "none"), ["em_alex", "em_santa"])
    assert voices == {Side.FIRST: "em_alex", Side.SECOND: "em_santa"}
    assert [spoken_name(name) for name in ("ef_dora", "es_MX-claude-high")] == ["Dora", "Claude"]
