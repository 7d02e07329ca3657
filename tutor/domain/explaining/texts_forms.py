"""Two verbs together, and the forms of one."""

from collections.abc import Mapping

from tutor.domain.correction import EditKind
from tutor.domain.explaining.entry import Entries, Entry
from tutor.domain.sub_kinds import SubKind

__all__ = ["ENTRIES"]


ENTRIES: Mapping[EditKind, Entries] = {
    EditKind.VERB_PHRASE: {
        SubKind.GOING_TO: Entry(
            "«Ir», antes de un infinitivo, lleva «a»: «a {next}».",
            "«Ir» takes «a» before an infinitive: «a {next}».",
            "Mañana voy comer con Ana.",
            "Mañana voy a comer con Ana.",
        ),
        SubKind.HAVING_TO: Entry(
            "La obligación se dice aquí con «que»: «{before} que {next}».",
            "Having to do something takes «que» here: «{before} que {next}».",
            "Tengo a estudiar.",
            "Tengo que estudiar.",
        ),
    },
    EditKind.VERB_FORM: {
        SubKind.INFINITIVE_AFTER_PREPOSITION: Entry(
            "Después de «{before}», el verbo va en infinitivo: «{better}».",
            "After «{before}», use the infinitive: «{better}».",
            "Gracias por hablando.",
            "Gracias por hablar.",
        ),
        SubKind.INFINITIVE_AFTER_VERB: Entry(
            "Detrás de «{before}», el segundo verbo va en infinitivo: «{better}».",
            "Behind «{before}», the second verb is an infinitive: «{better}».",
            "Quiero hablo contigo.",
            "Quiero hablar contigo.",
        ),
        SubKind.INFINITIVE_AFTER_QUE: Entry(
            "Después de «{trigger}» va el infinitivo: «{better}».",
            "After «{trigger}» comes the infinitive: «{better}».",
            "Tengo que hablo con Ana.",
            "Tengo que hablar con Ana.",
        ),
        SubKind.INFINITIVE_NOT_GERUND: Entry(
            "Aquí va el infinitivo «{better}», no el gerundio «{said}».",
            "Use the infinitive «{better}» here, not the -ing form «{said}».",
            "Nadando es mi vida.",
            "Nadar es mi vida.",
        ),
        SubKind.INFINITIVE: Entry(
            "Aquí va el infinitivo: «{better}», no «{said}».",
            "Use the infinitive here: «{better}», not «{said}».",
            "Mi plan es hablo con todos.",
            "Mi plan es hablar con todos.",
        ),
        SubKind.GERUND_AFTER_ESTAR: Entry(
            "Después de «{before}» va aquí el gerundio: «{better}», no «{said}».",
            "After «{before}» use the -ing form here: «{better}», not «{said}».",
            "Estoy hablar con Ana.",
            "Estoy hablando con Ana.",
        ),
        SubKind.GERUND: Entry(
            "Aquí va el gerundio: «{better}», no «{said}».",
            "Use the -ing form here: «{better}», not «{said}».",
            "Paso el día hablar con Ana.",
            "Paso el día hablando con Ana.",
        ),
        SubKind.PARTICIPLE_AFTER_HABER: Entry(
            "Después de «{before}», de «haber», va el participio: «{better}», no «{said}».",
            "After «{before}», from «haber», comes the participle: «{better}», not «{said}».",
            "Nunca he hablar chino.",
            "Nunca he hablado chino.",
        ),
        SubKind.PARTICIPLE_IRREGULAR: Entry(
            "El participio de «{verb}» es irregular: «{better}», no «{said}».",
            "The participle of «{verb}» is irregular: «{better}», not «{said}».",
            "He escribido una carta.",
            "He escrito una carta.",
        ),
        SubKind.PARTICIPLE: Entry(
            "Aquí va el participio: «{better}», no «{said}».",
            "Use the participle here: «{better}», not «{said}».",
            "Es un hombre muy conocer en Perú.",
            "Es un hombre muy conocido en Perú.",
        ),
        SubKind.CONJUGATED: Entry(
            "Aquí el verbo va conjugado: «{better}», no «{said}».",
            "The verb needs a personal ending here: «{better}», not «{said}».",
            "Mi padre hablar mucho.",
            "Mi padre habla mucho.",
        ),
        SubKind.VERB_FORM: Entry(
            "La forma del verbo es aquí «{better}», no «{said}».",
            "The form of the verb is «{better}» here, not «{said}».",
            "Mi hermano está juegando.",
            "Mi hermano está jugando.",
        ),
    },
}
