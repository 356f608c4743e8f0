"""Words by which a sentence asks something of the person, or seems to."""

import re

from applications.reading.quick import Quick

YOU_HAVE = Quick(
    r"\b(?:you|who|candidates?|applicants?|post ?holder|(?:the|this) (?:person|role|position|job|successful \w+|"
    r"right \w+|ideal \w+))(?:['’](?:ve|re|d)| have| has| are| is| will| should| must| can| could| need| needs| "
    r"also| probably| typically| likely| ideally| already| may| might| would| do)*\s*"
    r"(?:\b(?:have|has|['’]ve|know|knows|understand|understands|speak|speaks|write|writes|read|hold|holds|bring|"
    r"brings|possess|enjoy|thrive|spent|led|managed|delivered|run|shipped|worked|built|used|talked|introduced|"
    r"written|comfortable|fluent|familiar|experienced|able|capable|confident|at ease|at home|happy|willing|ready|"
    r"need|needs|should|must|requires?|required|demands|calls for|familiarity|proficient|skilled|certified|"
    r"educated|a (?:strong|good|great|clear|natural|confident|calm|quick|self)|an (?:excellent|experienced|"
    r"effective))\b)"
)
# "You will run the program": work, where "you will have run one" is none.
YOU_WILL_DO = Quick(
    r"\b(?:will|['’]ll|would|you['’]d)\s+(?:also |probably )?(?:run|led|managed|delivered|write|read|speak|bring|"
    r"built|talked)\b"
)
LOOKING_FOR = Quick(
    r"\b(?:they|the client|(?:my|our) client|the team|the hiring manager)(?:['’](?:re|d)| are| is| would)? (?:\w+ "
    r")?(?:set on|"
    r"after|keen on|looking for|adamant about|insist\w* on|wants?|needs?|asks? for|requires?|expects?)\b|"
    r"\b(?:look(?:ing)? for|seek(?:ing|s)?|search(?:ing)? for|want(?:s)?|need(?:s)?|hop(?:e|ing) (?:for|to find)|"
    r"require[sd]?|expect(?:s)?|ideal(?:ly)?|suit(?:s|ed)?)\b[^.;:]{0,90}?\b(?:(?<!contract )(?<!agreement )"
    r"(?<!engagement )(?<!assignment )with|who|whose|experienced|"
    r"able to|fluent|proven|background|that (?:has|have|can|knows))\b"
)
STARTS = Quick(
    r"(?:\W|a |an |the |your |some |also |at least |minimum |strong |proven |solid |good |excellent |deep |"
    r"previous |prior |hands[- ]on |extensive |demonstrable |demonstrated |relevant |working |sound "
    r")*(?:experience|experienced|writer|communicator|communication|knowledge|proficien\w+|fluen\w+|familiarity|"
    r"familiar|understanding|ability to|able to|background in|degree|bachelor\w*|master['’]?s|certif\w+|qualified|"
    r"track record|expertise|skilled|comfortable|comfort with|willing\w*|must|need to|required|minimum|"
    r"candidates? (?:must|should|with)|applicants? (?:must|should) (?:have|hold|be)|active|pmp\b|valid|exposure "
    r"to|mindestens|erfahrung|sehr gute|kenntnisse|abgeschlossen\w*)\b"
)
ABOUT_THE_LIST = Quick(
    r"(?:each|all|these|those|the above|both|everything)\b[^.]*\b(?:must|need to|will|should|has to|have to) be "
    r"(?:met|satisfied|fulfilled|shown|evidenced|addressed|demonstrated)|.{0,80}\b(?:is|are|"
    r"will be) (?:credited|counted)\b|any (?:\w+ )?combination of (?:\w+ ){0,3}(?:experience|education|training)\b"
    r"[^.;\d]*\b(?:is|are|may be|will be|would be|can be) (?:qualifying|acceptable|accepted|considered|sufficient|"
    r"satisfactory)\W*$|(?:\w+ ){0,4}(?:experience|education|years)\b[^.(]{0,60}\b(?:may|can|"
    r"will) (?:also )?(?:be )?substitut"
)
# "Granholm has kept": a name as subject speaks of the employer.
OF_A_NAME = re.compile(
    r"(?!You |Who |(?:The )?(?:[Cc]andidate|[Aa]pplicant|[Pp]erson))"
    r"(?:[A-Z][\w&'’.-]+ ){1,4}(?:has|have|is|are|was|were|offers?|provides?|works|will|does|runs|makes|builds|"
    r"serves|=) "
)
YOU_MUST = Quick(r"\byou(?:['’]ll)? (?:must|need to|should|have to)\b|(?:so|,|please) be ready to\b")
MUST = Quick(
    r"^\W*(?:you |(?:the )?(?:candidates?|applicants?|successful \w+|incumbent|post ?holder|role holder|role|"
    r"position|person|contractor|consultant|individual)s? )?(?:also )?(?:must|need to|needs to|should|has to|have "
    r"to|will need|will be required to)\b(?! (?:not|be (?:evaluated|assessed|asked|submitted|received)))|\b(?:you|"
    r"candidates?|applicants?|tpm|manager|holder|person) must\b|\b(?:is|are) (?:strictly |really |absolutely |"
    r"definitely |an absolute |also )?(?:required|essential|"
    r"mandatory|compulsory|a must|must\b(?= *$|[,.;])|needed|non-negotiable|a prerequisite|a (?:pre)?condition (?:of|"
    r"for))\b|\b(?:required|mandatory|"
    r"essential)\)?\W*$|\bmust (?:have|hold|be|possess|speak|live|reside)\b|"
    r"\b(?:has|have|needs?) to be (?:earned|obtained|gained|acquired|achieved|attained|held|renewed|completed)\b|"
    r"\band must\b|\byou (?:have|need) to be (?:there|ok\b|okay|available|able|willing|ready|comfortable)"
)
# What the holder must be or have, and not what the work must be.
MUST_BE = Quick(
    r"\W*(?:(?:because|since|as|when|while|if|during|for|on|at|in|to)\b[^.;,]{3,90}, )?(?:you |(?:the |this |all "
    r"|those |successful )*(?:candidates?|applicants?|incumbents?|post ?holders?|job ?holders?|role ?holders?|"
    r"appointees?|"
    r"employees?|managers?|coordinators?|person|individual|(?:\w+ ){0,2}manager|pm|tpm|contractor|consultant|those)"
    r"(?: (?:who|assigned|working|based|posted|in|at|on|of)\b[^.;,]{2,60}?)? )?(?:must|need to|needs to|have "
    r"to|has to|should) (?:also )?(?:be (?:able|willing|ready|"
    r"prepared|available|reachable|flexible|free|open|"
    r"comfortable|fluent|familiar|proficient|knowledgeable|skilled|trained|qualified|certified|licensed|registered|"
    r"okay|ok|happy|a|an|at least|located|based|on call|present|physically)|have|hold|possess|speak|"
    r"live|reside|know|own|like|enjoy|love|pass|carry|work (?:on site|onsite|nights|weekends|shifts|evenings))\b"
)
# What is asked of all who apply, also in the middle of the duties.
SOMEBODY_MUST = Quick(
    r"\W*(?:(?:the |all |successful |suitable |ideal |selected )*(?:candidates?|applicants?)) (?:must|should|need to) "
    r"(?!apply|submit|send|provide|include|complete|attach|be (?:asked|invited|authori|eligible|entitled|legally))\w+"
)
# How somebody is or works, said to the reader, in prose.
OF_YOURSELF = Quick(
    r"\W*(?:and |but |above all,? |most of all,? )?you (?:also |really |always |probably |just |simply )?(?:can "
    r"(?!expect|work from|"
    r"choose|apply|find|look|also apply|see|learn|grow|earn|count|get|use|take|start|bring)|know|write|speak|read|"
    r"like|enjoy|love|care|listen|ask|notice|prefer|understand|think|"
    r"don['’]t mind|do not mind|never|hate|tell|explain|stay|keep (?:calm|your|a cool)|are (?:not )?(?:afraid|calm|"
    r"curious|"
    r"patient|tidy|comfortable|at ease|at home|good|great|happy|honest|kind|organi[sz]ed|the (?:kind|sort|type))|have "
    r"(?:an? |the |no )?(?:eye|ear|knack|nose|feel|habit|gift|thick|fear|trouble)|"
    r"['’](?:re|ve) )"
)
# Somebody they have in their minds: "the person we imagine has led programs".
IMAGINED = Quick(
    r"\W*(?:the|an?|our) (?:\w+ )?(?:person|colleague|candidate|manager|lead|someone|somebody|one) (?:that |whom |"
    r"who )?(?:we|i) (?:imagine|picture|envisage|envision|have in mind|see|dream of|hope for|want|need|seek|"
    r"are (?:looking|hoping) for|['’]re (?:looking|hoping) for) (?:\w+ )?(?:has|is|can|knows|speaks|will have|holds|"
    r"brings|writes)\b"
)
WE_NEED_YOU = Quick(
    r"\bwe (?:do |really |also |absolutely )*(?:need|expect|require|want) you to (?:have|know|be able|be comfortable|"
    r"be fluent|speak|hold|understand|care)\b|"
    r"\b(?:things?|points?) (?:that )?(?:we|i) (?:do |really |always )*(?:insist|ask|need|require|expect|"
    r"want)\b[^.;:]{0,20}: |\bwe (?:do |always )?insist that\b"
)
# Where one must live already.
LOCALS = Quick(
    r"\W*(?:(?:only )?locals?\b(?: candidates?| applicants?| people)?(?= only|\W*$|,? please)|no relocat(?:ors|ion)\b)"
)
ONLY_DENIED = Quick(r"not (?:strictly |really )?(?:required|needed|necessary|mandatory|essential)\W*$")
# What is sent away: "please don't apply if small boats make you ill".
STAY_AWAY = Quick(r"\W*(?:please |so )*(?:don['’]?t|do not) apply (?:if|unless)\b")
WE_WANT_SOMEBODY = Quick(
    r"\b(?:we|i) (?:want|seek|need|would like|value|are (?:looking|searching|hoping) for|look for) (?:an? |some)?"
    r"(?:someone|somebody|person|colleague|people|one|body)\b(?! to\b| whose\b| (?:\w+ )?(?:in|for) (?:our|the)\b)"
)
# What somebody has or is, without a verb: "A calm head when the schedule slips".
QUALITY = Quick(
    r"(?:an? |the |some |your )?(?:[\w-]+,? (?:and )?){0,3}?(?:head|eye|ear|hand|hands|nose|mind|manner|temper|sense|"
    r"habit|knack|gift|feel|love|passion|heart|voice|skin|backbone|spine|stomach|instincts?|appetite|taste|curiosity|"
    r"patience|humou?r|attitude|approach|presence|thinker|communicator|listener|player|leader|writer|organi[sz]er|"
    r"starter|learner|planner|negotiator|facilitator|integrity|empathy|grit|discretion|tact|diplomacy|nerves?)"
    r"(?=\W*$| (?:for|when|where|while|with|of|in|to|who|that|and|under|on|about|even|if|over|at)\b)"
    r"(?! of (?:the|our)\b)"
)
# Sentences, and no list of words.
PROSE = re.compile(r"[a-z]{2}[.!?] +[A-Z][a-z'’]+ ")
WE_DO_ASK = re.compile(
    r", (?:and|so|but) we (?:do |really |also )*(?:ask for|expect|require|insist on|look for) ", re.IGNORECASE
)
# What a form asks of who applies: "Do you hold a license?"
ASKS_YOU = Quick(
    r"\W*(?:do|did|have|are|can|which|what|how many|how much|how long|when|where) (?:\w+ ){0,4}?(?:you|your|"
    r"one)\b[^.]*\?\W*\Z"
)
# "Significant means three years or more": the sentence before is not complete without it.
DEFINES = Quick(
    r"\W*examples? of (?:\w+ )?experience (?:may |might |can |could |would )?(?:includes?|are|be)\b|\W*(?:specialized|"
    r"such|"
    r"this|qualifying|relevant) experience (?:may |might |can |could )?(?:includes?|is experience)\b|"
    r"\W*(?:here )?(?:\w+ and )?\w+\W{0,2} (?:experience )?(?:(?:for|in|at) (?:this|the) (?:\w+ )?(?:position|role|"
    r"job|post|grade|"
    r"level) )?(?:means|is defined as|is understood (?:as|to be)|refers to)\b|"
    r"\W*(?:on entend par|s['’]entend|par \w+, on entend)\b"
)
# What the holder of the job will do, whoever else the sentence speaks of: "she or he will work with people who have".
WORK_OF_HOLDER = Quick(
    r"\W*(?:he or she|she or he|he/she|the (?:\w+ ){0,2}(?:manager|lead|holder|incumbent|coordinator|master|pm|tpm)) "
    r"will (?!need|have|be\b|bring|know|speak|hold|possess|understand|demonstrate|show|exhibit|come|"
    r"also need|also have|ideally|likely|probably|"
    r"travel|relocate)\w+|"
    r"\W*as (?:an?|our|the) (?:[\w/&-]+ ){1,6}you (?:lead|run|own|manage|drive|plan|guide|steer|coordinate|look after|"
    r"oversee)\b"
)
# What speaks again of what was named just before: "holding one today is a plus".
SAME_AGAIN = Quick(
    r"\W*(?:and |but )?(?:(?:already )?(?:holding|having)|if you (?:already )?(?:hold|have)) (?:one|it|this|that|"
    r"such)\b"
)
# "In short: ten years, Jira, a suitcase": all of it was said before.
SUMS_UP = Quick(
    r"\W*(?:in (?:short|brief|a nutshell|summary|sum|other words)|to (?:sum up|summari[sz]e|recap)|tl;?dr|"
    r"summing up)\s?[:–—-]\s"
)
# Hours that are a plain fact of the job.
PLAIN_HOURS = Quick(r"\W*(?:full|part)[- ]?time\b|\W*\d{1,2} hours\b")
# What stands in brackets.
ASIDE = re.compile(r"\s*\([^()]*\)")
MUST_IN_BRACKETS = re.compile(
    r"\s\((?P<asks>(?:you|candidates?|applicants?) (?:must|have to|need to)\b[^()]*)\)\Z", re.IGNORECASE
)
# What is offered behind what is asked: "CSM, or you will get one with us (we pay)".
OFFERED_BESIDE = re.compile(
    r",?\s(?:[\u2013-] )?or you(?:['’]ll| will) (?:get|take|earn|sit)\b|,? (?:and|which|for which|but) we(?:['’]ll| "
    r"will)? "
    r"(?:also )?(?:pay|cover|fund|offer|provide|reimburse|sponsor|support)\b|\s*\([^()]*\)\W*\Z",
    re.IGNORECASE,
)
# "We work from Leeds, so you need to live near": what stands before it is no demand.
THEN_YOU_MUST = Quick(
    r"(?:, (?:and )?(?:so|hence|therefore|which is why) |: |; )(?=you(?:['’]ll| will| would)? (?:need|must|should|"
    r"have to)\b|(?:please |so )?(?:count on|expect|plan on|reckon with|be (?:ready|prepared))\b)"
)
# Work that was done before, after a semicolon: "ITIL; prior work on looms".
OF_EARLIER = Quick(
    r"\W*(?:some |any |and )*(?:prior|previous|earlier|past|recent|hands[- ]on|first[- ]hand) (?:work|exposure|"
    r"involvement|service|employment|time|use|practice|stints?|roles?|posts?)\b|\W*(?:work|time|years?) (?:spent|"
    r"done)\b"
)
# The end of a line in brackets.
IN_BRACKETS = re.compile(r"\s*\([^()]*\)\W*\Z")
CITIZEN = Quick(
    r"\b(?:usc|gc)\b(?![^.;]*\bead\b) ?(?:[/&,+]|and|or) ?(?:usc|gc)\b|\b(?:usc|gc|green card)s?(?: holders?)? only\b|"
    r"\bonly (?:usc|gc)\b|"
    r"\bcitizen|\bnationals?\b|\bnationality|U\.?S\.? person|permanent resident|\bresid(?:e|ent|ency)\b|\blived? "
    r"(?:in|within) (?:the )?(?:uk|u\.s|us\b|united|eu\b|country|state|\w+ for)"
)
# What a label "Relocation" says of an offer.
ONLY_OFFERED = Quick(
    r"\W*(?:yes|no|not|none|possible|available|offered|provided|considered|supported|eligible|negotiable|"
    r"(?:is |may be |can be |will be |partly |partial |full )+(?:possible|available|offered|provided|considered|"
    r"supported|paid)|(?:\w+ )?(?:assistance|package|support|help|allowance))\b"
    r"(?! (?:is |are )?(?:required|expected|needed))"
)
RESPONSIBLE = Quick(r"\W*(?:responsible|accountable) for\b")
NOT_ASKED_OF_YOU = Quick(
    r"\byou(?:['’]ll(?! (?:also )?(?:need|have to|must))| will(?! (?:also )?(?:need|have to|must))| can(?! (?:hold|"
    r"read|write|explain|tell|lead|manage|handle|talk|communicate|speak|"
    r"facilitate|negotiate|navigate|make|follow|translate|build|bring|show|demonstrate|point))| may| get| report| "
    r"join| receive| won['’]t)\b"
)
HOURS_ASKED = Quick(
    r"\b(?:must|should|need|required|comfortable|willing\w*|available|availability|able|flexib\w+|expected|"
    r"prepared|happy|ready|immediate|only|valid|full|clean)\b"
)
EXPLAINS = Quick(
    r"\s*(?:this|that|these|those|it|we|our|they|because|so|but we|if|half|most|no|not|internships?|which|here|"
    r"there|and we|then|candidates without|everything|everyone|nobody)\b"
)
CHOICE_CLAUSE = Quick(
    r"[,;]\s(?=pg\b)|,\s(?:but|however,?|though|although)\s|\s[–—-]\s(?=(?:you|we|it|no|not|nobody)\b)"
)

OF_A_SKILL = Quick(r"^\W*(?:experience|knowledge|ability|understanding|proven|strong)\b")
SPEAKS_OF_SKILL = Quick(
    r"\b(?:experience|knowledge|skill|background|exposure|expertise|years['’]? (?:of|in|as|with)\b|familiar)"
)
LIMITED_TO = Quick(r"\bmust\b|\bonly\b|open to|restricted|limited to|required|should|need|lived in|\bbe an?\b")
STRICTLY = Quick(r"\bmust\b|only|open to|restricted|limited to|required")
PERSON = Quick(r"\b(?:you|someone|somebody|candidate|anyone)\b|experience|knowledge")
YOU_ARE = Quick(r"\byou (?:are|should|must|have|enjoy|need)\b|\byou['’](?:re|ve)\b")
YOU_ARE_TOLD = Quick(r"\byou (?:are|should|have|need) (?:will|be able to see|joining|to know|any|questions)")
SPENT_IN = Quick(r"experience|\byou\b|background|erfahrung")
# In the middle of the duties: "must" speaks of the person.
OF_THE_PERSON = Quick(
    r"^\W*(?:(?:you|candidates?|applicants?|the \w+(?: \w+)?) )?(?:also )?must\b|\b(?:you|candidate|applicant|"
    r"holder|manager|tpm|person) must\b|certif|clearance|experience|degree|licen[cs]e|fluen|knowledge|travel|"
    r"\bis (?:required|essential|mandatory|a (?:pre)?condition)\b"
)
TRAVEL_ASKED = Quick(
    r"willing|able|abil|ready|readi|requir|must|expect|occasion|frequen|regular|times?\b|week|month|year|quarter|"
    r"happy|prepared|need|should|comfortable|some travel|minimal|bereitschaft|relocat|involve|up to|travel to"
)
# What says of the words before it how firm they are: "this is a condition of the role".
SAYS_HOW_FIRM = Quick(
    r"\W*(?:and )?(?:this|that|it|these|both|which|the latter) (?:is|are) (?:\w+ ){0,2}?(?:(?:pre)?conditions?|musts?|"
    r"required|requirements?|mandatory|prerequisites?|non-negotiable|essential|compulsory|a given|desirable|preferred|"
    r"optional)\b[^.;,]{0,40}$"
)
# Among working conditions a plain statement of travel counts too.
TRAVEL_STATED = Quick(
    r"\btravel\b[^.;]{0,90}\b(?:is|are|will be|may be) (?:\w+ )?(?:expected|required|needed|necessary|involved)\b|"
    r"\b(?:some|occasional|regular|frequent|periodic|local|overnight|moderate|extensive) (?:\w+ ){0,2}travel\b"
)
# In parts about something else only what is said to be a must counts.
FIRMLY = Quick(
    r"\bmust\b|\b(?:needs?|requires?|has to|have to) (?:an? |the |to (?:have|hold|get|obtain|pass) |active |"
    r"enhanced )|\brequired\b|\bneeded\b|\bessential\b|\bmandatory\b|\bwill (?:need|go through|undergo)\b|"
    r"\b(?:ideally|preferably),? you (?:can|could)\b|\bto be eligible\b|\bonly\b|open to|subject to|\bwe (?:ask|look) "
    r"for\b|"
    r"\b(?:is|are|will be) (?:done|made|carried out|run|performed|undertaken|requested|asked for|conducted)\b"
)
FIRMLY_OF_THE_PERSON = Quick(
    r"\byou (?:can|could) (?:start|join|begin) (?:by|on|in|before|within|from|immediately)\b|"
    r"\b(?:you|candidates?|applicants?|must) (?:must |should )?(?:hold|have|live|reside|be (?:based|located|"
    r"resident|fluent|certified|available|willing))\b"
)
# "You will be rated on these competencies: ...": what follows is asked for.
BEFORE_A_LIST = Quick(r"\b(?:competenc\w+|criteria|rated on|assessed on|evaluated on|measured on)\s?:\s+")
