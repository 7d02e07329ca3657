"""When, how sure, and in what form."""

from collections.abc import Mapping

from tutor.domain.correction import EditKind
from tutor.domain.explaining.entry import Entries, Entry
from tutor.domain.sub_kinds import SubKind

__all__ = ["ENTRIES"]


ENTRIES: Mapping[EditKind, Entries] = {
    EditKind.VERB_TENSE: {
        SubKind.PRETERITE_SIGNAL: Entry(
            "Con «{trigger}» se cuenta aquí algo terminado, en pretérito: «{better}», no «{said}».",
            "With «{trigger}» this tells something finished, in the preterite: «{better}».",
            "Ayer como con mi tía.",
            "Ayer comí con mi tía.",
        ),
        SubKind.PRETERITE_NOT_IMPERFECT: Entry(
            "Aquí va el pretérito «{better}», no el imperfecto: se ve la acción como terminada.",
            "Use the preterite «{better}» here, not the imperfect: the action is seen as finished.",
            "El tren llegaba y subimos.",
            "El tren llegó y subimos.",
        ),
        SubKind.PRETERITE: Entry(
            "Aquí se habla del pasado, en pretérito: «{better}», no «{said}».",
            "This is about the past, in the preterite: «{better}», not «{said}».",
            "El profesor habla y todos salieron.",
            "El profesor habló y todos salieron.",
        ),
        SubKind.IMPERFECT_AGE: Entry(
            "La edad en el pasado va aquí en imperfecto: «{better}», no «{said}».",
            "Age in the past takes the imperfect here: «{better}», not «{said}».",
            "Tuve diez años entonces.",
            "Tenía diez años entonces.",
        ),
        SubKind.IMPERFECT_HOUR: Entry(
            "La hora en el pasado va en imperfecto: «{better}», no «{said}».",
            "Clock time in the past takes the imperfect: «{better}», not «{said}».",
            "Fueron las tres.",
            "Eran las tres.",
        ),
        SubKind.IMPERFECT_SIGNAL: Entry(
            "«{trigger}» indica aquí costumbre o situación pasada, en imperfecto: «{better}».",
            "«{trigger}» points to a past habit or situation here, in the imperfect: «{better}».",
            "De niño jugué mucho al fútbol.",
            "De niño jugaba mucho al fútbol.",
        ),
        SubKind.IMPERFECT_NOT_PRETERITE: Entry(
            "Aquí va el imperfecto «{better}»: la acción se ve en curso, repetida o de fondo.",
            "Use the imperfect «{better}»: the action is seen as going on, repeated or background.",
            "La casa tuvo tres ventanas.",
            "La casa tenía tres ventanas.",
        ),
        SubKind.IMPERFECT: Entry(
            "Aquí se habla del pasado, en imperfecto: «{better}», no «{said}».",
            "This is about the past, in the imperfect: «{better}», not «{said}».",
            "El parque está cerrado y volvimos.",
            "El parque estaba cerrado y volvimos.",
        ),
        SubKind.FUTURE_SIGNAL: Entry(
            "Con «{trigger}» va aquí el futuro: «{better}», no «{said}».",
            "With «{trigger}» use the future here: «{better}», not «{said}».",
            "Mañana hablaba con ella.",
            "Mañana hablaré con ella.",
        ),
        SubKind.FUTURE: Entry(
            "Aquí va el futuro: «{better}», no «{said}».",
            "Use the future here: «{better}», not «{said}».",
            "Algún día hablé con ella.",
            "Algún día hablaré con ella.",
        ),
        SubKind.CONDITIONAL_WISH: Entry(
            "Lo que a alguien le agradaría hacer va en condicional: «{better}», no «{said}».",
            "What somebody would like is told in the conditional: «{better}», not «{said}».",
            "Me gusta ir a Perú un día.",
            "Me gustaría ir a Perú un día.",
        ),
        SubKind.CONDITIONAL: Entry(
            "Aquí va el condicional: «{better}», no «{said}».",
            "Use the conditional here: «{better}», not «{said}».",
            "Yo hablo con él, pero no puedo.",
            "Yo hablaría con él, pero no puedo.",
        ),
        SubKind.PRESENT: Entry(
            "Aquí va el presente: «{better}», no «{said}».",
            "Use the present here: «{better}», not «{said}».",
            "Ahora hablaba español todos los días.",
            "Ahora hablo español todos los días.",
        ),
        SubKind.PERFECT: Entry(
            "Aquí va el perfecto, con «haber» en presente: «{better}», no «{said}».",
            "Use the perfect, with «haber» in the present: «{better}», not «{said}».",
            "Toda mi vida vivo en Perú.",
            "Toda mi vida he vivido en Perú.",
        ),
        SubKind.PLUPERFECT: Entry(
            "Aquí va el pluscuamperfecto «{better}»: es anterior a otra cosa pasada.",
            "Use the pluperfect «{better}» here: it lies before something else in the past.",
            "Cuando llegué, ya comieron todo.",
            "Cuando llegué, ya habían comido todo.",
        ),
        SubKind.TENSE: Entry(
            "Aquí el tiempo del verbo es otro: «{better}», no «{said}».",
            "The tense is a different one here: «{better}», not «{said}».",
            "Ayer hablaremos mucho nosotros.",
            "Ayer hablamos mucho nosotros.",
        ),
    },
    EditKind.VERB_MOOD: {
        SubKind.SUBJUNCTIVE_WISH: Entry(
            "Después de «{trigger}», un deseo o una necesidad, va el subjuntivo: «{better}».",
            "After «{trigger}», a wish or need, use the subjunctive: «{better}».",
            "Quiero que hablas conmigo.",
            "Quiero que hables conmigo.",
        ),
        SubKind.SUBJUNCTIVE_REQUEST: Entry(
            "Después de «{trigger}», que pide, aconseja o permite, va el subjuntivo: «{better}».",
            "After «{trigger}», which asks, advises or permits, use the subjunctive: «{better}».",
            "Te pido que hablas más.",
            "Te pido que hables más.",
        ),
        SubKind.SUBJUNCTIVE_EMOTION: Entry(
            "Después de «{trigger}», que expresa un sentimiento, va el subjuntivo: «{better}».",
            "After «{trigger}», which expresses a feeling, use the subjunctive: «{better}».",
            "Me alegra que hablas español.",
            "Me alegra que hables español.",
        ),
        SubKind.SUBJUNCTIVE_DOUBT: Entry(
            "Después de «{trigger}», que duda o niega, va el subjuntivo: «{better}».",
            "After «{trigger}», which doubts or denies, use the subjunctive: «{better}».",
            "No creo que hablan español.",
            "No creo que hablen español.",
        ),
        SubKind.SUBJUNCTIVE_JUDGEMENT: Entry(
            "Después de «{trigger}», que valora algo, va el subjuntivo: «{better}».",
            "After «{trigger}», which judges something, use the subjunctive: «{better}».",
            "Es importante que hablas claro.",
            "Es importante que hables claro.",
        ),
        SubKind.SUBJUNCTIVE_PURPOSE: Entry(
            "Después de «{trigger}» va el subjuntivo: «{better}», no «{said}».",
            "After «{trigger}» comes the subjunctive: «{better}», not «{said}».",
            "Canto para que hablas tú.",
            "Canto para que hables tú.",
        ),
        SubKind.SUBJUNCTIVE_CONDITION: Entry(
            "Con «{trigger}» va aquí el subjuntivo: «{better}», no «{said}».",
            "With «{trigger}» use the subjunctive here: «{better}», not «{said}».",
            "Salgo sin que hablan ellos.",
            "Salgo sin que hablen ellos.",
        ),
        SubKind.SUBJUNCTIVE_TIME: Entry(
            "Después de «{trigger}», para lo que aún ha de pasar, va el subjuntivo: «{better}».",
            "After «{trigger}», for what is still to happen, use the subjunctive: «{better}».",
            "Te llamo cuando hablo con Ana.",
            "Te llamo cuando hable con Ana.",
        ),
        SubKind.SUBJUNCTIVE_OJALA: Entry(
            "«Ojalá» pide el subjuntivo: «{better}», no «{said}».",
            "«Ojalá» calls for the subjunctive: «{better}», not «{said}».",
            "Ojalá que hablan pronto.",
            "Ojalá que hablen pronto.",
        ),
        SubKind.SUBJUNCTIVE_UNKNOWN: Entry(
            "«{trigger}» habla aquí de alguien o algo por conocer, en subjuntivo: «{better}».",
            "«{trigger}» means someone or something unknown here; use the subjunctive: «{better}».",
            "Busco alguien que habla chino.",
            "Busco alguien que hable chino.",
        ),
        SubKind.SUBJUNCTIVE_SI: Entry(
            "Con «si», lo que no es real va en imperfecto de subjuntivo: «{better}».",
            "With «si», what is not real takes the past subjunctive: «{better}».",
            "Si tengo dinero, viajaría más.",
            "Si tuviera dinero, viajaría más.",
        ),
        SubKind.SUBJUNCTIVE_COMO_SI: Entry(
            "«Como si» pide el imperfecto de subjuntivo: «{better}».",
            "«Como si» calls for the past subjunctive: «{better}».",
            "Habla como si tiene miedo.",
            "Habla como si tuviera miedo.",
        ),
        SubKind.SUBJUNCTIVE_PAST: Entry(
            "Aquí va el pasado del subjuntivo: «{better}», no «{said}».",
            "Use the past subjunctive here: «{better}», not «{said}».",
            "Me dijo ella que yo hablé más.",
            "Me dijo ella que yo hablara más.",
        ),
        SubKind.SUBJUNCTIVE: Entry(
            "Aquí el verbo va en subjuntivo: «{better}», no «{said}».",
            "Use the subjunctive here: «{better}», not «{said}».",
            "Haz lo que tú quieres.",
            "Haz lo que tú quieras.",
        ),
        SubKind.INDICATIVE_BELIEF: Entry(
            "Después de «{trigger}» se afirma algo, en indicativo: «{better}», no «{said}».",
            "What follows «{trigger}» is stated, in the indicative: «{better}», not «{said}».",
            "Creo que hablen bien.",
            "Creo que hablan bien.",
        ),
        SubKind.INDICATIVE_SI: Entry(
            "«Si» no va con presente de subjuntivo: «{better}», no «{said}».",
            "«Si» does not take the present subjunctive: «{better}», not «{said}».",
            "Si hables con ella, sonríe.",
            "Si hablas con ella, sonríe.",
        ),
        SubKind.INDICATIVE_BECAUSE: Entry(
            "Después de «porque» va aquí el indicativo: «{better}», no «{said}».",
            "After «porque» use the indicative here: «{better}», not «{said}».",
            "Es listo porque hable tres lenguas.",
            "Es listo porque habla tres lenguas.",
        ),
        SubKind.INDICATIVE: Entry(
            "Aquí el verbo va en indicativo: «{better}», no «{said}».",
            "Use the indicative, not the subjunctive, here: «{better}», not «{said}».",
            "Mi hermana hable bien.",
            "Mi hermana habla bien.",
        ),
        SubKind.MOOD: Entry(
            "Aquí el modo del verbo es otro: «{better}», no «{said}».",
            "The mood of the verb is a different one here: «{better}», not «{said}».",
            "Espero que ella vive bien.",
            "Espero que ella haya vivido bien.",
        ),
    },
}
