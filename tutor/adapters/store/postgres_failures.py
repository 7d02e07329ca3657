"""What goes wrong with a PostgreSQL server, in our own errors."""

from tutor.errors import StoreDamagedError, StoreError, StoreUnwritableError

__all__ = ["explained_server"]

_SET_URL = "tutor config set database.url URL"

_NO_SUCH_DATABASE = "3D000"
_WRONG_PASSWORD = frozenset({"28P01", "28000"})
_FULL = frozenset({"53100", "53000", "53200"})
_NOT_ALLOWED = frozenset({"25006", "42501"})
_IN_THE_WAY = frozenset({"40001", "40P01", "55P03"})
_DAMAGED = frozenset({"XX001", "XX002"})
_NOT_TEXT = frozenset({"22021", "22P05"})

_PHRASES = (
    ("password", "28P01"),
    ("authentication failed", "28P01"),
    ("pg_hba.conf", "28000"),
    ("No space left", "53100"),
    ("cannot contain NUL", "22021"),
)
"""A connection that fails has no code, only words; where the server speaks English these tell."""


def explained_server(error: BaseException | None, place: str) -> StoreError:
    """The StoreError for what the driver raised; ``place`` is the address without a password."""
    reason = _reason(error)
    code = _code(error, reason)
    if code == _NO_SUCH_DATABASE:
        return StoreError(f"There is no database at {place} yet: make it with createdb.")
    if code in _WRONG_PASSWORD:
        return StoreError(f"{place} refuses user or password ({reason}): run {_SET_URL}.")
    if code in _FULL:
        return StoreUnwritableError(
            f"No room left to write {place} ({reason}): free some space on the server."
        )
    if code in _NOT_ALLOWED:
        return StoreUnwritableError(
            f"Cannot write {place} ({reason}): give the user of database.url the right to write."
        )
    if code in _IN_THE_WAY:
        return StoreUnwritableError(
            f"Another program keeps {place} locked: close it and try again."
        )
    if code in _DAMAGED:
        return StoreDamagedError(f"The database {place} is damaged ({reason}): put a dump back.")
    if code in _NOT_TEXT:
        return StoreError(
            f"A character cannot be stored ({reason}): say or type the sentence again."
        )
    if _is_unreachable(error, code):
        return StoreUnwritableError(
            f"Cannot reach {place} ({reason}): start the server, or run {_SET_URL}."
        )
    return StoreError(
        f"The database {place} refused ({reason}): run the command again with --debug"
        " and report what it shows."
    )


def _code(error: BaseException | None, reason: str) -> str:
    code = getattr(error, "sqlstate", None)
    if code:
        return str(code)
    if 'database "' in reason and reason.endswith("does not exist"):
        return _NO_SUCH_DATABASE
    return next((code for phrase, code in _PHRASES if phrase in reason), "")


def _is_unreachable(error: BaseException | None, code: str) -> bool:
    """Whether no connection was made, or it broke off."""
    is_connection = code.startswith(("08", "57P")) or not code
    return (
        is_connection and type(error).__name__ in {"OperationalError", "ConnectionTimeout"}
    ) or (type(error).__name__ in {"AdminShutdown", "CrashShutdown", "CannotConnectNow"})


def _reason(error: BaseException | None) -> str:
    """The last line that says something, as the first tell of addresses that were tried."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    spoken = [line for line in lines if not line.startswith(("DETAIL", "HINT", "LINE", "^", "- "))]
    reason = (spoken or lines or ["no reason given"])[0]
    return reason.rpartition("FATAL:")[2].strip().rstrip(".")
