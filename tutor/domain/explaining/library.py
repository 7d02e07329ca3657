"""The library of explanations, as a tree: kind, sub-kind, entry."""

from collections.abc import Mapping
from types import MappingProxyType

from tutor.domain.correction import EditKind
from tutor.domain.explaining import (
    texts_adjectives,
    texts_being,
    texts_forms,
    texts_nouns,
    texts_order,
    texts_small,
    texts_spelling,
    texts_verbs,
    texts_words,
)
from tutor.domain.explaining.entry import Entries, Entry
from tutor.domain.sub_kinds import SubKind

__all__ = ["LIBRARY", "entry_of", "kind_of_sub_kind"]

LIBRARY: Mapping[EditKind, Entries] = MappingProxyType(
    {
        kind: entries
        for module in (
            texts_nouns,
            texts_adjectives,
            texts_being,
            texts_verbs,
            texts_forms,
            texts_small,
            texts_words,
            texts_spelling,
            texts_order,
        )
        for kind, entries in module.ENTRIES.items()
    }
)
_KINDS = {sub_kind: kind for kind, entries in LIBRARY.items() for sub_kind in entries}


def kind_of_sub_kind(sub_kind: SubKind) -> EditKind:
    """The kind that a sub-kind belongs to."""
    return _KINDS[sub_kind]


def entry_of(sub_kind: SubKind) -> Entry:
    """The texts and the example of a sub-kind."""
    return LIBRARY[_KINDS[sub_kind]][sub_kind]
