"""What the bench of voice commands speaks and counts."""

import pytest
from voice_commands import Outcome, Spoken, commands_table, fired, holds, spoken_commands

from tutor.domain.language import Language
from tutor.domain.voice_command import IN_PRACTICE, VoiceCommand, recognised

PLAIN = Spoken(VoiceCommand.REPEAT, Language.SPANISH, 0, "Repite.")
VARIANT = Spoken(VoiceCommand.REPEAT, Language.SPANISH, 1, "Otra vez.")


@pytest.mark.parametrize("spoken", spoken_commands(), ids=lambda spoken: spoken.text)
def test_what_is_spoken_is_the_command_where_every_word_is_heard(spoken):
    wish = recognised(spoken.text, IN_PRACTICE)
    assert wish is not None
    assert wish.command is spoken.command


def test_every_command_of_a_talk_is_spoken_in_both_languages_the_plain_forms_first():
    spoken = spoken_commands()
    plain = [one for one in spoken if one.is_plain]
    assert spoken[: len(plain)] == plain
    assert len(plain) == 2 * len(IN_PRACTICE)
    assert {one.command for one in plain} == IN_PRACTICE


def test_the_promise_is_about_plain_forms_and_learners_sentences():
    right, wrong = Outcome(PLAIN, "v", "Repite"), Outcome(PLAIN, "v", "Repto")
    assert holds([right, Outcome(VARIANT, "v", "Hora vez")], [])
    assert not holds([right, wrong], [])
    assert not holds([right], fired(["Adiós.", "Vivo en Lima."]))


def test_a_command_that_was_heard_as_another_does_not_count():
    *_, total = commands_table([Outcome(PLAIN, "v", "Repite"), Outcome(PLAIN, "v", "Adiós")])
    assert total.split() == ["all", "1/2", "0/0", "0/0", "0/0"]
