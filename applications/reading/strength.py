"""Words that say how much something is asked for. Pure."""

import re
from typing import NamedTuple

from applications.reading.quick import Quick
from applications.reading.shapes import PREFERRED, REQUIRED

# Words before what they speak of: "ideally with SAP".
BEFORE = Quick(
    r"\b(?:nice[- ]to[- ]haves? (?:are|is|include)|ideally|preferably|preferential(?:ly)?|(?<!\ba )(?<!big "
    r")(?<!added )bonus(?: points)?(?: for| if)?:?|"
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\ba )(?:nice|good) to have(?::|(?=\s+\w))|"
    r"even better(?: if)?|extra points for|it would be (?:great|nice|lovely|a plus|an advantage)\b|(?:we(?:'d| "
    r"would|’d) (?:love|like|prefer|(?:also |really )?be (?:\w+ )?(?:glad|happy|delighted|pleased|thrilled) (?:if|to "
    r"(?:see|find)))|preference (?:is |will be )?(?:given )?(?:to|for)|idealerweise|vorzugsweise|"
    r"gerne (?:auch )?mit|idéalement|de préférence|idealmente|bij voorkeur))"
)
# Words after it: "SAP a plus".
AFTER = Quick(
    r"\b(?:(?:strongly |highly |much |greatly |also |very |particularly |especially |is |are |be |an? "
    r")*(?:preferred|prefered|desir(?:ed|able)|advantageous|beneficial|helpful|welcome[ds]?|appreciated|valued|"
    r"favou?red|optional)\b"
    r"|(?:would be |will be |is |are |considered |be |as )*(?:a |an |an added |a big |a huge |a strong |a "
    r"definite |a distinct |a real |a nice |a further |some |a great |great |added |big |strong |definite "
    r")(?:plus(?:es)?|bonus|asset|advantage|merit|nice[- ]to[- ]have|differentiator)\b"
    r"|\ban? (?:lovely|great|fine|good|clear|serious|massive|major) (?:plus|bonus|asset|advantage)\b"
    r"|(?:won['’]t|wouldn['’]t|would not|will not|can['’]t|cannot|does not|doesn['’]t|never) hurts?\b|so much the "
    r"better|"
    r"all the better|(?:is |are )?(?:a )?welcome extra|even better\b|an asset\b|(?:is |are |"
    r"would be |will be |be )?(?:nice|good|great|useful|handy|lovely|desirable) to have\b|would be (?:great|nice|"
    r"lovely|useful|good|ideal|wonderful|handy|excellent|an? \w+ (?:plus|bonus|advantage|asset))\b|(?:is |are "
    r")nice\b|(?:of |von )?(?:vorteil|vorteilhaft|wünschenswert|von nutzen|gern gesehen)\b|(?:ist |sind )?ein "
    r"plus\b|(?:est |serait |sont |seraient )?(?:un (?:atout|plus)|souhaité\w*|appréciée?s?)\b|(?:es |será "
    r")?(?:un plus|deseable|valorable|se valora\w*)\b|is een pre\b|(?:will be |be )?looked (?:up)?on favou?rably|"
    r"nice(?=\))|(?<!without )(?<!any )(?<!for )(?<!no )(?<!little )(?<!of )(?<!['’]s )helps?\b(?=\W*$|[,;.]| and\b| "
    r"but\b| with\b| here\b| too\b| a lot\b| in\b)|\b(?:it|that|this|they) "
    r"(?:would |will |does |surely |certainly |really )?(?:helps?\b|makes? (?:\w+ "
    r"){1,3}(?:more fun|easier|nicer|happy|happier|smile|simpler|faster)\b)|(?:would|will) (?:help|"
    r"set you apart|count in your favou?r|make you stand out))"
)
# Words for "required" that stand against a heading that says preferred.
FIRM = Quick(
    r"\b(?:must\b|(?:is|are|be)? ?(?:required|mandatory|essential|compulsory|obligatory|non-negotiable)\b|a "
    r"must\b|a (?:pre)?condition (?:of|for)\b|zwingend\w*|erforderlich|obligatoire|indispensables?|impératif|"
    r"imprescindible)"
)
# "not required but welcome", "none of that is needed".
_NOT_NEEDED_BUT = Quick(
    r"\b(?:not|n['’]t|isn't|none of (?:that|this|it|these) is|no)\b[^.;]{0,40}\b(?:required|needed|necessary|"
    r"essential|mandatory|must|requirement|expected)\b"
)
# A word for "preferred" in another sense.
_OTHER_SENSE = Quick(
    r"(?:tool|language|way|office|framework|method)s? (?:that )?you prefer|you(?:'d| would)? prefer|\b(?:desired "
    r"(?:outcome|result|state|end|start|salary)|preferred (?:supplier|vendor|partner|name|pronoun|bidder)|"
    r"optional (?:extra|benefit)|preferred keyskills)|welcomes? (?:application|candidate)|(?:are|is) welcome to "
    r"apply|nice people|helpful (?:colleague|team|attitude)|being helpful|(?<!would )(?<!will )be helpful"
)


# What is welcome where somebody has it: "if you hold a PMP, do mention it".
_IF_HELD = Quick(
    r"\bif you (?:already |also |happen to )*(?:hold|have|know|speak)\b[^.;]{3,120}?, (?:do |please )*(?:mention|"
    r"say so|say it|tell us (?:so|that|$))"
)


class Mark(NamedTuple):
    """A word of strength where it stands; ``before``: it speaks of what follows."""

    start: int
    end: int
    strength: str
    before: bool = False


def marks(text: str, start: int, end: int) -> list[Mark]:
    """Words of strength between two places, in order. What is not needed but welcome counts as preferred."""
    segment = text[start:end]
    if not _ANY.search(segment):
        return []
    other = [(match.start(), match.end()) for match in _OTHER_SENSE.finditer(segment)]
    denied = [(match.start(), match.end()) for match in _NOT_NEEDED_BUT.finditer(segment)]
    found: list[Mark] = []
    asked = ((BEFORE, PREFERRED, True), (_IF_HELD, PREFERRED, True), (AFTER, PREFERRED, False), (FIRM, REQUIRED, False))
    for pattern, strength, before in asked:
        for match in pattern.finditer(segment):
            here = (match.start(), match.end())
            if any(one[0] < here[1] and here[0] < one[1] for one in other):
                continue
            if strength == REQUIRED and any(one[0] < here[1] and here[0] < one[1] for one in denied):
                continue
            if any(mark.start - start < here[1] and here[0] < mark.end - start for mark in found):
                continue
            found.append(Mark(start + here[0], start + here[1], strength, before))
    found.sort(key=lambda mark: mark.start)
    return found


_ANY = Quick(
    r"ideal|prefer|bonus|nice|good|great|better|points|love|like|desir|advantag|beneficial|helpful|welcome|"
    r"appreciat|valued|favo|optional|plus|asset|merit|useful|handy|vorteil|wünsch|nutzen|gern|vorzug|atout|"
    r"souhait|appréci|préf|desea|valor|voorkeur|een pre|apart|stand out|"
    r"hurt|glad|happy|delight|pleased|thrill|mention|\bsay\b|tell|must|requi|mandatory|condition|essential|compuls|"
    r"obligat|"
    r"imperat|negotiable|prerequisite|"
    r"indispens|zwingend|"
    r"erforder|"
    r"impérat|imprescind|differentiator|help|count|makes?"
)


def is_denied(text: str) -> bool:
    """Whether the words say that something is not needed, and leave it at that."""
    match = _DENIED.search(text)
    if match and ("“" in text or '"' in text):
        # What somebody says: "Comfortable saying 'we don't know yet'".
        match = _DENIED.search(_SPOKEN.sub("", text))
    if not match:
        return False
    if _STILL_ASKED.search(text):
        return False
    return not AFTER.search(text) and not BEFORE.search(text)


_SPOKEN = re.compile(r"[“\"][^“”\"]{2,60}[”\"]")
_DENIED = Quick(
    r"^\W*(?:[\w.'’/&+]+ ){1,4}[-–—:] ?not (?:required|needed|necessary)\W*$|"
    r"\b(?:(?:is|are|was|were|do|does|did|will|would|need|shall|has|have)(?: not|n['’]t)|not|never|nor (?:do|does|"
    r"is|are|will)(?: \w+)?|(?:don|doesn|isn|aren|won|needn)['’]t)(?: \w+){0,2}? (?:be )?(?:strictly |absolutely |"
    r"currently |actually |even )?"
    r"(?:need(?:ed)?|requir(?:e|ed)|ask(?:ed)?|expect(?:ed)?|necessary|mandatory|essential|essentials|compulsory|"
    r"include|involve|have to|a (?:must|requirement|prerequisite|deal-?breaker|condition)|care (?:about|if|"
    r"whether|where|which)|mind|look(?:ing)? for|insist|matter|count against|play a role|sought|sufficient|enough|"
    r"acceptable|applicable|adequate|wanted|hire for|screen|test)\b"
    r"|\bno (?:[\w/'’+#.-]+ ){0,6}?(?:is |are |will be )?(?:required|needed|necessary|expected|experience "
    r"necessary)\b|\bno (?:degree|certificate|certification|qualification|licen[cs]e|travel(?! (?:restriction|limit|"
    r"constraint|block|ban))|clearance|coding|"
    r"programming|previous|prior|formal(?! (?:authority|power|control|line|reporting|say))|cv|résumé|résumé|specific|"
    r"particular|minimum|on-?call|overtime|weekend|"
    r"degrees|certificates|certifications)s?\b"
    r"|\bno substitut\w+|\b(?:not|never|cannot|can['’]t|won['’]t) (?:be )?(?:credited|substituted|replace\w*|"
    r"counted)\b|^\W*(?:and )?neither (?:is|are|do|does|will|would) |\b(?:is|are) no (?:must|requirement|"
    r"prerequisite|deal-?breaker)s?\b|\bno need (?:for|to)\b|\bunnecessary\b|"
    r"\bwithout (?:a |any )?(?:degree|certificate|"
    r"pmp)\b.{0,30}\b(?:fine|"
    r"welcome|ok|apply)|^\W*none\b|\b(?:do|does) not (?:make up|substitute|count|qualify)\b|"
    r"\bneither here nor there|\bnot enough\b|\bnot looking for|\bno "
    r"condition\b(?<!but no condition)|\bcannot (?:replace|substitute)|\bnone of (?:that|this|it|these)\b"
    r"|\bwe (?:do not|don['’]t|never|will not|won['’]t|cannot|can['’]t)\b|\bnicht (?:erforderlich|nötig|notwendig|"
    r"zwingend|vorausgesetzt)|\bkein(?:e|en)? \w+ (?:erforderlich|nötig|notwendig)|\bpas (?:nécessaire|"
    r"obligatoire|exigé|requis)|\bplease don['’]t mention|^\W*not that (?:any|some|we|you|it|they|this)\w*\b|"
    r"\b(?:candidates?|applicants?|applications?|profiles?|cvs?|resumes?|those|people)\b[^.;]{0,90}\b(?:will not|"
    r"won['’]t|cannot|can['’]t|are not|shall not) (?:be )?(?:considered|entertained|accepted|shortlisted|reviewed|"
    r"processed|invited)\b|\b(?:please|pls|plz|kindly) excuse\b|\bcarr(?:y|ies) no weight\b|\bsays? (?:little|nothing) "
    r"to\b|"
    r"\b(?:(?:will|would|do|does) [*_]{0,2}not[*_]{0,2}|(?:wo|would|do|does)n['’]t) (?:get|earn|give|win|"
    r"bring|buy) you\b|"
    r"\b(?:matters?|counts?|weighs?|means?) (?:far |much |a lot )?less (?:(?:to|with|for) us |here )?than\b|"
    r"\b(?:matters?|counts?|weighs?|means?) (?:far |much |a lot )?more (?:(?:to|with|for) us |here )?than (?:an? |any |"
    r"your |the )?(?:\w+ )?(?:degrees?|diplomas?|certificat\w+|papers?|titles?|grades?|pmp)\b|"
    r"\bbuys? you nothing|\b(?:mean|means|count for|"
    r"counts for|get you|earn you) "
    r"nothing"
)
# What follows a denial and still asks for something: "no less than", "not only", "cannot be considered".
_STILL_ASKED = Quick(
    r"\b(?<!candidates )(?<!applicants )(?<!those )who (?:(?:do|did|does|would|have|has|had|are|were|is|was|will) not|"
    r"(?:don|didn|doesn|wouldn|haven|hasn|hadn|aren|weren|isn|wasn|won)['’]t)\b|"
    r"\bno (?:less|fewer) than|\bno degree (?:plus|and|with|but) (?:\w+ )?(?:\d|years)|\bnot (?:only|just|"
    r"merely)\b|\b(?:without|lack\w*|missing|not having|(?:do|does) not (?:have|hold|meet)|don['’]t (?:have|hold|"
    r"meet))\b[^.;]{0,80}\b(?:will not|won['’]t|cannot|can['’]t|are not|shall not) (?:be )?(?:considered|entertained|"
    r"accepted|shortlisted|reviewed|processed|invited)\b|without (?:this|it|these|them|which|a) (?:\w+ "
    r"){0,2}(?:cannot|can['’]t|will not|won['’]t)|(?:cannot|will not|can['’]t) be considered (?:without|unless)|"
    r"if (?:you|this) (?:do not|don['’]t)|"
    r"\bbut (?:it |you |one )?(?:has|have|needs?|must|is|are|will have|will need)(?: to)? (?:be )?(?:earned|earn|"
    r"obtained|obtain|gained|gain|acquired|acquire|achieved|achieve|got|get|completed?|attained?|taken?|passed|pass)\b|"
    r"(?:need|needed|required|necessary|expected)(?: it| them| that)?,? but (?:you )?(?:may|might|will|would|can|"
    r"could|'ll|’ll)"
    r"(?: well| still| also)? (?:enjoy|like|love|use|want|help|profit|be glad|come to)\b|\b(?:you|who|candidates?|"
    r"applicants?) (?:(?:do|does|will|would) not|(?:do|"
    r"does|wo|would)"
    r"n['’]t) mind\b|\b(?:don['’]?t|do not) apply (?:if|unless)\b|"
    r"\bwe (?:don['’]t|do not) (?:care which|mind(?: which)?\b)"
)
