"""Rows as they are read: every field checked, then turned into the domain's values."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, TypeVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, ValidationError

from tutor.domain.card import Card, CardKind, CardStatus, Direction, Face
from tutor.domain.correction import EditKind, Explanation
from tutor.domain.grading import Grade
from tutor.domain.review import Answer, Review, ReviewSource
from tutor.domain.schedule import Phase, Rating, Schedule
from tutor.errors import DeckFileError

__all__ = ["CardModel", "FaceModel", "ReviewModel", "read_row"]


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("there is no such year") from error


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise ValueError("a NUL character is not text")
    return text


_Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
_Text = Annotated[str, AfterValidator(_without_nul)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


Checked = TypeVar("Checked", bound=_Model)


class ScheduleModel(_Model):
    """When something is asked again."""

    due: _Moment
    phase: Phase
    step: int | None
    stability: float | None
    difficulty: float | None
    last_review: _Moment | None

    def schedule(self) -> Schedule:
        """The domain's."""
        return Schedule(
            due=self.due,
            phase=self.phase,
            step=self.step,
            stability=self.stability,
            difficulty=self.difficulty,
            last_review=self.last_review,
        )


class FaceModel(ScheduleModel):
    """One way to ask a card."""

    direction: Direction
    reviews: int
    lapses: int

    def to_domain(self) -> Face:
        """The domain's."""
        return Face(self.direction, self.schedule(), self.reviews, self.lapses)


class CardModel(_Model):
    """A card."""

    id: _Text
    kind: CardKind
    identity: _Text
    sentence: _Text
    heard: _Text
    said: _Text
    better: _Text
    translations: tuple[_Text, ...]
    explanation_es: _Text
    explanation_en: _Text
    edit_kind: EditKind | None
    lesson: _Text
    status: CardStatus
    created_at: _Moment
    repetitions: int
    more_sentences: tuple[_Text, ...]
    faces: tuple[FaceModel, ...]

    def to_domain(self) -> Card:
        """The domain's."""
        return Card(
            id=self.id,
            kind=self.kind,
            identity=self.identity,
            sentence=self.sentence,
            heard=self.heard,
            said=self.said,
            better=self.better,
            edit_kind=self.edit_kind,
            explanation=Explanation(self.explanation_es, self.explanation_en),
            lesson_id=self.lesson,
            created_at=self.created_at,
            faces=tuple(face.to_domain() for face in self.faces),
            translations=self.translations,
            more_sentences=self.more_sentences,
            repetitions=self.repetitions,
            status=self.status,
        )


class ReviewModel(_Model):
    """An answer that was given."""

    id: _Text
    card_id: _Text
    direction: Direction
    rating: Rating
    at: _Moment
    text: _Text
    grade: Grade | None
    source: ReviewSource
    before: ScheduleModel
    after: ScheduleModel
    undone: bool

    def to_domain(self) -> Review:
        """The domain's."""
        answer = Answer(
            id=self.id,
            card_id=self.card_id,
            direction=self.direction,
            rating=self.rating,
            at=self.at,
            text=self.text,
            grade=self.grade,
            source=self.source,
        )
        return Review(answer, self.before.schedule(), self.after.schedule(), self.undone)


def read_row(model: type[Checked], row: object, where: str) -> Checked:
    """A row of a file, checked; raises DeckFileError naming the field. ``where`` names the row."""
    try:
        return model.model_validate(row)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = _path(first["loc"])
        reason = first["msg"][:1].lower() + first["msg"][1:]
        raise DeckFileError(
            f"{where}{f', field {field!r}' if field else ''} cannot be read ({reason}):"
            " mend it there, or export the deck again."
        ) from error


def _path(location: Sequence[int | str]) -> str:
    return ".".join(str(part) for part in location)
