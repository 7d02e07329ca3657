import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.asked_word import AskedWord, asked_word
from tutor.domain.language import Language

ENGLISH, SPANISH = Language.ENGLISH, Language.SPANISH


@pytest.mark.parametrize(
    ("utterance", "word"),
    [
        ("¿Cómo se dice apple?", "apple"),
        ("cómo se dice apple en español", "apple"),
        ("como se dice apple", "apple"),
        ("¿Cómo se dice Apple, por favor?", "apple"),
        ("¿Cómo se dice «to be hungry»?", "to be hungry"),
        ("¿Cómo se dice la palabra 'apple' en español?", "apple"),
        ("¿Cómo se dice en español apple?", "apple"),
        ("¿Cómo se dice... Apple?", "apple"),
        ("¿Cómo se dice thank you?", "thank you"),
        ("Perdón, ¿cómo se dice the bill?", "bill"),
        ("No sé cómo se dice apple.", "apple"),
        ("Ayer comí una… ¿cómo se dice apple?", "apple"),
        ("Quiero comer un, cómo se dice, apple.", "apple"),
        ("Me gusta. ¿Cómo se dice butcher's? No me acuerdo.", "butcher's"),
        ("¿Cómo digo see you tomorrow en castellano?", "see you tomorrow"),
        ("How do you say apple?", "apple"),
        ("how do you say apple in Spanish", "apple"),
        ("How do I say “I am tired” in Spanish, please?", "i am tired"),
        ("What’s the Spanish word for apple?", "apple"),
        ("What's the word for an apple?", "apple"),
        ("What is apple in Spanish?", "apple"),
        ("Can you tell me how to say apple?", "apple"),
        ("¿Qué significa apple en español?", "apple"),
    ],
)
def test_an_english_word_is_asked_for(utterance, word):
    assert asked_word(utterance) == AskedWord(word, ENGLISH)


@pytest.mark.parametrize(
    ("utterance", "word"),
    [
        ("¿Qué significa zumo?", "zumo"),
        ("que significa zumo", "zumo"),
        ("No sé qué significa zumo.", "zumo"),
        ("¿Qué quiere decir sobre todo?", "sobre todo"),
        ("¿Qué significa la palabra «zumo» en inglés?", "zumo"),
        ("¿Qué significa el zumo?", "el zumo"),
        ("what does zumo mean", "zumo"),
        ("What does 'echar de menos' mean in English?", "echar de menos"),
        ("What's the meaning of zumo?", "zumo"),
        ("¿Cómo se dice zumo en inglés?", "zumo"),
        ("How do you say zumo in English?", "zumo"),
    ],
)
def test_a_spanish_word_is_asked_for(utterance, word):
    assert asked_word(utterance) == AskedWord(word, SPANISH)


@pytest.mark.parametrize(
    "utterance",
    [
        "",
        "No sé cómo se dice.",
        "no sé cómo se dice",
        "¿Cómo se dice?",
        "¿Cómo se dice en español?",
        "¿Cómo se dice eso en español?",
        "¿Cómo se dice esta palabra?",
        "¿Cómo se llama tu hermano?",
        "Me dice que quiere venir.",
        "Mi madre dice que sí.",
        "Como se dice en mi pueblo, más vale tarde que nunca.",
        "Mi padre es terco, como se dice normalmente.",
        "Es como se dice en España.",
        "Es una palabra que significa casa.",
        "Compré un libro, que significa mucho para mí.",
        "Mi amigo me preguntó cómo se dice gracias en inglés ayer.",
        "¿Qué significa esto?",
        "¿Qué significa para ti la familia?",
        "¿Qué significa la familia para ti?",
        "¿Qué significa en español?",
        "¿Qué quiere decir usted?",
        "¿Qué quiere decir con eso?",
        "¿Qué significa tu nombre?",
        "¿Qué es lo más difícil en español?",
        "¿Qué dice tu hermano?",
        "What do you mean?",
        "What does that mean?",
        "What does my teacher mean?",
        "How do you say it in Spanish?",
        "How do you say hello to your neighbours?",
        "What is your name in Spanish?",
        "They say that Spanish is easy.",
    ],
)
def test_an_ordinary_sentence_asks_for_no_word(utterance):
    assert asked_word(utterance) is None


ordinary_words = st.sampled_from(
    "yo me dice que dijo cuando como cómo mi hermano significa mucho apple zumo quiero decir una"
    " palabra en español inglés how do you what is mean the word por favor no sé eso".split()
)
QUESTIONS = (
    "se dice",
    "se diría",
    "digo",
    "decimos",
    "puedo decir",
    "qué significa",
    "que significa",
)
ASKING = ("say", "mean", "what is", "word for", "quiere decir", *QUESTIONS)


@given(st.lists(ordinary_words, max_size=10).map(" ".join))
def test_without_a_question_for_a_word_there_is_none(utterance):
    if not any(asking in utterance for asking in ASKING):
        assert asked_word(utterance) is None


@given(st.text(max_size=80))
def test_any_text_is_understood_or_not(utterance):
    found = asked_word(utterance)
    assert found is None or found.word.casefold() in utterance.casefold()


@given(
    st.sampled_from(("", "Perdón, ", "Oye, ", "Quiero una… ", "Me gusta. ", "y ")),
    st.sampled_from(("¿Cómo se dice {}?", "¿cómo se dice {} en español?", "How do you say {}?")),
    st.sampled_from(("apple", "dog", "to eat", "ice cream", "t-shirt", "don't", "thank you")),
)
def test_a_question_is_recognised_wherever_it_stands(before, question, word):
    asked = asked_word(before + question.format(word))
    assert asked == AskedWord(word, ENGLISH)


@given(
    st.sampled_from(("¿Cómo se dice {}?", "¿Qué significa {}?")), st.text("¿?¡!.…,;: ", max_size=9)
)
def test_a_question_without_a_word_asks_for_none(question, nothing):
    assert asked_word(question.format(nothing)) is None
