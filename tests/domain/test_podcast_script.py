from tests.fakes import FakeLexicon, FakeVocabulary, a_lesson, an_entry
from tests.records import a_card, a_word
from tutor.domain.audio import AudioChunk
from tutor.domain.lesson import Level
from tutor.domain.podcast import (
    Podcast,
    RecordedChapter,
    RecordedLine,
    Side,
    transcript_of,
)
from tutor.domain.podcast_script import (
    parts_of_text,
    script_of_lesson,
    script_of_mistakes,
    script_of_text,
    sentences_of_text,
)
from tutor.domain.remark import Remark

TEXT = "Compro una manzana en la plaza del pueblo. La vendedora es muy amable.\nSe llama Inés."
WORDS = FakeVocabulary(an_entry("manzana", "apple"), an_entry("plaza", "square")).entries()
FACTS = FakeLexicon().facts


def of_text(text=TEXT, level=Level.A1, remarks=()):
    return script_of_text("El mercado", parts_of_text(text), level, WORDS, FACTS, remarks=remarks)


def said(script):
    return [line for chapter in script.chapters for line in chapter.lines]


def test_each_sentence_of_a_text_is_said_by_both_voices():
    for sentence in sentences_of_text(TEXT):
        sides = {line.side for line in said(of_text()) if line.text == sentence}
        assert sides == {Side.FIRST, Side.SECOND}


def test_the_listener_gets_time_to_repeat_and_to_finish_a_sentence():
    begun = [line for line in said(of_text()) if line.text.endswith("…")]
    assert [line.text for line in begun] == ["Compro una manzana…"]
    assert begun[0].leaves_time


def test_a_word_of_the_vocabulary_is_explained_once_with_its_example():
    script = of_text(TEXT + "\nLa manzana es roja. No hay más. La manzana es mía.")
    texts = [line.text for line in said(script)]
    assert texts.count("Una palabra importante: la manzana.") == 1
    assert "Por ejemplo: Aquí está la manzana." in texts
    assert dict(script.words)["la manzana"] == "apple"


def test_what_was_written_about_a_part_is_asked_by_one_voice_and_answered_by_the_other():
    lines = said(of_text(remarks=[Remark("¿Quién es amable?", "La vendedora.")]))
    asked = next(line for line in lines if line.text == "¿Quién es amable?")
    answered = lines[lines.index(asked) + 1]
    assert (answered.text, asked.leaves_time) == ("La vendedora.", True)
    assert asked.side is not answered.side


def test_words_below_the_level_are_not_explained():
    assert of_text(level=Level.B1).words == ()


def test_a_very_long_sentence_is_cut_where_a_listener_can_follow():
    parts = sentences_of_text(", ".join(["vamos al mercado con mi madre"] * 9) + ".")
    assert len(parts) == 9
    assert all(parts)


def test_the_questions_of_a_lesson_come_with_time_to_answer():
    lesson = a_lesson()
    script = script_of_lesson(lesson, Level.A1, WORDS, FACTS)
    for question in lesson.questions:
        asked = [line for line in said(script) if line.text == question]
        assert len(asked) == 2
        assert all(line.leaves_time for line in asked)
    assert any(line.text == lesson.opening for line in said(script))


def test_a_mistake_is_told_with_time_to_mend_it_and_the_right_sentence_twice():
    card = a_card()
    texts = [line.text for line in said(script_of_mistakes([card]))]
    right = [text for text in texts if card.sentence in text]
    assert len(right) == 2
    assert card.explanation.spanish in texts


def test_a_word_of_the_week_is_in_the_list_of_words():
    card = a_word()
    assert (card.better, ", ".join(card.translations)) in script_of_mistakes([card]).words


def test_the_last_chapter_takes_leave_of_every_listener():
    for script in (of_text(), script_of_mistakes([a_card()])):
        assert script.chapters[-1].lines[-1].text == "Gracias por escuchar. ¡Hasta pronto!"


def test_the_transcript_has_names_times_chapters_and_words():
    script = of_text()
    first = script.chapters[0]
    lines = tuple(RecordedLine(line, 61.0, 62.0) for line in first.lines)
    podcast = Podcast(
        script, AudioChunk(b"", 24_000), (RecordedChapter(first.title, lines, 60.0, 63.0),)
    )
    text = transcript_of(podcast, {Side.FIRST: "Dora", Side.SECOND: "Alex"})
    assert text.startswith("El mercado\n\n01:00  Presentación\n[01:01] Dora: ¡Hola!")
    assert "[01:01] Alex: " in text
    assert text.endswith("la manzana: apple\nla plaza: square\n")
