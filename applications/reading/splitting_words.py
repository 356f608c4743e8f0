"""Words at which a line is cut into rows, or at which it is not."""

import re

from applications.reading.quick import Quick

CUT = Quick(
    r"(?=[;,\s/+&|])(?:;\s+|,\s+(?:and |but |plus |as well as |along with |together with |und |et )?|"
    r"\s+(?:and(?!/)|plus|but|und|et|y|as well as|along with|together with|combined with|coupled with)\s+(?:also )?|"
    r"\s+(?=\()|"
    r"\s+[–—-]\s+|\s+(?=(?:with|including|incl\.?|of which|of them|out of which|whereof|ideally|preferably|davon|"
    r"dont|mit|idealerweise|or|oder)\s)|(?<=\))\s+|\s*[/+&|]\s*|\s{3,})"
)
# A clause that says of the person something else: "and you have led weavers for two".
OWN_CLAUSE = re.compile(r"you(?:['’]ve| have| are| can| know| speak)\b", re.IGNORECASE)
# How a demand of its own begins after a comma or "and".
OWN_DEMAND = Quick(
    r"(?!or |oder |ou )(?:an? |the |your |also |some |good and )?(?:strong|solid|excellent|good|proven|deep|sound|"
    r"great|outstanding|working|practical|demonstrated|advanced|basic|expert|exceptional|superb|thorough|confident|"
    r"hands[- ]on|sehr gute|gute|fundierte|sicherer?|ausgeprägte)?\s*(?:\w+ )?(?:knowledge (?:of|in)|proficien\w+|"
    r"familiar\w*|understanding of|ability to|able to|skills? in|command of|background in|exposure to|expertise|"
    r"experience (?:with|in|of|using)|track record|comfort\w* with|fluen\w+|kenntnisse|erfahrung)\b"
    r"|(?:strong|solid|excellent|outstanding|exceptional|superb|good|great|confident|proven|sehr gute|ausgeprägte)\s"
)
SPOKEN = Quick(r"spoken|written|verbal|oral|communicat|speak|writ")
JOINED_BY_OR = re.compile(
    r"(?:\bor\b|\boder\b|\bou\b|and/or|/)\s*(?:an? |the |at least |with |\(|(?!and\b|plus\b)\w+ ){0,4}\Z", re.IGNORECASE
)
TIME_ONLY = Quick(
    r"[\W\d]*(?:\b(?:at least|minimum|min|of|a|an|or more|experience|exp|preferred|required|years?|yrs?|months?|"
    r"with|for|over|more than|ideally|total|in total|\w+ (?=years?)|\+)\b[\W\d]*)*\Z"
)
# What follows a time that says itself what it is a time of.
OWN_TIME = Quick(
    r"['’+)\s]*(?:or more |or longer |of |in |as |with |working|experience|managing|leading|running|hands|"
    r"relevant|professional|delivering|exp\b|building|doing)"
)
# "Or a related field with 12 years": what stands after "or" is a field of study, and the years are asked for besides.
FIELD_WITH = Quick(
    r"\bor\b (?!(?:an? |the )?(?:\w+ )?(?:diploma|degree|certificate|equivalent))[^,;]+ with (?:at "
    r"least |a minimum of )?$"
)
# The last fields of a list: "engineering or business", "or a related field".
FIELDS = Quick(
    r"(?:or |and |and/or )?(?:(?:an? |another |any |other )?(?:\w+ ){0,2}?(?:comput\w+|engineering|business|"
    r"information|"
    r"technolog\w+|scien\w+|management|administration|finance|economics|mathematics|math|physics|statistics|"
    r"construction|nursing|health\w*|public|communications?|accounting|marketing|design|related|similar|relevant|"
    r"technical|equivalent|comparable|field|discipline|subject|area|degree)(?: (?:or|and|/) |\s|/|,|$)\s*)+$"
)
LICENSED = Quick(
    r"(?:(?:an?|the|your|own|valid|full|clean|current|EU|UK|US|ein(?:en?)?|den|gültige[rn]?|un|manual|(?:class|"
    r"category) \w+) )*(?:driv\w+(?:['’]s?)? licen[cs]e|führerschein|"
    r"permis b\b)"
)
# "Or a comparable education, for example a mechanic with many years of practice": the years are of the example.
FOR_EXAMPLE = Quick(
    r"\bor\b[^;.]{0,40}\b(?:comparable|equivalent|similar|related)\b[^;]{0,40}(?:e\.g\.|for (?:example|instance)|such "
    r"as|z\. ?b\.)[^;,]*\Z"
)
PART_OF = Quick(
    r"\s*(?:\(|,)?\s*(?:with )?(?:at least |a minimum of |minimum |min\.? )?(?:including|incl\.?|of which|of them|"
    r"of those|of that|out of which|out of that|whereof|davon|dont|with (?:at least|a minimum of|minimum)|"
    r"the (?:latter|last|latest|most recent|final) (?:[a-z]+|\d+)\b|including at least|at least "
    r"\w+ of (?:which|them|those)|\w+\+?(?: \(\d+\))?\+? of (?:which|them|those|these))\b"
)


# "It would be lovely if you had once been an engineer, spoke Dutch, or had worked on a farm".
WISHES = Quick(
    r"\b(?:lovely|great|nice|plus|bonus|love it|wonderful|helps?|happy|delighted|glad|pleased|thrilled) if you\b"
)
NEXT_WISH = Quick(
    r",\s+(?:or |and )?(?=(?:had|have|spoke|speak|know|knew|worked|held|hold|could|used|lived|ran|built|shipped|"
    r"led|managed|can|are|were|you)\b)"
)


# A clause with a subject of its own: "... is required, and you should be prepared to travel".
NEXT_CLAUSE = Quick(
    r",\s+(?:so|and)\s+(?=please (?:don['’]?t|do not) apply)|,\s+(?:and|but)\s+(?=(?:it (?:would|will|is) |you "
    r"(?:should|"
    r"must|need|will need|would need|are expected)\b|we (?:would|"
    r"also|expect)\b))"
)
# "Or any combination of education and experience totaling eight years": a rung of its own.
COMBINED = Quick(
    r"\bor (?:an? |any )?(?:\w+ )?(?:combination|mix) of [^.;,]*\b(?:total\w*|equal\w*(?: to)?|equivalent to|adding up "
    r"to|amounting to|of)(?: at least)?\s+$"
)
