"""Accents, spelling, and the choice of words."""

from collections.abc import Mapping

from tutor.domain.correction import EditKind
from tutor.domain.explaining.entry import Entries, Entry
from tutor.domain.sub_kinds import SubKind

__all__ = ["ENTRIES"]


ENTRIES: Mapping[EditKind, Entries] = {
    EditKind.ACCENT: {
        SubKind.ACCENT_QUESTION: Entry(
            "Cuando pregunta o exclama, «{better}» lleva tilde.",
            "In a question or exclamation, «{better}» has a written accent.",
            "¿Como está tu madre?",
            "¿Cómo está tu madre?",
        ),
        SubKind.ACCENT_PAIR: Entry(
            "La tilde distingue «{better}» de «{said}», que es otra palabra.",
            "The accent tells «{better}» from «{said}», which is another word.",
            "Es para el.",
            "Es para él.",
        ),
        SubKind.STRESS: Entry(
            "La sílaba fuerte es otra: «{better}», no «{said}».",
            "The stress is on a different syllable: «{better}», not «{said}».",
            "Mi papa canta bien.",
            "Mi papá canta bien.",
        ),
        SubKind.ACCENT_MISSING: Entry(
            "Aquí «{better}» lleva tilde.",
            "Here «{better}» has a written accent.",
            "Me gusta la musica.",
            "Me gusta la música.",
        ),
        SubKind.ACCENT_SUPERFLUOUS: Entry(
            "Aquí «{better}» va sin tilde.",
            "Here «{better}» has no written accent.",
            "Es para tí.",
            "Es para ti.",
        ),
    },
    EditKind.SPELLING: {
        SubKind.LETTER_N: Entry(
            "La letra es «ñ»: «{better}», no «{said}».",
            "The letter is «ñ»: «{better}», not «{said}».",
            "Tengo diez anos.",
            "Tengo diez años.",
        ),
        SubKind.SINGLE_CONSONANT: Entry(
            "Se escribe sin consonante doble: «{better}».",
            "There is no double consonant in «{better}».",
            "Eso es necessario.",
            "Eso es necesario.",
        ),
        SubKind.ONE_WORD: Entry(
            "Se escribe en una palabra: «{better}».",
            "Write it as one word: «{better}».",
            "Yo tam bien canto.",
            "Yo también canto.",
        ),
        SubKind.MORE_WORDS: Entry(
            "Se escribe en varias palabras: «{better}».",
            "Write it as separate words: «{better}».",
            "Canto aveces.",
            "Canto a veces.",
        ),
        SubKind.SAME_SOUND: Entry(
            "Suena igual, pero se escribe «{better}», no «{said}».",
            "It sounds the same, but write «{better}», not «{said}».",
            "Va a haver una fiesta.",
            "Va a haber una fiesta.",
        ),
        SubKind.SPELLING: Entry(
            "La palabra es «{better}», no «{said}».",
            "The word is «{better}», not «{said}».",
            "Me gusta el choclate.",
            "Me gusta el chocolate.",
        ),
    },
    EditKind.WORD_CHOICE: {
        SubKind.SABER_CONOCER: Entry(
            "«Conocer» es de personas y lugares, «saber» de datos y habilidades: «{better}».",
            "«Conocer» is for persons and places, «saber» for facts and skills: «{better}».",
            "Sé a tu hermana.",
            "Conozco a tu hermana.",
        ),
        SubKind.PEDIR_PREGUNTAR: Entry(
            "«Pedir» es querer algo, «preguntar» es querer saber: aquí «{better}».",
            "«Pedir» asks for something, «preguntar» asks to know: here «{better}».",
            "Pregunto un café.",
            "Pido un café.",
        ),
        SubKind.SAY_OR_SPEAK: Entry(
            "«Decir» da a conocer algo, «hablar» es conversar o saber una lengua: aquí «{better}».",
            "«Decir» tells something, «hablar» is to talk or know a language: here «{better}».",
            "Ella dice español.",
            "Ella habla español.",
        ),
        SubKind.PLAY: Entry(
            "«Jugar» es de juegos y deportes, «tocar» de música: aquí «{better}».",
            "«Jugar» is for games and sports, «tocar» for music: here «{better}».",
            "Juego la guitarra.",
            "Toco la guitarra.",
        ),
        SubKind.TIME_WORDS: Entry(
            "«Vez» cuenta ocasiones, «hora» es del reloj, «tiempo» es duración: aquí «{better}».",
            "«Vez» counts occasions, «hora» is clock time, «tiempo» is duration: here «{better}».",
            "Fui dos tiempos.",
            "Fui dos veces.",
        ),
        SubKind.FALSE_FRIEND: Entry(
            "«{said}» se parece a una palabra inglesa, pero aquí se dice «{better}».",
            "«{said}» resembles an English word, but here say «{better}».",
            "Leo en la librería.",
            "Leo en la biblioteca.",
        ),
        SubKind.WORD_CHOICE: Entry(
            "Aquí queda mejor «{better}» que «{said}».",
            "Here «{better}» fits better than «{said}».",
            "Tengo un perro verde.",
            "Tengo un gato verde.",
        ),
    },
    EditKind.ENGLISH_WORD: {
        SubKind.ENGLISH_WORD: Entry(
            "«{said}» es inglés; en español se dice «{better}».",
            "«{said}» is English; in Spanish say «{better}».",
            "Comemos en la kitchen.",
            "Comemos en la cocina.",
        ),
    },
}
