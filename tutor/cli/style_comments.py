"""What the language model thinks of the style of a session, marked as its opinion."""

from typing import TYPE_CHECKING

from tutor.cli.shell import Shell
from tutor.errors import NotStoredError

if TYPE_CHECKING:
    from tutor.domain.correction import Correction
    from tutor.domain.style_comment import StyleComment
    from tutor.ports import Journal

__all__ = ["LAST", "comment_on_style", "said_in"]

LAST = "last"
"""Stands for the session that was started last."""
_BY = "language model"


async def said_in(journal: "Journal", session_id: str) -> "tuple[Correction, ...]":
    """What the learner said in Spanish in a session, and how it is right; raises NotStoredError."""
    from tutor.domain.language import Language

    found = await journal.last_session_id() if session_id == LAST else session_id
    if found is None:
        raise NotStoredError("There is no session to look at yet. Run: tutor practice")
    turns = await journal.turns(found)
    if not turns and session_id != LAST:
        raise NotStoredError(
            f"Nothing was said in a session '{session_id}'. Look at the last one:"
            " tutor corrections --session last --deep"
        )
    return tuple(turn.correction for turn in turns if turn.transcript.language is Language.SPANISH)


def comment_on_style(shell: Shell, said: "tuple[Correction, ...]") -> None:
    """Print the language model's comments; raises ModelError or LanguageModelError."""
    from tutor.domain.style_comment import sentences_with_style

    if not sentences_with_style(said):
        shell.warn("Too little was said in that session to speak of style. Run: tutor practice")
        return
    comments = shell.run(_comments(shell, said))
    if not comments:
        shell.warn(
            "The language model has nothing to say about that session that can be shown."
            " Run: tutor practice"
        )
        return
    shell.say("What the language model thinks of your style. It is an opinion and may be wrong.")
    for one in comments:
        if shell.json:
            row = {"sentence": one.sentence, "comment": one.comment, "by": _BY}
            shell.emit({"event": "comment", **row})
        else:
            shell.say()
            shell.say(f"  {one.sentence}")
            shell.say(f"    {one.comment}")


async def _comments(shell: Shell, said: "tuple[Correction, ...]") -> "tuple[StyleComment, ...]":
    from tutor.app import language_models, style_critic

    async with language_models(shell.settings()) as models:
        shell.say(f"Asking the language model. Your words go to: {models.destination}.")
        return await style_critic(models).comments(said)
