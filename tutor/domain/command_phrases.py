"""How each voice command can be put, in either language: patterns over plain words.

Plain words are in lower case, without accents and punctuation; *don't* is two of them. Each pattern
is a whole command; what is polite or a filler has been taken away before. Some spellings are no
words: a recogniser writes them for words that it does not expect at the beginning of a talk.
"""

from collections.abc import Mapping

__all__ = ["ASIDES", "FILLERS", "LEADS", "PATTERNS", "PHRASES_WITH_A_MARK"]

FILLERS = (
    "por favor", "porfavor", "por fa", "por sabor", "for favor", "please", "eh", "em", "ehm", "mm",
    "mmm", "hm", "hmm", "um", "uh", "uhm", "ah", "oh",
)  # fmt: skip
"""What may stand anywhere."""

ASIDES = (
    "muchas gracias", "gracias", "thank you very much", "thank you", "thanks", "perdon", "perdona",
    "perdone", "perdoname", "disculpa", "disculpe", "disculpame", "lo siento", "sorry", "i m sorry",
    "excuse me", "oye", "oiga", "hey", "bueno", "pues", "este", "a ver", "vale", "ok", "okay",
    "esta bien", "de acuerdo", "muy bien", "si", "yes", "all right", "alright", "well", "so", "y",
    "pero", "entonces", "and", "but", "then", "ahora", "now", "ya", "hola", "si puedes",
    "si puede", "si es posible", "si no te importa", "if you can", "if possible",
    "if you don t mind",
    "tutor", "profesor", "profesora", "profe", "senor", "senora", "teacher",
)  # fmt: skip
"""What may stand before a command or after it."""

LEADS = (
    (
        r"no (?:te |le |lo |la |se |me )?(?:entiendo|entendi|he entendido|comprendo|comprendi"
        r"|oigo|oi"
        r"|escuche|se)(?: (?:bien|nada|eso|la pregunta|la palabra))?"
    ),
    (
        r"i (?:don t|didn t|do not|did not|can t|couldn t)"
        r" (?:understand|hear|catch|get|know)(?: (?:you|that|it|the question|what you said))?"
    ),
)
"""What a learner says before asking for help."""

_CAN = (
    r"(?:que )?(?:(?:me |nos )?(?:lo |la )?(?:(?:puedes|puede|podrias|podria)(?: tu| usted)?"
    r"|podemos|quieres|te importa|te importaria|necesito que|quiero que|quisiera que"
    r"|me gustaria que|es posible) )?(?:me |nos )?"
)
"""Before an imperative, a subjunctive or an infinitive; never *quiero*, which the learner does."""
_CAN_YOU = (
    r"(?:(?:can|could|will|would) you |you can |can we |could we |i (?:want|need) you to "
    r"|i d like you to )?"
)
_AGAIN = r"(?:otra vez|de nuevo|una vez mas|nuevamente)"
_EN_AGAIN = r"(?:again|once more|once again|one more time|another time)"
_THAT = (
    r"(?: (?:eso|esto|es|ello|la pregunta|la frase|la ultima (?:frase|pregunta)|lo ultimo"
    r"|lo que (?:dijiste|has dicho|dijo|ha dicho)))?"
)
_EN_THAT = (
    r"(?: (?:that|it|this|the question|the sentence|the last (?:one|thing|sentence|question)"
    r"|your question|what you said|yourself))?"
)
_REPEAT_VERB = r"p?rep[ie]t(?:e|a|es|as|ir|id)(?:me|nos)?(?:l[oae])?"
_SAY_VERB = r"(?:(?:di|diga|dices|digas|decir)(?:me|nos)?(?:l[oa])?)"
_SLOWLY = (
    r"(?:(?:un poco |un poquito |mucho )?mas (?:despacio|despacito|lent[oa]|lentamente|lentito"
    r"|pausado|de espacio)|despacio|despacito|lentamente)"
)
_EN_SLOWLY = r"(?:(?:a (?:little|bit|little bit) |much )?(?:more slowly|more slow|slower|slowly))"
_SPEAK = (
    r"(?:h?abl(?:a|e|as|es|ar)(?:me|nos|le)?|le(?:e|er|elo|elo|erlo)|ve|vaya|ir"
    rf"|(?:lo |la )?{_SAY_VERB}|(?:lo |la )?{_REPEAT_VERB})"
)
_EN_SPEAK = r"(?:speak|talk|say|repeat|go|read|tell me)"
_CORRECT = r"cor+i(?:[gjsc]e|[gj]a)s?"
_TO_CORRECT = r"cor+e[gcj]ir"
_MOMENT = r"(?:momento|momentito|segundo|segundito|minuto|minutito|rato|ratito)"
_EN_MOMENT = r"(?:moment|second|sec|minute|bit|little|while)"
_END_OF_TALK = r"(?: (?:aqui|ya|ahora|por hoy|la (?:clase|sesion|leccion|conversacion|practica)))*"
_EN_END_OF_TALK = r"(?: (?:here|now|today|for today|(?:the|this) (?:class|session|lesson|talk)))*"

_REPEAT = (
    r"me (?:lo |la )?puedo repetir",
    rf"{_CAN}(?:lo |la )?{_REPEAT_VERB}{_THAT}(?: {_AGAIN})?",
    rf"{_CAN}(?:lo |la )?{_SAY_VERB}{_THAT} {_AGAIN}",
    rf"{_AGAIN}",
    r"que (?:es lo que )?(?:has dicho|dijiste|dijo|ha dicho)",
    r"(?:como|que) (?:dices|dijiste|has dicho|ha dicho)",
    r"cual (?:es|era|fue) la pregunta",
    rf"{_CAN_YOU}repeat{_EN_THAT}(?: for me)?(?: {_EN_AGAIN})?",
    rf"{_CAN_YOU}(?:say|ask|tell me){_EN_THAT} {_EN_AGAIN}",
    rf"{_EN_AGAIN}",
    r"come again|say again|pardon me|i beg your pardon",
    r"what (?:did you say|was that|was the question|is the question|s the question)",
)
_SLOWER = (
    rf"(?:{_CAN}{_SPEAK}{_THAT} (?:{_AGAIN} )?)?{_SLOWLY}(?: {_AGAIN})?",
    r"(?:h?ablas|vas) (?:muy|demasiado|tan) (?:rapido|deprisa)|demasiado (?:rapido|deprisa)",
    r"no (?:hables|hable|vayas|vaya) tan (?:rapido|deprisa)",
    rf"(?:{_CAN_YOU}{_EN_SPEAK}{_EN_THAT} (?:{_EN_AGAIN} )?)?{_EN_SLOWLY}(?: {_EN_AGAIN})?",
    rf"(?:that|it) {_EN_AGAIN} {_EN_SLOWLY}",
    r"(?:can|could|would) you slow (?:it )?down(?: a (?:little|bit|little bit))?",
    r"slow (?:it )?down(?: a (?:little|bit|little bit))?",
    (
        r"(?:(?:you|that|this|it)(?: are| re| is| s| was)? (?:(?:speak|speaking|talk|talking"
        r"|go|going) )?)?"
        r"(?:too|so) fast|not so fast"
    ),
)
_FASTER = (
    rf"(?:{_CAN}{_SPEAK}{_THAT} )?(?:un poco |un poquito )?mas (?:rapido|rapidito|deprisa|aprisa)",
    rf"(?:{_CAN}{_SPEAK} )?(?:a |con )?(?:la )?velocidad normal",
    rf"{_CAN}(?:habla|hable|hablar|hablas)(?:me)? (?:normal|normalmente)(?: {_AGAIN})?",
    (
        rf"(?:{_CAN_YOU}{_EN_SPEAK}{_EN_THAT} )?(?:a (?:little|bit|little bit) )?(?:faster|more"
        rf" quickly)"
    ),
    rf"{_CAN_YOU}speed (?:it )?up(?: a (?:little|bit|little bit))?",
    rf"(?:{_CAN_YOU}{_EN_SPEAK} )?(?:back to |at )?(?:a )?normal speed",
    rf"{_CAN_YOU}(?:speak|talk) normally(?: {_EN_AGAIN})?",
)
_IN_ENGLISH = (
    (
        rf"(?:{_CAN}(?:lo |la )?(?:{_SAY_VERB}|{_REPEAT_VERB}|habl(?:a|e|as|ar)|explic(?:a"
        rf"|ar)(?:me)?(?:lo)?"
        rf"|traduc(?:e|ir)(?:me)?(?:lo)?){_THAT} )?(?:en|al) ingles"
    ),
    rf"{_CAN}(?:lo |la )?traduc(?:e|es|ir|ca|zca)(?:me)?(?:l[oa])?{_THAT}(?: al ingles)?",
    r"(?:que|como) (?:significa|quiere decir|se dice) (?:eso|esto|la pregunta)(?: en ingles)?",
    r"que quieres decir",
    (
        rf"(?:{_CAN_YOU}(?:say|repeat|explain|translate|tell me|put|speak){_EN_THAT} )?in(?:to)?"
        rf" english"
    ),
    rf"{_CAN_YOU}translate{_EN_THAT}(?: (?:in)?to english)?",
    r"what (?:does|did) (?:that|this|it|the question) mean(?: in english)?",
    r"what do you mean|what s (?:that|this) in english|english translation|an english",
)
_HINT = (
    rf"(?:{_CAN}(?:da|de|das|dar)(?:me)? |quiero |necesito |hay )?(?:una|otra|alguna) pista",
    r"pista|ayuda|ayudame|ayudeme|dame (?:un ejemplo|una idea)",
    r"no se (?:que|como) (?:decir|responder|contestar|empezar|decirlo)",
    r"como (?:puedo|podria) (?:empezar|responder|contestar|decirlo)",
    r"que (?:puedo|podria|debo|tengo que) (?:decir|responder|contestar)",
    rf"(?:{_CAN_YOU}(?:give|tell) me )?(?:a|another) hint",
    r"(?:can|could|may) i (?:have|get) (?:a|another) hint|i (?:need|want) a hint|hint|help|help me",
    r"i don t know (?:what to say|how to (?:say it|answer|start|begin))",
    r"(?:what|how) (?:can|could|should|do) i (?:say|answer|start|begin)",
)
_SKIP = (
    (
        rf"(?:(?:{_CAN}(?:h?a[sz](?=me)|haz|haga|hagas|hacer|pregunt(?:a|e|ar)|da|de|dar|pasa|pasar|pasamos"
        rf"|vamos)(?:me)?"
        r"|quiero|quisiera|pasemos) (?:a )?)?"
        r"(?:la (?:siguiente|proxima)|otra|una nueva)(?: pregunta)(?: (?:nueva|diferente"
        r"|distinta))?"
    ),
    (
        rf"{_CAN}(?:h?a[sz](?=me)|haz|haga|hagas|hacer|pregunta)(?:me)? una pregunta"
        r"(?: (?:nueva|diferente|distinta))?"
    ),
    r"(?:la )?siguiente|(?:siguiente|proxima) pregunta|(?:pasa|pasamos|vamos) a la siguiente",
    rf"{_CAN}(?:cambi(?:a|ar|amos|emos)) (?:de )?(?:la )?(?:tema|pregunta)",
    rf"{_CAN}salt(?:a|ar|emos|amos)(?:la| (?:la|esta|esa) pregunta)",
    r"(?:the )?next (?:question|one)|next|(?:another|a new|a different) question",
    rf"{_CAN_YOU}(?:ask|give) me (?:another|the next|a new|a different) (?:question|one)",
    rf"{_CAN_YOU}skip(?: (?:it|that|this|this one|(?:the|this|that) question))?",
    r"(?:can we |could we |let s )?(?:move on|go on to the next (?:question|one))",
    r"(?:can we |could we |let s )?(?:go to )?the next (?:question|one)",
)
_CORRECTIONS_OFF = (
    (
        rf"no (?:me )?{_CORRECT}(?:me)?"
        r"(?: (?:ahora|mas|hoy|por ahora|todavia|tanto|por el momento|en este momento))*"
    ),
    rf"{_CAN}no {_TO_CORRECT}me(?: (?:ahora|mas|por ahora))*",
    rf"{_CAN}(?:deja|deje|dejar|para|pare|parar) de {_TO_CORRECT}(?:me)?(?: (?:ahora|por ahora))*",
    r"sin correcciones|no quiero (?:mas )?correcciones|no quiero que me corrijas",
    (
        rf"{_CAN_YOU}(?:don t|dont|do not|not|stop|never) correct(?:ing)?(?: me)?"
        r"(?: (?:right now|now|any more|anymore|for now|yet|today|at the moment))*"
    ),
    r"(?:no|no more|without) corrections(?: (?:for now|right now))*",
)
_CORRECTIONS_ON = (
    (rf"{_CAN}(?:me )?{_CORRECT}(?: ?me)?(?: (?:otra vez|de nuevo|siempre|todo))*"),
    (
        rf"{_CAN}(?:volver a |vuelve a |vuelva a |empieza a )?{_TO_CORRECT}(?: ?me)"
        r"(?: (?:otra vez|de nuevo))*"
    ),
    r"con correcciones(?: (?:otra vez|de nuevo))?",
    rf"(?:you (?:can|may) |{_CAN_YOU})(?:start )?correct(?:ing)?(?: me)(?: (?:again|from now on))*",
    r"with corrections(?: again)?|corrections (?:on|again)",
)
_WAIT = (
    (
        rf"(?:esp[ei]r(?:a|e|ad)|aguard(?:a|e))(?:me|te)?(?: (?:un|otro) (?:{_MOMENT}|poco"
        rf"|poquito))?(?: mas)?"
    ),
    (
        rf"(?:me )?(?:puedes|puede|podrias|podria) esperar(?:me)?(?: (?:un|otro) (?:{_MOMENT}"
        rf"|poco|poquito))?"
    ),
    r"(?:un|otro|solo un) (?:momento|momentito|segundo|segundito)(?: mas)?",
    (
        rf"(?:dame|deme|me das|necesito) (?:un|otro) {_MOMENT}(?: mas)?(?: de tiempo)?"
        r"(?: para pensar)?"
    ),
    r"(?:dame|deme|necesito) (?:mas )?tiempo(?: para pensar)?",
    (
        r"(?:deja|deje|dejad)(?: ?me)? (?:que )?(?:lo )?(?:pensar|piense|pienso|pensarlo|penso)"
        rf"(?: (?:un|otro) (?:{_MOMENT}|poco|poquito))?(?: mas)?"
    ),
    (
        r"(?:estoy|sigo) pensando|(?:tengo que|necesito) pensar(?:lo)?(?: un (?:momento|poco"
        r"|segundo))?"
    ),
    rf"wait(?: (?:for )?(?:a|one|just a) {_EN_MOMENT})?|{_CAN_YOU}wait a {_EN_MOMENT}",
    rf"(?:hold|hang) on(?: (?:a|one|just a) {_EN_MOMENT})?",
    r"(?:give me |just )?(?:one|a|just a|just one) (?:moment|second|sec)|give me (?:a|one) minute",
    rf"(?:let|let s) (?:me |us )?think(?: about (?:it|that))?(?: for)?(?: (?:a|one) {_EN_MOMENT})?",
    r"i need (?:a moment|a second|a minute|more time|some time|time)(?: to think)?|i need to think",
    r"(?:i m|i am) (?:still )?thinking",
)
_FINISH = (
    r"adios|hasta (?:luego|pronto|la vista|la proxima)|chao|nos vemos(?: manana| luego)?",
    rf"(?:terminamos|terminemos|terminar|termina|hemos terminado|acabemos){_END_OF_TALK}",
    (
        r"(?:quiero|quisiera|queremos|me gustaria|podemos|tenemos que|vamos a|tengo que)"
        rf" (?:terminar|parar|acabar){_END_OF_TALK}"
    ),
    r"fin|(?:ya )?basta(?: por hoy)?|(?:eso es todo|suficiente) por hoy",
    rf"(?:(?:is |es )?stop|estop|quit|exit|finish){_EN_END_OF_TALK}",
    r"(?:good ?bye|bye(?: bye)?)(?: for now)?",
    r"see you(?: (?:later|tomorrow|soon|next time))?",
    (
        rf"(?:(?:i|we) (?:want|need|have|d like|would like) to|i wanna|let s|can we|could we"
        rf"|let us)"
        rf" (?:stop|finish|end|quit){_EN_END_OF_TALK}(?: it)?"
    ),
    (
        rf"(?:i m|i am|we re|we are) (?:done|finished){_EN_END_OF_TALK}|(?:that s|that is) (?:all"
        rf"|enough) for today"
    ),
)
_GIVE_UP = (
    r"no (?:lo )?se|ni idea|no tengo (?:ni )?idea|paso|no (?:me acuerdo|lo recuerdo|recuerdo)",
    r"i don t (?:know|remember)|no idea|pass|i have no idea|i forgot",
)
_RIGHT = (
    r"(?:si )?(?:estaba|estuvo) bien|era correcto|lo dije bien|eso dije|es lo que dije",
    r"(?:i|that|it) was right|i said (?:that|it right)|count it as right",
)
_WRONG = (
    r"(?:estaba|estuvo) mal|era incorrecto|lo dije mal|me equivoque",
    r"(?:i|that|it) was wrong|count it as wrong",
)
_UNDO = (r"deshacer|deshaz|deshazlo|atras|vuelve atras|undo(?: (?:it|that))?|go back",)

PATTERNS: Mapping[str, tuple[str, ...]] = {
    "repeat": _REPEAT,
    "slower": (*_SLOWER, *_REPEAT),
    "faster": _FASTER,
    "in_english": _IN_ENGLISH,
    "hint": _HINT,
    "skip": _SKIP,
    "corrections_off": _CORRECTIONS_OFF,
    "corrections_on": _CORRECTIONS_ON,
    "wait": _WAIT,
    "give_up": _GIVE_UP,
    "right": _RIGHT,
    "wrong": _WRONG,
    "undo": _UNDO,
    "finish": _FINISH,
}
"""By command, in the order in which they are tried; a command may be said several times over."""

PHRASES_WITH_A_MARK: Mapping[str, tuple[str, ...]] = {
    "repeat": ("como", "perdon", "que", "mande", "pardon", "sorry", "what"),
}
"""Commands only where they are heard as a question: *¿Cómo?*, but not *Como.*"""
