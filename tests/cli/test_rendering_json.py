from dataclasses import replace

from tests.records import a_turn
from tutor.cli.rendering_json import event_row
from tutor.domain.voice_command import VoiceCommand
from tutor.session.events import TurnFinished, Wished


def test_a_turn_names_all_its_cards_and_each_correction_its_own():
    row = event_row(TurnFinished(a_turn(1, "mistake", "word", "say-it")))
    assert row["cards"] == ["mistake", "word", "say-it"]
    corrections = row["corrections"]
    assert isinstance(corrections, list)
    assert [edit["card_id"] for edit in corrections] == ["mistake"]


def test_a_turn_without_a_correction_may_have_cards():
    turn = a_turn(1, "word")
    turn = replace(turn, correction=replace(turn.correction, edits=()))
    row = event_row(TurnFinished(turn))
    assert (row["corrections"], row["cards"]) == ([], ["word"])


def test_a_command_is_an_event_with_its_topic():
    row = event_row(Wished(VoiceCommand.HOW_TO_SAY, "apple"))
    assert row == {"event": "command", "command": "how_to_say", "topic": "apple"}
    assert event_row(Wished(VoiceCommand.SLOWER))["topic"] == ""
