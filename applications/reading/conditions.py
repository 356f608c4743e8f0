"""Clearances, travel and the other plain conditions that a person must meet. Pure."""

import re

from applications.reading.quick import Quick

CLEARANCE = re.compile(
    r"(?:\b(?:active |current |interim |existing |valid |Baseline |Personnel |Australian |UK |US |U\.S\. "
    r")*(?:(?:TS/SCI|TS\b(?=[ /]?(?:SCI|clearance))|Top[- ]Secret(?:/SCI)?|(?:DoD |DOE |DHS |Australian "
    r")?(?:Secret)\b(?! (?:sauce|to|santa|ingredient|manage|of|store|weapon))|Public Trust|NV-?[12]\b|Negative "
    r"Vetting(?: Level)?(?: [12])?|Positive Vetting|Baseline (?:clearance|vetting|security clearance|level)|BPSS|"
    r"Baseline Personnel Security Standard|SC\b(?= ?(?:clear|check|vett|level|or DV|/|eligib|[,.;)]|$))|DV\b(?= "
    r"?(?:clear|check|vett|level|[,.;)]|$))|CTC\b(?= ?(?:clear|check|vett|level))|eDV|eSC|Developed Vetting|"
    r"Counter[- ]Terrorist Check|Security Check\b|NPPV ?\d?|Reliability [Ss]tatus|Enhanced Reliability|Enhanced DBS|"
    r"DBS\b|Disclosure and Barring|Basic Disclosure|Disclosure Scotland|PVG\b|Q clearance|L clearance|Yankee "
    r"White|NATO Secret|EU Secret|Working with Children(?: Check)?|Garda vetting|VOG\b|AccessNI|"
    r"Certificate of (?:Good )?Conduct|Ü[123]\b|Tier [2-5]\b(?= "
    r"(?:background|investigation|clearance)|$)|MBI\b|"
    r"ITAR(?= (?:clear|eligib|authori)))(?: security)?(?: clear(?:ance|ed)| check| vetting)?)"
    r"|\b(?:security[- ]clear(?:ance|ed)|clearance|security vetting|Sicherheitsüberprüfung|habilitation (?:de "
    r")?sécurité|government clearance|vetting|vetted|clearable)\b)",
)
_CLEARANCE_SMALL = Quick(
    r"\b(?:(?:ci|full[- ]scope|lifestyle|fsp|counterintelligence) (?:poly|polygraph)\b|polygraph|security clearance|"
    r"security vetting|secret clearance|top secret|public trust|government clearance|sc "
    r"clear(?:ed|ance)|dv clear(?:ed|ance)|sc-cleared|security check(?: \(sc\))|counter[- ]terrorist check(?: "
    r"\(ctc\))?|developed vetting(?: \(dv\))?|certificates? of (?:good )?conduct|"
    r"verklaring omtrent (?:het )?gedrag|führungszeugnis|"
    r"dbs check|enhanced dbs|bpss|reliability status|cote de (?:fiabilité|sécurité))\b"
)
# "Due to the clearance the candidate must be a citizen": it is the reason and not the demand.
_BECAUSE_OF_IT = Quick(r"(?:due to|because of|owing to|given) (?:the|this|our|its) (?:\w+ )?\Z")
_CUSTOMS = Quick(r"customs clearance|clearance sale|port clearance|border clearance")
TRAVEL = Quick(
    r"\b(?:(?:ability|able|willing(?:ness)?|ready|readiness|available|availability|happy|prepared|comfortable|"
    r"flexib\w+|open|opportunity|required|expect(?:ed)?|need|must|able and willing|not afraid|free|keen|you['’]ll|"
    r"will)\b[^.;]{0,30}?\b(?:travel(?:ling)?|relocat\w+|fly)\b"
    r"|travel(?:s|ling|ing)?\b[^.;]{0,60}?(?:\d{1,3} ?(?:%|percent|per cent)|(?:a|per|each|every|a few|times?|once|"
    r"twice|two|three|four) (?:times )?(?:a |per |every |each )?(?:weeks?|months?|years?|quarters?)|required|"
    r"expected|necessary|needed|is involved|as (?:needed|required)|occasional\w*|frequent\w*|regular\w*|sites?\b|"
    r"internationally|abroad|overseas|nationwide|minimal|domestic|between)"
    r"|(?:occasional|frequent|regular|some|moderate|limited|minimal|domestic|international|overseas|extensive|"
    r"light|business|onsite|on-site|periodic|quarterly|monthly|weekly|global|regional|short[- ]term(?: onsite)?|"
    r"significant|national|european)(?:,? (?:and|or|domestic|international|overnight|/|&) ?\w*)?,? "
    r"travel(?:ling)?\b|\d{1,3} ?(?:%|percent|per cent)\s?(?:\w+ ){0,3}travel|(?:up to|approximately|about|around|"
    r"roughly|ca\.?) \d{1,3} ?% (?:of (?:the|your|working) time )?(?:\w+ ){0,4}(?:travel|on the road|away|at "
    r"(?:the )?(?:customer|client|district|site|plant|branch))"
    r"|\d{1,3} ?(?:%|percent|per cent) of (?:your|the|their) (?:working )?time (?:\w+ ){0,3}?(?:away|on the road|"
    r"travel\w*|abroad)"
    r"|(?:site|customer|client|field|plant) visits?\b[^.;]{0,40}?\d{1,3} ?(?:%|percent|per cent)"
    r"|travel (?:to|within|across|between|throughout|around|about|up to|is|will|up|for)\b|\breise\w*|"
    r"déplacements?|\bviajar|\bviajes|disponibilidad para viajar|mobilité|\breisen\b|away from home|nights? away|"
    r"willing(?:ness)? to (?:move|relocate)|(?:ready|free|willing|able|happy|prepared|available|open|comfortable) to "
    r"(?:be (?:with|at|on site (?:with|at)) (?:our |the |its )?(?:customers?|clients?|sites?|plants?|suppliers?)\b|"
    r"(?:come|"
    r"go) to (?!terms|work|market|the office|our office|a |an )[^.;]{2,40}\b(?:weeks?|times?|months?|years?|days?|"
    r"twice|quarters?)\b)|on the road\b|ready to move\b|\bbe(?:ing)? away (?:from home |for |about |around |"
    r"roughly |up to |at least |an? |one |two |three |\d+ )*(?:days?|weeks?|nights?|months?|half|third|quarter|"
    r"\d{1,3} ?%)|business trips?|trips? (?:a|per|to|"
    r"between|across|around)\b|"
    r"\d (?:days|weeks|months) (?:on-?site|at (?:the )?(?:client|customer))|\b(?:go|goes|going|went|out|time|"
    r"days|weeks|spell|trip)s?(?: \w+)? (?:to|at) sea\b|\boffshore (?:trips?|work|for|twice|stays?)|\bdeploy(?:ed|"
    r"ment|ments|ing)? (?:\w+ )?(?:oconus|overseas|abroad|at sea|to sea|forward|on ships?)\b|\boconus\b|"
    r"\btdys?\b|temporary duty\b|"
    r"\bspend(?:ing)? (?:about |around |roughly |up to |at least )*(?:an? |one |two |three |\d+ )(?:quarter|third|half|"
    r"fifth|tenth|weeks?|months?)\b[^.;]{0,32}? (?:in the field|on[- ]site (?:between|in|at|with)|abroad|away\b|"
    r"at (?:our|the) (?:\w+ )?(?:sites?|plants?|factor\w+|customers?|clients?|suppliers?))|"
    r"relocation (?:is )?(?:required|necessary|to)|must relocate|\brelocate before\b)"
)
_TRAVEL_OTHER = Quick(
    r"travel (?:industry|company|companies|tech|technology|agency|sector|insurance|allowance|expenses?|"
    r"reimbursement|costs?|budget|platform|products?|domain|booking|card|perks?|discount|loan|experience|brand|"
    r"software|season|and (?:hospitality|tourism|leisure))|(?:travel|relocation) (?:package|assistance|support|"
    r"help|benefit|paid|is paid|covered)|business travel (?:insurance|accident)|time travel|"
    r"no travel(?! (?:restriction|limit|constraint|block|ban))|(?:we|us) "
    r"(?:help|assist|support|pay)\b|relocation (?:assistance|package|support|inside|is not|bonus|help)|moving "
    r"costs|paid travel"
)
# What a line about travel is labelled with; where readiness stands before it: "Willingness to travel: 30%".
TRAVEL_LABEL = Quick(
    r"(?:(?:max(?:imum|\.)?|required|expected|business|some) )?(?:travel|reise|trips?|relocation)|"
    r"(?:readiness|willing(?:ness)?|ability|able|ready|prepared) to (?:travel|relocate)\b|"
    r"(?:is there|will there be|how (?:much|often)|(?:do|will|must|would) (?:i|you)|what about)\b[^?]{0,20}\btravel"
)
PERCENT = Quick(r"(\d{1,3})\s?(?:%|percent\b|per cent\b|prozent\b)")
# What a person must be, hold or do that no other kind has.
OTHER = Quick(
    r"\b(?:citizens?(?:hip)?\b|rota(?:tion)?s?\b|nights\b|nationals?\b(?= (?:of|who|only|may)|"
    r"$)|nationality|U\.?S\.? persons?\b|permanent "
    r"residents?|green card|driv(?:ing|er['’]?s?|ers?)['’]? licen[cs]e|führerschein|permis b|valid passport|own "
    r"(?:car|vehicle|transport)|"
    r"on[- ]call\b|shifts?\b(?! (?:left|from|to|the|in|towards))|weekends?\b|evenings?\b|out[- ]of[- ]hours|"
    r"locals?\b(?: candidates?| applicants?)?(?: only|(?=,? please))|overtime|notice period|immediate joiners?|"
    r"join(?:ing)? (?:immediately|within)|available (?:to start|"
    r"immediately|from|for)|(?:can|could|able to) (?:start|join|begin) (?:by|on|in|before|within|from|immediately|no "
    r"later)\b|start immediately|lived? (?:in|within|near)|living (?:in|within|near)|reside(?:nce|"
    r"ncy|nt)?\b|resident in|(?:based|located) (?:in|within|near)|commut\w+|within (?:\d+ |an? )?(?:miles|km|"
    r"minutes|hour|commut)|"
    r"overlap(?:ping)? (?:with|of|hours)|time ?zone|night shift|working hours|office hours|\d{1,2}(?::\d\d)? "
    r"?[AP]M\b|\d in the morning|\bstandby|after[- ]hours|\bat night\b|18 years|over 18|age of)"
)


# What is of this kind even where a skill's word stands beside it.
FIRST_OF_ALL = Quick(
    r"\b(?:willing\w*|ready|able|prepared|available|happy|ability) to (?:also )?(?:work|do|put in) (?:\w+ ){0,2}"
    r"(?:overtime|shifts?|extra hours|longer hours|odd hours|irregular hours)\b|driv(?:ing|er['’]?s?)[’']? licen[cs]e|"
    r"\b(?:clean|full) licen[cs]e\b|\bown (?:car|vehicle|transport)|"
    r"\bpassport\b|\b(?:be )?available "
    r"(?:around|for|on|during|at|to work|outside|in the evening|immediately)\b|\bflexible (?:for|with|to work|"
    r"on)\b.{0,30}\b(?:calls?|shifts?|hours|weekend|time|evening)|\bimmediate joiners?|\bnotice period|"
    r"\b(?:weekend|evening|night|shift|weekends|evenings)\b.{0,12}\bwork|\b(?:weekend|evening|night|sunday|saturday|"
    r"after-?hours|overnight)s? (?:cut-?overs?|releases?|deployments?|launches|go-?lives?|maintenance|windows?|calls?|"
    r"support|changes|migrations?)\b|\b(?:twelve|eight|\d{1,2})[- ]hour shifts?\b|\bon[- ]call (?:rota|rotation|"
    r"duty|every|during|on|for|at|over|"
    r"one|week)|führerschein|permis b\b|\bcitizen|\bnationals?\b|\b(?:nights?|"
    r"weekends?)\b.{0,15}(?:included|shift)|\bone (?:week|weekend|night) in \w+|"
    r"^\W*(?:being |to be |be |you(?:['’]re| are|['’]ll be| will be) )?on[- ]call\b|\bwork\w* (?:on |at |some |"
    r"these |the |those |odd |occasional |regular |most |a few )*(?:weekends?|nights?|evenings?|holidays)\b|"
    r"\b(?:be|being|are|go|is) (?:\w+ )?on[- ]call\b|\b(?:stretch|work|stay|available|online|calls?|meetings?)\b"
    r"[^.;]{0,20}\b(?:till|until|up to|past|after|before) \d{1,2}(?::\d\d)? ?[ap]\.?m\b|"
    r"\b(?:calls?|meetings?) (?:with|to) [^.;]{1,30}\b(?:on|in) (?:\w+ )?(?:evenings?|nights?|early mornings?)\b|"
    r"\b(?:take part|taking part|participat\w+|join\w*|share|serve) (?:in |on )?[^.;]{0,30}\brot(?:a|ation)\b|\bduty "
    r"rot(?:a|"
    r"ation)\b|\breachable\b|\b(?:late|early|night|weekend|evening|rotating|first|second|third|1st|2nd|3rd|swing|"
    r"graveyard|split) shifts?\b|\b(?:evenings?|nights?|"
    r"weekends?)"
    r"(?:, | and | or )+(?:evenings?|nights?|weekends?)\b|\blive (?:within|near|in)\b|\byou live in\b|"
    r"\bwithin (?:about |around |roughly )?(?:an?|\w+) (?:hour|minutes|"
    r"miles|km)\b|\bon standby\b|\bafter[- ]hours\b|\bcalled (?:out |in )?at night\b|\bat \d{1,2} in the (?:morning|"
    r"evening)|\byears of (?:\w+ )?residen"
)


def clearances(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where clearances and levels of vetting are named between two places."""
    part = text[start:end]
    if not (_SHORT_CLEARANCE.search(part) or _ANY_CLEARANCE.search(part)):
        return []
    found = [(match.start(), match.end()) for match in CLEARANCE.finditer(text, start, end)]
    found += _CLEARANCE_SMALL.spans(text, start, end)
    return sorted(
        one
        for one in found
        if not _CUSTOMS.search(text[max(start, one[0] - 10) : min(end, one[1] + 6)])
        and not _BECAUSE_OF_IT.search(text[max(start, one[0] - 30) : one[0]])
    )


_ANY_CLEARANCE = Quick(
    r"clear|vett|poly|secret|trust|negative|bpss|baseline|terrorist|security check|nppv|reliability|dbs\b|disclosure|"
    r"conduct|gedrag|führungszeugnis|yankee|überprüf|habilitation|garda|working with children|itar\b|cote de"
)
_SHORT_CLEARANCE = Quick(r"\b(?:TS\b|NV-?\d|SC\b|DV\b|CTC\b|eDV|eSC|PVG|Ü\d|Tier \d|MBI|VOG\b|AccessNI)", exact=True)


def travels(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where readiness to travel or relocate, or an amount of travel, is stated between two places."""
    if not _ANY_TRAVEL.search(text[start:end]):
        return []
    other = _TRAVEL_OTHER.spans(text, start, end)
    return [
        span
        for span in TRAVEL.spans(text, start, end)
        if not any(one[0] < span[1] and span[0] < one[1] for one in other)
    ]


_ANY_TRAVEL = Quick(
    r"spend|be(?:ing)? away|travel|relocat|onsite|on-site|\bsea\b|offshore|deploy|oconus|tdy|temporary duty|trips?\b|"
    r"reise|déplac|viaj|mobilité|% of|cent of|on the road|"
    r"from home|nights? away|"
    r"visit|come to|go to|be (?:with|at|on site)|\bfly\b|\bmove\b"
)


def percent(quote: str) -> int | None:
    """The highest percentage that is written."""
    found = [int(match[1]) for match in PERCENT.finditer(quote)]
    return max((one for one in found if one <= 100), default=None)
