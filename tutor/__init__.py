"""A language-practice voice tutor that runs on the learner's own computer."""

__all__ = ["__version__"]

__version__ = "0.1.0"
