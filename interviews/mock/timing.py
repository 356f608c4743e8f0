"""How long a question of a mock interview was open, in words, and whether that can have been speaking. Pure."""

from interviews.bank.speaking import duration

# So long after its target nobody is still answering: the lid was closed, or the learner had left. An editorial choice.
GRACE_SECONDS = 15 * 60


def was_left_open(seconds: int, *, target: int) -> bool:
    return seconds > target + GRACE_SECONDS


def against_target(seconds: int, *, target: int) -> str:
    """As ``1 min 40 s of 2 min``, with how much it was over; what was left open is not called speaking."""
    if was_left_open(seconds, target=target):
        return f"left open for {roughly(seconds)}, which is not counted as speaking"
    over = f", {duration(seconds - target)} over" if seconds > target else ""
    return f"{duration(seconds)} of {duration(target)}{over}"


def roughly(seconds: int) -> str:
    """As ``50 min``, ``9 h`` or ``3 days``."""
    if seconds < 2 * 3600:
        return f"{seconds // 60} min"
    return f"{seconds // 3600} h" if seconds < 48 * 3600 else f"{seconds // 86400} days"
