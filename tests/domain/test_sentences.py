import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.sentences import SentenceSplitter, alike, plain_words, split_sentences

TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            ["¿Qué tal?", "¡Hola!", "Bueno...", "no", "El Sr.", "Ruiz", "son", "3.5", "1.", "Sí.",
             "\n", "J.", "¿De verdad?!", "«Vale.»", "etc.", " ", "Y", "¡Ja, ja!"]
        ),
        st.text(alphabet='aÁñ.?!…¿ \n"1', max_size=6),
    ),
    max_size=12,
).map(" ".join)  # fmt: skip


@given(text=TEXTS, data=st.data())
def test_however_the_text_is_cut_the_sentences_are_the_same(text, data):
    splitter = SentenceSplitter()
    sentences = []
    rest = text
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        sentences += splitter.feed(rest[:size])
        rest = rest[size:]
    assert sentences + splitter.finish() == split_sentences(text)


@given(text=TEXTS)
def test_no_word_is_lost_or_changed(text):
    assert " ".join(split_sentences(text)).split() == text.split()


@given(text=TEXTS)
def test_no_sentence_is_empty(text):
    assert all(sentence.strip() == sentence != "" for sentence in split_sentences(text))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("¡Qué bien! ¿Y tú?", ["¡Qué bien!", "¿Y tú?"]),
        ("El Sr. Ruiz vive en EE. UU. desde 1990. ¿Y Ud.?",
         ["El Sr. Ruiz vive en EE. UU. desde 1990.", "¿Y Ud.?"]),
        ("Bueno... no sé. Pues… Vale.", ["Bueno... no sé.", "Pues…", "Vale."]),
        ("Cuesta 3.50 euros. Es caro.", ["Cuesta 3.50 euros.", "Es caro."]),
        ("1. Pan\n2. Leche", ["1. Pan", "2. Leche"]),
        ("Dice «¿Vienes?» y se va. Fin.", ["Dice «¿Vienes?»", "y se va.", "Fin."]),
        ("Pan, leche, etc. y ya. Pan, etc. Sí.", ["Pan, leche, etc. y ya.", "Pan, etc.", "Sí."]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_would_end_them(text, sentences):
    assert split_sentences(text) == sentences


def test_a_question_is_given_before_the_next_word_has_come():
    assert SentenceSplitter().feed("¿Y tú? ") == ["¿Y tú?"]


def test_a_full_stop_waits_for_what_follows_it():
    splitter = SentenceSplitter()
    assert splitter.feed("Vi al Sr. ") == []
    assert splitter.feed("Ruiz. H") == ["Vi al Sr. Ruiz."]


def test_plain_words_keep_the_letter_n_with_tilde():
    assert plain_words("¿Mañana, José?") == ["mañana", "jose"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("¿Qué comiste ayer?", "¿Y qué comiste ayer?", True),
        ("¿Tienes hermanos?", "¿Tú tienes hermanos o no?", True),
        ("¿Qué hiciste el sábado?", "¿Qué hiciste el domingo?", False),
        ("¿Dónde trabajas?", "¿Con quién trabajas?", False),
        ("¿Y tú?", "¿Y tú?", True),
        ("¿Y tú?", "¿Y por qué?", False),
    ],
)
def test_questions_are_alike_by_the_words_that_carry_meaning(one, other, expected):
    assert alike(one, other) is expected
    assert alike(other, one) is expected
