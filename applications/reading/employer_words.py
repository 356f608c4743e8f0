"""The words by which a posting names who hires, and what only looks like a name."""

import re

from applications.reading.quick import Quick

UPPER = "A-ZÀ-ÖØ-ÞŁŚŻŹĆŃĘĄ"
WORD = rf"(?:[{UPPER}][\w&.\u2019'+-]*|\d[\w&.-]*[{UPPER}]\w*)"
NAME = (
    rf"{WORD}(?:[ ](?:(?:&|and|of|for|the|und|de|du|des|van|der|von|y|e|in)[ ](?:the[ ])?)?{WORD}|"
    r",[ ](?:Inc|INC|LLC|Ltd|LTD|Limited|LIMITED|LLP|L\.P)\b\.?){0,7}"
    r"(?:,?[ ](?:inc\b\.?|ltée\b|limitée\b|"
    r"sp\. ?z ?o\.? ?o\b\.?|s\.r\.o\.|a\.s\.|d\.o\.o\.|plc|e\.V\.|S\.[AL]\.(?:U\.)?))?"
)
# How sure each way of naming is; a name that the text says again gains on one that it does not.
PATTERNS = (
    (8.0, ("corporate_fare", "business_center"), re.compile(rf"(?:corporate_fare|business_center)\s(?P<name>{NAME})")),
    (7.0, (" logo",), re.compile(rf"(?P<name>{NAME}) logo$", re.MULTILINE)),
    (
        5.0,
        ("about ", "über ", "who is ", "life at ", "working at ", "why ", "meet ", "s at ", "who we are"),
        re.compile(
            r"(?i:about|über|who is|life at|working at|why(?: join| work (?:at|for)| choose)?|meet|careers at|jobs "
            r"at|benefits at|who we are[:\u2013-])"
            rf" (?P<name>{NAME})\s?[:?]?$",
            re.MULTILINE,
        ),
    ),
    (
        4.0,
        (" from ", "i work", "we work", "we are ", "we're ", "we\u2019re ", "welcome to", "join", "at ",
         "working for", "career"),
        re.compile(
            rf"(?=[WwIHhRrMmTtGgJjAa])(?:\b[Ww]e(?:'re|\u2019re| are)|\b(?:I|[Ww]e) work (?:with|for|at)|"
            rf"\b(?:[Hh]i|[Hh]ello|[Rr]egards) from|"
            rf"\b(?:I'm|I\u2019m|I am|[Mm]y name is|[Tt]his is) [A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)? (?:from|at|with)|"
            rf"\b[Gg]reetings from|[Ww]elcome to|[Jj]oin(?:ing)?(?: the team at)?|"
            rf"[Aa]t|[Ww]orking for) "
            rf"(?P<name>{NAME})"
            r"(?=\s?[,.!?]|\s(?:we|you|and|as|our|is|to|today)\b)"
        ),
    ),
)  # fmt: skip
# What follows a name at the head of a sentence.
NAMED = re.compile(rf"(?:The )?(?P<name>{NAME})(?:,? (?:Inc|LLC|Ltd|Limited|GmbH|AG|plc|PLC)\.?)?(?: \([^)]*\))?,? ")
SAYS = (
    (
        9.0,
        re.compile(
            r"(?:is|are) (?:acting|operating) as an? (?:employment|recruitment)|acts as an? (?:employment|"
            r"recruitment)"
        ),
    ),
    (
        6.0,
        re.compile(
            r"(?:is|are) (?:proud to be )?(?:committed to (?:\w+ ){0,3}(?:equal|equit|divers|employment equity)|"
            r"an? (?:\w+[ -]){0,2}(?:[Ee]qual|EEO|EQUAL|[Aa]ffirmative|inclusive|[Dd]isability))"
        ),
    ),
    (
        3.0,
        re.compile(
            r"(?:is (?:an?|the|one|on a|regulated|\w+ing)|needs|wants|publishes|connects|gives|trains|protects|"
            r"restores|moves|puts|collects|measures|monitors|tracks|prints|feeds|flies|transports|treats|plans|"
            r"owns|brings|creates|supports|"
            r"employs|started|began|makes|builds|helps|provides|runs|has written|keeps|turns|"
            r"develops|delivers|designs|"
            r"operates|was founded|seeks|has (?:been|an|its|over|more)|offers|welcomes|serves|supplies|sells|works|"
            r"believes|does not|values|"
            r"belongs|exists|has [a-z]+(?:ed|en|ne|lt|ld|de)|tells|lets|tests|maintains|manufactures|insures|"
            r"distributes|ships|"
            r"operates|employs|reserves the right|participates in|will never ask)\b"
        ),
    ),
)
OPENING = 2500
DOES = re.compile(
    r"(?!(?:was|its|as|has|does|this|always|plus|makes sure|means|includes|requires|applies|needs)\b)[a-z]{2,}s\s"
)
AGENCY_STEMS = ("client", "employment ", "recruitment", "labour hire", "labor hire", "shortlist for a")
AGENCY = re.compile(
    r"\b(?:our|my) (?:\w+ ){0,3}client\b(?! (?:base|list|team|facing|portfolio|side|work|success|project|engage|"
    r"relation|service))|\bdirect client\b|^client\s?(?::|is )|\blabou?r hire\b|\bshortlist for a\b|\bon behalf of "
    r"(?:our|a|my|their) (?:\w+ ){0,3}client|\bemployment (?:business|agency)\b|\brecruitment (?:agency|"
    r"business)\b|\bour (?:end )?client,|\bfor (?:one of )?our clients?,|"
    r"\bclient of ours\b|\bour direct client\b|\bend client\b",
    re.IGNORECASE | re.MULTILINE,
)
AGENCY_NAME = re.compile(
    r"\b(?:Staffing|Recruit(?:ment|ing|ers)|Manpower|TALENT|Talent|RECRUITMENT|STAFFING|Resourcing|Personnel|"
    r"Executive Search|Search Partners|"
    r"Contracting|Employment Services|Consultants)\b"
)
AGENCY_NAME_STEMS = (
    "staff",
    "recruit",
    "manpower",
    "talent",
    "resourcing",
    "personnel",
    "search",
    "contracting",
    "services",
    "consultants",
)
LEGAL = re.compile(
    r"\b(?:Inc|LLC|Ltd|Limited|GmbH|AG|SE|plc|PLC|LLP|Corp|Corporation|AB|Oy|AS|ApS|BV|B\.V|NV|N\.V|SAS|S\.A|S\.L|"
    r"S\.p\.A|LTD|INC|LIMITED|PTE|Pte Ltd|inc|KG|KGaA|OHG|mbH|eG|SARL|S\.r\.l|A/S|Kft|Zrt|"
    r"sp\. ?z ?o\.? ?o|s\.r\.o|Pty Ltd|Pvt Ltd)\.?$"
)
ENDED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|LTD|INC|CORP|[BNSLA]\.[A-Z]|o\.o|r\.o|inc)\.$")
# What the name of an institution or a company has in it.
# What stands below the name of whoever hires, and how much surer it is than all else.
INVITES = re.compile(
    r"(?:invites|is (?:now |currently )?(?:accepting|inviting)|welcomes) applications\b|"
    r"is (?:now |currently )?(?:recruiting|hiring|seeking)\b",
    re.IGNORECASE,
)
INVITED = 20.0
INSTITUTION = Quick(
    r"\b(?:agency|university|department|ministry|council|hospital|trust|authority|commission|institute|college|"
    r"(?:state|city|county|town|government|province|bank|house|office) of|city council|county|district|"
    r"bureau|federation|"
    r"foundation|museum|library|academy|school|church|cooperative|co-operative|bank|parliament|court|secretariat|"
    r"universität|hochschule|universiteit|université|universidad|ministerium|gemeente|stadt|ville de|polytechnic)\b",
)
# Institutions with small words in their names.
FRENCH = re.compile(
    r"(?:Régie|Société|Ville|Ministère|Agence|Commission|Centre|Office|Conseil|Hôpital|Cégep|Université|Institut|"
    r"Fédération|Caisse|Musée|Bureau|Réseau) (?:d[eu]s? |de la |de l['’]|d['’]|pour |intégré |national |régional "
    r")+[\wÀ-ÿ'’ -]{3,60}"
)
# What the title of a page says around who hires.
AROUND_SITE = re.compile(
    r"^(?:working|work|careers?|jobs?|life|vacancies) (?:at|with) |\s(?:careers?|jobs?)$", re.IGNORECASE
)
# What stands behind a name above its own pages: "Larkmoor HQ / Jobs / Product Manager".
OWN_PAGES = re.compile(r"\s(?:HQ|Wiki|Handbook|Home|Careers?|Jobs|Hiring|Recruiting|People|Team|Notion)$")
# Whole lines that look like a place and are who hires.
GOVERNMENT = re.compile(
    r"(?:COUNTY|CITY|TOWN|TOWNSHIP|VILLAGE|BOROUGH|STATE|PROVINCE) OF [A-Z][A-Z.'’ -]+|"
    r"(?:County|City|Town|Township|Village|Borough|State|Province|Government|Municipality) of (?:[A-Z][\w.'’-]+ ?){1,4}"
)
COMPANY = re.compile(
    r"\b(?:Games|Studios?|Labs?|\w+labs|\w+soft|Software|Systems|Technolog(?:y|ies)|Solutions|Group|Holdings?|Bank|"
    r"Insurance|Underwriting|Partners|Consulting|Industries|Foundation|Trust|University|College|Institute|Hospital|"
    r"Agency|Authority|Council|Cooperative|Airlines|Airways|Logistics|Foods|Motors|Pharma|Robotics|Infotech|Works|"
    r"Instruments|Mills|Railways?|Utilities|Brewery|Recruitment|Staffing|Associates|Ventures|Capital)\b"
)
# Parts of a title's line, and a place behind a name.
PIECES = re.compile(r"\s+[/|·•\u2013—-]\s+")
PLACE_BEHIND = re.compile(r"(?:,\s|\s\()(?P<place>[^(),]+(?:,\s[^(),]+)?)\)?$")
ACRONYM = re.compile(r"\s*\([A-Z&]{2,9}\)$")
# What a marked text puts around a name.
MARKED = " *_>#`"
LONGEST_HEADING = 70
# Names that are none: what headings and sentences begin with.
GENERIC = Quick(
    r"^(?:us|the|this|our|we|you|your|it|they|there|these|those|a|an|about|role|team|job|company|position|"
    r"applicants?|candidates?|employment|all|if|no|in|for|at|and|please|what|how|why|who|english|travel|work|"
    r"equal|benefits|project|program|programme|technical|senior|experience|salary|location|location type|overview|"
    r"application|department|compensation|product|engineering|you\u2019ll|you'll|he|she|"
    r"linkedin|indeed|glassdoor|monster|reed|totaljobs|naukri|workday|greenhouse|lever|ashby|smartrecruiters|"
    r"workable|seek|home|jobs|careers?|apply|remote|hybrid|full|part|contract|permanent|pmp|scrum|"
    r"agile|software|security|nationality|disabled|his|her|its|their|to|as|is|are|one|two|three|four|forty|every|"
    r"each|most|some|many|once|when|where|while|after|before|during|since|with|from|by|on|of|or|not|"
    r"candidate|jira|sap|aws|microsoft|google cloud|share|save|posted|reporting|responsibilities|requirements|"
    r"qualifications|duties|summary|description|skills|education|culture|people|"
    r"interview|hiring|dear\b.*|hi\b.*|hello\b.*|fwd|payroll|money|opens|pay|rate|duration|start|ref|reference|"
    r"role overview|job summary|job description|closing date|monday|tuesday|wednesday|thursday|friday|january|"
    r"february|march|april|may|june|july|"
    r"august|september|october|november|december|working|being|having|success|success in|ideal|must|nice|good|"
    r"university|agency|department|council|trust|bank|hospital|institute|state|city|county|college|school|board|office|"
    r"cooperative|co-op|corporation|employer|district|hospital|organi[sz]ation|firm|"
    r"group|studio|authority|ministry|commission|foundation|centre|center|"
    r"great|key|main|other|more|similar|perks|notice|shift|data|digital|business|client|information technology)$",
)
NOT_NAME = Quick(
    r"\b(?:full[- ]?time|part[- ]?time|permanent|contract|posted|reposted|ago|applicants?|reviews?|years?|yrs|"
    r"follow|following|followers|connect|message|hybrid|remote|on-?site|apply|save|share|salary|per|days?|weeks?|"
    r"months?|experience|easy|"
    r"actively|promoted|location|ref|closing|deadline|department\b(?! (?:of|for))|team|overview|application|show|"
    r"skip|sign in|log "
    r"in|menu|search|vacanc(?:y|ies)|grade|level|rate|duration|start|job|jobs|role|position|"
    r"responsibilities|requirements|description|specification|announcement|bulletin|summary|advanced|mid-senior|"
    r"entry)\b|[€£$₹@|:?]|https?|\d{3,}",
)
ICONS = re.compile(r"\b(?:corporate_fare|place|business_center|location_on|signal_cellular_alt|bar_chart)\b")
# A row of a table of facts: its first column is no name.
COLUMNS = re.compile(r"\S[^|]{0,40}?(?:\s{3,}|\t)\S")
PARTS = re.compile(r"\s+[·•|\u2013—-]+\s+|\s{3,}|\t|,\s(?=[A-Z][\w ]+(?:,|$))")
# Where a job board writes who hires into an address.
ADDRESS = re.compile(r"https?://[\w.-]+/(?P<name>[a-z][\w-]{3,40})/[\w-]+")
MINISTRY = re.compile(r"(?:(?:US|U\.S\.|United States|Federal) )?(?:Department|Ministry) (?:of|for) \w")
OFFICE = re.compile(r"(?:Office|Bureau of the Secretary|Directorate|Division|Branch|Section|Unit|Team)\b")
# What ends the name at the beginning of a line.
CLAUSE = re.compile(r",\s|\.\s|\s\(")
