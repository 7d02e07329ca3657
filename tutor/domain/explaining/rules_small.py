"""*Por* and *para*, the other prepositions, conjunctions and negation."""

from tutor.domain.explaining.scene import Named, Scene
from tutor.domain.explaining.times import is_hour
from tutor.domain.explaining.word_lists import (
    ANIMALS,
    MONTHS,
    NEGATIVE,
    TIME_UNITS,
    TRANSPORT,
    WEEKDAYS,
    is_listed,
)
from tutor.domain.spanish_words import (
    ARTICLES,
    CLITICS,
    CONTRACTIONS,
    DETERMINERS,
    GUSTAR_LIKE,
    NUMBER_WORDS,
    PEOPLE,
    SUBJECT_PRONOUNS,
)
from tutor.domain.sub_kinds import SubKind

__all__ = ["MOTION", "personal_a", "por_para", "preposition", "telling_small_words"]

MOTION = frozenset("ir venir llegar volver salir regresar viajar entrar subir".split())
_DESTINATIONS = frozenset("ir venir llegar viajar volver regresar".split())
_TAKES = {
    "soñar": "con", "casar": "con", "depender": "de", "pensar": "en", "confiar": "en",
    "insistir": "en", "consistir": "en", "enamorar": "de", "acordar": "de", "disfrutar": "de",
    "asistir": "a", "aprender": "a", "empezar": "a", "comenzar": "a", "ayudar": "a",
    "enseñar": "a", "invitar": "a", "acostumbrar": "a", "dejar": "de", "tratar": "de",
    "acabar": "de", "terminar": "de", "olvidar": "de", "contar": "con", "entrar": "en",
    "jugar": "a", "preocupar": "por", "parecer": "a",
}  # fmt: skip
"""Verbs with the preposition that most often follows them."""
_LISTED = 8
"""Words back in which the first of a list is looked for."""
_NO_PREPOSITION = frozenset("querer poder deber necesitar preferir desear esperar".split())
_POR_PHRASES = frozenset(
    "ejemplo favor fin eso supuesto primera última ciento teléfono lo cierto desgracia suerte "
    "casualidad separado completo".split()
) - {"lo"}
_DAY_PARTS = frozenset("mañana mañanas tarde tardes noche noches".split())
_FEELINGS = frozenset(
    "preocupad emocionad agradecid interesad nervios entusiasmad triste enojad preocupación "
    "interés".split()
)
_PEOPLE_PRONOUNS = (SUBJECT_PRONOUNS - {"yo", "tú"}) | {"mí", "ti", "quien", "quienes"}
_SAYING = frozenset("creer pensar decir saber suponer opinar imaginar".split())
_NEGATED = {
    "algo": {"nada"}, "alguien": {"nadie"}, "alguno": {"ninguno"}, "alguna": {"ninguna"},
    "algún": {"ningún"}, "también": {"tampoco"}, "o": {"ni"}, "y": {"ni"}, "algunos": {"ningún"},
    "algunas": {"ninguna"}, "cualquier": {"ningún", "ninguna"}, "siempre": {"nunca"},
}  # fmt: skip


def por_para(scene: Scene) -> Named:
    """The sub-kind of *por* for *para*, or the other way round."""
    return _to_por(scene) if scene.better == ("por",) else Named(_to_para(scene))


def _to_por(scene: Scene) -> Named:
    if scene.before == "gracias":
        return Named(SubKind.GRACIAS_POR)
    if scene.next_word in _POR_PHRASES:
        return Named(SubKind.POR_PHRASE)
    described = next((word for word in scene.after if word not in ARTICLES), "")
    if described in _DAY_PARTS and scene.next_word in {"la", "las"}:
        return Named(SubKind.POR_PART_OF_DAY, described)
    if is_listed(scene.before, _FEELINGS):
        return Named(SubKind.POR_FEELING)
    counted = scene.next_word in NUMBER_WORDS | {
        "un", "una", "unos", "unas", "mucho", "muchos", "muchas", "varios", "varias", "algunos",
        "algunas", "poco", "todo", "toda",
    }  # fmt: skip
    if (counted or scene.next_word.isdigit()) and TIME_UNITS & set(scene.after[:3]):
        return Named(SubKind.POR_DURATION)
    near = scene.left[-3:]
    traded = next((word for word in near if scene.lemmas(word) & {"pagar", "cambiar"}), "")
    if traded and scene.next_word in DETERMINERS:
        return Named(SubKind.POR_EXCHANGE, traded)
    return Named(SubKind.TO_POR)


def _to_para(scene: Scene) -> SubKind:
    if scene.is_infinitive(scene.next_word):
        return SubKind.PARA_PURPOSE
    if scene.next_word == "que":
        return SubKind.PARA_QUE
    if scene.next_word == "el" and scene.third_word in WEEKDAYS:
        return SubKind.PARA_DEADLINE
    if scene.next_word in _PEOPLE_PRONOUNS:
        return SubKind.PARA_PERSON
    if scene.is_form_of(scene.before, "trabajar") and scene.next_word in ARTICLES:
        return SubKind.PARA_EMPLOYER
    return SubKind.TO_PARA


def preposition(scene: Scene) -> Named:
    """The sub-kind of a preposition that was missing, too many or another one."""
    if not scene.said:
        return _preposition_missing(scene)
    if not scene.better:
        return Named(_preposition_superfluous(scene))
    if (
        scene.verb_before in _DESTINATIONS
        and scene.said[0] == "en"
        and scene.better[0] in {"a", "al"}
    ):
        return Named(SubKind.DESTINATION)
    said, better = scene.change
    if not said:
        return Named(SubKind.PREPOSITION_OTHER)
    time = _preposition_of_time(said, better, scene)
    return _preposition_other(better, scene) if time is None else Named(time)


def _preposition_missing(scene: Scene) -> Named:
    if scene.better[0] in CONTRACTIONS or len(scene.better) > 1:
        return Named(SubKind.PREPOSITION_AND_ARTICLE)
    if scene.better == ("a",) and _repeats_a(scene):
        return Named(SubKind.A_REPEATED)
    if verb := _verb_taking(scene.better[0], scene):
        before_verb = scene.is_infinitive(scene.next_word)
        return Named(
            SubKind.VERB_TAKES_BEFORE_INFINITIVE if before_verb else SubKind.VERB_TAKES, verb
        )
    return Named(SubKind.PREPOSITION_MISSING)


def _repeats_a(scene: Scene) -> bool:
    """Whether a person is added to others that have their *a*."""
    listed = scene.before in {"y", "e", "o", "ni"} and {"a", "al"} & set(scene.left[-_LISTED:])
    named = next((word for word in scene.after if word not in DETERMINERS), "")
    return bool(listed) and (scene.next_is_name or named in PEOPLE | SUBJECT_PRONOUNS)


def _verb_taking(preposition: str, scene: Scene) -> str:
    """The verb right before that takes a preposition; empty where there is none."""
    if len(scene.left) > 1 and scene.left[-2] in DETERMINERS - CLITICS:
        return ""
    verbs = (verb for verb, taken in _TAKES.items() if taken == preposition)
    return next((verb for verb in verbs if scene.is_form_of(scene.before, verb)), "")


def _preposition_superfluous(scene: Scene) -> SubKind:
    if scene.said == ("a",):
        if scene.verb_before in _NO_PREPOSITION and scene.is_infinitive(scene.next_word):
            return SubKind.BEFORE_INFINITIVE
        if scene.verb_before and scene.verb_before not in MOTION | GUSTAR_LIKE:
            person = scene.next_is_name or {scene.next_word, scene.third_word} & PEOPLE
            thing = scene.next_word in DETERMINERS and not person
            return SubKind.OBJECT_WITHOUT_A if thing else SubKind.A_SUPERFLUOUS
        return SubKind.A_SUPERFLUOUS
    if scene.verb_before in _NO_PREPOSITION and scene.is_infinitive(scene.next_word):
        return SubKind.BEFORE_INFINITIVE
    return SubKind.PREPOSITION_SUPERFLUOUS


def _preposition_of_time(said: str, better: str, scene: Scene) -> SubKind | None:
    if said == "en" and better in {"el", "los"} and scene.next_word in WEEKDAYS:
        return SubKind.ON_WEEKDAY
    if better == "en" and scene.next_word in MONTHS:
        return SubKind.EN_MONTH
    if better == "a" and scene.next_word in {"la", "las"} and is_hour(scene.after[1:]):
        return SubKind.A_HOUR
    return None


def _preposition_other(better: str, scene: Scene) -> Named:
    if better == "en" and scene.next_word in TRANSPORT:
        return Named(SubKind.EN_TRANSPORT)
    if verb := _verb_taking(better, scene):
        return Named(SubKind.VERB_TAKES, verb)
    if ARTICLES & {*scene.said, *scene.better}:
        return Named(SubKind.PREPOSITION_OR_ARTICLE)
    return Named(SubKind.PREPOSITION_OTHER)


def personal_a(scene: Scene) -> Named:
    """The sub-kind of an *a* before the object."""
    if not scene.better:
        return Named(_preposition_superfluous(scene))
    described = next((word for word in scene.after if word not in DETERMINERS), "")
    if described in {"nadie", "alguien", "quien", "quién"}:
        return Named(SubKind.PERSONAL_A_NOBODY, described)
    if described in ANIMALS:
        return Named(SubKind.PERSONAL_A_ANIMAL)
    if scene.next_is_name or not {*scene.after[:4]} & (PEOPLE | SUBJECT_PRONOUNS):
        return Named(SubKind.PERSONAL_A_NAME)
    return Named(SubKind.PERSONAL_A)


def telling_small_words(scene: Scene) -> Named | None:
    """What certain conjunctions and negatives tell, whatever kind they would be otherwise."""
    return _conjunction(scene) or _negation(scene)


def _conjunction(scene: Scene) -> Named | None:
    following = scene.next_word
    match scene.change:
        case ("y", "e") if following.startswith(("i", "hi")) and not following.startswith("hie"):
            return Named(SubKind.Y_TO_E)
        case ("o", "u") if following.startswith(("o", "ho", "8", "11")):
            return Named(SubKind.O_TO_U)
        case ("pero", "sino") if "no" in scene.left:
            return Named(SubKind.BUT_RATHER)
    saying = scene.lemmas(scene.before) & _SAYING and scene.is_finite(scene.before)
    if not scene.said and scene.better == ("que",) and saying and scene.behind:
        return Named(SubKind.THAT_MISSING)
    return None


def _negation(scene: Scene) -> Named | None:
    following = scene.next_word
    verb = scene.third_word if following in CLITICS else following
    if scene.better == ("no",) and not scene.said and scene.is_finite(verb):
        behind = scene.after[1:5]
        cut = next((n for n, word in enumerate(behind) if word in {"y", "pero", "que"}), 5)
        trigger = next((word for word in behind[:cut] if word in NEGATIVE), "")
        return Named(SubKind.DOUBLE_NEGATION, trigger) if trigger else None
    if scene.said == ("no",) and not scene.better:
        early = scene.before in NEGATIVE and scene.is_finite(verb)
        return Named(SubKind.NO_SUPERFLUOUS) if early else None
    said, better = scene.change
    negated = {"no", "nunca", "sin", "nadie", "ni"} & set(scene.left)
    return Named(SubKind.NEGATIVE_WORD) if better in _NEGATED.get(said, ()) and negated else None
