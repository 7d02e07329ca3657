"""Changing what a card says, and whether it is asked."""

from hypothesis import given

from tests.records import AT, a_card, a_word
from tests.strategies import cards
from tutor.domain.card import CardStatus, say_it_card
from tutor.domain.card_editing import (
    CardEdit,
    edited,
    marked_right,
    marked_wrong,
    resumed,
    suspended,
)


def test_only_what_is_given_changes():
    card = edited(a_card(), CardEdit(sentence="Estoy cansado.", explanation_english="A state."))
    assert card.sentence == "Estoy cansado."
    assert card.better == "estoy"
    assert card.explanation.spanish == "El cansancio es un estado."
    assert card.explanation.english == "A state."


def test_a_mistake_stays_the_same_mistake():
    card = a_card()
    assert edited(card, CardEdit(better="está")).identity == card.identity


def test_another_word_is_another_identity():
    card = edited(a_word(word="gat"), CardEdit(better="gato", translations=("cat",)))
    assert card.identity == a_word(word="gato").identity
    assert card.translations == ("cat",)
    say_it = say_it_card("tren", "", card_id="s", lesson_id="", now=AT)
    assert edited(say_it, CardEdit(better="treno")).identity != say_it.identity


@given(cards)
def test_schedules_never_change(card):
    changed = marked_wrong(suspended(resumed(edited(card, CardEdit(better="otro")))))
    assert changed.faces == card.faces


def test_a_card_is_suspended_and_resumed():
    assert suspended(a_card()).status is CardStatus.SUSPENDED
    assert resumed(suspended(a_card())).status is CardStatus.ACTIVE
    assert resumed(a_card(status=CardStatus.LEECH)).status is CardStatus.ACTIVE


def test_a_wrong_correction_is_asked_again_only_when_it_is_right():
    wrong = marked_wrong(a_card())
    assert wrong.status is CardStatus.WRONG
    assert suspended(wrong) == resumed(wrong) == wrong
    assert marked_right(wrong).status is CardStatus.ACTIVE
    assert marked_right(suspended(a_card())).status is CardStatus.SUSPENDED
