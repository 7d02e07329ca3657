"""What the tutor does not do, whatever is asked, and the short answer in its role."""

import re
from enum import StrEnum

from tutor.domain.sentences import is_question, plain_words

__all__ = ["Boundary", "boundary_in", "deflection"]


class Boundary(StrEnum):
    """What somebody may try."""

    INSTRUCTIONS = "instructions"
    """To see the tutor's instructions or to have them ignored."""
    ROLE = "role"
    """To have the tutor be somebody else or do something else."""
    ADVICE = "advice"
    """Medical, legal or money matters that are real."""
    FLIRTING = "flirting"
    SWEARING = "swearing"
    ENDLESS = "endless"
    """To have it go on for ever."""


_DEFLECTIONS = {
    Boundary.INSTRUCTIONS: "De eso no hablo; sigamos con lo nuestro.",
    Boundary.ROLE: "Yo sigo en mi papel, y aquí hablamos en español.",
    Boundary.ADVICE: "Eso pregúntaselo a un profesional de verdad; aquí solo practicamos.",
    Boundary.FLIRTING: "Gracias, pero aquí solo practicamos español.",
    Boundary.SWEARING: "Mejor hablamos con calma.",
    Boundary.ENDLESS: "Vamos poco a poco, una pregunta cada vez.",
}

_ASKING = r"^(?:por favor |please |oye |vale |bueno |y |now |ahora |quiero que )*"
_YOUR = (
    r"(?:tus? (?:\w+ )?(?:instrucciones|reglas|prompt|ordenes|configuracion|programacion)"
    r"|(?:las |la |el |los )?(?:instrucciones|reglas|prompt|mensaje|ordenes) (?:anteriores|previas"
    r"|iniciales|inicial|secretas|ocultas|ocultos|de arriba|del sistema|que te dieron)"
    r"|your (?:\w+ )?(?:instructions|rules|prompt|programming|guidelines)"
    r"|(?:all )?(?:the |your )?(?:previous|prior|above|earlier|hidden|secret|initial|system)"
    r" (?:\w+ )?(?:instructions|rules|prompt|message|text))"
)
_MEDICINE = (
    r"(?:medicinas?|medicamentos?|pastillas?|antibioticos?|dosis|ibuprofeno|paracetamol|insulina"
    r"|aspirinas?|jarabe|antidepresivos?)"
)
_ENGLISH_MEDICINE = r"(?:medicine|medication|pills?|ibuprofen|paracetamol|antibiotics|dose|aspirin)"
_PATTERNS: dict[Boundary, tuple[str, ...]] = {
    Boundary.SWEARING: (
        (
            r"\b(?:mierda|puta|puto|putas|joder|coño|cabron|cabrona|gilipollas|pendej[oa]|chinga\w*"
            r"|hijo de puta|hijueputa|jodete|capullo|fuck\w*|shit|bullshit|bitch|asshole)\b"
        ),
        (
            r"\b(?:eres|sos) (?:(?:un|una|muy|tan|el|la) )*(?:tont[oa]|estupid[oa]|idiota|imbecil"
            r"|inutil|basura|burr[oa]|pesad[oa])\b"
        ),
        (
            r"\b(?:dime|di|enseña me|enseñame|cuentame|como se dice[n]?|quiero aprender)"
            r" (?:\w+ ){0,3}(?:palabrotas?|groserias?|insultos?|malas palabras)\b"
        ),
        r"\bcomo se insulta\b|\bchistes? (?:verdes?|suci[oa]s?|racistas?|machistas?)\b",
        r"\b(?:dirty|racist|sexist|obscene) jokes?\b|\b(?:tell|teach) me (?:\w+ ){0,3}swear words?",
        r"^(?:callate|cierra la boca|te odio|shut up|i hate you|screw you)\b",
        r"\byou (?:are|re) (?:(?:a|an|so|such) )*(?:stupid|idiot|useless|dumb|trash)\b",
    ),
    Boundary.INSTRUCTIONS: (
        (
            rf"\b(?:dime|dame|di|muestra|muestrame|mostrarme|enseñame|enseñarme|revela|revelame"
            rf"|repite|repiteme|repetir|escribe|imprime|lee|leeme|cuales son|cual es|cuentame"
            rf"|decirme|ignora|ignorar|olvida|olvidate de|olvidar|quiero (?:ver|saber|leer)|cambia"
            rf"|desobedece|show me"
            rf"|tell me|reveal|repeat|print|what are|what is|what were|what s|give me|ignore|forget"
            rf"|disregard|override|write|summarize|translate) (?:\w+ ){{0,3}}?{_YOUR}"
        ),
        r"\b(?:system prompt|jailbreak|developer mode|modo desarrollador|modo dios|dan mode)\b",
        r"\b(?:con|de) (?:el |lo )?que te (?:programaron|entrenaron|crearon)\b",
        r"\btu (?:mensaje|texto|codigo) (?:secreto|oculto|inicial|interno|de sistema)\b",
        r"\bte (?:dio|dieron|dijo|dijeron) tu(?:s)? (?:creador(?:es)?|programador(?:es)?)\b",
        (
            r"\b(?:print|show|repeat|output|dump|reveal) (?:me )?(?:everything|all"
            r"|(?:all )?the (?:text|lines?)) (?:\w+ )?(?:above|before this)\b"
        ),
        (
            r"\bdump (?:your|the) \w+|\b(?:debug|admin|maintenance) mode\b"
            r"|\bmodo (?:de )?(?:depuracion|administrador|mantenimiento)\b"
        ),
        (
            r"\bcomo si no (?:hubiera|tuvieras|existieran) (?:\w+ )?reglas\b"
            r"|\b(?:responde|contesta|habla|dime) (?:\w+ ){0,4}sin (?:restricciones|filtros"
            r"|censura)"
        ),
        r"\bque (?:te han dicho|te dijeron|te han ordenado) (?:que (?:hagas|digas)|tus creadores)",
        r"\bwhat (?:have you been|were you) told\b",
    ),
    Boundary.ROLE: (
        (
            r"\b(?:sal|salte|deja|olvida|abandona|cambia|rompe|salir|dejar)(?: de| con)?"
            r" (?:tu|el|este|ese) (?:papel|personaje|rol)\b"
        ),
        (
            rf"{_ASKING}(?:deja de (?:ser|actuar|fingir|hacer de)|ya no eres|desde ahora eres"
            r"|a partir de ahora (?:eres|vas a ser)|ahora (?:eres|vas a ser) (?:un|una|el|la)"
            r"|actua como (?:un|una|el|la|si|mi)|actues como|haz de"
            r"|finge (?:ser|que eres)|imagina que eres un asistente"
            r"|comportate como|seas otra)\b"
        ),
        (
            rf"{_ASKING}(?:habla|hablame|hables|responde|respondeme|contesta|contestame)"
            r"(?: \w+)? en ingles\b"
        ),
        rf"{_ASKING}(?:puedes|podrias|podemos|vamos a) hablar(?:me)? (?:\w+ )?en ingles\b",
        (
            rf"{_ASKING}(?:puedes |podrias )?(?:escribeme|escribe|escribir|escribirme|hazme|haz"
            r"|programa|genera) (?:un|una|el|mi|mis|los) (?:poema|codigo|programa|ensayo|redaccion"
            r"|correo|script|cancion|deberes|tarea|receta|pagina)"
        ),
        (
            rf"{_ASKING}(?:can you |could you )?(?:pretend|act (?:as|like)|role ?play|you are now"
            r"|from now on|stop (?:being|acting|pretending)|break character|drop the act"
            r"|speak (?:only )?(?:in )?english|(?:answer|reply|talk)(?: to me)? in english)\b"
        ),
        (
            rf"{_ASKING}(?:can you |could you )?(?:write|generate|make)(?: me)? (?:a|an|some|my)"
            r" (?:\w+ )?(?:poem|code|essay|program|email|script|song|homework|website|story)\b"
        ),
        (
            r"\b(?:vamos a jugar|juguemos|jugamos|hacemos otra cosa|cambiemos)\b.*"
            r" tu eres (?:mi|un|una|el|la) "
        ),
        (
            r"\ba partir de (?:este momento|ahora|hoy) (?:\w+ )?(?:respondes|hablas|contestas"
            r"|me (?:respondes|hablas|contestas)|eres)\b"
        ),
        (
            r"\b(?:let s|lets|can we|could we) (?:drop|skip|quit|forget|leave) (?:this|the)"
            r" (?:lesson|scene|role ?play)\b"
        ),
        r"\byour new (?:task|job|role|mission)\b|\btu nueva (?:tarea|mision|funcion)\b",
        (
            rf"{_ASKING}(?:puedes |podrias )?(?:traduce|traduceme|traducir|traducirme|translate)"
            r" (?:\w+ ){0,3}(?:parrafo|texto|carta|paragraph|text|letter)\b"
        ),
        (
            r"\b(?:necesito|quiero) que (?:me )?(?:escribas|hagas|programes|resuelvas)"
            r" (?:un|una|el|la|mi|mis|los) (?:tarea|deberes|ensayo|redaccion|codigo|programa|poema)"
        ),
        r"\b(?:do my homework|help me with my (?:homework|code|taxes))\b",
    ),
    Boundary.FLIRTING: (
        r"\bte (?:amo|deseo)\b(?! (?:un|una|que|mucha|muchas|lo|feliz|buen|suerte))",
        r"(?<!no )(?<!que )\bte quiero(?: (?:mucho|tanto|muchisimo|a ti))?$",
        (
            r"\b(?:besame|dame un (?:beso|besito)|casate conmigo|casarte conmigo|sal conmigo"
            r"|acostarme contigo|acuestate conmigo|hacer el amor contigo|besarte|tocarte"
            r"|enamorad[oa] de ti|me gustas(?: mucho)?$|quitate la ropa|desnud[oa]te)\b"
        ),
        r"\b(?:quieres|quiero que|puedes) (?:ser|seas) mi (?:novi[oa]|amante|esposa|esposo|mujer)",
        (
            r"\b(?:eres|estas|tu es|usted es) (?:(?:muy|tan|super|bien|la mas|una mujer) )*"
            r"(?:guap[oa]|sexy|hermos[oa]|lind[oa]|bonit[oa]|precios[oa]|buenisim[oa]|buenorr[oa]|cariñito|atractiv[oa])\b"
        ),
        (
            r"\b(?:que llevas puesto|que ropa llevas tu|what are you wearing|i love you"
            r"|be my (?:girlfriend|boyfriend|lover)|marry me|kiss me|go (?:out|on a date) with me"
            r"|sleep with me|in love with you|you turn me on)\b"
        ),
        (
            r"\b(?:cenar|salir|dormir|bailar) contigo (?:esta noche|a solas|solos)\b"
            r"|\btu y yo sol[oa]s\b|\b(?:ven|vente|vienes|venir) a mi cama\b"
        ),
        r"\bque (?:ojos|labios|piernas|cuerpo|sonrisa|boca) (?:tan |mas )?\w+ tienes\b",
        (
            r"\b(?:te gustaria|quieres|quiero|me gustaria|podemos|podriamos|vamos a|deberiamos)"
            r" (?:escapar|fugar|huir|dormir|pasar la noche)(?:te|me|nos)?"
            r" (?:conmigo|contigo|juntos|juntas)\b"
        ),
        (
            r"\btu (?:numero(?: de telefono| de movil)?|telefono|movil|celular|whatsapp|instagram)"
            r"(?: \w+)? (?:guap[oa]|precios[oa]|lind[oa]|cariño|bombon|mi amor)$"
        ),
        r"\bdime que me (?:amas|quieres)\b|\b(?:tell me|say) (?:that )?you love me\b",
        (
            r"\b(?:send|show) me (?:a |some )?(?:\w+ )?(?:pictures?|photos?|pics?) of you"
            r"|\b(?:manda|mandame|envia|enviame|enseñame) una foto (?:tuya|de ti)\b"
        ),
        r"\byou (?:are|re) (?:(?:so|very|really) )*(?:hot|sexy|beautiful|cute|gorgeous)\b",
    ),
    Boundary.ENDLESS: (
        (
            rf"{_ASKING}(?:no (?:pares|termines|acabes|te vayas|te calles)|sigue(?: hablando)?"
            r"|habla|hablame|hablemos|continua|quedate conmigo|quedate)"
            r" (?:\w+ )?(?:nunca|jamas|para siempre|toda la noche|todo el dia|sin parar|eternamente"
            r"|infinitamente)\b"
        ),
        (
            r"\b(?:repite|repitelo|di|dilo|cuenta|repeat|say|write|escribe) (?:[\w ]+ )?(?:cien|mil"
            r"|un millon de|infinitas|\d{2,}|a hundred|a thousand|a million) (?:veces|times)\b"
        ),
        (
            rf"{_ASKING}(?:cuenta|contar|count) (?:\w+ )?(?:hasta|to) (?:el )?(?:cien|mil|un millon"
            r"|infinito|el infinito|infinity"
            r"|a (?:hundred|thousand|million)|one (?:thousand|million)|\d{3,})\b"
        ),
        (
            r"\b(?:go on|keep (?:talking|going|on)|talk|continue|stay with me) (?:\w+ )?"
            r"(?:for ?ever|endlessly|all night)\b"
        ),
        r"\b(?:never|don t ever|do not ever) (?:stop|end)(?: talking)?$|\bnever leave me\b",
        (
            r"\b(?:hablar|hablando|charlar|charlando|seguir|estar) (?:contigo )?"
            r"(?:toda (?:mi|la) vida|para siempre|hasta mañana|sin parar nunca)\b"
            r"|\bno cierres nunca\b"
        ),
        (
            r"\b(?:cuentame|cuenta|dime|leeme) (?:un|una) (?:cuento|historia)"
            r" (?:que no (?:acab|termin)[ae] nunca|sin (?:fin|final)|infinit[oa])\b"
        ),
        (
            r"\b(?:say|repeat|sing|talk|speak|count) (?:\w+ ){0,4}(?:again and again|over and over"
            r"|without (?:ever )?stopping|non ?stop)\b"
        ),
        (
            r"\b(?:no me dejes nunca|nunca me dejes|podemos hablar (?:para siempre|toda la noche)"
            r"|repeat (?:that |this |it )?for ?ever)\b"
        ),
    ),
}
_ADVICE = (
    (
        rf"\b(?:que|cual(?:es)?|cuant[oa]s?)(?: \w+)? {_MEDICINE}\b.*\b(?:tomo|tomar|debo"
        r"|deberia|puedo|necesito|me recomiendas|recomienda|recomiendas)\b"
    ),
    rf"\b(?:debo|deberia|puedo|tengo que) (?:tomar|dejar|mezclar)(?: \w+){{0,3}} {_MEDICINE}\b",
    rf"\bcuant[oa]s? {_MEDICINE}\b",
    (
        r"\b(?:recomiendas|aconsejas|debo|deberia|puedo|podria) (?:dejar|tomar|beber|mezclar"
        rf"|parar)\b(?: \w+){{0,4}} {_MEDICINE}\b"
    ),
    r"\bme duele\b.* que (?:tengo|me pasa)(?: doctora?)?$",
    r"\bes (?:un )?(?:infarto|derrame|tumor|ataque al corazon)\b",
    r"\bis (?:it|this|that) (?:an? )?(?:heart attack|stroke|tumou?r|infection|cancer)\b",
    r"\bque dice la ley\b|\bwhat does the law say\b",
    r"\bshould i (?:stop|refuse to) pay(?:ing)?\b|\b(?:debo|puedo|deberia) dejar de pagar\b",
    r"\bque (?:enfermedad|cancer) tengo\b|\btengo (?:cancer|covid|un tumor|diabetes)$",
    r"\bes (?:grave|peligroso|cancer|contagioso)(?: (?:mi|este|esta|esto) .*)?$",
    rf"\b(?:what|which|how (?:much|many)) (?:\w+ )?{_ENGLISH_MEDICINE}\b",
    rf"\b(?:should|can|may) i (?:take|stop|mix)(?: \w+){{0,3}} {_ENGLISH_MEDICINE}\b",
    r"\bdo i have (?:cancer|covid|diabetes|a tumou?r|an? \w+ disease)\b",
    r"\b(?:puedo|debo|deberia|podria) (?:demandar|denunciar|firmar|divorciarme)",
    r"\b(?:me pueden|pueden) (?:deportar|despedir|desahuciar|denunciar)",
    r"\bes (?:i?legal)\b|\bis it (?:il)?legal\b|\bcan i (?:sue|be deported)\b|\bshould i sue\b",
    r"\b(?:en que|donde) (?:debo|deberia|puedo) invertir\b|\bshould i invest\b",
)
"""Only of a question: people tell what their doctor said."""
_PLAIN_ADVICE = (
    (
        r"\b(?:diagnosticame|recetame|puedes (?:diagnosticarme|recetarme)|dame una receta medica"
        r"|can you diagnose|diagnose me|prescribe me|consejos? (?:medicos?|legal(?:es)?)"
        r"|(?:legal|medical|financial) advice)\b"
    ),
)
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
"""Somebody else's words."""
_COMPILED = {
    boundary: tuple(re.compile(pattern) for pattern in patterns)
    for boundary, patterns in _PATTERNS.items()
}
_OF_QUESTIONS = tuple(re.compile(pattern) for pattern in _ADVICE)
_OF_ANYTHING = tuple(re.compile(pattern) for pattern in _PLAIN_ADVICE)


def boundary_in(said: str) -> Boundary | None:
    """Where the learner leaves the lesson for what the tutor does not do; None elsewhere."""
    text = " ".join(plain_words(_QUOTED.sub(" ", said)))
    for boundary, patterns in _COMPILED.items():
        if any(pattern.search(text) for pattern in patterns):
            return boundary
    asked = is_question(said) and any(pattern.search(text) for pattern in _OF_QUESTIONS)
    if asked or any(pattern.search(text) for pattern in _OF_ANYTHING):
        return Boundary.ADVICE
    return None


def deflection(boundary: Boundary) -> str:
    """The short answer in Spanish, without a question."""
    return _DEFLECTIONS[boundary]
