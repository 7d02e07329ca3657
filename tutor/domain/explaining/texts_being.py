"""*Ser*, *estar*, *haber*, *tener*, verbs like *gustar*, and who does it."""

from collections.abc import Mapping

from tutor.domain.correction import EditKind
from tutor.domain.explaining.entry import Entries, Entry
from tutor.domain.sub_kinds import SubKind

__all__ = ["ENTRIES"]


ENTRIES: Mapping[EditKind, Entries] = {
    EditKind.SER_ESTAR: {
        SubKind.ESTAR_STATE: Entry(
            "Con «{described}» va aquí «{better}», de «estar», porque se habla de un estado.",
            "With «{described}» say «{better}», from «estar», here, because it describes a state.",
            "Soy muy cansado.",
            "Estoy muy cansado.",
        ),
        SubKind.ESTAR_PLACE: Entry(
            "Va «{better}», de «estar», porque dice en qué lugar o situación se encuentra algo.",
            "Say «{better}», from «estar»: it tells where or in what situation something is.",
            "Mi casa es cerca de aquí.",
            "Mi casa está cerca de aquí.",
        ),
        SubKind.ESTAR_GERUND: Entry(
            "Antes de «{next}», que es un gerundio, va «{better}», de «estar».",
            "Before «{next}», an -ing form, say «{better}», from «estar».",
            "Soy comiendo pan.",
            "Estoy comiendo pan.",
        ),
        SubKind.ESTAR_RESULT: Entry(
            "«{described}» dice aquí en qué estado está alguien o algo: «{better}», de «estar».",
            "«{described}» tells the state someone or something is in: «{better}», from «estar».",
            "La puerta es pintada.",
            "La puerta está pintada.",
        ),
        SubKind.ESTAR_WELL: Entry(
            "«Bien» y «mal» dicen cómo está algo: «{better}», de «estar».",
            "«Bien» and «mal» tell how something is doing: «{better}», from «estar».",
            "Mi madre es bien.",
            "Mi madre está bien.",
        ),
        SubKind.ESTAR_PHRASE: Entry(
            "«{trigger}» va con «estar»: «{better}», no «{said}».",
            "«{trigger}» goes with «estar»: «{better}», not «{said}».",
            "Soy de acuerdo.",
            "Estoy de acuerdo.",
        ),
        SubKind.TO_ESTAR: Entry(
            "Aquí va «{better}», de «estar», y no «{said}», de «ser».",
            "Here say «{better}», from «estar», not «{said}», from «ser».",
            "El agua es fría hoy.",
            "El agua está fría hoy.",
        ),
        SubKind.SER_HOUR: Entry(
            "La hora se dice con «ser»: «{better}».",
            "Clock time takes «ser»: say «{better}».",
            "Están las dos.",
            "Son las dos.",
        ),
        SubKind.SER_DATE: Entry(
            "Los días y las fechas van con «ser»: «{better}», no «{said}».",
            "Days and dates take «ser»: «{better}», not «{said}».",
            "Hoy está lunes.",
            "Hoy es lunes.",
        ),
        SubKind.SER_OF: Entry(
            "El origen, la materia y el dueño se dicen con «ser» y «de»: «{better} de».",
            "Origin, material and owner are told with «ser» and «de»: «{better} de».",
            "Mi abuela está de Cuba.",
            "Mi abuela es de Cuba.",
        ),
        SubKind.SER_PROFESSION: Entry(
            "Con «{described}», que dice qué es alguien, va «{better}», de «ser».",
            "With «{described}», which tells what somebody is, say «{better}», from «ser».",
            "Mi hermano está médico.",
            "Mi hermano es médico.",
        ),
        SubKind.SER_EVENT: Entry(
            "Dónde tiene lugar «{before}» se dice con «ser»: «{better}».",
            "Where «{before}» takes place is told with «ser»: «{better}».",
            "La fiesta está en mi casa.",
            "La fiesta es en mi casa.",
        ),
        SubKind.SER_TRAIT: Entry(
            "Con «{described}» va aquí «{better}», de «ser», porque dice cómo es alguien o algo.",
            "With «{described}» say «{better}», from «ser»: what someone or something is like.",
            "Mi tía está muy inteligente.",
            "Mi tía es muy inteligente.",
        ),
        SubKind.SER_IDENTITY: Entry(
            "Antes de «{next}» va aquí «{better}», de «ser»: dice qué o quién es.",
            "Before «{next}» say «{better}», from «ser», here: it tells what or who it is.",
            "Madrid está una ciudad grande.",
            "Madrid es una ciudad grande.",
        ),
        SubKind.TO_SER: Entry(
            "Aquí va «{better}», de «ser», y no «{said}», de «estar».",
            "Here say «{better}», from «ser», not «{said}», from «estar».",
            "Eso está mentira.",
            "Eso es mentira.",
        ),
    },
    EditKind.HABER: {
        SubKind.THERE_IS_SINGULAR: Entry(
            "Cuando dice lo que existe u ocurre, «haber» va en singular: «{better}».",
            "When it tells what exists or happens, «haber» stays singular: «{better}».",
            "Habían muchas personas.",
            "Había muchas personas.",
        ),
        SubKind.ESTAR_OF_KNOWN: Entry(
            "Con «{following}», algo conocido, va «{better}», de «estar», no «{said}».",
            "With «{following}», something known, say «{better}», from «estar», not «{said}».",
            "Aquí hay mi casa.",
            "Aquí está mi casa.",
        ),
        SubKind.THERE_IS: Entry(
            "Para decir lo que existe u ocurre va «{better}», de «haber», no «{said}».",
            "To tell what exists or happens, say «{better}», from «haber», not «{said}».",
            "En mi calle es un parque.",
            "En mi calle hay un parque.",
        ),
    },
    EditKind.IDIOM: {
        SubKind.AGE_WITH_TENER: Entry(
            "La edad se dice con «tener»: «{better}», no «{said}».",
            "Age is told with «tener»: «{better}», not «{said}».",
            "Mi hijo es diez años.",
            "Mi hijo tiene diez años.",
        ),
        SubKind.FEELING_WITH_TENER: Entry(
            "Con «{described}» va «tener»: «{better}», no «{said}».",
            "With «{described}» use «tener»: «{better}», not «{said}».",
            "Estoy hambre.",
            "Tengo hambre.",
        ),
        SubKind.WEATHER_WITH_HACER: Entry(
            "Del tiempo, con «{described}» se dice «{better}», de «hacer».",
            "Of the weather, with «{described}» say «{better}», from «hacer».",
            "Hoy es mucho calor.",
            "Hoy hace mucho calor.",
        ),
        SubKind.AGO: Entry(
            "El tiempo que ha pasado se dice con «hace»: «hace {next}».",
            "How long ago is told with «hace»: «hace {next}».",
            "Vine aquí dos años.",
            "Vine aquí hace dos años.",
        ),
    },
    EditKind.GUSTAR: {
        SubKind.GUSTAR_A_PERSON: Entry(
            "Con «{verb}», la persona lleva «a» delante.",
            "With «{verb}», the person takes «a» before it.",
            "Mi hermana le gusta bailar.",
            "A mi hermana le gusta bailar.",
        ),
        SubKind.GUSTAR_PERSON: Entry(
            "Con «{verb}», la persona se dice con «me», «te», «le»: «{better}».",
            "With «{verb}», the person is told with «me», «te», «le»: «{better}».",
            "Yo gusto el pan.",
            "Me gusta el pan.",
        ),
        SubKind.GUSTAR_PRONOUN: Entry(
            "Con «{verb}», aquí la persona es «{better}», no «{said}».",
            "With «{verb}», the person here is «{better}», not «{said}».",
            "A ella se gusta el pan.",
            "A ella le gusta el pan.",
        ),
        SubKind.GUSTAR_PLURAL: Entry(
            "«{following}» va en plural, y «{verb}» también: «{better}».",
            "«{following}» is plural, and so is «{verb}»: «{better}».",
            "Me gusta los perros.",
            "Me gustan los perros.",
        ),
        SubKind.GUSTAR_INFINITIVE: Entry(
            "Con un infinitivo como «{next}», «{verb}» va en singular: «{better}».",
            "With an infinitive like «{next}», «{verb}» is singular: «{better}».",
            "Me gustan nadar.",
            "Me gusta nadar.",
        ),
        SubKind.GUSTAR_AGREES: Entry(
            "Se dice «{better}»: «{verb}» concuerda con su sujeto, no con «me», «te» o «le».",
            "Say «{better}»: «{verb}» agrees with its subject, not with «me», «te» or «le».",
            "Me gusto el pan.",
            "Me gusta el pan.",
        ),
    },
    EditKind.VERB_PERSON: {
        SubKind.PERSON_AND_ME: Entry(
            "«{trigger} yo» equivale a «nosotros»: el verbo es «{better}».",
            "«{trigger} yo» counts as «nosotros»: the verb is «{better}».",
            "Mi amiga y yo habla mucho.",
            "Mi amiga y yo hablamos mucho.",
        ),
        SubKind.PERSON_OF_PRONOUN: Entry(
            "Con «{before}» el verbo es «{better}», no «{said}».",
            "With «{before}» the verb is «{better}», not «{said}».",
            "Tú hablo muy bien.",
            "Tú hablas muy bien.",
        ),
        SubKind.PERSON_OF_COLLECTIVE: Entry(
            "«{before}» es singular en español: el verbo es «{better}», no «{said}».",
            "«{before}» is singular in Spanish: the verb is «{better}», not «{said}».",
            "La gente hablan mucho.",
            "La gente habla mucho.",
        ),
        SubKind.PERSON_PLURAL: Entry(
            "El sujeto es plural, y el verbo también: «{better}», no «{said}».",
            "The subject is plural, and so is the verb: «{better}», not «{said}».",
            "Mis padres trabaja aquí.",
            "Mis padres trabajan aquí.",
        ),
        SubKind.PERSON_SINGULAR: Entry(
            "El sujeto es singular, y el verbo también: «{better}», no «{said}».",
            "The subject is singular, and so is the verb: «{better}», not «{said}».",
            "Mi perro comen mucho.",
            "Mi perro come mucho.",
        ),
        SubKind.PERSON_I: Entry(
            "«{better}» es la forma de «yo»; no va «{said}».",
            "«{better}» is the form for «yo», so not «{said}».",
            "Vivo aquí y escribe cartas.",
            "Vivo aquí y escribo cartas.",
        ),
        SubKind.PERSON_YOU: Entry(
            "«{better}» es la forma de «tú»; no va «{said}».",
            "«{better}» is the form for «tú», so not «{said}».",
            "¿Por qué no hablo conmigo?",
            "¿Por qué no hablas conmigo?",
        ),
        SubKind.PERSON_WE: Entry(
            "«{better}» es la forma de «nosotros»; no va «{said}».",
            "«{better}» is the form for «nosotros», so not «{said}».",
            "En casa hablan los dos juntos.",
            "En casa hablamos los dos juntos.",
        ),
        SubKind.ENDING: Entry(
            "Aquí la terminación es otra: «{better}», no «{said}».",
            "The ending is a different one here: «{better}», not «{said}».",
            "Por las tardes estudia mucho.",
            "Por las tardes estudio mucho.",
        ),
        SubKind.PERSON: Entry(
            "Se dice «{better}», no «{said}»: el verbo concuerda con su sujeto.",
            "Say «{better}», not «{said}»: the verb agrees with its subject.",
            "Cuando era niño viví aquí y mi tío vivías lejos.",
            "Cuando era niño viví aquí y mi tío vivía lejos.",
        ),
    },
}
