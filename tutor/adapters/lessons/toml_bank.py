"""Reading a TOML file into a shape."""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from tutor.errors import LessonError

__all__ = ["read_bank"]

Shape = TypeVar("Shape", bound=BaseModel)


def read_bank(path: Path, shape: type[Shape]) -> Shape:
    """What a file holds; raises LessonError naming the file, the field and the fault."""
    try:
        return shape.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise LessonError(f"{path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LessonError(f"{path} is not a TOML file: {error}. Mend it there.") from error
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(part) for part in fault["loc"])
        raise LessonError(f"{path}: {field}: {fault['msg']}. Mend it there.") from error
