"""Natural languages by their names in English and in themselves. Pure."""

from applications.reading.quick import Quick, Together
from applications.reading.strength import AFTER

_NAMES = {
    "english": "en",
    "englisch": "en",
    "anglais": "en",
    "inglés": "en",
    "engels": "en",
    "englischkenntnisse": "en",
    "englische": "en",
    "german": "de",
    "deutsch": "de",
    "allemand": "de",
    "deutschkenntnisse": "de",
    "duits": "de",
    "alemán": "de",
    "french": "fr",
    "französisch": "fr",
    "français": "fr",
    "francés": "fr",
    "frans": "fr",
    "spanish": "es",
    "spanisch": "es",
    "espagnol": "es",
    "español": "es",
    "italian": "it",
    "italienisch": "it",
    "portuguese": "pt",
    "portugiesisch": "pt",
    "português": "pt",
    "dutch": "nl",
    "niederländisch": "nl",
    "néerlandais": "nl",
    "nederlands": "nl",
    "flemish": "nl",
    "polish": "pl",
    "polnisch": "pl",
    "czech": "cs",
    "slovak": "sk",
    "hungarian": "hu",
    "romanian": "ro",
    "bulgarian": "bg",
    "swedish": "sv",
    "norwegian": "no",
    "danish": "da",
    "finnish": "fi",
    "icelandic": "is",
    "greek": "el",
    "turkish": "tr",
    "russian": "ru",
    "ukrainian": "uk",
    "arabic": "ar",
    "hebrew": "he",
    "hindi": "hi",
    "urdu": "ur",
    "tamil": "ta",
    "telugu": "te",
    "kannada": "kn",
    "malayalam": "ml",
    "marathi": "mr",
    "bengali": "bn",
    "gujarati": "gu",
    "punjabi": "pa",
    "mandarin": "zh",
    "chinese": "zh",
    "cantonese": "zh",
    "japanese": "ja",
    "korean": "ko",
    "vietnamese": "vi",
    "thai": "th",
    "malay": "ms",
    "indonesian": "id",
    "bahasa": "ms",
    "tagalog": "tl",
    "filipino": "tl",
    "swahili": "sw",
    "afrikaans": "af",
    "welsh": "cy",
    "irish": "ga",
    "gaelic": "ga",
    "catalan": "ca",
    "basque": "eu",
    "croatian": "hr",
    "serbian": "sr",
    "slovenian": "sl",
    "estonian": "et",
    "latvian": "lv",
    "lithuanian": "lt",
    "maori": "mi",
    "cymraeg": "cy",
    "zulu": "zu",
    "isizulu": "zu",
    "xhosa": "xh",
    "isixhosa": "xh",
    "sesotho": "st",
    "setswana": "tn",
    "sepedi": "nso",
    "yoruba": "yo",
    "igbo": "ig",
    "hausa": "ha",
    "kiswahili": "sw",
    "amharic": "am",
    "tigrinya": "ti",
    "oromo": "om",
    "kinyarwanda": "rw",
    "chichewa": "ny",
    "luganda": "lg",
    "lingala": "ln",
    "shona": "sn",
    "wolof": "wo",
    "twi": "ak",
    "somali": "so",
    "ojibwe": "oj",
    "cree": "cr",
    "inuktitut": "iu",
    "luxembourgish": "lb",
    "maltese": "mt",
    "albanian": "sq",
    "macedonian": "mk",
    "bosnian": "bs",
    "georgian": "ka",
    "armenian": "hy",
    "kazakh": "kk",
    "persian": "fa",
    "farsi": "fa",
    "pashto": "ps",
    "nepali": "ne",
    "sinhala": "si",
    "khmer": "km",
    "burmese": "my",
    "mongolian": "mn",
    "galician": "gl",
    "samoan": "sm",
    "odia": "or",
}
_NAMED = Quick(r"(?<![\w-])(?:" + "|".join(sorted(_NAMES, key=len, reverse=True)) + r")(?![\w])")
_OTHER = Quick(
    r"(?:another|a second|second|additional|other|any other|foreign|further|more than one|one more|one or more|a "
    r"third|one|an?(?= (?:indigenous|local|regional|native|sign|minority|european|asian|african|indian|nordic|slavic|"
    r"community|aboriginal|tribal)\b)|at least one(?: other)?|(?:an|the) official|official) (?:\w+ ){0,2}languages?\b|"
    r"\b(?:bilingual|bilinguisme|"
    r"bilingue|multilingual|languages? skills)\b"
)
# Words near a name that make it a language and not a nation.
_SPEAKING = Quick(
    r"fluen|speak|spoke|spoken|written|writ|languag|proficien|command|native|bilingu|"
    r"connaissance|maîtrise|profession|level|"
    r"[ABC][12]\b|communicat|convers|knowledge|working|verbal|oral|reading|read\b|mother tongue|business|"
    r"good|strong|excellent|skills|kenntnis|wort|schrift|sprach|fließend|verhandlungssicher|courant|maîtrise|"
    r"plus\b|advantage|asset|bonus|preferred|desirable|required|must|mandatory|essential|nice|beneficial|clear|"
    r"needed|hablado|escrito|vloeiend|basic|fluent|or\b|and\b|welcome"
)
_NATION = Quick(
    r"(?:[- ](?:citizen|national|market|office|law|team|government|client|customer|compan|bank|passport|public|"
    r"regulat|labou?r|tax|entity|subsidiar|plant|site|tenant|military|army|nationals|data protection|residen|"
    r"authorit|working hours|time\b|breakfast|cities|railway|standard|insurer|manufactur|privacy|employ|work "
    r"permit|contract|health|army|embassy|permit)\w*)"
)


# "Fluency in English (Dutch not required)"
_NOT_ASKED = Quick(
    r"(?: is| are)?(?: not|n['’]t)(?: strictly)? (?:required|needed|necessary|asked)\b(?!,? but|[^.;]{0,30}(?:plus|"
    r"helps?|though))"
)
_NATIONALITY = Quick(r"\bnationals?\b|\bcitizen|\bnationality")


# What stands behind the name of a language and never behind that of a nation: "Swedish, for lunch".
_PAUSES = (",", ";", ":", ".", "(")
# Written small in their own languages.
_SMALL = frozenset(
    (
        "anglais",
        "espagnol",
        "français",
        "allemand",
        "néerlandais",
        "inglés",
        "español",
        "francés",
        "alemán",
        "isizulu",
        "isixhosa",
    )
)


_ANY = Together(_OTHER, _NAMED)


def tongues(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Languages between two places: where their names stand, and ISO 639-1 codes; an empty code for "another"."""
    segment = text[start:end]
    found: list[tuple[int, int, str]] = []
    if not _ANY.may_match(segment):
        return found
    for match in _OTHER.finditer(segment):
        if "programming" not in match.group().lower():
            found.append((start + match.start(), start + match.end(), ""))
    if _NATIONALITY.search(segment):
        return []
    for match in _NAMED.finditer(segment):
        alone = len(segment.split()) <= 2
        if (not segment[match.start()].isupper() and match.group() not in _SMALL and not alone) or _NATION.match(
            segment[match.end() :]
        ):
            continue
        if _NOT_ASKED.match(segment[match.end() :]):
            continue
        around = segment[: match.start()] + " " + segment[match.end() :]
        # A Turkish dotted I is an i to a pattern, and two letters when made small: such a name is not known.
        code = _NAMES.get(match.group().lower())
        opens = match.start() == 0 and segment[match.end() : match.end() + 1] in _PAUSES
        if code and (opens or _SPEAKING.search(around) or len(AFTER.sub("", around).split()) <= 1):
            found.append((start + match.start(), start + match.end(), code))
    if any(code for _, _, code in found):
        found = [one for one in found if one[2] or "skill" not in text[one[0] : one[1]].lower()]
    return sorted(found)
