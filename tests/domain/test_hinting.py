import pytest

from tests.fakes import a_lesson
from tutor.domain.conversation import Conversation, Exchange
from tutor.domain.hinting import hint

START = Conversation(a_lesson())


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("¿Cómo te llamas?", "Me llamo…"),
        ("¿Te gusta cocinar?", "Me gusta…"),
        ("¿Te gustan los perros?", "Me gustan…"),
        ("¿De dónde eres?", "Soy de…"),
        ("¿Por qué te mudaste?", "Porque…"),
    ],
)
def test_a_question_tells_how_to_begin(question, beginning):
    talk = START.with_exchange(Exchange("Sí.", question))
    assert f"«{beginning}»" in hint(talk)


def test_words_that_were_not_said_yet_come_first():
    talk = START.with_exchange(Exchange("Tengo el gato.", "¿Cómo se llama?"))
    assert hint(talk).index("«la mascota»") < hint(talk).index("«el gato»")


def test_another_hint_begins_with_other_words():
    assert hint(START, 1) != hint(START) or len(a_lesson().target_words) < 4
