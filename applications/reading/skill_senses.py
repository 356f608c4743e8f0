"""Terms and other words for skills that also mean something else, and how to tell."""

import re

from applications.reading.quick import Quick

# A term that also means something else, with what may not stand before or after it, and what must stand near.
_NOT_BEFORE: dict[str, str] = {
    "excel": r"\b(?:to|you|will|can|who|that|they|and|we|people|really|consistently)\s+\Z",
    "hire": r"\b(?:time|date|day|point) of \Z",
    "training": r"\b(?:in|paid|receive|funded|offer|our|of|education and|learning and|through|with|provide|"
    r"ongoing|for) "
    r"\Z",
    "influence": r"\b(?:under the|your|of)\s\Z",
    "hiring": r"\b(?:of|our|are|the|we're|now|for|is|your)\s\Z",
    "trading": r"\b(?:peak|retail|festive|christmas|still) \Z",
    "architecture": r"\b(?:landscape)\s\Z",
    "government": r"\b(?:other|with|tribal|foreign|host)\s\Z",
    "federal": r"\bGS-?\d+[^.;]{0,25}\Z",
    "lean": r"\b(?:a|small|our|very|are)\s\Z",
    "helm": r"\bthe \Z",
    # A town in Minnesota.
    "cloud": r"\b(?:st\.?|saint) \Z",
    # Where one worked, and nobody who was managed.
    "systems integrator": r"\b(?:at (?:an? |the )?(?:[\w-]+ )?|(?:firm|company|house|agency|"
    r"consultancy) or (?:an? )?)\Z",
    "flexible": r"\b(?:offer|our|with)\s\Z",
    "monitoring": r"\b(?:project|progress|continuous|budget|cost|schedule|risk)\s\Z",
}
_NOT_AFTER: dict[str, str] = {
    "excel": r"\s(?:at|in (?:a|an|this|our|fast|the)|when|under|as)\b",
    "flexible": r"[ -](?:work|hours?|schedul|locations?|start|arrangement|remote|time|benefit|holiday|pto|about|with "
    r"(?:your|hours))",
    "flexibility": r" (?:of|to work from|in hours|on hours)\b",
    "hiring": r" (?:manager|process|range|salary|company|team|event)",
    "training": r" (?:budget|allowance|that fits|is provided|provided|programmes? for you|and development opp|"
    r"data|day|"
    r"period|opportunit|contract)",
    "slack": r" (?:time|channel with|in the)",
    "zoom": r" (?:in|out)\b",
    "spark": r" (?:joy|ideas|interest)",
    "cloud": r" nine",
    "react": r" (?:to|quickly|fast|calmly|well)\b",
    "trading": r" (?:standards|as|hours|peak|name|period|company)",
    "payments": r" (?:will|are made)",
    "insurance": r" (?:cover|is|and pension|benefit|plan|from)",
    "healthcare": r" (?:plan|benefit|cover|insurance|package|contribution)",
    "federal": r" (?:employee|holiday|hire|law|income)",
    "mdm": r" \((?:that is |i\.e\.,? )?(?:meter|mobile)",
    # How well a language is spoken.
    "negotiation": r"[- ](?:proof|safe|secure)\b",
    "government": r"[- ](?:or (?:outside|elsewhere|not)|issued|id\b|photo|identification|mandated)",
    "scheduling": r" (?:your|an interview|flexib|software for)",
    "energy": r" (?:and (?:enthusiasm|drive|passion|curiosity)|to (?:our|the)|level)",
    "networking": r" (?:event|opportunit|community|groups|and professional)",
    "staffing": r" (?:agenc|firm|company)",
    "lambda": r" (?:calculus|school)",
    "container": r"s? (?:of|ship|port\b|terminal|yard)",
    "containers": r" (?:of|ship|port\b|terminal|yard)",
    "chef": r" (?:on|de|in)\b",
    "storage": r" (?:room|unit|space)",
    "predictive": r" (?:model|maintenance|analytics|scheduling)",
    "monitoring": r" (?:and (?:controlling|control|reporting)|progress|project|budget|risk|of (?:project|progress|"
    r"budget|"
    r"risk|cost|action|deliver))",
    "logging": r" (?:risk|issue|in\b|time|hours)",
    "onboarding": r" (?:process|program|plan|buddy|week|period)",
    "documentation": r" (?:required|of (?:your|vaccin))",
    "retail": r" (?:bank|lend|credit|invest|broker|deposit)",
    "scope": r" of (?:work|services)\b",
    "resilience": r" (?:regime|act\b|framework|standard|engineer|test|rules|regul|review|report|plan)",
    "utilities": r" (?:and (?:tools|scripts))",
    "hardware": r" (?:store|shop)",
    "infrastructure": r" as code",
    "scrum": r" master (?:role|is|will|and product|who|works)",
    "green belt": r"(?: land)",
    "accessibility": r" (?:adjust|need|of the office)",
    "swift": r" (?:response|action|decision|and|delivery|resolution)",
    "puppet": r" (?:show|theat)",
    "epic": r"s? (?:and|or|stories|user)",
}
_NEAR: dict[str, str] = {
    "lean": r"management|agile|start-?up|six sigma|manufactur|kanban|principle|think|method|practice|portfolio|"
    r"process|kaizen|toyota|scrum|improvement",
    "notion": r"airtable|confluence|jira|asana|miro|figma|slack|coda|linear|trello|tools?\b|monday",
    "coda": r"airtable|confluence|jira|notion|tools?\b",
    "keynote": r"powerpoint|slides|software|excel",
    "art": r"safe|train|agile|\bpi\b|scrum",
    "less": r"safe|nexus|agile|scrum|scal",
    "rag": r"llm|ai\b|retriev|model|vector|gpt",
    "pert": r"critical|cpm|gantt|path|schedul|estimat|chart",
    "ot": r"\bit\b|scada|plant|network|secur|industr|control",
    "zoom": r"teams|slack|meet|google|webex|tool",
    "mural": r"miro|figjam|board|tool",
    "quip": r"tool|confluence|notion|google",
    "unity": r"unreal|game|engine|3d|c#",
    "chef": r"puppet|ansible|terraform|infrastructure",
    "basel": r"regul|bank|compliance|risk|iii|ii\b|capital",
    "workday": r"erp|sap|hcm|hr|implement|system|finance|oracle|platform|software",
}
# Names of one thing in which the words for other skills stand.
MAY_BE_OF_ONE = Quick(
    r"resource planning|hipaa|framework|payment card|general data|meter data|impact assessment|mdm \(|"
    r"cloud alm|analytics cloud|agile coach|release train|azure |windchill|teamcenter|agile plm|quality assurance"
)
NAMES_OF_ONE = (
    ("security-frameworks", Quick(r"\bsecurity (?:control )?frameworks?\b")),
    ("hipaa", Quick(r"\bhipaa(?:['’]s)?(?:,? (?:and )?(?:privacy|security|breach notification))+(?: rules?)?\b")),
    ("security-frameworks", Quick(r"\b(?:nist (?:\d{3}-\d{2} )?)?risk management framework\b")),
    ("pci-dss", Quick(r"\bpayment card industry(?: data security standards?)?\b")),
    ("privacy", Quick(r"\bgeneral data protection regulation\b|\bdata (?:protection|privacy) impact assessments?\b")),
    ("energy-utilities", Quick(r"\bmdm \((?:that is )?meter data management|\bmeter data(?: management)?\b")),
    ("erp", Quick(r"\benterprise resource planning\b")),
    ("cloud-migration", Quick(r"\bcloud adoption framework\b")),
    ("erp", Quick(r"\b(?:sap )?cloud alm\b")),
    ("business-intelligence", Quick(r"\bsap analytics cloud\b")),
    ("coaching", Quick(r"\bagile coach(?:es)?\b")),
    ("scaled-agile", Quick(r"\b(?:as an? )?release trains?(?: engineers?)?\b")),
    ("data-warehousing", Quick(r"\bazure synapse\b")),
    ("supply-chain", Quick(r"\b(?:windchill|teamcenter|enovia)\b[^.;)]*?\bagile\b|\bagile (?:plm|pdm)\b")),
    (
        "quality-management",
        Quick(r"\bindependent quality assurance\b|\bquality assurance (?:consultants?|oversight|reviewers?)\b"),
    ),
)
BEFORE = {term: re.compile(pattern, re.IGNORECASE) for term, pattern in _NOT_BEFORE.items()}
AFTER = {term: re.compile(pattern, re.IGNORECASE) for term, pattern in _NOT_AFTER.items()}
NEAR = {term: re.compile(pattern, re.IGNORECASE) for term, pattern in _NEAR.items()}
# With whom one talks.
_TALKED_TO = re.compile(r"\b(?:conversations?|talks?) with (?:the |our )?\Z", re.IGNORECASE)
_OF_MACHINES = re.compile(
    r"\b(?:market|data|machine|radio|satellite|field|serial|wireless|process|network|mobile) \Z", re.IGNORECASE
)
LOOSE_NOT_BEFORE = {
    # Drawings of others, and what machines say to each other.
    "diagram": re.compile(r"\b(?:(?:single|one)-line|wiring|circuit|electrical|p&id|piping) \Z", re.IGNORECASE),
    "communication": _OF_MACHINES,
    "resilience": re.compile(r"\b(?:operational|digital|cyber|business|system|network|climate) \Z", re.IGNORECASE),
    # Where one worked, and how high.
    "senior": re.compile(r"\bat (?:an? |the )?\Z", re.IGNORECASE),
    "contract": re.compile(r"\bat (?:an? |the )?\Z", re.IGNORECASE),
    # To whom something is explained, and what one rides on.
    "tester": re.compile(r"\bto (?:an? |the )?\Z", re.IGNORECASE),
    "transport": re.compile(r"\bpublic \Z", re.IGNORECASE),
    "test": re.compile(r"\b(?:flight|drive|crash|road|drug|(?:any|some|no)(?:one|body) will) \Z", re.IGNORECASE),
    "system": re.compile(
        r"\b(?:at (?:an? |the )?(?:[\w-]+ )?|(?:firm|company|house|agency|consultancy) or (?:an? )?)\Z(?<!the )",
        re.IGNORECASE,
    ),
    # What must not hurt anybody need not run day and night.
    "critical": re.compile(r"\bsafety[- ]\Z", re.IGNORECASE),
    "supplier": _TALKED_TO,
    "vendor": _TALKED_TO,
    # How one works: "ways to run".
    "run": re.compile(r"\bways? to \Z", re.IGNORECASE),
    # What is negotiated.
    "scope": re.compile(r"\bnegotiat\w+ (?:the |a |on |about )?\Z", re.IGNORECASE),
    # Where the work is done.
    "with": re.compile(r"\bon[- ]?site \Z", re.IGNORECASE),
    "network": re.compile(
        r"\b(?:issuer|processor|acquirer|merchant|bank|dealer|partner|hospital|clinic)(?: or an?)? \Z", re.IGNORECASE
    ),
}
# The same for other words than terms.
LOOSE_NOT_AFTER = {
    "retail": re.compile(r" (?:bank|lend|credit|invest|broker|deposit|pharma)", re.IGNORECASE),
    "scope": re.compile(r" of (?:work|services)\b", re.IGNORECASE),
    "resilience": re.compile(
        r" (?:regime|regul|act\b|framework|test|review|report|plan|engineer|rules|standard|program)", re.IGNORECASE
    ),
    "contracting": re.compile(r" (?:officer|compan|firm|basis|out|agenc|role|work)", re.IGNORECASE),
    "developer": re.compile(
        r"[ -](?:support|portal|experience|relation|advoca|marketing|tool|productivity)", re.IGNORECASE
    ),
    # What somebody is able to do, and how much work a team can take.
    "capacity": re.compile(r" (?:to|for) ", re.IGNORECASE),
    # How one speaks to whom, which is communication.
    "adapt": re.compile(
        r" (?:the |your |their |its |his |her |an? )?(?:message|style|tone|language|words)\b", re.IGNORECASE
    ),
    # Machines, and no quality of what is built.
    "high": re.compile(r"[- ]performance comput", re.IGNORECASE),
    "hold": re.compile(r" (?:\w+ )?(?:conversations?|talks?)\b", re.IGNORECASE),
    "international": re.compile(r" organi[sz]ations?\b", re.IGNORECASE),
    # Somebody patient, and no patient.
    "patient": re.compile(r"(?:,| (?:and|but|with|enough)\b|\W*\Z)", re.IGNORECASE),
}
