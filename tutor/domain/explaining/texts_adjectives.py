"""Adjectives, adverbs and comparisons: what they are explained with."""

from collections.abc import Mapping

from tutor.domain.correction import EditKind
from tutor.domain.explaining.entry import Entries, Entry
from tutor.domain.sub_kinds import SubKind

__all__ = ["ENTRIES"]


ENTRIES: Mapping[EditKind, Entries] = {
    EditKind.ADJECTIVE_POSITION: {
        SubKind.ADJECTIVE_BEFORE_NOUN: Entry(
            "Aquí «{trigger}» va delante del nombre: «{better}».",
            "Here «{trigger}» goes before the noun: «{better}».",
            "Es mi amiga mejor.",
            "Es mi mejor amiga.",
        ),
        SubKind.ADJECTIVE_AFTER_NOUN: Entry(
            "El adjetivo va aquí detrás del nombre: «{better}».",
            "The adjective goes after the noun here: «{better}».",
            "Es una roja casa.",
            "Es una casa roja.",
        ),
    },
    EditKind.SHORT_FORM: {
        SubKind.SHORT_FORM: Entry(
            "Aquí va la forma corta «{better}», no «{said}».",
            "Use the short form «{better}» here, not «{said}».",
            "Es un bueno amigo.",
            "Es un buen amigo.",
        ),
        SubKind.LONG_FORM: Entry(
            "Aquí va la forma completa «{better}», no «{said}».",
            "Use the full form «{better}» here, not «{said}».",
            "El café es buen.",
            "El café es bueno.",
        ),
    },
    EditKind.MUY_MUCHO: {
        SubKind.MUY: Entry(
            "Antes de «{next}» va «muy», no «{said}».",
            "Before «{next}» say «muy», not «{said}».",
            "Estoy mucho cansada.",
            "Estoy muy cansada.",
        ),
        SubKind.MUCHO: Entry(
            "Aquí va «{better}»: «muy» solo va con adjetivos y adverbios.",
            "Say «{better}»: «muy» only goes with adjectives and adverbs.",
            "Tengo muy hambre.",
            "Tengo mucha hambre.",
        ),
    },
    EditKind.COMPARISON: {
        SubKind.MORE_BETTER: Entry(
            "«{next}» ya es comparativo: sobra «{said}».",
            "«{next}» is already a comparative, so leave out «{said}».",
            "Este libro es más mejor.",
            "Este libro es mejor.",
        ),
        SubKind.MORE_THAN_NUMBER: Entry(
            "Después de «{before}», antes de una cantidad, va «de»: «{before} de {next}».",
            "After «{before}», before a quantity, say «de»: «{before} de {next}».",
            "Tengo más que veinte libros.",
            "Tengo más de veinte libros.",
        ),
        SubKind.AS_AS: Entry(
            "Con «{trigger}», la comparación sigue con «como», no con «{said}».",
            "With «{trigger}», the comparison goes on with «como», not «{said}».",
            "Soy tan alta que mi madre.",
            "Soy tan alta como mi madre.",
        ),
        SubKind.SUPERLATIVE_OF: Entry(
            "Detrás de «{trigger}», el grupo del que se elige lleva «de»: «{better}», no «{said}».",
            "Behind «{trigger}», the group chosen from takes «de»: «{better}», not «{said}».",
            "Es el mejor jugador en el mundo.",
            "Es el mejor jugador del mundo.",
        ),
    },
    EditKind.ADVERB: {
        SubKind.ADVERB_BIEN: Entry(
            "Aquí va el adverbio «{better}», que dice cómo.",
            "Use the adverb «{better}» here, which tells how.",
            "Hablas bueno.",
            "Hablas bien.",
        ),
        SubKind.ADVERB_MUCHO: Entry(
            "Aquí va «mucho», que dice cuánto y no cambia de forma.",
            "Use «mucho» here, which tells how much and does not change its form.",
            "Me gustan muchos porque son dulces.",
            "Me gustan mucho porque son dulces.",
        ),
        SubKind.ADJECTIVE_BUENO: Entry(
            "Aquí va el adjetivo «{better}», no «{said}».",
            "Use the adjective «{better}» here, not «{said}».",
            "Es una bien idea.",
            "Es una buena idea.",
        ),
        SubKind.ADVERB_IN_MENTE: Entry(
            "Aquí va el adverbio, en «-mente»: «{better}», no «{said}».",
            "Use the adverb, in «-mente», here: «{better}», not «{said}».",
            "Vivimos tranquila.",
            "Vivimos tranquilamente.",
        ),
    },
}
