from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.adapters.lessons.toml_placement import read_prompts
from tutor.domain.lesson import Level
from tutor.domain.placement import (
    Evidence,
    Prompt,
    PromptKind,
    Step,
    evidence_of,
    in_order,
    level_of,
    next_prompt,
    placed,
    score,
)
from tutor.resources import resource_folder

SHIPPED = {level: read_prompts(resource_folder("lessons") / "placement", level) for level in Level}
ORDERED = {level: in_order(prompts) for level, prompts in SHIPPED.items()}
OPEN = Prompt(Level.A2, PromptKind.OPEN, "¿Qué hiciste ayer?", (("fui", "comí"),))
SAY = Prompt(Level.A2, PromptKind.SAY, "Yesterday I went home.", (("ayer",), ("fui",), ("casa",)))

evidence = st.builds(
    lambda words, share, errors, found, more: Evidence(
        words, round(words * share), min(errors, words), found, found + more
    ),
    st.integers(0, 60), st.floats(0, 1), st.integers(0, 20), st.integers(0, 4), st.integers(1, 3),
)  # fmt: skip


def better(one, draw):
    """Evidence at least as good in every respect."""
    words = one.words + draw(st.integers(0, 20))
    return replace(
        one,
        words=words,
        different_words=draw(st.integers(one.different_words, max(words, one.different_words))),
        errors=draw(st.integers(0, one.errors)),
        keys_found=draw(st.integers(one.keys_found, one.keys)),
    )


def go_through(answers):
    """The steps of a learner whose answer to each prompt is given by level and number."""
    steps: list[Step] = []
    while (prompt := next_prompt(steps, ORDERED)) is not None:
        number = sum(step.prompt.level is prompt.level for step in steps)
        steps.append(Step(prompt, answers[prompt.level][number]))
    return steps


def always(quality, prompt=OPEN):
    """The same evidence everywhere, good or bad."""
    return {level: [Evidence(40, 30, 0, 4, 4) if quality[level] else Evidence(1, 1, 1, 0, 4)] * 4
            for level in Level}  # fmt: skip


answers = st.fixed_dictionaries(
    {level: st.lists(evidence, min_size=4, max_size=4) for level in Level}
)


@given(evidence, st.data(), st.sampled_from([OPEN, SAY]), st.sampled_from(list(Level)))
def test_a_better_answer_is_never_worth_less(one, data, prompt, level):
    prompt = replace(prompt, level=level)
    assert score(prompt, better(one, data.draw)) >= score(prompt, one) - 1e-9


@given(evidence, st.sampled_from([OPEN, SAY]))
def test_what_an_answer_is_worth_is_a_share(one, prompt):
    assert 0 <= score(prompt, one) <= 1 + 1e-9


@given(answers, st.data())
def test_better_answers_never_lower_the_level(given_answers, data):
    improved = {
        level: [better(one, data.draw) for one in several]
        for level, several in given_answers.items()
    }
    order = list(Level)
    before, after = level_of(go_through(given_answers)), level_of(go_through(improved))
    assert order.index(after) >= order.index(before)


@given(answers)
def test_it_ends_after_six_to_twelve_prompts_each_asked_once(given_answers):
    steps = go_through(given_answers)
    assert 6 <= len(steps) <= 12
    assert len({step.prompt.text for step in steps}) == len(steps)


@pytest.mark.parametrize("level", list(Level))
def test_a_learner_who_holds_every_level_up_to_one_is_placed_there(level):
    order = list(Level)
    quality = {one: order.index(one) <= order.index(level) for one in Level}
    assert level_of(go_through(always(quality))) is level


def test_a_learner_who_says_nothing_is_placed_at_the_lowest_level():
    steps = go_through(dict.fromkeys(Level, [Evidence(0, 0, 0, 0, 1)] * 4))
    assert level_of(steps) is Level.A1
    assert [step.prompt.level for step in steps] == [Level.A2] * 3 + [Level.A1] * 3


def test_an_answer_left_open_takes_a_fourth_prompt():
    middling = dict.fromkeys(Level, [Evidence(5, 4, 1, 1, 2)] * 4)
    steps = go_through(middling)
    assert sum(step.prompt.level is Level.A2 for step in steps) == 4


def test_evidence_counts_words_forms_errors_and_what_was_understood():
    found = evidence_of(OPEN, "Ayer fui al cine y fui a casa.", errors=1)
    assert found == Evidence(8, 7, 1, 1, 1)
    assert evidence_of(SAY, "Ayer fui al cine", errors=0).keys_found == 2


def test_an_english_answer_shows_nothing():
    assert score(SAY, evidence_of(SAY, "I went home yesterday", 0)) == 0.0


def test_the_reasons_are_told_with_the_level():
    result = placed(go_through(always(dict.fromkeys(Level, True))))
    assert result.level is Level.B2
    assert set(result.means) == {Level.A2, Level.B1, Level.B2}
    assert (result.errors_per_100, result.words_per_answer, result.understood) == (0, 40, 1)


@pytest.mark.parametrize("level", list(Level))
def test_there_are_twelve_prompts_or_more_for_each_level_half_of_them_open(level):
    prompts = SHIPPED[level]
    assert len(prompts) >= 12
    assert len({prompt.text for prompt in prompts}) == len(prompts)
    kinds = [prompt.kind for prompt in ORDERED[level][:4]]
    assert kinds == [PromptKind.OPEN, PromptKind.SAY] * 2
