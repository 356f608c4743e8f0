"""What the duties say the job is, whatever its title says. Pure."""

from applications.reading.quick import Quick
from applications.reading.shapes import Passage, RoleHint

# What belongs to one role: each duty counts for the roles whose words it has.
_WORK: dict[str, str] = {
    "engineering_manager": r"\b(?:one[- ]to[- ]ones?|1:1s?|1-1s|line[- ]manag\w+|direct reports|performance "
    r"reviews?|growth "
    r"plans?|"
    r"career (?:growth|development|path)|promot\w+|pay decisions|hire\b|hiring\b|recruit\w*|interview "
    r"candidates|(?:set|own|drive|guide)\w* (?:the )?technical direction|manage (?:\w+ ){0,3}(?:engineers|"
    r"developers|people)|grow (?:\w+ ){0,3}(?:engineers|team|people)|coach (?:\w+ ){0,2}engineers|engineering "
    r"(?:culture|standards|practices)|code reviews?|technical decisions|stuck, bored|people's growth|lead "
    r"(?:a|the|your) team of (?:\w+ ){0,2}engineers|mitarbeiterführung)",
    "product_manager": r"\b(?:what (?:we|to) build|product (?:vision|strategy|roadmap|backlog|market|discovery|"
    r"requirements)|"
    r"roadmap for|own the (?:\w+ )?roadmap|prioriti[sz]\w+ (?:\w+ ){0,3}(?:features?|backlog|roadmap|needs|"
    r"requests)|users? (?:research|interview|needs|problems)|interview (?:\w+ )?(?:users|customers)|talk to "
    r"(?:\w+ )?(?:users|customers)|pric(?:e|es|ing)|go[- ]to[- ]market|market research|competit\w+|customer "
    r"(?:needs|problems|discovery|interviews)|user stories|say no to|value proposition|adoption metrics|"
    r"product metrics|write (?:the )?prds?|a/b test|why we build|visit or call|designers?)\b",
    "scrum_master": r"\b(?:stand-?ups?|retrospectives?|sprint (?:planning|reviews?|goal|events)|scrum (?:events|"
    r"ceremonies|"
    r"team|master)|ceremonies|impediments?|blockers?|coach (?:the |your |our |\w+ ){0,3}(?:teams?|product "
    r"owners?|squad|members|organi[sz]ation|people|leaders)|coaching|agile (?:ways|practices|coaching|"
    r"principles|maturity|values|adoption)|servant|flow metrics|velocity|burn-?down|work in progress|wip\b|"
    r"self-organi[sz]\w+|team(?:'s)? (?:health|pace|agreements?|board|working agreement)|backlog refinement|"
    r"refinement|kanban|cycle time|protect the team|continuous improvement|daily scrum|lean ways|facilitate "
    r"(?:\w+ ){0,3}(?:events|planning|retro\w*|ceremonies|refinement|review\w*)|team of teams sync|"
    r"psychological safety|ways of working)\b",
    "technical_program_manager": r"\b(?:across (?:\w+ ){0,4}(?:teams|engineering|organi[sz]ations?|groups|functions|"
    r"countries|"
    r"products|"
    r"squads|"
    r"programs?|sites)|(?:\w+ )?programs?\b(?! (?:executive|office|manager|director|analyst)s?\b)|programmes?\b|"
    r"cross-(?:team|functional|org\w*)|dependenc\w+|"
    r"cadence|operating rhythm|launch(?:es)? (?:criteria|readiness|review|plan|decision|gate)?|integrated "
    r"(?:schedule|plan|roadmap) (?:for|across)|executive reviews?|(?:multiple|many|several|five|six|seven|"
    r"eight|nine|ten|twelve|\d+) (?:\w+ )?(?:teams|workstreams)|workstreams|workstream (?:leads?|owners?)|"
    r"pi planning|okrs?|decision "
    r"(?:log|forum|record)|quarterly (?:planning|reviews?|resilience)|roadmap alignment|program (?:charter|"
    r"plan|review|status|increment)|trade-offs?|technical strategy|reliability|find the risks|alignment|"
    r"launch|release train|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:\w+ ){0,2}(?:teams|groups)|"
    r"who owes "
    r"what|"
    r"(?:several|many|multiple|parallel|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:\w+ ){0,2}"
    r"projects|inter-?dependenc\w+|across \w+, \w+(?: \w+)?, (?:\w+, )*|integrated (?:\w+ )?plan|readiness reviews?|"
    r"executive (?:staff|team|committee)|(?:\w+, )+\w+ and \w+ (?:software|teams|groups))\b",
    "it_project_manager": r"\b(?:(?:new|old|aging|legacy|core) (?:\w+ ){0,2}(?:product|system|application|records|"
    "platform) into (?:service|"
    r"operation|use)|data (?:conversion|cleansing)|rehearsals?|routers?|switch(?:es)?\b|wireless|cabling|cutover|"
    r"vendor(?:['’]s)? configuration|staff in|funding submission|committee|ERP|SAP|S/4HANA|Workday|Oracle|Dynamics|"
    r"CRM|Salesforce|ServiceNow|policy "
    r"administration|"
    r"records? "
    r"systems?|information systems?|data cent(?:er|re)s?|rechenzentrum|network(?: \w+)? (?:refresh|upgrade|"
    r"rollout|migration|infrastructure)|desktops?|laptops?|devices|windows 1\d|intune|office 365|M365|"
    r"microsoft 365|end[- ]user|infrastructure|servers?|VMware|cutover (?:weekends?|plan)|migration waves|"
    r"runbooks|decommission\w*|vendors?(?:'s)? (?:product|system|package|software|implementation)|systems? "
    r"integrators?|implementation partner|statements? of work|user acceptance|training and readiness|"
    r"super-?users?|business analysts|roll-?out|old system|legacy systems?|hospital|steering committee|change "
    r"control board|business case|task orders?|contracting officer|security authorization|go-?live|hypercare|"
    r"command cent(?:er|re)|inpatient|nursing|clinical|physicians|nurses|software vendor|spending plans?|fiscal|"
    r"(?:replacement|renewal|modernization) of the (?:\w+ ){0,3}system|go-?lives|"
    r"plant|outside vendors|suppliers?|payroll|HR system|finance system|internal systems?|service desk|help "
    r"?desk|PMO|third-party suppliers|data migration|fit-gap|investment review|government|departments?)\b",
    "technical_project_manager": r"\b(?:projects?|deployments?|implementation projects?|integration projects?|project "
    r"plan|"
    r"delivery plan|"
    r"scope|schedule|milestones?|budget|spend|forecast|risk (?:and issue )?log|risks? and issues|RAID|"
    r"estimat\w+|resourc\w+|change requests?|changes to scope|statement of work|invoic\w+|margin|"
    r"customer(?:s)?|client(?:s)?|handover|hand (?:each|over|it)|go[- ]?live|commission\w*|prototype|firmware|"
    r"hardware|test(?:ing)?|supplier|lessons learned|sign(?:ed|-off)?|status|steering group|acceptance|end to "
    r"end|release|delivery|build plan|contract to|deadline|kick-?off|technical lead|engineering leads?|"
    r"\w*projekt\w*|termin\w*|lieferant\w*|inbetriebnahme)\b",
    "other": r"\b(?:diary|calendar invites|minutes of|book(?:ing)? (?:rooms|travel)|site (?:inspections?|safety)|"
    r"trade (?:partners|contractors)|trades|subcontractors?|punch ?lists?|as-?builts?|pay applications|submittals|"
    r"superintendents?|walk the (?:site|job)|jobsites?|building permits?|look-?aheads?|slab|owner training|turnover of|"
    r"concrete|construction|building works|artists?|art (?:direction|pipeline)|game "
    r"(?:design|build|milestones)|localization|voice[- ]over|publisher|playtest\w*|purchase orders|timesheets|"
    r"data entry|filing|purchase requisitions|dashboards for the pmo|admin(?:istrative)? support|process "
    r"map\w*|requirements workshops|gather requirements|as-is|to-be|build milestones|vertical slice|outsource "
    r"art|milestone deliver\w+ to the publisher)\b",
}
_COMPILED = {role: Quick(pattern) for role, pattern in _WORK.items()}
# Words that are common to many roles say less.
_WEIGHT = {"technical_project_manager": 0.55, "technical_program_manager": 0.9, "it_project_manager": 0.9, "other": 1.2}
# Projects for others than the employer itself, or of things that are built and sold.
_OUTWARD = Quick(
    r"\b(?:customers?|clients?|products?|firmware|hardware|prototypes?|manufactur\w+|factory|"
    r"in the field|grid operator|test (?:house|rig|bench|lab)s?|meters?|modules?|"
    r"contract signature|kunden?|software development|our engineers|substations?|instruments?|on the road)\b"
)
# What an organization runs itself with is put in or replaced, whoever does it.
_OWN_SYSTEMS = Quick(
    r"\b(?:replac\w+|implement\w*|roll\w*|migrat\w+|cut-?over|go-?live|upgrade|introduc\w+|releases?)\b[^.;(]{0,60}"
    r"\b(?:ERP|S/4HANA|SAP|Workday|NetSuite|PeopleSoft|general ledger|payroll|HRIS|(?:HR|finance|records) system)\b"
)
_AT_LEAST = 0.5


def role_of(text: str, duties: list[tuple[int, int]], title: str = "") -> RoleHint:
    """The role that most duties fit, with those duties; "other" where none speaks for any."""
    points = dict.fromkeys(_COMPILED, 0.0)
    saying: dict[str, list[tuple[int, int]]] = {role: [] for role in _COMPILED}
    for start, end in duties:
        words = text[start:end]
        for role, pattern in _COMPILED.items():
            found = {match.group().lower() for match in pattern.finditer(words)}
            if found:
                points[role] += (1 + 0.35 * min(len(found) - 1, 2)) * _WEIGHT.get(role, 1.0)
                saying[role].append((start, end))
    best = max(points, key=lambda role: points[role])
    if best == "technical_project_manager" and points["it_project_manager"] > 0:
        outward = any(_OUTWARD.search(text[start:end]) for start, end in duties) and not any(
            _OWN_SYSTEMS.search(text[start:end]) for start, end in duties
        )
        best = best if outward else "it_project_manager"
    if points[best] < _AT_LEAST:
        return RoleHint("other", ())
    return RoleHint(best, tuple(Passage(start, end, text[start:end]) for start, end in saying[best]))
