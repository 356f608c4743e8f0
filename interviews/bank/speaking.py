"""How long an answer takes when it is spoken, and how fast it was. Seconds in, words out. Pure."""

# An even pace for somebody who is listened to and written down.
WORDS_A_MINUTE = 140


def count_words(text: str) -> int:
    """What stands between spaces and holds a letter or a digit."""
    return sum(any(letter.isalnum() for letter in part) for part in text.split())


def spoken_seconds(words: int) -> int:
    """How long ``words`` take at ``WORDS_A_MINUTE``."""
    return round(words * 60 / WORDS_A_MINUTE)


def words_a_minute(words: int, seconds: int) -> int | None:
    """The pace of a spoken answer, or ``None`` if there is nothing to count."""
    return round(words * 60 / seconds) if words and seconds else None


def duration(seconds: int) -> str:
    """As ``45 s``, ``2 min`` or ``1 min 30 s``."""
    minutes, rest = divmod(seconds, 60)
    return " ".join(filter(None, [f"{minutes} min" if minutes else "", f"{rest} s" if rest or not minutes else ""]))


def length_in_words(text: str, *, target: int) -> str:
    """The length of an answer beside the target of its question, in seconds."""
    words = count_words(text)
    noun = "word" if words == 1 else "words"
    return f"{words} {noun}, about {duration(spoken_seconds(words))} spoken; the target is {duration(target)}"


def words_for(seconds: int) -> int:
    """How many whole words fit into ``seconds``."""
    return seconds * WORDS_A_MINUTE // 60


def against_the_clock(text: str, *, seconds: int) -> str:
    """The length of a text that has to fit into ``seconds``: how much too long it is, or how much room is left."""
    words, room = count_words(text), words_for(seconds)
    spare = f"{words - room} too many" if words > room else f"room for {room - words} more"
    return f"{words} of {room} words, about {duration(spoken_seconds(words))}: {spare}"
