"""The words by which a figure in a posting is pay, or something else. Pure."""

import re
from itertools import islice

from applications.reading.looking import sentences_with

CUE = (
    r"\bsalar(?:y|ies)|\bpay(?:ing|s|scale)?\b|\b(?:day|daily|hourly)?rates?\b|\bcompensation|\bwages?\b|"
    r"\bremuneration|\bctc\b|"
    r"\btarief\b|\b(?:tages|stunden)satz|\btjm\b|\bstawka|\bhonorar|\bstipendio|\bsalario|\bcost to (?:the )?company|"
    r"\bbase\b|\bpackage|\branges?\b|\bearn(?:ings)?\b|\bgehalt|\bvergütung|\bsalaire|\brémunération|\bsalaris|\blohn|"
    r"\bmoney:|\bwynagrodzenie|\bgs[- ]?1?\d\b"
)
OTHER = (
    r"\bbonus|\bsign[- ]?on\b|\bsigning\b|\bequity\b|\brsus?\b|\bstock\b|\boptions\b|\bshares\b|\btuition\b|"
    r"\btraining\b|"
    r"\blearning\b|\bdevelopment\b|\bstipend\b|\ballowance|\bbudgets?\b|\brevenues?\b|\bturnover\b|\barr\b|"
    r"\braised\b|\bfund(?:s|ed|ing)?\b|"
    r"\bseries [a-e]\b|\binvest|\bcourses?\b|\bconferences?\b|\b401|\bpension|\bretirement\b|\bote\b|\bon[- "
    r"]target\b|\bcommission|"
    r"\brelocation|\breferral|\breimburs|\bwellness\b|\bwellbeing\b|\bhome office\b|\bequipment\b|\binsurance\b|"
    r"\blife cover\b|"
    r"\bworth\b|\bvalued?\b|\bassets\b|\bportfolio|\bsavings?\b|\bsaved\b|\bfines?\b|\bgrants?\b|\bcustomers\b|"
    r"\bclients\b|\busers\b|"
    r"\b(?:project|programme|program)s? (?:of|from|between)\b|\btotal (?:cash|remun|comp|target|rewards|package|"
    r"earnings)|\bfees?\b|\bcharges?\b|"
    r"\bdonat|\bmatch|\bperks?\b|\bvoucher|\bspend|\bcosts?\b(?! to (?:the )?company)|\bvariable\b|\bprofit|"
    r"\bdeliver(?:ed|y|ing)?\b|"
    r"\bmanag(?:e|ed|ing)\b|"
    r"\bmobility\b|\btravel\b|\bovertime\b|\bpremium\b|\bdeposit\b|\bP&L\b|\btransactions?\b|\bpayments?\b|"
    r"\bsupplement|\bweighting"
)
WORDS = re.compile(rf"(?P<other>{OTHER})|(?P<cue>{CUE})", re.IGNORECASE)
# A label right before a number without a currency.
LABEL = re.compile(
    r"(?:salary|pay|rate|compensation|remuneration|ctc|package|gehalt|salaire|salaris|tarief|tagessatz|"
    r"stundensatz|cost to company)\b[^\n.;\d]{0,30}$",
    re.IGNORECASE,
)
TARGET = re.compile(r"\s*\(?(?:\bOTE\b|\bon[- ]target)", re.IGNORECASE)
# What directly after a figure makes it something else; a turn such as "plus" ends what belongs to it.
AFTER = re.compile(
    r"[ \u00a0]*(?:\(?OTE\b|on[- ]target|(?:(?!(?:plus|and|with|before|excluding|excl|depending|base|for|basic|as|"
    r"or|if|to)\b)"
    r"[\w\u2019'-]+\s+){0,3}?(?:bonus|budget|stipend|allowance|equity|stock|rsus?|revenue|funding|sign[- ]?on|"
    r"tuition|courses|training|"
    r"options|pension|raised|relocation|referral|commission)\b|"
    r"(?:for|towards?) (?:your |the |an? |each |every )?(?:\w+ )?"
    r"(?:referrals?|"
    r"introductions?|courses|training|learning|equipment|home|"
    r"exams|development|conferences)|per (?!hour|day|annum|year|month|week|hr)\w+|(?:bn|million|billion)\b)",
    re.IGNORECASE,
)
# What is paid to whoever names somebody else.
REFERRED = re.compile(
    r"\b(?:know (?:of )?(?:some|any)(?:body|one)|refer(?:s|red|ring)?\b|recommend|introduc|a friend|word of mouth)",
    re.IGNORECASE,
)
# What directly after a figure makes it pay.
CUE_AFTER = re.compile(r"\s*(?:\+|plus)?\s*super\b|\s*(?:basic|base|salary|ctc|package|day rate)\b", re.IGNORECASE)
# Where a sentence ends, or turns to something else.
CLAUSE = re.compile(r"[.!?]\s|[;•|·\n]|\s\+\s|,\s(?:plus|and)\s|\splus\s|\s[\u2013—]\s(?=[A-Z])")
PREFIX = re.compile(
    r"(?P<most>\bup ?to|\bupto|\bmax(?:imum)?(?: of)?:?|\bbis zu)\s(?:an? )?$|"
    r"(?P<least>\bfrom|\bstart(?:s|ing)? (?:at|from)|\bmin(?:imum)?(?: of)?:?|\bat least|\bab)\s$|"
    r"(?P<span>\bbetween)\s$|"
    r"(?P<about>\bc\.|\bca\.?|\bcirca|\baround|\bapprox(?:\.|imately)?|\babout|~)\s?$",
    re.IGNORECASE,
)
# Pay that is spoken of and not said.
UNSAID = re.compile(
    r"\bcompetitive\b|\bnegotiable\b|\bDOE\b|\bdepend(?:ing|s|ent) (?:up)?on\b|\bcommensurate\b|\bto be (?:agreed|"
    r"discussed|confirmed)\b|"
    r"\bTBC\b|\bTBD\b|\b(?:not |un)disclosed\b|\bmarket[- ]rate|\battractive\b|\baccording to (?:experience|"
    r"skills)\b|\bas per\b|"
    r"\bbest in (?:the )?(?:industry|market)\b|\bexcellent\b",
    re.IGNORECASE,
)
SPOKEN = re.compile(
    r"salar|\bpay\b|\brates?\b|compensation|remuneration|\bctc\b|\bwage|\bpackage\b|\brange\b", re.IGNORECASE
)
UNSAID_STEMS = (
    "competitive",
    "negotiable",
    "doe",
    "depend",
    "commensurate",
    "to be ",
    "tbc",
    "tbd",
    "disclosed",
    "market",
    "attractive",
    "according",
    "as per",
    "best in",
    "excellent",
)
# A line of so many characters may be the heading of the one below.
HEADING = 45


def unsaid(text: str) -> str:
    """The words of a line that speaks of pay and says none."""
    where = sentences_with(text, UNSAID_STEMS)
    for found in islice((match for start, end in where for match in UNSAID.finditer(text, start, end)), 50):
        start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - 200)
        sentence = re.split(r"(?<=[.!?;])\s", text[start : found.end()])[-1]
        heading = text[: max(0, start - 1)].rpartition("\n")[2] if not sentence[: -len(found[0])].strip(" :") else ""
        rest = re.match(r"[^\n.;]{0,60}", text[found.end() :])
        if SPOKEN.search(sentence + (rest[0] if rest else "")) or (len(heading) <= HEADING and SPOKEN.search(heading)):
            return (sentence + (rest[0] if rest else "")).strip()[:200]
    return ""
