"""The library of explanations: each text is true of every sentence that its case can meet.

``{said}`` and ``{better}`` are the learner's words and the better ones, ``{next}`` and ``{before}``
the words around them, ``{verb}`` an infinitive. Spanish words stand in «guillemets» in both
languages, so that the English voice can hand them to the Spanish one.
"""

from tutor.domain.correction import Explanation
from tutor.domain.explanation_cases import Case

__all__ = ["TEXTS"]


TEXTS: dict[Case, Explanation] = {
    Case.GENDER: Explanation(
        "Se dice «{better}», no «{said}»: las palabras que van juntas concuerdan en género.",
        "Say «{better}», not «{said}»: words that belong together agree in gender.",
    ),
    Case.NUMBER: Explanation(
        "Se dice «{better}», no «{said}»: las palabras que van juntas concuerdan en número.",
        "Say «{better}», not «{said}»: words that belong together agree in number.",
    ),
    Case.ARTICLE_MISSING: Explanation(
        "Antes de «{next}» falta el artículo «{better}».",
        "Put the article «{better}» before «{next}».",
    ),
    Case.ARTICLE_EXTRA: Explanation(
        "Aquí sobra el artículo «{said}».",
        "Leave out the article «{said}» here.",
    ),
    Case.ARTICLE_OTHER: Explanation(
        "Aquí va «{better}», no «{said}»: el artículo es otro.",
        "Say «{better}», not «{said}»: the article is a different one here.",
    ),
    Case.ARTICLE_JOINED: Explanation(
        "Aquí va «{better}», con artículo, no «{said}».",
        "Say «{better}», with the article, not «{said}».",
    ),
    Case.ARTICLE_PARTED: Explanation(
        "Aquí va «{better}», sin artículo, no «{said}».",
        "Say «{better}», without the article, not «{said}».",
    ),
    Case.CONTRACTION: Explanation(
        "Se dice «{better}»: la preposición y el artículo «el» se unen.",
        "Say «{better}»: the preposition and the article «el» become one word.",
    ),
    Case.ESTAR_STATE: Explanation(
        "Con «{next}» va «{better}», de «estar», porque se habla de un estado.",
        "With «{next}» say «{better}», from «estar», because it describes a state.",
    ),
    Case.ESTAR_PLACE: Explanation(
        "Va «{better}», de «estar», porque dice en qué lugar o situación se encuentra algo.",
        "Say «{better}», from «estar», because it tells where or in what situation something is.",
    ),
    Case.ESTAR_GERUND: Explanation(
        "Antes de «{next}», que es un gerundio, va «{better}», de «estar».",
        "Before «{next}», an -ing form, say «{better}», from «estar».",
    ),
    Case.SER_HOUR: Explanation(
        "La hora se dice con «ser»: «{better}».",
        "Clock time takes «ser»: say «{better}».",
    ),
    Case.TO_SER: Explanation(
        "Aquí va «{better}», de «ser», y no «{said}», de «estar».",
        "Here say «{better}», from «ser», not «{said}», from «estar».",
    ),
    Case.TO_ESTAR: Explanation(
        "Aquí va «{better}», de «estar», y no «{said}», de «ser».",
        "Here say «{better}», from «estar», not «{said}», from «ser».",
    ),
    Case.PARA_PURPOSE: Explanation(
        "Antes de «{next}» va «para», porque expresa una finalidad.",
        "Before «{next}» say «para», because it expresses a purpose.",
    ),
    Case.GRACIAS_POR: Explanation(
        "Después de «gracias» se usa «por».",
        "After «gracias» comes «por».",
    ),
    Case.TO_POR: Explanation(
        "Aquí va «por», que suele expresar causa, medio o duración.",
        "Here say «por», which usually expresses cause, means or duration.",
    ),
    Case.TO_PARA: Explanation(
        "Aquí va «para», que suele expresar finalidad, destino o plazo.",
        "Here say «para», which usually expresses purpose, destination or deadline.",
    ),
    Case.DESTINATION: Explanation(
        "Con «{verb}», el destino lleva «a»: «{better}», no «{said}».",
        "With «{verb}», the destination takes «a»: «{better}», not «{said}».",
    ),
    Case.VERB_TAKES: Explanation(
        "Con «{verb}» se usa aquí la preposición «{better}».",
        "With «{verb}» the preposition here is «{better}».",
    ),
    Case.PREPOSITION_MISSING: Explanation(
        "Antes de «{next}» falta la preposición «{better}».",
        "Put the preposition «{better}» before «{next}».",
    ),
    Case.PREPOSITION_EXTRA: Explanation(
        "Aquí sobra la preposición «{said}».",
        "Leave out the preposition «{said}» here.",
    ),
    Case.PREPOSITION_OTHER: Explanation(
        "Aquí va «{better}», no «{said}»: la preposición es otra.",
        "Say «{better}», not «{said}»: the preposition is a different one here.",
    ),
    Case.PERSONAL_A: Explanation(
        "Aquí el objeto del verbo es una persona, y lleva «{better}» delante.",
        "The object of the verb is a person here, so it takes «{better}» before it.",
    ),
    Case.PRONOUN_MISSING: Explanation(
        "Antes de «{next}» falta el pronombre «{better}».",
        "Put the pronoun «{better}» before «{next}».",
    ),
    Case.PRONOUN_EXTRA: Explanation(
        "Aquí sobra el pronombre «{said}».",
        "Leave out the pronoun «{said}» here.",
    ),
    Case.PRONOUN_OTHER: Explanation(
        "Aquí el pronombre es «{better}», no «{said}».",
        "The pronoun here is «{better}», not «{said}».",
    ),
    Case.GUSTAR_PERSON: Explanation(
        "Con «{verb}», la persona se dice con «me», «te», «le»: «{better}».",
        "With «{verb}», the person is said with «me», «te», «le»: «{better}».",
    ),
    Case.GUSTAR_AGREES: Explanation(
        "Se dice «{better}»: «{verb}» concuerda con su sujeto, no con «me», «te» o «le».",
        "Say «{better}»: «{verb}» agrees with its subject, not with «me», «te» or «le».",
    ),
    Case.PERSON_OF_PRONOUN: Explanation(
        "Con «{before}» el verbo es «{better}», no «{said}».",
        "With «{before}» the verb is «{better}», not «{said}».",
    ),
    Case.PERSON: Explanation(
        "Se dice «{better}», no «{said}»: el verbo concuerda con su sujeto.",
        "Say «{better}», not «{said}»: the verb agrees with its subject.",
    ),
    Case.PRESENT: Explanation(
        "Aquí va el presente: «{better}», no «{said}».",
        "Use the present here: «{better}», not «{said}».",
    ),
    Case.PRETERITE: Explanation(
        "Aquí va el pretérito: «{better}», no «{said}».",
        "Use the preterite, a past tense, here: «{better}», not «{said}».",
    ),
    Case.IMPERFECT: Explanation(
        "Aquí va el imperfecto: «{better}», no «{said}».",
        "Use the imperfect, a past tense, here: «{better}», not «{said}».",
    ),
    Case.FUTURE: Explanation(
        "Aquí va el futuro: «{better}», no «{said}».",
        "Use the future here: «{better}», not «{said}».",
    ),
    Case.CONDITIONAL: Explanation(
        "Aquí va el condicional: «{better}», no «{said}».",
        "Use the conditional here: «{better}», not «{said}».",
    ),
    Case.TENSE: Explanation(
        "Aquí el tiempo del verbo es otro: «{better}», no «{said}».",
        "The tense is a different one here: «{better}», not «{said}».",
    ),
    Case.SUBJUNCTIVE: Explanation(
        "Aquí el verbo va en subjuntivo: «{better}», no «{said}».",
        "Use the subjunctive here: «{better}», not «{said}».",
    ),
    Case.INDICATIVE: Explanation(
        "Aquí el verbo va en indicativo: «{better}», no «{said}».",
        "Use the indicative, not the subjunctive, here: «{better}», not «{said}».",
    ),
    Case.MOOD: Explanation(
        "Aquí el modo del verbo es otro: «{better}», no «{said}».",
        "The mood of the verb is a different one here: «{better}», not «{said}».",
    ),
    Case.INFINITIVE_AFTER_PREPOSITION: Explanation(
        "Después de «{before}», el verbo va en infinitivo: «{better}».",
        "After «{before}», use the infinitive: «{better}».",
    ),
    Case.INFINITIVE: Explanation(
        "Aquí va el infinitivo: «{better}», no «{said}».",
        "Use the infinitive here: «{better}», not «{said}».",
    ),
    Case.GERUND: Explanation(
        "Aquí va el gerundio: «{better}», no «{said}».",
        "Use the -ing form here: «{better}», not «{said}».",
    ),
    Case.PARTICIPLE: Explanation(
        "Aquí va el participio: «{better}», no «{said}».",
        "Use the participle here: «{better}», not «{said}».",
    ),
    Case.CONJUGATED: Explanation(
        "Aquí el verbo va conjugado: «{better}», no «{said}».",
        "The verb needs a personal ending here: «{better}», not «{said}».",
    ),
    Case.VERB_FORM: Explanation(
        "La forma del verbo es «{better}», no «{said}».",
        "The form of the verb is «{better}», not «{said}».",
    ),
    Case.STRESS: Explanation(
        "La sílaba fuerte es otra: «{better}», no «{said}».",
        "The stress is on a different syllable: «{better}», not «{said}».",
    ),
    Case.ACCENT_MISSING: Explanation(
        "Aquí «{better}» lleva tilde.",
        "Here «{better}» has a written accent.",
    ),
    Case.ACCENT_EXTRA: Explanation(
        "Aquí «{better}» va sin tilde.",
        "Here «{better}» has no written accent.",
    ),
    Case.ACCENT_OTHER: Explanation(
        "La tilde va en otra letra: «{better}».",
        "The written accent goes on another letter: «{better}».",
    ),
    Case.SPELLING: Explanation(
        "La palabra es «{better}», no «{said}».",
        "The word is «{better}», not «{said}».",
    ),
    Case.WORD_CHOICE: Explanation(
        "Aquí queda mejor «{better}» que «{said}».",
        "Here «{better}» fits better than «{said}».",
    ),
    Case.ENGLISH_WORD: Explanation(
        "«{said}» es inglés; en español se dice «{better}».",
        "«{said}» is English; in Spanish say «{better}».",
    ),
    Case.ORDER: Explanation(
        "El orden es «{better}», no «{said}».",
        "The order is «{better}», not «{said}».",
    ),
    Case.MISSING: Explanation(
        "Antes de «{next}» falta «{better}».",
        "Put «{better}» before «{next}».",
    ),
    Case.MISSING_AT_END: Explanation(
        "Al final falta «{better}».",
        "Add «{better}» at the end.",
    ),
    Case.EXTRA: Explanation(
        "Aquí sobra «{said}».",
        "Leave out «{said}» here.",
    ),
    Case.PHRASING: Explanation(
        "Es más natural «{better}» que «{said}».",
        "It is more natural to say «{better}» than «{said}».",
    ),
    Case.LONG_PHRASING: Explanation(
        "Dicho así suena más natural.",
        "Said like this, it sounds more natural.",
    ),
}
