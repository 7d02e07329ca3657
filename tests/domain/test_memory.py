import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.fact import Fact, FactKind, after_telling, fact_of, supersedes
from tutor.domain.fact_plans import planned
from tutor.domain.memory import facts_in, mentions
from tutor.domain.second_person import FIRST_PERSON_FORMS

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)

TOLD = {
    "Tengo dos hijas.": ["Tienes dos hijas."],
    "Vivo en Leeds.": ["Vives en Leeds."],
    "Me llamo Ana.": ["Te llamas Ana."],
    "me llamo ana maría": ["Te llamas Ana María."],
    "Mi nombre es John Smith.": ["Te llamas John Smith."],
    "Trabajo en un hospital.": ["Trabajas en un hospital."],
    "Trabajo de enfermera.": ["Trabajas de enfermera."],
    "Soy profesora de inglés.": ["Eres profesora de inglés."],
    "Soy de Inglaterra.": ["Eres de Inglaterra."],
    "Soy de un pueblo pequeño cerca de York.": ["Eres de un pueblo pequeño cerca de York."],
    "Nací en Dublín.": ["Naciste en Dublín."],
    "Soy inglesa.": ["Eres inglesa."],
    "Mi hermano se llama Pedro.": ["Tu hermano se llama Pedro."],
    "Mis hijas se llaman Eva y Marta.": ["Tus hijas se llaman Eva y Marta."],
    "Mi hermana mayor vive en Australia.": ["Tu hermana mayor vive en Australia."],
    "Mi perro se llama Toby y es muy grande.": ["Tu perro se llama Toby."],
    "Mi hijo tiene tres años.": ["Tu hijo tiene tres años."],
    "Mi madre es enfermera.": ["Tu madre es enfermera."],
    "Me gusta nadar.": ["Te gusta nadar."],
    "A mí me encanta bailar.": ["Te encanta bailar."],
    "Me gusta cocinar y leer.": ["Te gusta cocinar y leer."],
    "Estoy casado.": ["Estás casado."],
    "Estoy jubilada.": ["Estás jubilada."],
    "Soy alérgica a los cacahuetes.": ["Eres alérgica a los cacahuetes."],
    "Tengo treinta y cuatro años.": ["Tienes treinta y cuatro años."],
    "Juego al tenis los domingos.": ["Juegas al tenis los domingos."],
    "Este fin de semana voy a visitar a mis padres.": [
        "Vas a visitar a tus padres este fin de semana."
    ],
    "El sábado voy a comer con mi hermana porque es su cumpleaños.": [
        "Vas a comer con tu hermana el sábado."
    ],
    "Mañana voy a levantarme temprano.": ["Vas a levantarte temprano mañana."],
    "Vivo con mis padres y mi hermano.": ["Vives con tus padres y tu hermano."],
    "Pues, bueno, yo vivo en una casa.": ["Vives en una casa."],
    "Tengo un hermano que vive en Londres.": ["Tienes un hermano."],
    "Tengo dos hijas y quiero otra.": ["Tienes dos hijas."],
    "Tengo dos hijas y un hijo.": ["Tienes dos hijas y un hijo."],
    "Trabajo en un hospital y tengo dos hijas.": ["Trabajas en un hospital.", "Tienes dos hijas."],
    "Me llamo Ana, tengo 40 años, vivo en York.": [
        "Te llamas Ana.",
        "Tienes 40 años.",
        "Vives en York.",
    ],
    "Ahora vivo en Leeds, pero antes vivía en York.": ["Vives en Leeds."],
    "tengo dos hijas vivo en leeds": ["Tienes dos hijas."],
    # A no is turned too.
    "No tengo hijos.": ["No tienes hijos."],
    "No tengo hermanos, pero tengo un perro.": ["No tienes hermanos.", "Tienes un perro."],
    "No me gusta el fútbol.": ["No te gusta el fútbol."],
    "Ya no vivo en Londres.": ["Ya no vives en Londres."],
    "No estoy casada.": ["No estás casada."],
    "No trabajo.": ["No trabajas."],
    "Mi hijo no vive en Inglaterra.": ["Tu hijo no vive en Inglaterra."],
}

NOTHING = """
¿Vivo en Leeds?
¿Tengo dos hijas?
Quiero un café.
Voy a tomar un café.
Tengo una reserva.
Tengo hambre.
Tengo que trabajar.
Soy de acuerdo.
Soy un poco tímida.
Estoy cansada.
Si vivo en España, tengo dos perros.
Si tuviera dinero, vivo en Madrid.
Ojalá vivo en España.
Quizás vivo en Madrid el año que viene.
Mi madre dice que tengo dos hijas.
Me gustaría vivir en España.
Me gusta este café.
Me gusta.
Me gusta mucho.
Me gusta más el té.
Trabajo mucho.
Estudio mucho.
Vivimos en Leeds.
Mi mujer y yo vivimos en Leeds.
Vivo aquí.
Vivo en tu calle.
Antes vivía en York.
Mi padre es simpático.
Mi hermana está enferma.
Tengo mi perro.
Una persona dijo: «vivo en Leeds».
Imagina que vivo en la luna.
No me llamo Ana.
Me llamo mucho.
Creo que tengo dos primos.
En la obra soy médico.
Tengo muchos amigos.
No me gustan las personas que son maleducadas.
Me gusta la música de ella.
Vivo con él.
Soy de esas partes de la tierra.
""".strip().splitlines()


def texts(sentence, doubted=()):
    return [told.text for told in facts_in(sentence, doubted)]


@pytest.mark.parametrize(("said", "expected"), TOLD.items())
def test_what_is_told_is_turned_round(said, expected):
    assert texts(said) == expected


@pytest.mark.parametrize("said", NOTHING)
def test_what_may_be_no_fact_is_left_alone(said):
    assert texts(said) == []


def test_a_clause_with_a_word_that_may_be_misheard_tells_nothing():
    assert texts("Tengo dos hijas y vivo en Leeds.", ["hijas"]) == ["Vives en Leeds."]


def test_what_the_learner_said_is_kept_beside_it():
    (told,) = facts_in("Pues, tengo dos hijas.")
    assert (told.kind, told.said) == (FactKind.FAMILY, "tengo dos hijas")


_OPENINGS = ("vivo en", "tengo dos hijas y", "trabajo con", "me gusta", "mi hermano se llama", "no")
_WORDS = (
    "mi mis yo me conmigo casa hermano Leeds y o con en nadar verme dos hijas trabajo vivo que"
    " porque un una el la médico verano voy a visitar mañana"
).split()


@given(st.sampled_from(_OPENINGS), st.lists(st.sampled_from(_WORDS), max_size=8))
def test_no_fact_ever_speaks_of_me(opening, words):
    mine = FIRST_PERSON_FORMS - {"trabajo", "estudio", "juego", "canto"} | {
        "yo",
        "me",
        "mi",
        "mis",
        "conmigo",
    }
    for text in texts(f"{opening} {' '.join(words)}."):
        assert mine.isdisjoint(re.findall(r"\w+", text.lower()))
        assert text[0].isupper()
        assert text.endswith(".")


@given(st.text(max_size=80))
def test_any_text_can_be_looked_through(text):
    facts_in(text)


def a_fact(sentence, number=1):
    (told,) = facts_in(sentence)
    return fact_of(
        told,
        fact_id=f"{number}",
        lesson_id="l",
        session_id="s",
        turn_number=number,
        at=AT + timedelta(minutes=number),
    )


@pytest.mark.parametrize(
    ("new", "old", "replaced"),
    [
        ("Vivo en Leeds.", "Vivo en York.", True),
        ("Ya no vivo en Leeds.", "Vivo en Leeds.", True),
        ("No vivo en York.", "Vivo en Leeds.", False),
        ("Me llamo Eva.", "Me llamo Ana.", True),
        ("Tengo tres hijas.", "Tengo dos hijas.", True),
        ("Tengo un hijo.", "Tengo dos hijas.", False),
        ("No tengo hijos.", "Tengo dos hijas.", True),
        ("Tengo una hija.", "No tengo hijos.", True),
        ("No me gusta nadar.", "Me gusta nadar.", True),
        ("Me gusta leer.", "Me gusta nadar.", False),
        ("Trabajo de enfermera.", "Trabajo en un hospital.", False),
        ("Trabajo en un banco.", "Trabajo en un hospital.", True),
        ("Vivo con mi hermana.", "Vivo en Leeds.", False),
        ("Mi hermano se llama Luis.", "Mi hermano se llama Pedro.", True),
        ("Mi hermana se llama Eva.", "Mi hermano se llama Pedro.", False),
        ("Tengo 41 años.", "Tengo 40 años.", True),
    ],
)
def test_a_newer_fact_replaces_what_it_contradicts(new, old, replaced):
    assert supersedes(a_fact(new, 2), a_fact(old)) is replaced


@given(st.lists(st.sampled_from(sorted(TOLD)), max_size=12))
def test_nothing_known_is_contradicted_by_something_newer(sentences):
    known: tuple[Fact, ...] = ()
    for number, sentence in enumerate(sentences):
        for told in facts_in(sentence):
            new = fact_of(
                told,
                fact_id=f"{number}-{told.text}",
                lesson_id="l",
                session_id="s",
                turn_number=number,
                at=AT + timedelta(minutes=number),
            )
            known, _ = after_telling(known, new)
    for place, newer in enumerate(known):
        assert not [older for older in known[place + 1 :] if supersedes(newer, older)]


def test_a_plan_is_known_without_its_time():
    assert planned("Vas a visitar a tus padres este fin de semana.") == "visitar a tus padres"
    assert planned("Vives en Leeds.") is None


def test_a_reply_mentions_a_fact_where_it_has_all_its_own_words():
    fact = a_fact("Tengo dos hijas.")
    assert mentions("¿Cómo están tus hijas?", fact)
    assert not mentions("¿Cómo están tus dos perros?", fact)
