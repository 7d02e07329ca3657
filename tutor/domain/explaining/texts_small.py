"""*Por* and *para*, the other prepositions, conjunctions and negation."""

from collections.abc import Mapping

from tutor.domain.correction import EditKind
from tutor.domain.explaining.entry import Entries, Entry
from tutor.domain.sub_kinds import SubKind

__all__ = ["ENTRIES"]


ENTRIES: Mapping[EditKind, Entries] = {
    EditKind.POR_PARA: {
        SubKind.GRACIAS_POR: Entry(
            "Después de «gracias» se usa «por».",
            "After «gracias» comes «por».",
            "Gracias para todo.",
            "Gracias por todo.",
        ),
        SubKind.POR_PHRASE: Entry(
            "Se dice «por {following}»: es una expresión fija.",
            "Say «por {following}»: it is a set phrase.",
            "Para ejemplo, me gusta leer.",
            "Por ejemplo, me gusta leer.",
        ),
        SubKind.POR_PART_OF_DAY: Entry(
            "Con «{described}», como parte del día, va aquí «por».",
            "With «{described}», as a part of the day, use «por» here.",
            "Estudio para la mañana.",
            "Estudio por la mañana.",
        ),
        SubKind.POR_DURATION: Entry(
            "Aquí se dice cuánto dura algo, con «por».",
            "This tells how long something lasts, with «por».",
            "Viví allí para dos años.",
            "Viví allí por dos años.",
        ),
        SubKind.POR_FEELING: Entry(
            "Con «{before}», la causa lleva aquí «por».",
            "With «{before}», the cause takes «por» here.",
            "Estoy preocupada para el examen.",
            "Estoy preocupada por el examen.",
        ),
        SubKind.POR_EXCHANGE: Entry(
            "Con «{trigger}», aquello a cambio de lo que se da algo lleva «por».",
            "With «{trigger}», what something is given in exchange for takes «por».",
            "Pagué mucho para el coche.",
            "Pagué mucho por el coche.",
        ),
        SubKind.TO_POR: Entry(
            "Aquí va «por», que suele expresar causa, medio o duración.",
            "Here say «por», which usually expresses cause, means or duration.",
            "Paseamos para el parque.",
            "Paseamos por el parque.",
        ),
        SubKind.PARA_PURPOSE: Entry(
            "Antes de «{next}» va aquí «para», porque expresa una finalidad.",
            "Before «{next}» say «para» here, because it expresses a purpose.",
            "Estudio por aprender.",
            "Estudio para aprender.",
        ),
        SubKind.PARA_QUE: Entry(
            "Una finalidad se dice con «para que», no con «por que».",
            "A purpose is told with «para que», not «por que».",
            "Hablo claro por que me entiendas.",
            "Hablo claro para que me entiendas.",
        ),
        SubKind.PARA_DEADLINE: Entry(
            "Un plazo o una fecha se dice aquí con «para».",
            "A deadline or a date is told with «para» here.",
            "La tarea es por el lunes.",
            "La tarea es para el lunes.",
        ),
        SubKind.PARA_EMPLOYER: Entry(
            "Con «{before}», para quien se trabaja lleva «para».",
            "With «{before}», whoever the work is for takes «para».",
            "Trabajo por una empresa.",
            "Trabajo para una empresa.",
        ),
        SubKind.PARA_PERSON: Entry(
            "Aquí «para» dice a quién va destinado algo, o de quién es la opinión.",
            "Here «para» tells who something is for, or whose opinion it is.",
            "Este regalo es por ti.",
            "Este regalo es para ti.",
        ),
        SubKind.TO_PARA: Entry(
            "Aquí va «para», que suele expresar finalidad, destino o plazo.",
            "Here say «para», which usually expresses purpose, destination or deadline.",
            "Compro comida por la fiesta.",
            "Compro comida para la fiesta.",
        ),
    },
    EditKind.PREPOSITION: {
        SubKind.A_HOUR: Entry(
            "La hora a la que algo pasa lleva «a»: «a {following}».",
            "The hour at which something happens takes «a»: «a {following}».",
            "Ceno en las ocho.",
            "Ceno a las ocho.",
        ),
        SubKind.ON_WEEKDAY: Entry(
            "Los días de la semana no llevan «en»: «{better} {next}».",
            "Days of the week do not take «en»: «{better} {next}».",
            "Voy en lunes.",
            "Voy el lunes.",
        ),
        SubKind.EN_MONTH: Entry(
            "Aquí el mes lleva «en»: «en {next}».",
            "The month takes «en» here: «en {next}».",
            "Nací a marzo.",
            "Nací en marzo.",
        ),
        SubKind.EN_TRANSPORT: Entry(
            "El medio de transporte lleva aquí «en»: «en {next}».",
            "The means of transport takes «en» here: «en {next}».",
            "Viajo por tren.",
            "Viajo en tren.",
        ),
        SubKind.DESTINATION: Entry(
            "Con «{verb}», el destino lleva «a»: «{better}», no «{said}».",
            "With «{verb}», the destination takes «a»: «{better}», not «{said}».",
            "Voy en casa.",
            "Voy a casa.",
        ),
        SubKind.VERB_TAKES_BEFORE_INFINITIVE: Entry(
            "Con «{verb}», antes de «{next}» va aquí «{better}».",
            "With «{verb}», put «{better}» before «{next}» here.",
            "Empiezo hablar mejor.",
            "Empiezo a hablar mejor.",
        ),
        SubKind.VERB_TAKES: Entry(
            "Con «{verb}» se usa aquí la preposición «{better}».",
            "With «{verb}» the preposition here is «{better}».",
            "Sueño de mi casa.",
            "Sueño con mi casa.",
        ),
        SubKind.BEFORE_INFINITIVE: Entry(
            "Después de «{before}», «{next}» va sin «{said}».",
            "After «{before}», «{next}» goes without «{said}».",
            "Quiero a comer.",
            "Quiero comer.",
        ),
        SubKind.OBJECT_WITHOUT_A: Entry(
            "Aquí el objeto va sin «a», que es sobre todo para personas.",
            "The object goes without «a» here, which is mostly for persons.",
            "Quiero visitar a los museos.",
            "Quiero visitar los museos.",
        ),
        SubKind.A_REPEATED: Entry(
            "La preposición «a» se repite aquí antes de «{next}».",
            "The preposition «a» is repeated here before «{next}».",
            "Llamé a mi hermana y mi madre.",
            "Llamé a mi hermana y a mi madre.",
        ),
        SubKind.PREPOSITION_AND_ARTICLE: Entry(
            "Antes de «{next}» van la preposición y el artículo: «{better}».",
            "Before «{next}» come the preposition and the article: «{better}».",
            "Vamos playa.",
            "Vamos a la playa.",
        ),
        SubKind.PREPOSITION_MISSING: Entry(
            "Aquí se dice «{better} {next}», con la preposición.",
            "Here say «{better} {next}», with the preposition.",
            "Vivo Madrid.",
            "Vivo en Madrid.",
        ),
        SubKind.A_SUPERFLUOUS: Entry(
            "Aquí sobra la preposición «a».",
            "Leave out the preposition «a» here.",
            "Escucho a música.",
            "Escucho música.",
        ),
        SubKind.PREPOSITION_SUPERFLUOUS: Entry(
            "Aquí sobra la preposición «{said}».",
            "Leave out the preposition «{said}» here.",
            "Busco por mi libro.",
            "Busco mi libro.",
        ),
        SubKind.PREPOSITION_OTHER: Entry(
            "Aquí va «{better}», no «{said}»: la preposición es otra.",
            "Say «{better}», not «{said}»: the preposition is a different one here.",
            "Mi libro está a la mesa.",
            "Mi libro está en la mesa.",
        ),
        SubKind.PREPOSITION_OR_ARTICLE: Entry(
            "Aquí va «{better}», no «{said}».",
            "Here say «{better}», not «{said}».",
            "Nací en cuatro de julio.",
            "Nací el cuatro de julio.",
        ),
    },
    EditKind.PERSONAL_A: {
        SubKind.PERSONAL_A_NOBODY: Entry(
            "Como objeto del verbo, «{described}» lleva «a».",
            "As the object of the verb, «{described}» takes «a».",
            "No conozco nadie aquí.",
            "No conozco a nadie aquí.",
        ),
        SubKind.PERSONAL_A_ANIMAL: Entry(
            "Aquí el objeto del verbo es un animal, y lleva «{better}» como una persona.",
            "The object of the verb is an animal here, and takes «{better}» like a person.",
            "Quiero mucho a Ana y cuido mi perro.",
            "Quiero mucho a Ana y cuido a mi perro.",
        ),
        SubKind.PERSONAL_A_NAME: Entry(
            "«{next}» es aquí objeto del verbo, y lleva «{better}» delante.",
            "«{next}» is the object of the verb here, so it takes «{better}» before it.",
            "Vimos Ana ayer.",
            "Vimos a Ana ayer.",
        ),
        SubKind.PERSONAL_A: Entry(
            "Aquí el objeto del verbo es una persona, y lleva «{better}» delante.",
            "The object of the verb is a person here, so it takes «{better}» before it.",
            "Vimos mi hermana.",
            "Vimos a mi hermana.",
        ),
    },
    EditKind.CONJUNCTION: {
        SubKind.Y_TO_E: Entry(
            "Antes del sonido «i», «y» pasa a «e»: «e {next}».",
            "Before the sound «i», «y» becomes «e»: «e {next}».",
            "Hablo español y inglés.",
            "Hablo español e inglés.",
        ),
        SubKind.O_TO_U: Entry(
            "Antes del sonido «o», «o» pasa a «u»: «u {next}».",
            "Before the sound «o», «o» becomes «u»: «u {next}».",
            "Hay siete o ocho gatos.",
            "Hay siete u ocho gatos.",
        ),
        SubKind.BUT_RATHER: Entry(
            "Después de una negación, lo que corrige lo negado va con «sino».",
            "After a negation, what is true instead comes with «sino».",
            "No es rojo, pero azul.",
            "No es rojo, sino azul.",
        ),
        SubKind.THAT_MISSING: Entry(
            "Detrás de «{before}» no se omite «que».",
            "Behind «{before}», do not leave out «que».",
            "Creo es verdad.",
            "Creo que es verdad.",
        ),
    },
    EditKind.NEGATION: {
        SubKind.DOUBLE_NEGATION: Entry(
            "Con «{trigger}» detrás del verbo va también «no» delante.",
            "With «{trigger}» behind the verb, «no» goes before it too.",
            "Veo nada desde aquí.",
            "No veo nada desde aquí.",
        ),
        SubKind.NO_SUPERFLUOUS: Entry(
            "Con «{before}» delante del verbo sobra «no».",
            "With «{before}» before the verb, leave out «no».",
            "Nunca no hablo chino.",
            "Nunca hablo chino.",
        ),
        SubKind.NEGATIVE_WORD: Entry(
            "En una frase negativa va «{better}», no «{said}».",
            "In a negative sentence say «{better}», not «{said}».",
            "No veo algo en la caja.",
            "No veo nada en la caja.",
        ),
    },
}
