"""Pronouns, spelling, the choice and the order of words."""

from collections.abc import Mapping

from tutor.domain.correction import EditKind
from tutor.domain.explaining.entry import Entries, Entry
from tutor.domain.sub_kinds import SubKind

__all__ = ["ENTRIES"]


ENTRIES: Mapping[EditKind, Entries] = {
    EditKind.PRONOUN: {
        SubKind.REFLEXIVE_MISSING: Entry(
            "Aquí el verbo lleva el pronombre de su misma persona: «{better} {next}».",
            "The verb takes the pronoun of its own person here: «{better} {next}».",
            "Llamo Ana.",
            "Me llamo Ana.",
        ),
        SubKind.SE_MISSING: Entry(
            "Aquí el verbo lleva «se»: «se {next}».",
            "The verb takes «se» here: «se {next}».",
            "Mi hijo levanta tarde.",
            "Mi hijo se levanta tarde.",
        ),
        SubKind.SUBJECT_MISSING: Entry(
            "Antes de «{next}» falta el sujeto «{better}».",
            "Put the subject «{better}» before «{next}».",
            "Hablo yo y luego habla.",
            "Hablo yo y luego usted habla.",
        ),
        SubKind.PRONOUN_MISSING: Entry(
            "Antes de «{next}» falta el pronombre «{better}».",
            "Put the pronoun «{better}» before «{next}».",
            "Ella da un libro.",
            "Ella le da un libro.",
        ),
        SubKind.SUBJECT_SUPERFLUOUS: Entry(
            "Aquí «{said}» no hace falta.",
            "There is no need for «{said}» here.",
            "Cuando como, yo hablo poco.",
            "Cuando como, hablo poco.",
        ),
        SubKind.PRONOUN_SUPERFLUOUS: Entry(
            "Aquí sobra el pronombre «{said}».",
            "Leave out the pronoun «{said}» here.",
            "Mi hijo se come y lo mira un perro.",
            "Mi hijo come y lo mira un perro.",
        ),
        SubKind.REFLEXIVE_PERSON: Entry(
            "Con «{next}», el pronombre es aquí «{better}», no «{said}».",
            "With «{next}», the pronoun here is «{better}», not «{said}».",
            "Yo se levanto tarde.",
            "Yo me levanto tarde.",
        ),
        SubKind.SE_BEFORE_LO: Entry(
            "Antes de «{next}», «{said}» pasa a «se»: «se {next}».",
            "Before «{next}», «{said}» becomes «se»: «se {next}».",
            "Le lo doy mañana.",
            "Se lo doy mañana.",
        ),
        SubKind.PRONOUN_NUMBER: Entry(
            "El pronombre va aquí en otro número: «{better}», no «{said}».",
            "The pronoun here is «{better}», not «{said}»: the number is different.",
            "Ellas comen y le doy pan.",
            "Ellas comen y les doy pan.",
        ),
        SubKind.PRONOUN_GENDER: Entry(
            "El pronombre va aquí en otro género: «{better}», no «{said}».",
            "The pronoun here is «{better}», not «{said}»: the gender is different.",
            "La casa es cara, pero lo compro.",
            "La casa es cara, pero la compro.",
        ),
        SubKind.PRONOUN_DIRECT: Entry(
            "Aquí va el objeto directo «{better}», no «{said}».",
            "Use the direct object «{better}» here, not «{said}».",
            "El pan es bueno y le compro.",
            "El pan es bueno y lo compro.",
        ),
        SubKind.PRONOUN_INDIRECT: Entry(
            "Aquí va el objeto indirecto «{better}», no «{said}».",
            "Use the indirect object «{better}» here, not «{said}».",
            "A mi madre la doy un libro.",
            "A mi madre le doy un libro.",
        ),
        SubKind.WITH_ME: Entry(
            "Se dice «{better}», en una palabra.",
            "Say «{better}», as one word.",
            "Ven con mí.",
            "Ven conmigo.",
        ),
        SubKind.PRONOUN_AFTER_PREPOSITION: Entry(
            "Después de «{before}» va «{better}», no «{said}».",
            "After «{before}» comes «{better}», not «{said}».",
            "Es para yo.",
            "Es para mí.",
        ),
        SubKind.SUBJECT_OTHER: Entry(
            "Aquí el sujeto es «{better}», no «{said}».",
            "The subject here is «{better}», not «{said}».",
            "Ana y ustedes vienen.",
            "Ana y ellos vienen.",
        ),
        SubKind.LO_QUE: Entry(
            "Aquí va «lo que», en el sentido de «la cosa que».",
            "Say «lo que» here, meaning the thing which.",
            "Entiendo que dices.",
            "Entiendo lo que dices.",
        ),
        SubKind.RELATIVE: Entry(
            "Aquí enlaza «{better}», no «{said}».",
            "The linking word here is «{better}», not «{said}».",
            "La mujer quien vive aquí es mi tía.",
            "La mujer que vive aquí es mi tía.",
        ),
        SubKind.WHICH_OR_WHAT: Entry(
            "Aquí se pregunta con «{better}», no con «{said}».",
            "The question word here is «{better}», not «{said}».",
            "¿Qué es tu nombre?",
            "¿Cuál es tu nombre?",
        ),
        SubKind.PRONOUN_AT_END: Entry(
            "El pronombre del final es otro: «{better}», no «{said}».",
            "The pronoun at the end is a different one: «{better}», not «{said}».",
            "Fui a su casa para leerlo un libro.",
            "Fui a su casa para leerle un libro.",
        ),
        SubKind.PRONOUN_OTHER: Entry(
            "Aquí el pronombre es «{better}», no «{said}».",
            "The pronoun here is «{better}», not «{said}».",
            "Ella nos ve y te habla.",
            "Ella me ve y te habla.",
        ),
    },
}
