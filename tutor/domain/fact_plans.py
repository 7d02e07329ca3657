"""What a learner is going to do, where they say when."""

import re
from dataclasses import dataclass

from tutor.domain.conjugation import is_infinitive
from tutor.domain.fact_ends import complement_of, is_finished
from tutor.domain.second_person import turned_words

__all__ = ["Plan", "plan_in", "planned"]

_DAYS = "lunes|martes|miércoles|jueves|viernes|sábado|domingo"
_MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
_SPANS = "semana|mes|año|verano|invierno|otoño|primavera|fin de semana|curso"
_WHEN = (
    r"pasado mañana|mañana(?: por la (?:mañana|tarde|noche))?"
    rf"|(?:este|el) fin de semana(?: que viene)?|(?:este|el) (?:próximo )?(?:{_DAYS})"
    rf"(?: que viene)?|(?:este|esta) (?:{_SPANS})|(?:el|la) (?:{_SPANS}) que viene"
    rf"|(?:el|la) próxim[oa] (?:{_SPANS})|en (?:{_MONTHS}|verano|invierno|primavera|otoño"
    r"|navidad|semana santa|las vacaciones)|dentro de (?:un|una|dos|tres|\d+) \w+"
)
_BEFORE = re.compile(rf"(?P<when>{_WHEN}),? (?:yo )?voy a (?P<what>.+)", re.IGNORECASE)
_BEHIND = re.compile(rf"voy a (?P<what>.+?),? (?P<when>{_WHEN})\b(?P<rest>.*)", re.IGNORECASE)
_TEXT = re.compile(rf"Vas a (?P<what>.+?)(?: (?:{_WHEN}))?\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plan:
    """Something the learner is going to do."""

    what: str
    """From the infinitive on, in the second person: *visitar a tus padres*."""
    text: str
    """*Vas a visitar a tus padres este fin de semana.*"""


def plan_in(clause: str) -> Plan | None:
    """The plan that a clause tells; none without a time, as orders in a café have none."""
    found = _BEFORE.match(clause) or _BEHIND.match(clause)
    if found is None or complement_of(found.groupdict().get("rest") or ""):
        return None
    said = found["what"]
    what = complement_of(said)
    if not is_finished(what) or not is_infinitive(_bare(what.split()[0].lower())):
        return None
    turned = turned_words(what)
    return Plan(turned, f"Vas a {turned} {found['when'].lower()}.")


def planned(text: str) -> str | None:
    """What was going to be done, without when; None where a text says no plan."""
    found = _TEXT.fullmatch(text)
    return found["what"] if found else None


def _bare(word: str) -> str:
    return re.sub(r"(?<=[aeií]r)(?:me|te|se|nos|l[aeo]s?)+$", "", word)
