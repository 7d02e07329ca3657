"""Words with their times, also where an utterance is heard in two parts."""

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import tone
from tutor.domain.audio import Utterance
from tutor.domain.language import Language
from tutor.domain.transcript import Segment, Transcript, Word


def heard(*words: str, language: Language = Language.SPANISH) -> Transcript:
    timed = tuple(Word(word, at, at + 0.5, 0.9) for at, word in enumerate(words))
    return Transcript((Segment(timed),), language)


@given(st.lists(st.sampled_from(["voy", "al", "cine"]), min_size=1), st.floats(0, 60))
def test_what_follows_comes_later_and_changes_no_word(words: list[str], offset: float) -> None:
    whole = heard("mañana").followed_by(heard(*words, language=Language.ENGLISH), offset)
    assert whole.text == " ".join(["mañana", *words])
    assert whole.language is Language.SPANISH
    for number, word in enumerate(whole.words[1:]):
        assert word.start_seconds == number + offset
        assert abs(word.duration_seconds - 0.5) < 1e-9


def test_what_comes_behind_a_moment_holds_no_more_speech_than_sound() -> None:
    rest = Utterance(tone(3.0), speech_seconds=2.8, endpoint_seconds=0.6).after(2.0)
    assert rest.audio.duration_seconds == 1.0
    assert rest.speech_seconds == 1.0
    assert rest.endpoint_seconds == 0.6
