"""The parts of a posting, and with which words their headings begin."""

from applications.reading import heading_words_spoken as spoken

HEAD, NEUTRAL = "head", "neutral"
REQUIRED_PART, PREFERRED_PART, DUTIES = "required", "preferred", "duties"
COMPANY, BENEFITS, EEO, PROCESS, PHYSICAL, FIRST_WEEKS = (
    "company",
    "benefits",
    "eeo",
    "process",
    "physical",
    "first weeks",
)
NOT_NEEDED, OTHER_JOBS, SITE, KEY_SKILLS = "not needed", "other jobs", "site", "key skills"

# In the order in which they are tried; each must match from the beginning of the heading.
BEGINNINGS: tuple[tuple[str, str], ...] = (
    (PREFERRED_PART, spoken.WISHED),
    (REQUIRED_PART, spoken.ASKED),
    (DUTIES, spoken.WORK),
    (COMPANY, r"who (are|is) (we|us)$"),
    (NOT_NEEDED, spoken.IGNORED),
    (
        BENEFITS,
        r"goodies|treats|ctc$|what (?!you\b|it\b|the (job|role|position)\b)(\w+ ){1,3}(offers|gives|provides)( you)?$|"
        r"what (you can look|to look|awaits you)\b|"
        r"what (we|i) (put|bring to the table|throw in)|what you (may|can|will|['’]ll) learn",
    ),
    (PROCESS, r"afterwards$|probation|how it (goes|works)$|applying$|bring$|rounds?$|does it fit$|convinced|curious$"),
    (
        NEUTRAL,
        r"autres (renseignements|informations)$|renseignements (supplémentaires|généraux)$|"
        r"about (the )?(travel|trips|pay|location|hours|schedule|clearance)$|(any|the|what(['’]s| is) the) catch|"
        r"getting around|where and when$|business trips?$|(what|"
        r"anything) else( (should|must|"
        r"do) you know)?$|please note$",
    ),
    (OTHER_JOBS, r"aussi / also$|(btw|by the way)\b|see also$|original message$"),
    (
        NOT_NEEDED,
        r"leave (off|out)|forget about|things you can (leave|skip)|what (we|you) (can )?(ignore|skip|don['’]?t)\b|"
        r"we (do not|don['’]?t) need$",
    ),
    (
        REQUIRED_PART,
        r"you(['’]ll| will)?( probably| likely| really)? (do well|thrive|enjoy|love|fit|succeed|feel at home)\b|"
        r"who (are we|we(['’]re| are)) (search|look|seek|after)|wen wir suchen",
    ),
    (
        KEY_SKILLS,
        r"(the (job|role|position) |requirements )?(at a glance|in a nutshell)$|(quick (facts|look|summary)|snapshot|"
        r"tl;?dr|(candidate|skills) snapshot)$|(profile|qualifications?|skills?) insights$|"
        r"in (short|brief|summary)$|en (bref|resumen|résumé)$|auf einen blick$|kurz (gesagt|gefasst)$|in het kort$|"
        r"(to )?sum(ming)? (it )?up$",
    ),
    (KEY_SKILLS, r"(ug|pg)$|top (\d|three|five|four)\b|highlights\b"),
    (KEY_SKILLS, r"requirements (added|set|listed|given) by\b"),
    (
        DUTIES,
        r"what will you do|(your|votre|ihre|deine) (role|part|rôle|mission|rolle|job)( in it| here| with us)?$|"
        r"the work\b|what there is|rôle$",
    ),
    (NEUTRAL, r"how we (live|work)$|where we work$"),
    (
        SITE,
        r"skills? match|how your profile|how you match|job match score|meet the hiring team|set (an )?alert|see who|"
        r"share this job|get ai-powered|show match|people you can reach|applicants? for this job",
    ),
    (
        REQUIRED_PART,
        r"conditions of employment|(applicants|candidates|you) (will|must)\b.*(rated|assessed|evaluated) on$",
    ),
    (
        OTHER_JOBS,
        r"(similar|more|related|other|recommended|further|latest) (current |open |live )?(jobs?|roles?|openings?|"
        r"vacanc|positions?|opportunit|campaigns?|reqs?\b|requirements open)|(we )?(are )?also (open|live|hiring|"
        r"recruiting|looking|available|interested|on our books|in this team)|closing soon|(at|in) our\b.*\bwe "
        r"(also )?(look|seek)|not this one|we also (look|seek|have|need)|also:? need(?!ed)|.*\balso (recruiting|"
        r"hiring)\b|"
        r"people also (viewed|searched)|jobs you (may|might)|you (may|might) also (like|be interested)|also hiring|"
        r"weitere (stellen|jobs)|"
        r"we(['’]re| are) also (hiring|looking)|explore (other|more)|not (quite )?(right|for you)\?",
    ),
    (
        NOT_NEEDED,
        r"not looking for|not a fit|who (this|it) is not|(what )?you (do not|don['’]t|won['’]t|will not) (need|"
        r"have to)|((the )?things |what |stuff )?(we|you)( (really|truly|honestly|actually))? (do not|don['’]t) "
        r"(really |"
        r"truly |actually )?(need|require|care|expect|ask|mind)|"
        r"not (required|needed|necessary)\b(?!.*\bbut\b)|no need (for|to)|what (is|['’]s) not (needed|required)",
    ),
    (PHYSICAL, r"physical|work(ing)? environment|working conditions|environmental|ada\b"),
    (
        EEO,
        r"equal|eeo|diversity|inclusi|accommodation|reasonable|our commitment to (div|equal|incl)|accessib|disab|"
        r"dei\b|egalit|chancengleich|"
        r"statement of equal|an inclusive|employer certification",
    ),
    (
        PROCESS,
        r"supplement(al|ary) (question|information)|how (to apply|do we (hire|recruit|interview)|"
        r"we hire|we interview|we recruit|you apply|you will be|to submit)|success profiles?|"
        r"information you must provide|interested|(please|pls|kindly) (share|send|provide|apply)|(the )?(hiring|"
        r"interview|recruitment|"
        r"selection|application|recruiting|assessment)( &| and)? ?"
        r"(process|stages?|steps?|timeline|timetable|journey|procedure|instructions?)|apply(ing)?\b|to apply|"
        r"application|required documents|"
        r"documents|next steps?|what happens next|(our )?process\b|what to expect (from|in) (the|our)|interview|"
        r"how do i apply|before you apply|time-?in-?grade|behaviou?rs\b|(contact|further info|questions)|closing "
        r"date|"
        r"conditions of (offer|hire)|pre-?employment|background (check|screen)|sponsorship|visa|right to work|"
        r"work authori[sz]ation|privacy|disclaimer|"
        r"bewerbung|so bewirbst|ihre bewerbung|comment postuler|candidature|other (data|details for applicants)|"
        r"note to (recruit|agenc)|recruit(ment|ing) agenc|"
        r"fraud|beware|security notice|how you['’]ll be (assessed|evaluated)|you will be evaluated|what we ask "
        r"you to send",
    ),
    (
        PREFERRED_PART,
        r"(strongly )?preferred|it (also )?helps|secondary|(also )?(a )?welcome|desir(ed|able)|(also )?nice[- "
        r"]?to[- ]?ha(ve|s)|good[- ]?to[- ]?have|(added |big |huge )?bonus (points?|if|skills?|qualif|round|level)|"
        r"bonus$|plus(es| points?|ses)?\b|(a )?(big )?plus( if)?$|extra (credit|points?|(?!info|benefit|detail|dut|"
        r"perk|pay|note|time|help|support|leave|hour|work)\w+$)|even better|(it )?(would|['’]d) be (a |an |even )?("
        r"great|nice|lovely|bonus|plus|advantage|better)|"
        r"((what|this|that|these|it) )?((will|would|might|could|can) |['’]ll )((help|make) you )?(stand|set you apart)|"
        r"(you['’]ll |you will |you )?(really )?(stand(s)? out|impress)|ways to stand|(what|this|that) sets you|"
        r"(added |additional |an? |key )?(advantage|asset)s?\b|asset qual|optional|ideally|great if|brownie|icing|"
        r"helpful|not required[,;]? but|not essential|not a must|beneficial|(things )?we(['’]d| would) ((also|really|"
        r"be) "
        r")*(love|like|happy|delight|thrill|excit|glad|pleased|over the moon|impressed)|additional (qual|skills|"
        r"experience)|(this is )?(it['’]s )?(a |also )?(nice|welcome)|wünschenswert|von vorteil|das wäre (schön|toll|"
        r"super)|idealerweise|(un )?atouts?\b|souhait|apprécié|valora|se valora|"
        r"deseable|pluspunten|should have|could have|secondary (skills|criteria)|"
        r"would be (good|useful|handy)|we['’]ll be (extra )?(happy|impressed)|we get excited|extra[- ]?punkte|"
        r"what would (delight|excite)|other (desirable|useful)|not (mandatory|compulsory)",
    ),
    (
        NEUTRAL,
        r"(about|the|our|your|this|job|role|position|a bit about the|summary of the) ?(the |this )?(role|job|"
        r"position|opportunity|vacancy|post|assignment|contract|engagement|programme?|project|purpose|challenge|"
        r"context)?"
        r"( (summary|description|overview|purpose|title|context|details|in (brief|short)))$|(about|the|this|your|"
        r"our|main purpose of) (the )?(role|job|position|opportunity|vacancy|post|assignment|work|gig)( (in brief|"
        r"at a glance))?$|"
        r"about (the|this) (role|job|position|opportunity|vacancy|post|work|assignment)|"
        r"(position|job|role)? ?(summary|overview|description|purpose|introduction|intro|background)$|other$|good "
        r"to know|small print|notes? (for|to)|practical|(the )?practical|logistics|(the )?(boring|dull|dry|"
        r"nitty-?gritty|necessary) "
        r"(bits?|stuff|parts?|details)\b|(the )?nitty-?gritty|housekeeping|(the )?fine print|important messages?$|"
        r"where and when|hours|(the "
        r")?(bits|rest)\b|things (you need )?to know|additional information|(other|additional|more|further) ((job|"
        r"role|position) )?(details|information|info|facts)|"
        r"(practical|key|some) (details|information|facts)|the (details|practicalities|deal|basics)|(location|"
        r"salary|pay|rate|duration|start( date)?|contract type|working pattern|grade|reference|hours|schedule)$|"
        r"stellenbeschreibung|description du poste|why (this|the|we need this|we['’]re hiring|are we "
        r"hiring)\b.*(role|job|post|exist|hiring).*|why this|the (situation|problem|context|background)|"
        r"opportunity|"
        r"special conditions|conditions|notes?$|important|(role|job|position) (type|info|facts)|what it is|"
        r"security( clearance)?$|clearance$|(dbs|disclosure|disclosure and barring( service)?|criminal records?|"
        r"safeguarding)( \(dbs\))?( checks?)?( and "
        r"safeguarding)?$|vetting$|travel( required| requirements?)?$|nationality( requirements?)?$|citizenship|"
        r"(language|security|clearance|travel|location|residency) requirements?$",
    ),
    (
        DUTIES,
        r"(a |your )?(typical )?day[- ](to|in|by)|(in )?this (job|role|position),? you|what (the|this) (job|role|"
        r"work|post|position) is( about)?$|r ?& ?r$|job$|the job$|what fills|how (your|the) (days?|weeks?) look|"
        r"(your|the|key|main|major|core|primary|principal|essential|job|position|role|general|specific|daily)? ?"
        r"((&|and|/) )?(job |role |position |key |core |main )?(roles? ?(&|and|/) ?)?(duties|responsibilit|"
        r"accountabilit|tasks|functions|activities|deliverables|missions?\b|objectives$)|"
        r"what (you|the|this|we).*\b(do|doing|own|working on|be up to|work on|achieve|deliver|"
        r"be (responsible|accountable)|"
        r"tackle|drive|involves|entails|['’]ll be at|lead|run|hire you for|want you to do|need you to do|need "
        r"(done|doing))\b(?! (need|bring))|"
        r"how you(['’]ll| will) (spend|make|contribute|help)|you(['’]ll| will)( be)?$|(as|in) (a|an|our|the|"
        r"this)\b.*\byou(['’]ll| will)( be| get to)?( \w+)?( \w+)?$|"
        r"(the )?(scope of (work|services?|role)|scope$|work$|the work|job content|statement of work|your (impact|"
        r"work|week|days?|mission|contribution|challenge|remit|job)|remit|mandate)|(the )?(successful candidate|"
        r"candidate|incumbent|role holder|post ?holder) will( be)?$|"
        r"you(['’]ll| will) (be )?(responsible|own|work|lead|do)|(the )?role (involves|responsib|will involve)|"
        r"role involves|(responsible|accountable|answerable) for|role (and|&) resp|"
        r"(ihre|deine|die) aufgaben|aufgaben|das erwartet (dich|sie)|was (dich|sie) erwartet|was du (tust|machst)|"
        r"tätigkeiten|(vos|tes|votre|les|principales)? ?(missions?|responsabilités|activités|tâches)$|"
        r"(principales )?(funciones|responsabilidades)|wat ga je doen|jouw taken|day-to-day|the day job|what "
        r"(success|good) (in this role )?means",
    ),
    (
        FIRST_WEEKS,
        r"(your|the|in your|during your|over your|within your) (first|onboarding)|(first|initial) (\d+|year|month|"
        r"week|90|six|three|few)|what success looks|success (looks|in this|measures)|by (month|day|week|the end)|"
        r"(in|within|after) (\d+|one|two|three|six|twelve|a) (days|months?|weeks|year)|30.?60.?90|"
        r"what you(['’]ll| will) (learn|have (done|achieved))|how success|kpis?$|reporting|reports? to|team "
        r"structure",
    ),
    (
        BENEFITS,
        r"(what|why|here['’]s what|things)? ?we(['’]ll| will| can)? (offer|provide|give)|what (we|you|you['’]ll|"
        r"you will) (can )?(offer|get|give|receive|gain)|(our |the |your |key |employee |some |additional "
        r")?(benefits?|perks|compensation|pay\b|salary|rewards?|package|remuneration|total rewards|base pay|"
        r"equity|our offer|offer$)|"
        r"what(['’]s| is) in it for|why (?!you|this|we|the|me\b)(\w+[.'’]?s?\b[ .&-]*){1,4}$|"
        r"why (join|work|you|us|people)|(life|working) at|(das )?(bieten wir|wir "
        r"bieten)|unser angebot|ce que nous offrons|nous offrons|(nos )?avantages|ofrecemos|(wat )?wij bieden|in "
        r"return|money|the good stuff|on offer|time off|leave$|allowance|training and development|learning and "
        r"development",
    ),
    (
        REQUIRED_PART,
        r"what (you|we|it|['’]?ll|makes|skills|kind|do|are|else)\b.*\b(bring|need|have|look(ing)?( for)?|expect|"
        r"take|takes|require|fit|hoping|seek|after|want|you are|makes you|succeed)\b|what you "
        r"are|who (you are|we(?! are)|"
        r"are you|you|should|can|would)|(a (bit|little) )?about (you|the person|your)\b|"
        r"(we think )?you(['’]ll| will| should| might| must| can| may| are| have|['’]re|['’]ve| also| already| "
        r"probably| would| could)*( a)?( (likely|need|have|bring|be|are|show|demonstrate|possess|able to show|"
        r"able to demonstrate|great|good|strong|right|ideal|fit|to|for|this|role|if|because|match|with|successful|"
        r"comfortable))*$|"
        r"(to|you) (be considered|succeed|thrive|qualify|be eligible)|to be (successful|considered|effective|"
        r"shortlisted|interviewed|invited)|"
        r"also (needed|required)|conditions of employment|(applicants|candidates|you) (will|must)\b.*(rated|"
        r"assessed|evaluated) on$|np$|notice period$|joining( time)?$|primary (skills|criteria|req)|exp$|"
        r"experience$|we(['’]re| are)? (are )?(look|expect|need|require|want|ask|hop|seek)(ing)?|(your|the|ideal|"
        r"our|candidate|person|job|success|role|skill)? ?(ideal )?(candidate|profile|skill ?set|person spec\w*|"
        r"background|strengths)( (profile|specification|requirements|criteria|attributes))?s?$|"
        r"(is this|are you|does this|sound like|do you have|have you got|could this)|must[- ]?haves?|selection "
        r"criteria|(knowledge,? )?skills,? (&|and) abilit|ksas?$|(mandatory|minimum|essential|basic|required|key|"
        r"core|critical|hard|non-?negotiable)s?( \w+)? ?(requirements?|qualif|skills?|criteria|experience|"
        r"competenc|knowledge|education|attributes|must|selection|technical|rating)|"
        r"(essential|mandatory|minimum|required|requirements?|non-?negotiables?|qualifications?|basics?)\b( "
        r"\(.*\)|$|[:,]| (for|of|to|in|and|&|criteria) )|(job|role|position|candidate|technical|language|"
        r"education(al)?|experience|special|specific|eligibility|additional|other) (requirements?|qualif\w+|"
        r"specifications?|"
        r"criteria)|"
        r"how to know (if )?you|you(['’]d| would) be (a )?(great|good)|the (right|ideal) (person|candidate)|(ihr|"
        r"dein) profil|profil$|das bringst du|was du mitbring|anforderungen|(votre |ton |le )?profil( "
        r"recherché)?$|compétences|qualifications requises|exigences|requisitos|(tu )?perfil|qué buscamos|wat "
        r"(vragen|verwachten) wij|jouw profiel|dit breng jij|"
        r"unsere erwartungen|voraussetzungen|das (solltest|musst) du|qualifikation(en)?|we need you|minimum qual|"
        r"basic qual|screening (criteria|questions)|what matters|it['’]s you|we['’]d expect|your (experience|"
        r"skills|qualifications|expertise|toolkit)",
    ),
    (
        COMPANY,
        r"about|who we|our (story|mission|values|culture|team|client|company|stack|tools|product|world|people|"
        r"commitment|vision|history|purpose)|the (company|team|client|product|organi[sz]ation|stack|agency|"
        r"department|business|firm|employer|customer)|company( (overview|description|profile|info))?$|"
        r"(our )?(tech(nology)? )?stack|über uns|wer wir sind|qui sommes|à propos|notre|sobre (nosotros|la)|"
        r"quiénes|over ons|wie (we|wij) zijn|why .*\?$|where (we|you)|background$|culture|team$|department$|"
        r"follow us|das sind wir|unternehmen",
    ),
)
