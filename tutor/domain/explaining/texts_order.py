"""The order of words, and words missing or too many."""

from collections.abc import Mapping

from tutor.domain.correction import EditKind
from tutor.domain.explaining.entry import Entries, Entry
from tutor.domain.sub_kinds import SubKind

__all__ = ["ENTRIES"]


ENTRIES: Mapping[EditKind, Entries] = {
    EditKind.WORD_ORDER: {
        SubKind.PRONOUN_BEFORE_VERB: Entry(
            "El pronombre «{trigger}» va delante del verbo: «{better}».",
            "The pronoun «{trigger}» goes before the verb: «{better}».",
            "Veo lo mañana.",
            "Lo veo mañana.",
        ),
        SubKind.PRONOUN_ATTACHED: Entry(
            "El pronombre se une aquí al final del verbo: «{better}».",
            "The pronoun joins the end of the verb here: «{better}».",
            "Para lo ver, ven aquí.",
            "Para verlo, ven aquí.",
        ),
        SubKind.NO_BEFORE_VERB: Entry(
            "«No» va delante del verbo: «{better}».",
            "«No» goes before the verb: «{better}».",
            "Hablo no chino.",
            "No hablo chino.",
        ),
        SubKind.LONG_ORDER: Entry(
            "Las palabras van aquí en otro orden.",
            "The words go in another order here.",
            "Ella siempre con su hermano mayor canta en casa.",
            "Ella siempre canta con su hermano mayor en casa.",
        ),
        SubKind.ORDER: Entry(
            "El orden es «{better}», no «{said}».",
            "The order is «{better}», not «{said}».",
            "Canto bien muy.",
            "Canto muy bien.",
        ),
    },
    EditKind.MISSING_WORD: {
        SubKind.VERB_MISSING: Entry(
            "Antes de «{next}» falta el verbo: «{better}».",
            "The verb is missing before «{next}»: «{better}».",
            "Mi hermano muy alto.",
            "Mi hermano es muy alto.",
        ),
        SubKind.MISSING_AT_END: Entry(
            "Al final falta «{better}».",
            "Add «{better}» at the end.",
            "Es una buena.",
            "Es una buena idea.",
        ),
        SubKind.MISSING: Entry(
            "Antes de «{next}» falta «{better}».",
            "Put «{better}» before «{next}».",
            "Hay pan y más.",
            "Hay pan y mucho más.",
        ),
    },
    EditKind.EXTRA_WORD: {
        SubKind.VERB_SUPERFLUOUS: Entry(
            "«{next}» ya está conjugado; sobra «{said}».",
            "«{next}» already has its ending, so leave out «{said}».",
            "Yo soy hablo español.",
            "Yo hablo español.",
        ),
        SubKind.SUPERFLUOUS: Entry(
            "Aquí sobra «{said}».",
            "Leave out «{said}» here.",
            "Hay pan y mucho más.",
            "Hay pan y más.",
        ),
    },
    EditKind.PHRASING: {
        SubKind.LONG_PHRASING: Entry(
            "Dicho así suena más natural.",
            "Said like this, it sounds more natural.",
            "Hay pan y más.",
            "Hay pan y también otras cosas más.",
        ),
        SubKind.PHRASING: Entry(
            "Es más natural «{better}» que «{said}».",
            "It is more natural to say «{better}» than «{said}».",
            "Tengo bien aquí.",
            "Lo paso bien aquí.",
        ),
    },
}
