import ast
import inspect
import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import a_lesson
from tutor.domain.boundaries import boundary_in
from tutor.domain.care import STILL_HERE, Concern, concern_in, honest_lines, kind_lines
from tutor.domain.conversation import Conversation, Exchange
from tutor.domain.intervention import answer_before_the_model
from tutor.domain.language import Language

TALK = Conversation(a_lesson(), (Exchange("Sí.", "¿Qué come?"),))

DISTRESS = """
Quiero morir.
No puedo más, no quiero vivir.
I want to kill myself.
Estoy muy deprimida y no tengo a nadie.
Me quiero morir.
yo quiero muerto
No quiero vivir más.
Pienso en suicidarme.
I don't want to live anymore.
My life is not worth living.
Mi vida no tiene sentido.
quiero matar me
I feel so hopeless.
I am thinking about suicide.
Mi marido me pega.
Estoy muy deprimido.
Me siento muy sola, no tengo a nadie y lloro.
I want to die.
Ojalá estuviera muerta.
Quiero hacerme daño.
Quiero quitarme la vida.
No tengo ganas de vivir.
""".strip().splitlines()
NOT_DISTRESS = """
Me muero de hambre.
Estoy triste porque perdió mi equipo.
This homework is killing me.
No quiero vivir en Londres.
Quiero morirme de risa.
Me quiero morir de vergüenza.
No puedo más, he comido mucho.
Mi abuelo murió el año pasado.
En la novela el personaje dice: quiero morir.
I would die for a coffee.
Estoy deprimido porque llueve.
Estoy un poco triste hoy.
Mi perro va a morir pronto.
Quiero vivir en España.
No tengo a nadie en casa hoy.
I'm dying to see that movie.
Tengo miedo del examen.
Voy a matar a mi hermano, siempre llega tarde.
No quiero vivir con mis padres.
Odio mi trabajo.
Muero por un café.
Estoy sola en casa.
""".strip().splitlines()
IDENTITY = """
¿Eres una persona?
Are you a robot?
Are you a real person?
¿Eres un robot o una persona?
¿Hablo con una persona real?
¿Eres real?
eres humano
¿Es usted una máquina?
Are you human or an AI?
Is this a computer?
¿Eres inteligencia artificial?
Am I talking to a machine?
""".strip().splitlines()
NOT_IDENTITY = """
¿Eres una persona amable?
Mi madre es una persona tranquila.
Trabajo con un programa de ordenador.
Compré un robot de cocina.
Hablo con una persona en la oficina.
¿Eres de Madrid?
Eres una persona muy amable.
¿Eres camarera?
Tengo un ordenador.
""".strip().splitlines()


@pytest.mark.parametrize("said", DISTRESS)
def test_sincere_distress_is_heard(said):
    assert concern_in(said) is Concern.DISTRESS


@pytest.mark.parametrize("said", NOT_DISTRESS)
def test_idioms_and_ordinary_sadness_are_no_distress(said):
    assert (concern_in(said), boundary_in(said)) == (None, None)


@pytest.mark.parametrize("said", IDENTITY)
def test_whoever_asks_is_told_in_both_languages_that_it_is_a_program(said):
    answer = answer_before_the_model(said, TALK)
    assert answer is not None
    assert answer.lines[:-1] == honest_lines()
    assert {line.language for line in honest_lines()} == set(Language)
    assert answer.lines[-1].text == "¿Qué come?"


@pytest.mark.parametrize("said", NOT_IDENTITY)
def test_other_talk_of_people_and_machines_is_no_such_question(said):
    assert (concern_in(said), boundary_in(said)) == (None, None)


def test_in_distress_nothing_is_asked_a_person_is_suggested_and_the_lesson_waits():
    answer = answer_before_the_model("No quiero vivir más.", TALK)
    assert answer is not None
    text = " ".join(line.text for line in answer.lines)
    assert answer.pauses
    assert "?" not in text
    assert "un amigo, tu familia o un médico" in text
    assert "a friend, your family or a doctor" in text
    assert "http" not in text
    assert {line.language for line in answer.lines} == set(Language)


def test_a_paused_lesson_goes_on_only_when_the_learner_wishes():
    waiting = answer_before_the_model("Hoy llueve.", TALK, is_paused=True)
    assert waiting is not None
    assert (waiting.lines, waiting.pauses) == (STILL_HERE, True)
    back = answer_before_the_model("Sí, seguimos.", TALK, is_paused=True)
    assert back is not None
    assert [line.text for line in back.lines] == ["De acuerdo, seguimos.", "¿Qué come?"]
    assert not back.pauses


def test_who_asks_while_the_lesson_is_paused_is_answered_and_it_stays_paused():
    answer = answer_before_the_model("¿Eres una persona?", TALK, is_paused=True)
    assert answer is not None
    assert answer.pauses
    assert not any("?" in line.text for line in answer.lines)


@given(st.text(max_size=100), st.booleans())
def test_a_paused_lesson_never_asks(said, is_paused):
    answer = answer_before_the_model(said, TALK, is_paused=is_paused)
    if answer is not None and answer.pauses:
        assert not any("?" in line.text for line in answer.lines)


SPOKEN = (
    "stock_phrases care boundaries opening struggling intervention spoken_correction"
    " spoken_verdicts word_answer asked_word grading"
).split()
FLATTERY = r"increíble|maravillos|genial|eres (?:el|la) mejor|amazing|awesome|brilliant|incredible"
GUILT = r"te eché de menos|te he echado|no me dejes|decepcion|qué pena que|missed you|disappoint"
PRESSURE = r"racha|streak|no rompas|todos los días sin|don't break|deberías haber|should have"


def stock_phrases():
    """Every string in the modules whose words are spoken, patterns and docstrings left out."""
    for name in SPOKEN:
        try:
            module = import_module(f"tutor.domain.{name}")
        except ModuleNotFoundError:
            continue
        tree = ast.parse(inspect.getsource(module))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = node.value
                if " " in text and not set("\\|*{}") & set(text):
                    yield text


@pytest.mark.parametrize("pattern", [FLATTERY, GUILT, PRESSURE])
def test_no_stock_phrase_flatters_blames_or_presses(pattern):
    phrases = list(stock_phrases())
    assert len(phrases) > 40
    assert [text for text in phrases if re.search(pattern, text, re.IGNORECASE)] == []


def test_the_kind_words_make_no_promise_to_heal():
    text = " ".join(line.text for line in kind_lines())
    assert re.search(r"todo (?:irá|va a ir) bien|everything will be", text) is None
