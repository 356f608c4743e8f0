"""Words that look like a demand on the person and are none: what is offered, law, hiring, the team, the site. Pure."""

from applications.reading.quick import Quick, Together

VISA = Quick(
    r"\bright[- ]to[- ]work|work(?:ing)? (?:authori[sz]ation|permit|eligibility|rights|visa)|(?:authori[sz]ed|"
    r"entitled|eligib(?:le|ility)|permitted|allowed|permission|legally able) to (?:legally |lawfully )?(?:work|"
    r"live and work)|legal(?:ly)? (?:right|entitle|authori|permi)\w*|"
    r"(?:visa|immigration|employment|permit|h-?1b?) sponsorship|sponsor (?:a |an |any |your |work |employment |or "
    r"|h-?1)|(?:without|provide|offer|need|require|requiring|future|current|for|no|any) (?:\w+ ){0,3}sponsorship|"
    r"sponsorship (?:is|not|now|will|for|or|available)|(?:can|cannot|can['’]t|do not|don['’]t|unable to|able to|"
    r"not|will) (?:be )?sponsor(?:ed)?\b|"
    r"\bvisas?\b|\b(?:h1b|h-1b|h1-b|h-1-b)\b|(?:skilled|tier 2) worker|\bCPT\b|\bOPT\b|no C2C|"
    r"no corp|arbeitserlaubnis|"
    r"aufenthalts|permis de travail|permiso de trabajo"
)
EEO = Quick(
    r"\bnot (?:quite )?sure (?:about|if|whether)\b|"
    r"\bany (?:age|gender|sex|origin|faith|religion|colou?r|body|race),? (?:and |or )?any\b|"
    r"equal (?:employment )?opportunit|\bEEO|\bEOE\b|m/f/d|regardless of|(?:without regard|irrespective) (?:to|"
    r"of)|protected (?:veteran|characteristic|class|status|by law|under)|(?:reasonable|workplace|need an?|need|"
    r"require|requiring|any|for|making|an) (?:accommodation|adjustment)s?\b|accommodations? (?:at|for|during|in|"
    r"to|when|because)|"
    r"every(?:one|body)(?:['’]s| is) (?:\w+ )?welcome|accommodations? (?:is|are) available|"
    r"committed to (?:\w+ )?(?:accessib|divers|inclusi|equit)|"
    r"\bdisab(?:led|ilit)|gender identity|sexual orientation|(?:all|every|different|diverse|any|wide range of) "
    r"(?:\w+ )?backgrounds?|background of every|(?:people|applicants|candidates|applications|persons|individuals|"
    r"talent) (?:of|from) "
    r"(?:every|all|any|color)\b|encourage\w* .{0,60}appl|(?:tick|"
    r"check|meet|match|satisfy)(?:s|ing)? (?:only |just )?(?:all|every|each|some|most|100|not)\b|(?:you|who|they|"
    r"candidates|people|applicants|one) "
    r"(?:don|doesn|do|does)(?:['’]t| not) (?:\w+ )?(?:meet|tick|check|match|fit) |diverse (?:workforce|candidates|"
    r"team)|(?:value|"
    r"celebrate|embrace|committed to|welcome) (?:\w+ )?(?:diversity|inclusion|inclusive|equality)|affirmative "
    r"action|under-?represented|not like us|guaranteed interview|schwerbehind|gleichgestellt|chancengleich|"
    r"geschlecht|unabhängig von|handicap|fair chance|arrest and conviction|pay transparency|e-?verify|guarantee "
    r"an interview|\bcareer breaks?\b|\breturn(?:s|ing|ers?)? (?:to|after|from) (?:work|an? |maternity|parental|"
    r"career)|\breturnships?\b|like (?:to )?(?:hear from|see|read)"
)
# How they hire, wherever it stands.
_SURELY = (
    r"^\W*(?:this|the) (?:posting|vacancy|opening|listing|advert|ad|competition|requisition) (?:closes|will close|is "
    r"open|"
    r"remains open|stays (?:open|up))\b|"
    r"\bantécédents (?:judiciaires|criminels)|\bvérification (?:des|de) (?:antécédents|références)|"
    r"\bmust (?:meet|satisfy)\b[^.;]{0,60}\b(?:requirements?|qualifications?)\b[^.;]{0,30}\bby (?:the )?(?:closing|\d)|"
    r"\bborn after (?:12/31/1959|december 31)|\bmale applicants?\b|"
    r"\b(?:evident|visible|shown|clear|reflected|stated|listed|mentioned|demonstrated|highlighted|"
    r"described)\b[^.;]{0,20}"
    r"\b(?:in|on) (?:your|the|their) (?:\w+ )?(?:resume|résumé|profile|application|cv)\b|"
    r"\b(?:pay|paid|reward\w*|bonus|fee|earn|thank)\b[^.;]{0,30}\breferrals?\b|^\W*(?:do you |if you |or )?know "
    r"(?:of )?(?:some|any)(?:one|body)\b|\bif (?:it|this)(?:['’]s| is) not for you\b|"
    r"alternative methods of application|not responsible for the employer|"
    r"\b[aitpc] ?= ?(?:application|interview|test|presentation|certificate)\b|"
    r"\bwe(?:['’]re| are)? also (?:look(?:ing)? for|hir(?:e|ing)|recruit(?:ing)?|seek(?:ing)?|"
    r"search(?:ing)? for) an? (?:\w+ ){0,3}(?:engineer|developer|manager|designer|artist|analyst|architect|"
    r"consultant|lead|owner|tester|scientist)\b|\btrial service|\bpermanent status\b|"
    r"^\W*(?:\d+\W+)?how many (?:years|months)\b[^?]*\?|\bbackground (?:check|screen|investigation|verification)|"
    r"drug (?:test|screen)|\bdrug[- ]free\b|\btest(?:s|ed|ing)? (?:for (?:drugs|alcohol) )?(?:before|prior to|on) "
    r"hir(?:e|ing)\b|pre-?employment|\btrial period|criminal (?:record|history|background|conviction)|"
    r"^\W*(?:this|the) (?:\w+ )?(?:specification|description|posting|notice|announcement|advert\w*|document) (?:"
    r"describes|is (?:not|no|meant|intended|only)|does not|lists|gives|outlines|covers|summari[sz]es)\b|"
    r"reference checks?|\bcredit check|\b(?:your|a|an|updated|latest|the|send|short|up-to-date|no|word|one-page|"
    r"two-page) (?:\w+ )?(?:cv|résumé|resume|cover(?:ing)? letter)\b|\b(?:cvs|resumes|résumés)\b|\bto apply\b|"
    r"\b(?:please |can |should |must |will )?apply (?:by|before|via|now|online|through|here|to|at|using|on|in|"
    r"with|for)\b|\b(?:your|the|an|this|each|all|any|first|late|incomplete|speculative|written|job|"
    r"stage) applications?\b|applications? (?:will|are|must|should|close|received|by|via|from|with|open|form|"
    r"deadline|is|without|that)|applicants (?:will|are|who|rated|with|may)|questionnaire|e-?verify|\bprobation|"
    r"transcripts?\b|\bproof of (?:\w+ ){0,2}(?:education|credentials?|qualifications?|degrees?|diplomas?)\b|"
    r"selective service|status applicants|lower grade|time-in-grade|time in grade|"
    r"contingent (?:up)?on|veterans['’]? preference|financial disclosure|fingerprint|reserve list|"
    r"veterans? (?:receive|get|are given)|non-?compete|(?:written|online) (?:test|exam)s?\b|\b(?:tb|"
    r"tuberculosis) (?:test|screen)|\bvaccinat\w+|immuni[sz]ation|(?:medical|physical) exam|\b(?:of|by|"
    r"for) (?:all|every) (?:new )?(?:hires?|employees|staff|joiners)\b|meet the security requirements|"
    r"security screening requirements|internal (?:applicants?|candidates?|transfers?|movers?)\b|(?:current|"
    r"existing) (?:employees|staff)\b|\bpool (?:for|of|until)\b|\b(?:talent|candidate|eligib\w+|qualified|"
    r"merit) (?:pool|list)\b|\b(?:kept|keep|held|hold|stay|remain)s? on (?:file|record)\b"
)
# The same in prose; under a heading of demands the words are said of the person as well.
_IN_PROSE = (
    r"\b(?:one|two|three|\d|an?) (?:[\w-]+ ){0,3}(?:calls?|panels?|conversations?|chats?)\b[^.;]{0,40}(?:\band\b|"
    r"\bthen\b|"
    r",)[^.;]{0,40}\b(?:panel|exercise|interview|presentation|case study|chat|task|pairing|code review|take-?home)\b|"
    r"\binterviews (?:all|every|each|candidates|both)\b|"
    r"\b(?:of|in) (?:the|a) (?:lower|higher|next|other|preceding|entry|senior|parent|following)(?: "
    r"\w+)? (?:class|level|grade|rank)\b|\bdiffers? from\b|"
    r"(?:pull requests?|bug reports?|corrections)\b[^.]{0,30}\b(?:are|is) welcome|\b(?:positions|jobs|posts|"
    r"grades|employees|incumbents) (?:at|in) this (?:level|class|grade|band|series) (?:differ|"
    r"are (?:distinguished|different))|\bsubmit\b|shortlist|short-list|assessment (?:day|cent)|hiring (?:process|"
    r"committee|manager will)|interviews? (?:process|will|take|are|consist|about|with|by|on|includ|stage|and)|"
    r"(?:two|three|four|five|an|one|first|second|final|video|panel|phone|the|at|invited (?:to|for)) interviews?\b|"
    r"at will|at-will|employment agency|employment business|recruitment agenc|search firm|agencies|no agencies|"
    r"privacy (?:notice|policy)|personal data (?:will|is|are)|(?:this|the) (?:posting|vacancy|advert|opening|listing|"
    r"campaign|competition|job|position|"
    r"requisition) (?:is|was|will|closes|remains|has)\b|we (?:will|shall)? ?(?:contact|reply|respond|answer|"
    r"get back)|\b(?:SF50|SF-50)|(?:scored|assessed|evaluated|tested|sifted|marked|rated) (?:on|against|at|by|"
    r"during|through|in|using)\b|you(?: will|['’]ll| may| might) be (?:asked|invited|evaluated|scored|assessed|"
    r"contacted|required to (?:provide|submit|complete))|bewerbung|bewirb|lebenslauf|gehaltsvorstellung|"
    r"eintrittstermin|candidature|lettre de motivation|tell us (?:about|how|why|on|if|what)|write to\b|(?<!not "
    r")(?<!n['’]t )(?<!never )send "
    r"(?:us|your|an?|it)\b|e-?mail (?:us|your|to)|contact (?:us|the|our)|reach out to|@\w+\.\w|subject line|"
    r"anschreiben|"
    r"unsolicited|onboarding documents|direct deposit|successful completion of|service agreement|\bbond of\b|"
    r"\b(?:like|want|love|prefer) you to (?:start|join|begin)\b"
)
PROCESS_FOR_SURE = Quick(_SURELY)
PROCESS = Quick(f"{_SURELY}|{_IN_PROSE}")
BENEFIT = Quick(
    r"\b(?:9/80|4/10|flex\w*|compressed|alternative|four[- ]day)(?: \w+)? (?:schedules?|weeks?) (?:is|are) "
    r"(?:available|"
    r"offered|possible)\b|\b401 ?\(?k|\bpensions?\b|\bvacation\b|paid time off|\bPTO\b|annual leave|(?:days?|weeks?|"
    r"months?)['’]? "
    r"(?:of )?(?:\w+ )?(?:leave|holidays?|vacation|off|urlaub)\b|bank holidays|parental leave|maternity|paternity|"
    r"sick (?:leave|pay|days)|(?:medical|dental|vision|private|health) (?:cover|insurance|plan|benefits)|"
    r"\bdental\b|health ?care (?:plan|cover|benefit)|life (?:insurance|assurance)|tuition|reimburse|stock "
    r"options?|\bequity\b|\bRSUs?\b|annual bonus|performance bonus|target bonus|bonus (?:scheme|plan|of|up)|gym\b|"
    r"allowance|stipend|"
    r"\bwe(?:['’]ll| will)? (?:offer|provide|pay for|fund|cover|sponsor your|give you|reimburse|support your|"
    r"invest)|you(?:['’]ll| will) (?:get|receive|enjoy|have access|be (?:paid|offered|rewarded|eligible|given))|"
    r"(?:training|learning|education|development|conference|personal) (?:budget|allowance|fund)|vest(?:ed|ing)\b|"
    r"\bperks?\b|mediclaim|cab facility|(?:employer|company|with) match|referral bonus|profit[- ]sharing|"
    r"sabbatical|bildungs|urlaubstage|jobrad|jobticket|altersvorsorge|tickets? restaurant|mutuelle|\bRTT\b|paid "
    r"(?:for|by us|month|courses?|certif|exam)|creditable service|annual salary|base (?:pay|salary)|salary range|"
    r"salary (?:is|of|depend)|\b(?:pay|salary|compensation|offers?|range|wages?|base|place(?:ment)?|amount|figure|"
    r"step|band|remuneration|where you (?:fall|land|sit|start))\b[^.;]{0,60}\b(?:depend(?:s|ent)?|based|determined|"
    r"var(?:y|ies)|reflects?|takes? into account|considers|commensurate|set by|follows?)\b[^.;]{0,60}\b(?:experience|"
    r"education|skills?|qualifications|certif\w+)\b|\b\d+ holidays\b|\bdiscount\b|13th salary|days? home ?office|"
    r"\bsponsored after\b|pay (?:range|is|depends)|per diem|\bmatch(?:ing)? vests|\bvests? (?:after|over|in)\b|"
    r"(?:a|per|each|every) year (?:pays|goes|to spend|for (?:courses|exams|training|learning|your|books|certif))|"
    r"\b(?:are|is) (?:ours to pay|on us\b|at our (?:cost|expense))|\bours to pay\b|"
    r"\bpays? for (?:your|degrees?|exams?|courses?|certif\w+|training|tuition|classes|one|two)\b"
)
PHYSICAL = Quick(
    r"\b(?:lift(?:ing)?\b.{0,40}(?:pounds|lbs?|kg|kilo)|(?:\d+|fifteen|twenty|fifty) ?(?:pounds|lbs|kg)\b|remain "
    r"(?:seated|stationary|standing)|(?:sit|sitting|stand|standing) (?:for|at|or)|prolonged periods|kneel|crouch|"
    r"climb|stoop|physical(?:ly)? (?:demand|requirement|able|abilit|activit)|manual dexterity|visual acuity|"
    r"operate (?:a )?(?:computer|office|standard)|hearing|hard hat|safety shoes)"
)
# Whose sentence it is: "our engineers use", "the platform runs on", "a typical project lasts".
NOT_THE_PERSON = Quick(
    r"staff members? (?:are|is|may|will|must)\b|(?!at least )(?:(?:today|currently|behind|every|each|last|this|"
    r"since|for|over|in|at|with|more than|"
    r"as)\b[^.,;]{0,60},? "
    r")?(?:our|the|their|its|this|that|these|those|all|a typical|most|some|half|one|both|two|three|four|forty|"
    r"\d[\d,]*)\b(?! (?:years?|yrs?|months?|or more|plus|to \d|candidate|ideal|successful|right|"
    r"person|incumbent|applicant|post ?holder|role holder|"
    r"individual|ability|following))"
    r"(?: [\w'’&/.-]+){0,6}? (?:is|are|was|were|has|have|had|runs?|uses?|will|lasts?|sits?|spans?|supports?|"
    r"serves?|make|makes|built|builds?|needs?|needed|relies|rely|depends?|operates?|comprises?|consists?|"
    r"includes?|works|reports?|grew|looks after|owns?|hold|moves?|sells?|ships?|covers?|gives?|takes?|keeps?|"
    r"helps?|forecasts?|write|writes|plans?|stopped|started|began|went|came|must|should|can)\b"
)
WE = Quick(
    r"(?:(?:today|here|currently|at|in|as|since|for|once|between|during|throughout|from|when|because|if|although|"
    r"while|and|but|so|then|founded|incepted|established|started|born|based|backed|headquartered|launched|formed|set "
    r"up|incorporated|that is "
    r"why|every|last|this)\b[^.;]{0,60},? )?(?:we|our)\b"
)
# What a label says that stands before the terms of a contract.
TERMS = Quick(
    r"questions?$|contacts?$|(?:subject|betreff|objet|from|cc|bcc|sent|von|fwd?|re)$|(?:date )?approved|(?:last "
    r")?(?:updated|reviewed|revised)|"
    r"prepared by|version$|non-?compete|warranty|bond\b|service agreement|retention|(?:contract |initial "
    r")?(?:duration|term|"
    r"length)\b"
)
THEN_YOU = Quick(
    r"(?:since|because|as|while|although|when) [^.;,]{3,90}, you (?!will|['’]ll|get|can)\w+|(?:we|our) [^.;,]{3,90}, "
    r"(?:(?:and )?so|in which|which is why|hence|therefore) you (?:are|must|should|need|speak|know|have|hold|write|"
    r"read)\b"
)
# A page's own talk of what it keeps.
COOKIES = Quick(r"\bcookies?\b|\bbrowser storage\b|\bconsent to the (?:use|others)\b")
# Where the work is done: no demand on the person.
WORKPLACE = Quick(
    r"\b(?:remote|hybrid|home|telework\w*)[ -]?(?:work(?:ing)?\b|days?\b)?[^.;]{0,40}\b(?:is|are|may be|can be) "
    r"(?:\w+ )?(?:possible|allowed|available|permitted|offered|an option|the norm|welcome|usual)\b|"
    r"^\W*(?:ability|able|willing(?:ness)?|available) to (?:work|be|come) (?:on[- ]?site|in(?:to)? (?:the|our) office|"
    r"in[- ](?:person|office))\b[^.;]{0,40}\bdays?\b|^\W*(?:on[- ]?site|in (?:the )?office|mobile working|home "
    r"office|remote(?: work(?:ing)?)?)\b[^.;]{0,40}\b"
    r"(?:days?|(?:mon|tues|wednes|thurs|fri)days?)\b|^\W*(?:mon|tues|wednes|thurs|fri)days? (?:to|through|until|and|"
    r"-|–) "
    r"(?:mon|tues|wednes|thurs|fri)days?\b[^.;]{0,30}\b(?:on[- ]?site|in (?:the )?office|at (?:the|our) (?:client|"
    r"office)|"
    r"from home)\b|^\W*(?:mon|tues|wednes|thurs|fri)days?\b[^.;]{0,30}\b(?:is|are) "
    r"(?:flexible|remote|free|from home|up to you|optional)"
)
# Sentences with "we" that ask for something.
WE_ASK = Quick(
    r"\bwe(?:['’]re| are|['’]ll| will|['’]d| would)?(?: also| really| only| still| do)* (?:look(?:ing)? for|"
    r"seek(?:ing)?|search(?:ing)? for|need\b|require|expect|want\b|ask (?:for|that|you)|think you|hop(?:e|ing) "
    r"(?:you|for|to find|that you)|(?:love|like|prefer|welcome|appreciate|value|happy|delighted|pleased)\b|assume|"
    r"rely on you|insist|in need of)"
)
SITE = Quick(
    r"(?:easy apply|apply(?: now| for this job| on company (?:web)?site)?|save(?: job)?|share|show (?:more|less)|"
    r"… ?(?:show|see) (?:more|less)|see (?:more|less)|sign in|log ?in|register|home|careers|search jobs?|back(?: "
    r"to .*)?|report (?:this )?job|follow(?: us)?|message|print|next|previous|menu|view (?:all|profile|job|"
    r"company)(?: \w+)?|accept(?: all)?|reject.*|cookie.*|we use cookies.*|privacy.*|terms.*|©.*|\(c\) .*|powered "
    r"by.*|all rights reserved.*|subscribe.*|job ?alert.*|create alert.*|"
    r"(?:re)?posted\b.*|over \d+ (?:people|applicants).*|\d+ applicants?.*|promoted.*|actively (?:reviewing|"
    r"recruiting).*|be (?:an )?early applicant.*|early applicant.*|openings?:.*|applicants:.*|urgently hiring|"
    r"urgent|new|hot|full[- ]?time|part[- ]?time|permanent|contract|remote|hybrid|on-?site|overview|skip to .*|"
    r"(?:(?:kind|best|warm|many) )?(?:regards|wishes|thanks)\W*|sincerely\W*|cheers\W*|"
    r"\d(?:\.\d)? ?(?:stars?|\|).*|\d+[ ,]*(?:reviews?|followers?).*|get ai-powered.*|how your profile.*|tailor "
    r"my.*|show match.*|am i a good fit.*|job ?id.*|req(?:uisition)?\.? ?(?:id|no|#|number).*|ref(?:erence)?(?: "
    r"(?:no|number|id))?[.:#].*|beware.*|skills highlighted.*|login to apply.*|register to apply.*|send (?:me|"
    r"similar).*|similar jobs.*|[^,.;]{2,40} jobs, (?:[^,.;]{2,40}, ){0,6}[^,.;]{2,40} jobs|.*\+ ?\d+ more)\Z"
)
COMPANY = Quick(
    r"\bwe (?:have|carry|bring|boast|count|look back on|possess|hold) (?:over |more than |almost |nearly )?(?:\d+|"
    r"[a-z]+)"
    r"\+? (?:years|decades)\b|\b(?:incepted in|founded in|established in|headquarter|offices? in\b|fortune \d|market "
    r"leader|world['’]?s "
    r"(?:leading|largest)|leading (?:provider|supplier)|our (?:mission|story|vision|values)|years['’]? "
    r"(?:experience|of experience) (?:of|in) (?:placing|recruit|serving|helping)|years? old (?:\w+ )?company|for "
    r"(?:over |more than |the (?:last|past) )?(?:\d+|\w+) years,? (?:\w+ )?(?:has|have|we)|average tenure|has "
    r"kept its people|years in business|creative commons\b|\bcc[- ]by\b|\b(?:mit|apache) licen[cs]e\b)|"
    r"\A(?![^.;]*\b(?:supervis|mentor|manag|coach|lead|train|overs)\w*[^.;]{0,80}\bemployees)[^\n]*?\bemployees\b"
)


# What an offer hangs on, when it is nothing that the person has or can get.
CONDITION = Quick(
    r"(?:employment|offers?|appointments?|hiring|hire|position|role|start)\b[^.;]{0,30}\b(?:depends?|dependent|"
    r"contingent|conditional|subject|conditioned)\b(?: up)?(?:on)?[^.;]*\b(?:verif\w+|award|funding|budget|"
    r"satisfactory|references?|checks?|screening|approval)\b"
)


_PROCESS_OR_LAW = Together(VISA, EEO, PROCESS, CONDITION)


def process_or_law(words: str) -> str:
    """Which of "visa", "eeo" or "process" a sentence is about; nothing if it may be a demand."""
    if not _PROCESS_OR_LAW.may_match(words):
        return ""
    if VISA.search(words):
        return "visa"
    if EEO.search(words):
        return "eeo"
    return "process" if PROCESS.search(words) or CONDITION.search(words) else ""


def is_ours(words: str) -> bool:
    """Whether a sentence begins with what "we" do. "US citizenship" begins with a country."""
    if WE.match(words) is None or words.startswith("US "):
        return False
    # "Since our customers sit far away, you write English with ease"
    return THEN_YOU.match(words) is None
