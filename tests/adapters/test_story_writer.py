import json

from tests.fakes import FakeLexicon
from tutor.adapters.llm.remarks import LanguageModelCommentator
from tutor.adapters.llm.story_writer import LanguageModelStoryteller
from tutor.domain.chat import ChatRole
from tutor.domain.lesson import Level
from tutor.domain.remark import Remark
from tutor.domain.story import People, is_answered
from tutor.domain.story_writing import question_from, sentence_flaws

SENTENCES = (
    "Ana vive en Lima.", "Su perro duerme mucho.", "Un día llueve en la calle.",
    "Ellos corren a la plaza.", "Comen fruta con una amiga.", "Por la noche cantan juntos.",
)  # fmt: skip
ABOUT = People("Ana", "Lima", "un perro")
LEXICON = FakeLexicon({}, english=frozenset({"the", "house"}))


class Writer:
    """A ChatModel that writes a story, and about a part of it asks what its first sentence says."""

    def __init__(self, sentences=SENTENCES):
        self.sentences = list(sentences)

    async def stream(self, messages, *, max_tokens, temperature, schema=None):
        if "JSON" in messages[0].content:
            said = messages[-1].content.split(".")[0]
            yield json.dumps({"question": "¿Qué pasa aquí?", "answer": f"Pues {said.lower()}."})
            return
        written = sum(message.role is ChatRole.ASSISTANT for message in messages)
        yield self.sentences[min(written, len(self.sentences) - 1)]


async def write(sentences=SENTENCES):
    chat = Writer(sentences)
    teller = LanguageModelStoryteller(chat, LanguageModelCommentator(chat, LEXICON), LEXICON)
    return await teller.story(ABOUT, Level.A1)


async def test_a_story_without_three_different_questions_will_not_do():
    assert await write() is None


async def test_a_story_that_repeats_itself_is_given_up():
    assert await write(SENTENCES[:1]) is None


def flaws(sentence, so_far=()):
    return list(sentence_flaws(sentence, so_far, Level.A1, ABOUT, LEXICON.facts))


def test_a_sentence_is_one_short_spanish_statement_that_is_new():
    assert not flaws("Ana tiene un perro.")
    assert flaws("¿Dónde está Ana?")
    assert flaws("Ana canta. Luego duerme.")
    assert flaws("Ana come en the house.")
    assert flaws("Ana come " + "y come " * 8 + "más.")
    assert flaws("Ana canta en la casa", ())
    assert flaws("Ana vive en Lima.", SENTENCES)


def test_a_question_is_judged_by_the_words_of_its_answer_that_the_story_has():
    question = question_from(Remark("¿Dónde vive Ana?", "Ana vive en Lima."), SENTENCES)
    assert question is not None
    assert is_answered(question, "en Lima")
    assert not is_answered(question, "Ana vive en Madrid")
    assert question_from(Remark("¿Vive Ana en Lima?", "Sí, en Lima."), SENTENCES) is None
