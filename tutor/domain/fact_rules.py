"""The rules by which one clause tells a fact: the first that fits decides."""

import re
from collections.abc import Callable

from tutor.domain.conjugation import is_infinitive
from tutor.domain.fact import FactKind, Told
from tutor.domain.fact_ends import complement_of, is_finished, without_beginning
from tutor.domain.fact_plans import plan_in
from tutor.domain.personal_words import (
    FAMILY_GROUPS,
    NATIONALITIES,
    PETS,
    PROFESSIONS,
    RELATIVES,
    STATES_OF_BEING,
    STATES_OF_LIFE,
)
from tutor.domain.second_person import second_person, turned_words
from tutor.domain.spanish_words import NUMBER_WORDS

__all__ = ["told_in_clause"]

_Rule = Callable[[re.Match[str]], tuple[FactKind, str, str] | None]

_NAME_WORD = r"[^\W\d_][\w'’-]*"
_NO_NAMES = frozenset(
    "a la el lo de como así muy mucho por todo todos igual tarde mañana hoy no un una mi tu su"
    " cuando porque que con en para otra".split()
)
_NO_ORIGINS = frozenset("acuerdo aquí allí ahí los las verdad noche día broma".split())
_DEICTIC = frozenset(
    "este esta estos estas ese esa esos esas eso esto aquel aquella lo tu tus su sus que más menos"
    " mejor así tanto todo cuando como cómo ir".split()
)
_AMOUNTS = (
    r"(?:solo )?(?:un|una|unos|unas|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias"
    r"|muchos|muchas|\d+)"
)
_NUMBER = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_HOURS = re.compile(
    r"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|noche|día|tarde|mañana|\d+|"
    rf"{_NUMBER})\b",
    re.IGNORECASE,
)
_HOLLOW = frozenset("equipo grupo mucho poco bien mal duro general paz serio casa".split())


def told_in_clause(clause: str) -> Told | None:
    """The fact that a clause tells; None where no rule is sure of one."""
    bare = without_beginning(clause)
    plan = plan_in(bare)
    if plan is not None:
        return Told(FactKind.PLAN, f"plan:{plan.what}", plan.text, clause)
    for pattern, rule in _RULES:
        found = pattern.match(bare)
        result = rule(found) if found else None
        if result is not None:
            kind, key, text = result
            return Told(kind, key, f"{text[:1].upper()}{text[1:]}.", clause)
    return None


def _rest(found: re.Match[str]) -> str | None:
    """What stands behind the verb, turned round; None where it cannot be relied on."""
    complement = complement_of(found.string[found.end() :])
    return turned_words(complement) if complement and is_finished(complement) else None


def _no(found: re.Match[str]) -> str:
    no = found["no"]
    return f"{' '.join(no.lower().split())} " if no else ""


def _own_verb(found: re.Match[str]) -> str:
    return _no(found) + (second_person(found["verb"]) or "")


def _name(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    words = found["name"].split()
    more = complement_of(found.string[found.end() :]).split()
    if more and words[0].islower() and len(more) == 1:
        # Typed without capitals.
        words, more = [*words, *more], []
    if more or not _NO_NAMES.isdisjoint(word.lower() for word in words):
        return None
    name = " ".join(f"{word[:1].upper()}{word[1:]}" for word in words)
    return FactKind.NAME, "name", f"te llamas {name}"


def _home(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    rest = _rest(found)
    if rest is None:
        return None
    first = rest.split()[0].lower()
    if first not in {"en", "con", "cerca", "lejos", "solo", "sola", "al"}:
        return None
    key = "con" if first in {"con", "solo", "sola"} else "en"
    return FactKind.HOME, f"vivir:{key}", f"{_own_verb(found)} {rest}"


def _origin(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    rest = _rest(found)
    if rest is None or rest.split()[0].lower() in _NO_ORIGINS:
        return None
    verb = found["verb"].lower()
    preposition = "en" if verb == "nací" else "de"
    return FactKind.ORIGIN, verb, f"{_own_verb(found)} {preposition} {rest}"


def _age(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    if complement_of(found.string[found.end() :]):
        return None
    return FactKind.AGE, "age", f"tienes {found['years']} años"


def _having(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    """Nothing, or only what agrees with the noun, stands behind it."""
    after = found.string[found.end() :]
    noun = found["noun"].lower()
    amount = f"{found['amount']} " if found["amount"] else ""
    if not amount and not found["no"] and not noun.endswith("s"):
        return None
    complement = complement_of(after)
    if complement and not is_finished(complement):
        return None
    kind = FactKind.FAMILY if noun in FAMILY_GROUPS else FactKind.PET
    key = f"{FAMILY_GROUPS.get(noun, noun[:4])}/{noun.rstrip('s')}"
    return kind, key, f"{_own_verb(found)} {amount}{noun}{_spaced(turned_words(complement))}"


def _relative(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    rest = _rest(found)
    if rest is None:
        return None
    verb = found["verb"].lower()
    if verb in {"es", "son"} and rest.split()[-1].lower().rstrip("s") not in _BEINGS:
        return None
    if verb in {"tiene", "tienen"} and not re.fullmatch(r"[\w ]+ años", rest):
        return None
    if verb in {"vive", "viven", "trabaja", "trabajan"} and rest.split()[0].lower() in _HOLLOW:
        return None
    of_whom = f"{'tus' if found['mi'].lower() == 'mis' else 'tu'} {found['who'].lower()}"
    key = f"{of_whom}:{verb.removesuffix('n').removesuffix('so') or 'es'}"
    no = _no(found)
    named = "se " if found["se"] else ""
    return FactKind.RELATIVE, key, f"{of_whom} {no}{named}{verb} {rest}"


def _work(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    rest = _rest(found)
    if rest is None:
        return None
    first, *others = rest.split()
    if others and others[-1].lower() in {"equipo", "grupo", "general"}:
        return None
    how = first.lower()
    if how not in {"en", "de", "como", "para", "con", "desde", "por"}:
        return None
    key = "horas" if others and _HOURS.match(others[0]) else {"como": "de"}.get(how, how)
    return FactKind.WORK, f"trabajar:{key}", f"{_own_verb(found)} {rest}"


def _no_work(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    if complement_of(found.string[found.end() :]):
        return None
    return FactKind.WORK, "trabajar", f"{_no(found)}trabajas"


def _study(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    rest = _rest(found)
    if rest is None or rest.split()[0].lower() in _HOLLOW | _DEICTIC | {"a", "con", "por", "para"}:
        return None
    key = "en" if rest.lower().startswith("en ") else "what"
    return FactKind.STUDY, f"{found['verb'].lower()}:{key}", f"{_own_verb(found)} {rest}"


def _being(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    complement = complement_of(found.string[found.end() :])
    if complement and not is_finished(complement):
        return None
    word = found["what"].lower()
    article = "" if not found["article"] else f"{found['article'].lower()} "
    text = f"{_no(found)}eres {article}{found['what'].lower()}{_spaced(turned_words(complement))}"
    if word in PROFESSIONS:
        return FactKind.WORK, "ser", text
    if word in NATIONALITIES:
        return None if complement else (FactKind.ORIGIN, "nacionalidad", text)
    if article:
        return None
    return FactKind.STATE, f"ser:{word[:-1]}", text


def _state(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    complement = complement_of(found.string[found.end() :])
    if complement and not (is_finished(complement) and complement.lower().startswith("con ")):
        return None
    word = found["what"].lower()
    key = word[:-1] if word[:-1] in {"jubilad", "embarazad"} else "pareja"
    verb = second_person(found["verb"]) or ""
    return FactKind.STATE, key, f"{_no(found)}{verb} {word}{_spaced(turned_words(complement))}"


def _like(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    rest = _rest(found)
    if rest is None:
        return None
    words = rest.lower().split()
    core = [word for word in words if word not in {"mucho", "muchísimo", "nada"}]
    if not core or not _DEICTIC.isdisjoint(words):
        return None
    is_thing = core[0] in {"el", "la", "los", "las", "tu", "tus"}
    if not (is_thing or is_infinitive(core[0])) or _is_narrowed(found):
        return None
    text = f"{_no(found)}te {found['verb'].lower()} {rest}"
    return FactKind.LIKE, f"{found['verb'].lower().rstrip('n')}:{' '.join(core)}", text


def _is_narrowed(found: re.Match[str]) -> bool:
    """Whether what stands behind says which ones: not all people, but *las que mienten*."""
    after = found.string[found.end() :]
    return after[len(complement_of(after)) + 1 :].strip().startswith("que ")


def _habit(found: re.Match[str]) -> tuple[FactKind, str, str] | None:
    rest = _rest(found)
    if rest is None:
        return None
    key = f"{found['verb'].lower()}:{rest.lower()}"
    return FactKind.HABIT, key, f"{_own_verb(found)} {found['what'].lower()} {rest}"


def _spaced(text: str) -> str:
    return f" {text}" if text else ""


def _any(words: frozenset[str] | dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_BEINGS = frozenset(word.rstrip("s") for word in PROFESSIONS | NATIONALITIES | STATES_OF_BEING)
_NO = r"(?P<no>(?:ya\s+)?no\s+)?"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = (
    (
        _pattern(
            rf"(?:me llamo|mi nombre es) "
            rf"(?P<name>{_NAME_WORD}(?: (?-i:[A-ZÁÉÍÓÚÑ])[\w'’-]*){{0,3}})"
        ),
        _name,
    ),
    (_pattern(rf"{_NO}(?P<verb>vivo)\b"), _home),
    (_pattern(rf"{_NO}(?P<verb>soy) de\b"), _origin),
    (_pattern(r"(?P<no>)(?P<verb>nací) en\b"), _origin),
    (_pattern(rf"tengo (?P<years>\d+|(?:{_NUMBER})(?: y (?:{_NUMBER}|un|uno))?) años\b"), _age),
    (
        _pattern(
            rf"{_NO}(?P<verb>tengo) (?:(?P<amount>{_AMOUNTS}) )?"
            rf"(?P<noun>{_any(frozenset(FAMILY_GROUPS) | PETS)})\b"
        ),
        _having,
    ),
    (
        _pattern(
            rf"(?P<mi>mis?) (?P<who>(?:{_any(RELATIVES | PETS)})(?: (?:mayor|menor|pequeñ[oa]"
            rf"|mayores|menores))?) {_NO}(?P<se>se )?(?P<verb>(?<=se )llaman?|viven?|trabajan?"
            r"|estudian?|tienen?|es|son)\b"
        ),
        _relative,
    ),
    (_pattern(rf"{_NO}(?P<verb>trabajo)$"), _no_work),
    (_pattern(rf"{_NO}(?P<verb>trabajo)\b"), _work),
    (_pattern(rf"{_NO}(?P<verb>estudio|aprendo)\b"), _study),
    (
        _pattern(
            rf"{_NO}(?P<verb>soy) (?:(?P<article>una?) )?"
            rf"(?P<what>{_any(PROFESSIONS | NATIONALITIES | STATES_OF_BEING)})\b"
        ),
        _being,
    ),
    (_pattern(rf"{_NO}(?P<verb>estoy|soy) (?P<what>{_any(STATES_OF_LIFE)})\b"), _state),
    (_pattern(rf"(?:a mí )?{_NO}me (?P<verb>(?:gusta|encanta|interesa)n?)\b"), _like),
    (_pattern(rf"{_NO}(?P<verb>juego) (?P<what>al|a la|a los|a las)\b"), _habit),
    (_pattern(rf"{_NO}(?P<verb>toco) (?P<what>el|la|los|las)\b"), _habit),
)
