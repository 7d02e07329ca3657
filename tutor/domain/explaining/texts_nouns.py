"""The words around a noun: what they are explained with."""

from collections.abc import Mapping

from tutor.domain.correction import EditKind
from tutor.domain.explaining.entry import Entries, Entry
from tutor.domain.sub_kinds import SubKind

__all__ = ["ENTRIES"]


ENTRIES: Mapping[EditKind, Entries] = {
    EditKind.GENDER_AGREEMENT: {
        SubKind.GENDER_AND_NUMBER: Entry(
            "Se dice «{better}», no «{said}»: lo que va junto concuerda en género y número.",
            "Say «{better}», not «{said}»: words that belong together agree in gender and number.",
            "Las calles son bonito.",
            "Las calles son bonitas.",
        ),
        SubKind.MASCULINE_IN_A: Entry(
            "«{next}» es masculino aunque termina en «-a»: «{better} {next}».",
            "«{next}» is masculine although it ends in «-a»: «{better} {next}».",
            "Tengo una problema.",
            "Tengo un problema.",
        ),
        SubKind.FEMININE_IN_O: Entry(
            "«{next}» es femenino aunque termina en «-o»: «{better} {next}».",
            "«{next}» is feminine although it ends in «-o»: «{better} {next}».",
            "Me duele el mano.",
            "Me duele la mano.",
        ),
        SubKind.STRESSED_A: Entry(
            "«{next}» empieza por «a» fuerte; por eso va «{better} {next}», aunque es femenino.",
            "«{next}» begins with a stressed «a», so it takes «{better}», although it is feminine.",
            "La agua está fría.",
            "El agua está fría.",
        ),
        SubKind.FEMININE_DAD_CION: Entry(
            "Los nombres en «-ción», «-sión», «-dad» o «-tad» son femeninos: «{better} {next}».",
            "Nouns in «-ción», «-sión», «-dad» or «-tad» are feminine: «{better} {next}».",
            "Vivo en un ciudad grande.",
            "Vivo en una ciudad grande.",
        ),
        SubKind.MASCULINE_AJE: Entry(
            "Los nombres en «-aje», como «{next}», son masculinos: «{better} {next}».",
            "Nouns in «-aje», like «{next}», are masculine: say «{better} {next}».",
            "Hicimos una viaje largo.",
            "Hicimos un viaje largo.",
        ),
        SubKind.GENDER_DETERMINER: Entry(
            "Con «{trigger}» va «{better}», no «{said}»: concuerdan en género.",
            "With «{trigger}» say «{better}», not «{said}»: they agree in gender.",
            "Compré un mesa.",
            "Compré una mesa.",
        ),
        SubKind.GENDER_DESCRIBED: Entry(
            "«{better}» concuerda en género con lo que describe; no va «{said}».",
            "«{better}» agrees in gender with what it describes, so not «{said}».",
            "La sopa está frío.",
            "La sopa está fría.",
        ),
        SubKind.GENDER: Entry(
            "Se dice «{better}», no «{said}»: las palabras que van juntas concuerdan en género.",
            "Say «{better}», not «{said}»: words that belong together agree in gender.",
            "Llevo una camisa rojo.",
            "Llevo una camisa roja.",
        ),
    },
    EditKind.NUMBER_AGREEMENT: {
        SubKind.PLURAL_AFTER_QUANTITY: Entry(
            "Después de «{before}» va el plural: «{better}», no «{said}».",
            "After «{before}» comes the plural: «{better}», not «{said}».",
            "Tengo tres hermano.",
            "Tengo tres hermanos.",
        ),
        SubKind.NUMBER_DETERMINER: Entry(
            "Con «{trigger}» va «{better}», no «{said}»: concuerdan en número.",
            "With «{trigger}» say «{better}», not «{said}»: they agree in number.",
            "Vivo con mi padres.",
            "Vivo con mis padres.",
        ),
        SubKind.NUMBER_DESCRIBED: Entry(
            "«{better}» concuerda en número con lo que describe; no va «{said}».",
            "«{better}» agrees in number with what it describes, so not «{said}».",
            "Las casas son grande.",
            "Las casas son grandes.",
        ),
        SubKind.NUMBER: Entry(
            "Se dice «{better}», no «{said}»: las palabras que van juntas concuerdan en número.",
            "Say «{better}», not «{said}»: words that belong together agree in number.",
            "Me gustan los gato.",
            "Me gustan los gatos.",
        ),
    },
    EditKind.ARTICLE: {
        SubKind.ARTICLE_WITH_LIKING: Entry(
            "Con «{verb}», la cosa lleva artículo: «{better} {next}».",
            "With «{verb}», the thing takes an article: «{better} {next}».",
            "Me gusta música.",
            "Me gusta la música.",
        ),
        SubKind.ARTICLE_OF_WEEKDAY: Entry(
            "Aquí el día de la semana lleva artículo: «{better} {next}».",
            "The day of the week takes an article here: «{better} {next}».",
            "Nos vemos lunes.",
            "Nos vemos el lunes.",
        ),
        SubKind.ARTICLE_OF_HOUR: Entry(
            "La hora lleva artículo: «{better} {next}».",
            "Clock time takes an article: «{better} {next}».",
            "Ceno a ocho.",
            "Ceno a las ocho.",
        ),
        SubKind.ARTICLE_MISSING: Entry(
            "Aquí se dice «{better} {next}», con el artículo.",
            "Here say «{better} {next}», with the article.",
            "Tengo coche nuevo.",
            "Tengo un coche nuevo.",
        ),
        SubKind.ARTICLE_OF_PROFESSION: Entry(
            "Después de «{before}», la profesión va aquí sin artículo: «{next}».",
            "After «{before}», the profession goes without an article here: «{next}».",
            "Mi padre es un médico.",
            "Mi padre es médico.",
        ),
        SubKind.ARTICLE_BEFORE_OTRO: Entry(
            "«{next}» va sin «un» ni «una» delante.",
            "«{next}» goes without «un» or «una» before it.",
            "Quiero un otro café.",
            "Quiero otro café.",
        ),
        SubKind.ARTICLE_OF_MONTH: Entry(
            "Aquí el mes va sin artículo: «{next}».",
            "The month goes without an article here: «{next}».",
            "Nací en el mayo.",
            "Nací en mayo.",
        ),
        SubKind.ARTICLE_BEFORE_POSSESSIVE: Entry(
            "Antes de «{next}» no va artículo: basta «{next}».",
            "No article goes before «{next}»: just say «{next}».",
            "Es la mi hermana.",
            "Es mi hermana.",
        ),
        SubKind.ARTICLE_SUPERFLUOUS: Entry(
            "Aquí sobra el artículo «{said}».",
            "Leave out the article «{said}» here.",
            "Hablo bien el inglés y como el pan.",
            "Hablo bien el inglés y como pan.",
        ),
        SubKind.NEUTER_LO: Entry(
            "Aquí va «lo», que no acompaña a un nombre: «lo {next}».",
            "Use «lo» here, which does not go with a noun: «lo {next}».",
            "La importante es descansar.",
            "Lo importante es descansar.",
        ),
        SubKind.LO_BEFORE_NOUN: Entry(
            "Aquí va «{better}», que acompaña o sustituye a un nombre, no el neutro «lo».",
            "Say «{better}» here, which goes with a noun or stands for it, not the neuter «lo».",
            "Tenemos lo mismo libro.",
            "Tenemos el mismo libro.",
        ),
        SubKind.DEFINITE_ARTICLE: Entry(
            "Aquí va el artículo determinado: «{better}», no «{said}».",
            "Use the definite article here: «{better}», not «{said}».",
            "Cierra una puerta de mi casa.",
            "Cierra la puerta de mi casa.",
        ),
        SubKind.INDEFINITE_ARTICLE: Entry(
            "Aquí va el artículo indeterminado: «{better}», no «{said}».",
            "Use the indefinite article here: «{better}», not «{said}».",
            "Busco el trabajo nuevo.",
            "Busco un trabajo nuevo.",
        ),
        SubKind.CONTRACTION: Entry(
            "Se dice «{better}»: la preposición y el artículo «el» se unen.",
            "Say «{better}»: the preposition and the article «el» become one word.",
            "Voy a el cine.",
            "Voy al cine.",
        ),
        SubKind.ARTICLE_JOINED: Entry(
            "Aquí va «{better}», con artículo, no «{said}».",
            "Say «{better}», with the article, not «{said}».",
            "Voy a parque.",
            "Voy al parque.",
        ),
        SubKind.ARTICLE_PARTED: Entry(
            "Aquí va «{better}», sin artículo, no «{said}».",
            "Say «{better}», without the article, not «{said}».",
            "Es el hermano del mi amiga.",
            "Es el hermano de mi amiga.",
        ),
        SubKind.ARTICLE_OTHER: Entry(
            "Aquí va «{better}», no «{said}».",
            "Say «{better}» here, not «{said}».",
            "Viajé al Salvador.",
            "Viajé a El Salvador.",
        ),
    },
    EditKind.POSSESSIVE: {
        SubKind.POSSESSIVE_OF_BODY: Entry(
            "Con «{next}», una parte del cuerpo, va aquí el artículo: «{better}», no «{said}».",
            "With «{next}», a part of the body, use the article here: «{better}», not «{said}».",
            "Me duele mi cabeza.",
            "Me duele la cabeza.",
        ),
        SubKind.POSSESSIVE: Entry(
            "Aquí va «{better}», no «{said}», según de quién es.",
            "Say «{better}» here, not «{said}», to tell whose it is.",
            "Vivo con su familia.",
            "Vivo con mi familia.",
        ),
    },
    EditKind.DEMONSTRATIVE: {
        SubKind.DEMONSTRATIVE_NEUTER: Entry(
            "Junto a un nombre va «{better}»; «{said}» va solo.",
            "Beside a noun say «{better}»; «{said}» stands alone.",
            "Quiero esto libro.",
            "Quiero este libro.",
        ),
        SubKind.DEMONSTRATIVE_ALONE: Entry(
            "«{better}» es una idea o situación; «{said}» apunta a algo con nombre.",
            "«{better}» is an idea or situation; «{said}» points to something that has a name.",
            "Este es muy importante para mí.",
            "Esto es muy importante para mí.",
        ),
        SubKind.DEMONSTRATIVE: Entry(
            "Aquí va «{better}», no «{said}»: la distancia es otra.",
            "Say «{better}», not «{said}»: it points to a different distance.",
            "Vivo en esta casa de allí.",
            "Vivo en aquella casa de allí.",
        ),
    },
}
