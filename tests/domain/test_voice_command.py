import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.asked_word import AskedWord
from tutor.domain.language import Language
from tutor.domain.voice_command import IN_PRACTICE, IN_REVIEW, KEYS, VoiceCommand, Wish, recognised

NEAR_MISSES = tomllib.loads(
    (Path(__file__).parents[1] / "near_commands.toml").read_text(encoding="utf-8")
)["sentences"]

SAID = {
    VoiceCommand.REPEAT: (
        "Otra vez.", "¿Puedes repetir, por favor?", "Repite eso otra vez.", "repita", "Repíteme.",
        "¿Me lo puedes repetir?", "¿Me puede repetir la pregunta, por favor?",
        "No entiendo. Repite.", "¿Cómo?", "¿Perdón?", "¿Qué has dicho?",
        "Dilo otra vez, por favor.", "Una vez más.",
        "¿Podría usted repetir la frase?", "Can you repeat that, please?", "Say that again.",
        "Again.", "Sorry, what did you say?", "I didn't hear you. Once more, please.",
        "Could you please say it one more time?",
    ),
    VoiceCommand.SLOWER: (
        "¡Más despacio, por favor!", "mas despacio", "Eh… más despacio por favor",
        "Repite más despacio.", "¿Puede hablar más despacio?", "Habla un poco más lento.",
        "No te entiendo. ¿Puedes decirlo otra vez más despacio?", "Hablas muy rápido.",
        "Slower, please.", "Can you say that again more slowly?", "More slowly.",
        "Could you speak a little slower?", "Slow down a bit, please.", "You speak too fast.",
        "Repite, por favor, más despacio.",
    ),
    VoiceCommand.FASTER: (
        "Más rápido.", "Puedes hablar más rápido.", "Un poco más rápido, por favor.",
        "Velocidad normal.", "Faster, please.", "Can you, um, speed up?", "Speak faster.",
        "Normal speed, please.",
    ),
    VoiceCommand.IN_ENGLISH: (
        "En inglés, por favor.", "¿Puedes decirlo en inglés?", "Dímelo en inglés.",
        "¿Qué significa eso?", "¿Cómo se dice eso en inglés?", "Traduce, por favor.",
        "No entiendo. En inglés.", "In English, please.", "Can you say that in English?",
        "Translate that.", "What does that mean?",
    ),
    VoiceCommand.HINT: (
        "Una pista.", "Dame una pista, por favor.", "No sé, una pista.", "Necesito una pista.",
        "No sé qué decir.", "Ayuda.", "A hint, please.", "Give me a hint.", "Can I have a hint?",
        "I don't know what to say.",
    ),
    VoiceCommand.SKIP: (
        "Siguiente.", "Otra pregunta, por favor.", "La siguiente pregunta.", "Hazme otra pregunta.",
        "¿Podemos cambiar de tema?", "No sé. Siguiente pregunta.", "Next question.",
        "Next, please.", "Skip.", "Can we skip this question?", "Ask me another question.",
    ),
    VoiceCommand.CORRECTIONS_OFF: (
        "No me corrijas ahora.", "Por favor, no me corrijas.", "Deja de corregirme.",
        "No me corrija por ahora.", "Sin correcciones.", "Don't correct me now.",
        "Please don’t correct me.", "Stop correcting me.", "No corrections, please.",
    ),
    VoiceCommand.CORRECTIONS_ON: (
        "Corrígeme.", "corrigeme", "Corrija me.", "Puedes corregirme otra vez.",
        "Ahora corrígeme, por favor.", "Vuelve a corregirme.", "Correct me.",
        "You can correct me again.", "Please correct me now.",
    ),
    VoiceCommand.WAIT: (
        "Espera.", "Un momento, por favor.", "Déjame pensar.", "Espera, déjame pensar un momento.",
        "Eh… espera un poco.", "Dame un segundo.", "Estoy pensando.", "Wait.", "Let me think.",
        "Wait a minute, let me think.", "Just a moment, please.", "Hold on.",
    ),
    VoiceCommand.FINISH: (
        "Adiós.", "Terminamos.", "Quiero terminar.", "Muchas gracias, adiós.", "Hasta luego.",
        "Bueno, quiero parar por hoy.", "Stop.", "Goodbye.", "Bye bye.", "Let's stop here.",
        "I want to finish now.", "I'm done.",
    ),
}  # fmt: skip
SAID_IN_REVIEW = {
    VoiceCommand.GIVE_UP: ("No sé.", "Ni idea.", "Paso.", "I don't know", "No me acuerdo."),
    VoiceCommand.RIGHT: ("Estaba bien.", "Sí, estaba bien.", "Lo dije bien.", "I was right."),
    VoiceCommand.WRONG: ("Estaba mal.", "Me equivoqué.", "That was wrong."),
    VoiceCommand.UNDO: ("Deshacer.", "Atrás.", "Go back."),
}
HEARD = {
    VoiceCommand.REPEAT: ("que puedes repetir la pregunta", "No entiendo, me lo puedo repetir."),
    VoiceCommand.SLOWER: (
        "Puedes hablar más de espacio.", "Prepite eso un poco más lento.", "Ablas muy rápido.",
        "Repite es un poco más lento.",
    ),
    VoiceCommand.HOW_TO_SAY: ("¡How do a say neighbor in Spanish!",),
    VoiceCommand.MEANING: ("Por favor, que quiere decir la palabra ventana.",),
    VoiceCommand.IN_ENGLISH: ("An English, please.",),
    VoiceCommand.SKIP: ("Asme otra pregunta",),
    VoiceCommand.CORRECTIONS_OFF: ("deja de correcirme por favor.",),
    VoiceCommand.CORRECTIONS_ON: (
        "Corríseme por favor.", "Corríjeme por favor.", "Coríjeme por sabor.",
        "vuelve a correcirme.",
    ),
    VoiceCommand.WAIT: ("Espira, déjame pensar.",),
    VoiceCommand.FINISH: ("is stop.",),
}  # fmt: skip
"""What Whisper made of spoken commands."""
COMMANDS = [(said, command) for command, texts in SAID.items() for said in texts]
POLITE = ("por favor", "please", "gracias", "bueno", "eh", "um", "perdona", "oye", "vale", "okay")
CONTENT = (
    "casa", "perro", "hermana", "montaña", "ventana", "trabajo", "verde", "comemos", "bailar",
    "mercado", "abuelo", "house", "yellow", "river", "kitchen", "teaches",
)  # fmt: skip


def commanded(said, live=IN_PRACTICE, **name):
    wish = recognised(said, live, **name)
    return wish and wish.command


@pytest.mark.parametrize(
    ("said", "command"), [(said, command) for command, texts in HEARD.items() for said in texts]
)
def test_a_wish_is_understood_where_a_word_was_misheard(said, command):
    assert commanded(said) is command


@pytest.mark.parametrize(("said", "command"), COMMANDS)
def test_a_wish_is_understood_in_either_language(said, command):
    assert commanded(said) is command


@pytest.mark.parametrize(
    ("said", "command"),
    [(said, command) for command, texts in SAID_IN_REVIEW.items() for said in texts],
)
def test_what_is_a_command_in_a_review_only_is_an_ordinary_answer_in_a_talk(said, command):
    assert commanded(said, IN_REVIEW) is command
    assert commanded(said) is None


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        (
            "¿Cómo se dice apple?",
            Wish(VoiceCommand.HOW_TO_SAY, AskedWord("apple", Language.ENGLISH)),
        ),
        (
            "How do you say neighbour?",
            Wish(VoiceCommand.HOW_TO_SAY, AskedWord("neighbour", Language.ENGLISH)),
        ),
        (
            "¿Qué significa zumo?",
            Wish(VoiceCommand.MEANING, AskedWord("zumo", Language.SPANISH)),
        ),
        (
            "What does zumo mean, please?",
            Wish(VoiceCommand.MEANING, AskedWord("zumo", Language.SPANISH)),
        ),
    ],
)
def test_a_word_that_is_asked_for_is_the_topic_of_the_wish(said, wish):
    found = recognised(said, IN_PRACTICE)
    assert found == wish
    assert found is not None
    assert found.topic == wish.topic != ""


def test_every_command_of_a_talk_is_tried_here():
    words = {VoiceCommand.HOW_TO_SAY, VoiceCommand.MEANING}
    assert {command for _, command in COMMANDS} | words == IN_PRACTICE


@pytest.mark.parametrize("said", NEAR_MISSES)
def test_an_ordinary_sentence_is_no_wish(said):
    assert recognised(said, IN_PRACTICE) is None


def test_there_are_many_near_misses():
    assert len(set(NEAR_MISSES)) >= 60


def test_only_what_is_live_is_recognised():
    assert commanded("Más despacio.", {VoiceCommand.REPEAT}) is None
    assert commanded("En inglés, por favor.", IN_REVIEW) is None
    assert commanded("¿Cómo se dice apple?", IN_REVIEW) is None


def test_the_tutors_name_may_be_said():
    assert commanded("Adiós, Lucía.", called="Lucía") is VoiceCommand.FINISH
    assert commanded("Lucía, más despacio, por favor.", called="Lucía") is VoiceCommand.SLOWER
    assert commanded("Adiós, Lucía.") is None


@given(st.sampled_from(COMMANDS), st.lists(st.sampled_from(POLITE), max_size=3), st.booleans())
def test_politeness_around_does_not_change_the_verdict(pair, polite, is_before):
    said, command = pair
    around = " ".join(polite)
    assert commanded(f"{around}, {said}" if is_before else f"{said} {around}") is command


@given(st.sampled_from(NEAR_MISSES), st.lists(st.sampled_from(POLITE), min_size=1, max_size=2))
def test_politeness_makes_no_command_of_an_ordinary_sentence(sentence, polite):
    assert recognised(f"{' '.join(polite)}, {sentence}", IN_PRACTICE) is None


@given(
    st.sampled_from(COMMANDS),
    st.lists(st.sampled_from(CONTENT), max_size=4),
    st.lists(st.sampled_from(CONTENT), max_size=4),
)
def test_a_command_inside_a_sentence_is_none(pair, before, after):
    said, _ = pair
    sentence = " ".join((*before, said.strip(".?!¿¡"), *after))
    if before or after:
        assert recognised(sentence, IN_PRACTICE) is None


@given(st.sampled_from(COMMANDS), st.text("¡!.,… ", max_size=5))
def test_punctuation_and_case_do_not_matter(pair, marks):
    said, command = pair
    assert commanded(f"{marks}{said.upper()}{marks}") is command


@given(st.text(max_size=60))
def test_anything_may_be_said(said):
    recognised(said, IN_PRACTICE)
    recognised(said, IN_REVIEW, called=said)


@pytest.mark.parametrize("key", KEYS)
def test_each_key_is_one_wish_of_a_review(key):
    assert commanded(f" {key} ", IN_REVIEW) is KEYS[key]
    assert commanded(key) is None


def test_what_changes_the_grade_or_the_question_has_a_key():
    assert set(KEYS.values()) == IN_REVIEW - {VoiceCommand.GIVE_UP, VoiceCommand.WAIT}
