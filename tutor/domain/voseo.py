"""The forms of *vos* and those of *tú*: *tenés/tienes*, *vení/ven*, *contame/cuéntame*."""

import re

from tutor.domain.pronunciation import plain
from tutor.domain.verb_forms import Mood, Tense, readings
from tutor.domain.word_facts import WordFacts

__all__ = ["is_voseo"]

_PAIRS = frozenset(
    {("sos", "eres"), ("andá", "ve"), ("andate", "vete"), ("con vos", "contigo")}
    | {("vení", "ven"), ("salí", "sal"), ("decí", "di"), ("oí", "oye"), ("tené", "ten")}
    | {("poné", "pon"), ("hacé", "haz")}
)
_PRESENT = re.compile(r"(?P<verb>.+[áéí])s")
_ORDER = re.compile(r"(?P<verb>.+[áéí])")
_ORDER_WITH = re.compile(r"(?P<verb>.+[aei])(?P<pronouns>[mt]el[ao]s?|nos|[mt]e|l[aeo]s?)")
_SHORT = {"deci": "di", "pone": "pon", "tene": "ten", "hace": "haz", "veni": "ven"}
"""Orders that are one syllable to *tú*."""
_LIKE_FUTURES = frozenset(
    "mirar tirar girar parar esperar preparar comparar separar respirar retirar estirar operar "
    "recuperar superar considerar admirar reparar enterar cooperar liberar generar tolerar "
    "acelerar declarar disparar aclarar inspirar aspirar querer preferir sugerir requerir referir "
    "herir adquirir".split()
)
"""Infinitives whose stem looks like an infinitive, so that *mirás* looks like *hablarás*."""
_SHORTEST = 4
"""Letters of an infinitive: the forms of shorter ones are other words."""
_ORDERS_IN_E = frozenset(
    "comer beber leer correr vender creer ver volver mover perder traer aprender coger escoger "
    "entender romper responder prender meter ofrecer conocer encender defender atender".split()
)
"""Of other verbs *-é* is the first person of a past."""


def is_voseo(one: str, other: str) -> bool:
    """Whether two lower-case forms say the same to one person.

    Where only the accent differs, ``one`` has it: else any accent left out would be voseo.
    """
    return _is_of_vos(one, other) or (plain(one) != plain(other) and _is_of_vos(other, one))


def _is_of_vos(vos: str, you: str) -> bool:
    if (vos, you) in _PAIRS:
        return True
    if found := _PRESENT.fullmatch(vos):
        return _is_form(you, plain(found["verb"]) + "r", person=2)
    if found := _ORDER.fullmatch(vos):
        infinitive = plain(found["verb"]) + "r"
        plainly = infinitive.endswith("ar") or infinitive in _ORDERS_IN_E
        return plainly and _is_form(you, infinitive, person=3)
    found = _ORDER_WITH.fullmatch(vos)
    if found is None or not you.endswith(found["pronouns"]):
        return False
    if plain(vos) == plain(you) and found["pronouns"].startswith("l"):
        return False
    order = plain(you.removesuffix(found["pronouns"]))
    return order == _SHORT.get(found["verb"], "-") or (
        plain(you) != you and _is_form(order, found["verb"] + "r", person=3)
    )


def _is_form(form: str, infinitive: str, *, person: int) -> bool:
    """Whether a form is the infinitive's in the present."""
    if form[:1] != infinitive[:1] or len(infinitive) < _SHORTEST or infinitive == "estar":
        return False
    if infinitive[:-2].endswith(("ar", "er", "ir")) and infinitive not in _LIKE_FUTURES:
        return False
    return any(
        (each.mood, each.tense, each.person) == (Mood.INDICATIVE, Tense.PRESENT, person)
        for each in readings(form, _unknown, infinitive)
    )


def _unknown(word: str) -> WordFacts:
    return WordFacts(word, 0.0, 0.0)
