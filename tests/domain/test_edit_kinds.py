"""Naming a mistake by its words."""

import pytest

from tests.fakes import FakeLexicon
from tutor.domain.alignment import align
from tutor.domain.correction import EditKind
from tutor.domain.edit_kinds import kind_of

LEMMAS = {
    "hablo": "hablar", "habló": "hablar", "hablas": "hablar", "habla": "hablar", "hable": "hablar",
    "hablaba": "hablar", "hablando": "hablar", "gusta": "gustar", "gustan": "gustar",
    "gusto": "gustar", "llamo": "llamar", "vi": "ver", "tengo": "tener", "tuve": "tener",
    "tenga": "tener", "voy": "ir", "chicas": "chico", "bonita": "bonito", "bonitos": "bonito",
    "casas": "casa", "quiero": "querer", "rojas": "rojo", "perros": "perro",
}  # fmt: skip
FACTS = FakeLexicon(LEMMAS, english=frozenset({"beach", "the"})).facts


def kinds(said, better):
    alignment = align(said, better)
    return [kind_of(alignment, span, FACTS) for span in alignment.spans]


@pytest.mark.parametrize(
    ("said", "better", "kind"),
    [
        ("un casa", "una casa", EditKind.GENDER_AGREEMENT),
        ("la casa es bonito", "la casa es bonita", EditKind.GENDER_AGREEMENT),
        ("los perro", "los perros", EditKind.NUMBER_AGREEMENT),
        ("el perros", "los perros", EditKind.NUMBER_AGREEMENT),
        ("muchos gente", "mucha gente", EditKind.GENDER_AGREEMENT),
        ("tengo perro", "tengo un perro", EditKind.ARTICLE),
        ("en la mayo", "en mayo", EditKind.ARTICLE),
        ("voy a el cine", "voy al cine", EditKind.ARTICLE),
        ("tengo el perro", "tengo un perro", EditKind.ARTICLE),
        ("soy cansado", "estoy cansado", EditKind.SER_ESTAR),
        ("gracias para todo", "gracias por todo", EditKind.POR_PARA),
        ("voy en casa", "voy a casa", EditKind.PREPOSITION),
        ("voy casa", "voy a casa", EditKind.PREPOSITION),
        ("vi mi hermana", "vi a mi hermana", EditKind.PERSONAL_A),
        ("vi María", "vi a María", EditKind.PERSONAL_A),
        ("llamo Ana", "me llamo Ana", EditKind.PRONOUN),
        ("les vi", "nos vi", EditKind.PRONOUN),
        ("yo gusto el pan", "me gusta el pan", EditKind.GUSTAR),
        ("gusta el pan", "me gusta el pan", EditKind.GUSTAR),
        ("me gusta los perros", "me gustan los perros", EditKind.GUSTAR),
        ("tú hablo", "tú hablas", EditKind.VERB_PERSON),
        ("ayer tengo sed", "ayer tuve sed", EditKind.VERB_TENSE),
        ("ayer yo hablo", "ayer yo hablaba", EditKind.VERB_TENSE),
        ("que tengo", "que tenga", EditKind.VERB_MOOD),
        ("quiero hablo", "quiero hablar", EditKind.VERB_FORM),
        ("estoy hablar", "estoy hablando", EditKind.VERB_FORM),
        ("como estas", "cómo estas", EditKind.ACCENT),
        ("haver casas", "haber casas", EditKind.SPELLING),
        ("voy a la beach", "voy a la playa", EditKind.ENGLISH_WORD),
        ("una roja casa", "una casa roja", EditKind.WORD_ORDER),
        ("un perro verde", "un gato verde", EditKind.WORD_CHOICE),
        ("pan y más", "pan y mucho más", EditKind.MISSING_WORD),
        ("pan y mucho más", "pan y más", EditKind.EXTRA_WORD),
        ("pan y más", "pan y también otras cosas más", EditKind.PHRASING),
    ],
)
def test_a_change_is_named_as_a_teacher_would(said, better, kind):
    assert kind in kinds(said, better)


def test_a_stress_that_changes_the_tense_is_not_a_matter_of_spelling():
    assert kinds("ayer ella hablo", "ayer ella habló") != [EditKind.ACCENT]
