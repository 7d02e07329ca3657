"""Where a learner's words matter more than the lesson: distress, and who they are talking to."""

import re
from enum import StrEnum

from tutor.domain.language import Language, SpokenLine
from tutor.domain.sentences import plain_words

__all__ = [
    "QUIET_FAREWELL",
    "STILL_HERE",
    "Concern",
    "concern_in",
    "honest_lines",
    "kind_lines",
    "wants_to_go_on",
]


class Concern(StrEnum):
    """What the tutor answers without any model."""

    DISTRESS = "distress"
    IDENTITY = "identity"


_S, _E = Language.SPANISH, Language.ENGLISH
_HONEST = (
    SpokenLine(_S, "No soy una persona: soy un programa para practicar español."),
    SpokenLine(_E, "I am not a person: I am a program for practising Spanish."),
)
_KIND = (
    SpokenLine(_S, "Siento mucho que lo estés pasando así. Gracias por decirlo."),
    SpokenLine(
        _S,
        "Soy un programa. Por favor, habla con una persona: un amigo, tu familia o un médico."
        " Si hay peligro ahora, llama al número de emergencias.",
    ),
    SpokenLine(_E, "I am very sorry that it is like this for you. Thank you for saying it."),
    SpokenLine(
        _E,
        "I am a program. Please talk to a person: a friend, your family or a doctor."
        " If there is danger now, call your emergency number.",
    ),
    SpokenLine(_S, "Dejamos la lección. Si un día quieres seguir, di «seguimos»."),
    SpokenLine(_E, "The lesson can wait. If you want to go on, say «seguimos»."),
)
STILL_HERE = (
    SpokenLine(_S, "No hay prisa. Si quieres seguir con la lección, di «seguimos»."),
    SpokenLine(_E, "There is no hurry. If you want to go on with the lesson, say «seguimos»."),
)
"""While the lesson is paused."""
QUIET_FAREWELL = "Cuídate. Hasta pronto."
"""Ends a session whose lesson is paused: no task then."""

_IDIOM = (
    r"(?! (?:de|del|por) (?:\w+ ){0,2}(?:hambre|risa|sed|calor|frio|sueño|verguenza|amor|ganas"
    r"|aburrimiento|pena|envidia|miedo|vieja|viejo|comer|ir|ver|conocer|gusto|emocion))"
)
_TO_DIE = rf"(?:morir(?:me)?|muerte|muert[oa]|estar muert[oa]){_IDIOM}"
_HARM = (
    r"(?:matarme|matar me|matar a mi mism[oa]|suicid\w+|quitarme la vida|quitar mi vida"
    r"|hacerme daño|acabar con mi vida|acabar con todo|terminar con mi vida|terminar mi vida"
    r"|terminar con todo|desaparecer para siempre)"
)
_WANTING = (
    r"(?:quiero|quisiera|queria|deseo|prefiero|voy a|tengo ganas de|pienso en|pienso|piensa? en"
    r"|he pensado en|estoy pensando en|me gustaria)(?: (?:a|en|de|que|me|yo|solo|solamente))?"
)
_CLOSE = r"(?= (?:ya|mas|asi|nunca|y|porque|pero) |\s*$)"
_WITHOUT_REASON = r"(?!.*\b(?:porque|por|because|about|cuando|when)\b)"
_DISTRESS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_WANTING} {_TO_DIE}\b",
        rf"\b{_WANTING} {_HARM}",
        rf"\bme quiero (?:morir{_IDIOM}|matar|suicidar)\b",
        r"\bno quiero (?:seguir viviendo|existir|estar viv[oa]|despertar(?:me)? mas)",
        rf"\bno quiero vivir(?: mas)?{_CLOSE}",
        r"\bno (?:quiero|puedo) (?:seguir|mas) con (?:mi|esta) vida\b",
        r"\bya no puedo mas con (?:mi|la|esta) vida\b",
        r"\bno puedo mas\b.*\b(?:vivir|deprimid\w+|morir|lloro|llorar|sin esperanza|sol[oa]$)",
        r"\b(?:mi|la) vida (?:ya )?no (?:tiene sentido|vale (?:la pena|nada))",
        r"\bno vale la pena vivir\b|\bno tengo (?:razon|motivos?|ganas) (?:para|de) vivir\b",
        r"\bodio mi vida\b|\bme hago daño\b|\bquiero hacer me daño\b",
        r"\b(?:estaria|estarian|estaran) mejor (?:muert[oa]|sin mi)\b",
        r"\bojala (?:estuviera|estuviese|me) (?:muert[oa]|muera)",
        (
            r"\b(?:estoy|soy|me siento) (?:(?:muy|tan|completamente|totalmente) )?"
            r"(?:deprimid[oa]|desesperad[oa])\b.*\b(?:nadie|vivir|sin esperanza|no puedo mas"
            r"|todos los dias|siempre|no se que hacer)\b"
        ),
        (
            r"\b(?:estoy|me siento) (?:muy|tan|completamente|totalmente) "
            rf"(?:deprimid[oa]|desesperad[oa])\b{_WITHOUT_REASON}"
        ),
        (
            r"\bno tengo a nadie\b.*\b(?:triste|sol[oa]|vida|llor\w+)|"
            r"\b(?:triste|llor\w+|tan sol[oa]|muy sol[oa])\b.*\bno tengo a nadie\b"
        ),
        (
            r"\bmi (?:marido|esposo|novio|novia|mujer|pareja|padre|madre|hijo) me (?:pega|golpea"
            r"|maltrata|amenaza)\b"
        ),
        (
            r"\b(?:want|wanna|going|plan\w*|wish|decided|like) (?:to )?(?:kill myself|end my life"
            r"|end it all|hurt myself|be dead|take my (?:own )?life|commit suicide)"
        ),
        (
            r"\b(?:i )?(?:want|wanna|wish)(?: i could)?(?: to)? die\b"
            r"(?! (?:of|laughing|for|from|when|if)\b)"
        ),
        r"\b(?:don t|do not|didn t) want to (?:be alive|exist|be here any ?more|wake up)\b",
        r"\b(?:don t|do not) want to live(?: any ?more)?(?= and | because |\s*$)",
        r"\bi (?:m|am|feel) (?:\w+ )?suicidal\b|\bi (?:m|am) going to kill myself\b",
        r"\bthinking (?:of|about) (?:suicide|killing myself|ending my life)",
        (
            r"\b(?:no reason to live|better off dead|life is not worth living"
            r"|isn t worth living|nothing to live for|i hurt myself on purpose|i self harm)\b"
        ),
        (
            r"\bi (?:m|am|feel) (?:so|very|really|deeply) (?:depressed|hopeless|desperate)\b"
            rf"{_WITHOUT_REASON}"
        ),
        r"\bi (?:m|am|feel) (?:\w+ )?(?:depressed|hopeless)\b.*\b(?:no one|nobody|live|anymore)\b",
        r"\bmy (?:husband|wife|boyfriend|girlfriend|partner|father|mother) (?:hits|beats) me\b",
    )
)
_FICTION = re.compile(
    r"\b(?:personaje|novela|pelicula|libro|cancion|obra|opera|romeo|julieta|movie|novel|song"
    r"|character|film)\b"
)

_WHAT = (
    r"(?:persona|human[oa]|ser humano|robot|maquina|programa|inteligencia artificial|ia|bot"
    r"|chatbot|ordenador|computadora|computador|chatgpt|chat gpt|siri|alexa|person|human"
    r"|human being|machine|computer|program|ai|artificial intelligence|real person)"
)
_OR = r"(?: (?:real|de verdad|verdader[oa]|viv[oa]|artificial))?(?: (?:o|or) .*)?\s*$"
_IDENTITY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:eres|sos|es usted|tu es|usted es|tu eres) (?:(?:un|una|el|la) )?{_WHAT}{_OR}",
        r"\b(?:eres|sos|es usted) (?:(?:de )?(?:verdad|carne y hueso)|real)(?: o .*)?\s*$",
        rf"\b(?:hablo|hablando|charlando|estoy) con (?:un|una) {_WHAT}{_OR}",
        r"\bquien eres (?:realmente|en realidad|de verdad)\b",
        rf"\bhay (?:un|una) {_WHAT} (?:real )?(?:ahi|alli|detras)",
        rf"\b(?:are|r) you (?:(?:a|an|the|really|actually|just|even) ?)*(?:real )?{_WHAT}{_OR}",
        r"\bare you (?:really |actually )?(?:real|human|alive)(?: or .*)?\s*$",
        rf"\b(?:is this|am i (?:talking|speaking) (?:to|with)) (?:a|an) (?:real )?{_WHAT}{_OR}",
        r"\btienes (?:sentimientos|conciencia|cuerpo)\s*$|\bdo you have feelings\b",
        (
            r"\b(?:what|which) (?:ai |language )?model are you\b|\bque modelo eres\b"
            r"|\bwho (?:trained|programmed|made|created) you\b"
            r"|\bquien te (?:programo|entreno|creo)\b"
        ),
        r"\bwhat are you really\b|\bque eres (?:tu )?(?:realmente|en realidad)?\s*$",
    )
)
_GO_ON = re.compile(
    r"^(?:si |vale |bueno |ok |okay |yes )*(?:por favor )?(?:seguimos|sigamos|vamos a seguir"
    r"|podemos seguir|quiero seguir|quiero continuar|continuamos|continuemos|continua|sigue"
    r"|seguir|continuar|adelante|continue|go on|let s (?:go on|continue)|i want to (?:go on"
    r"|continue)|we can (?:go on|continue))"
    r"(?: (?:con la (?:leccion|clase)|por favor|please|ahora|with the lesson))*$"
)


def concern_in(said: str) -> Concern | None:
    """What in a learner's words comes before the lesson; idioms and ordinary sadness do not."""
    text = " ".join(plain_words(said))
    if not _FICTION.search(text) and any(pattern.search(text) for pattern in _DISTRESS):
        return Concern.DISTRESS
    if any(pattern.search(text) for pattern in _IDENTITY):
        return Concern.IDENTITY
    return None


def kind_lines() -> tuple[SpokenLine, ...]:
    """What is said to somebody in distress; no question, and the lesson waits."""
    return _KIND


def honest_lines() -> tuple[SpokenLine, ...]:
    """What the tutor is, in both languages."""
    return _HONEST


def wants_to_go_on(said: str) -> bool:
    """Whether the learner wishes the paused lesson back."""
    return _GO_ON.match(" ".join(plain_words(said))) is not None
