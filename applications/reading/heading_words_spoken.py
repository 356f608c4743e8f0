"""Headings as people say them, in passing or in play; ``heading_words`` has them tried before the plain ones."""

# Over wishes.
WISHED = (
    r"not (needed|required|essential|necessary)[,;]? but|((the |these )?following )?(may|might) be (needed|"
    r"required|useful|helpful)\b|(the )?following (may|might|could) (also )?be (applied|assessed|considered|used)\b|"
    r"(quality )?ranking (factors?|criteria)$|(also |equally )(useful|helpful|handy|good|nice|great)$|"
    r"points that (tip|swing|move)\b|((sweet|little|welcome|handy|nice|useful|optional|other|"
    r"strong|big|huge|real|serious|definite|special|major|potential|added|possible|great|some|good|more|clear) )*"
    r"(extras|plus|pluses|plusses|bonus(es)?|advantages|assets|wishes|nice[- ]to[- ]haves?|assets? criteria|"
    r"assets? qualif\w+)$|handy$|useful$|extra$|tie[- ]?breakers?|"
    r"(what )?(would|could|might|will) (also |really )?(help|shorten|sweeten|tip|swing)( \w+){0,4}$|"
    r"shoulds?$|coulds?$|(the )?following (may|might|could|would) (also )?be (needed|an? |useful|helpful)|"
    r"you (could|might|may) also (bring|have|offer|know)\b|what (would|could|might|will) (also |really )?(make "
    r"(us|our|me)|put you|give you an)\b|"
    r"(we|our team|i)(['’]ll| will|['’]d| would) (like|love|want|notice) you (even )?more|"
    r".*\b(moves?|puts?|bumps?|pushes|lifts?) you (up|ahead|forward|to the top)\b|"
    r"(that |this |these )?((would|will|could|might) )?makes? (us|me|our \w+) (smile|happy|happier|cheer|grin|"
    r"glad|purr)\b|"
    r"[^()]*\((this is )?not (a must|mandatory|essential|compulsory)\)$|"
    r"(we|i)(['’]d| would) (do a|dance|jump|sing|cheer|smile|celebrate|applaud|swoon)\b|gravy|"
    r"(the )?(cherr(y|ies)|sprinkles|sweeteners?|toppings?|dessert)\b|wish ?list|advantageous|differentiators?|"
    r"ideal(ly)?$"
)

# Over demands.
ASKED = (
    r"(you (must|need to|should|have to) have|you(['’]ll| will)? need( to have)?|(we|you) (ask|look) for) "
    r"(the following|these)\b|(the )?following (is|are|will be|must be) (also )?"
    r"(essential|required|needed|mandatory|met|applied|assessed)|(selective (placement )?factors?|speciali[sz]ed "
    r"experience|in the tool ?(box|belt|kit))$|(in order )?to be considered\b|"
    r"vous (devez|devrez) (posséder|avoir|détenir|démontrer)\b|"
    r"(qualifications|critères|compétences|exigences) (essentiel|obligatoire|de base|requis)\w*|qui peut postuler$|"
    r"(you(['’]d| would) be )?a (good |great |perfect |natural )?(fit|match) if$|"
    r"you(['’]re| are)( probably| likely)? (our|the|a|an)( \w+){1,3} (if|when)( you( have| are| can|['’]ve)?)?$|"
    r"(whom|who) ((does|do) (well|best)|thrives?|flourish(es)?|shines?|feels at home|will (thrive|do well|"
    r"shine))\b|"
    r"needed (for|in|to|by)\b|"
    r"whom we (want|need|seek|look)|can you (say|tick|do|show|answer|hold|manage)\b|"
    r"(the )?(hallmarks|marks|portrait|picture) of (the|a|our) (person|candidate|colleague)|table stakes|"
    r"deal[- ]?breakers?|(we|i)(['’]d| would)? (love|like|want) to (hear from|meet|talk (to|with)|speak (to|with)) "
    r"(you|people|someone|somebody|candidates)\b|how you (work|operate|think|lead|show up|are|tick)\b|musts?$|"
    r"(your |the )?tool ?(box|"
    r"belt|kit|set)$|"
    r"(the )?(kind|sort|type) of (person|human|colleague|leader|manager|pm|teammate|somebody|someone)\b|"
    r"(could|might|is) (it|this|that) (be )?you|inherent|(the |your )?(entry ticket|ticket in)|"
    r"what gets you (in|an interview|hired|through)|to get (in|through) the door"
)

# Over the work.
WORK = (
    r"what (you(['’]ll| will|['’]d| would)?) (be )?(get|getting|sink|dig|digging|roll|rolling|stuck|throw|pour) "
    r"(into|stuck|up to|your|to (do|run|own|build|lead))\b|what('ll| will| would)? keeps? you (busy|awake|"
    r"occupied|on your toes)|(a |the )?(flavou?r|taste|shape|rhythm|look|glimpse|snapshot) of (the|your|a|this|an) "
    r"(\w+ )?(work|job|role|day|week|month|days|weeks)\b|how you(['’]ll| will)? fill (your|the)\b|what (your|a|an|"
    r"the)( \w+)? (day|week|month)s? (looks?|brings?|holds?)\b|"
    r"fonctions( principales)?$|(description des )?tâches$|vous (aurez à|serez responsable)\b|"
    r"(\w+['’]s|typical|examples? of( the)?) (tasks|duties|work|responsibilities)\b|the work in|"
    r"what (would|will|are|do|does) (you|a|an|the)\b(?!.*\b(need|bring|have)).*\b(do|doing|working on|"
    r"be up to|own|run)\b|"
    r"(the )?(job|jd|role|work),? (in (short|brief)|(hour|day|week) by (hour|day|week))|"
    r"what you (move|shape|tackle|build|steer|take on|look after)\b|monday to friday|"
    r"(the )?job in (one|a|two)\b|key (performance|result) areas?|kpas?$|kras?$|jd$|on your (desk|plate|table|"
    r"bench|"
    r"to-?do list|watch|agenda|list)( .*)?$|(what|this|all this|that)(['’]s| is| will be|['’]ll be) (all "
    r")?(yours|on "
    r"(you|your \w+)|in your hands)( to \w+)?$|yours to \w+$|in your hands$"
)

# Over what is not needed.
IGNORED = (
    r"(hard )?no['’]?s\b|won['’]?t([- ]haves?)?$|what (do|does|did|is|are)(n['’]t| (you|we|it) not) (you |we )?"
    r"(need|have to|needed|required|expect)\w*$|what (is|are)n['’]t (needed|required)$|"
    r"((what|things|stuff)( that)? )?(would|will|wo|does|do)( not|n['’]?t) (tip|help|matter|count|add|change|sway)"
    r"\b|(please |safely |safe to |(things |what )?you (can|may) (safely )?)?(ignore|disregard|skip(?! to\b)|forget)\b|"
    r"(you|we)( will|['’]ll| wo)?(n['’]t| not| never) (ask|miss|check|need)\b|nobody (will )?(asks?|cares?|minds?|"
    r"checks?)\b|(irrelevant|unimportant|of no (importance|interest))\b|not on (our|the|my) (list|wish ?list)\b|"
    r"(things |what )?(to |you can )?leave at home\b|do(n['’]t| not) need$|non-?requirements$|"
    r"(we )?(could|can)(n['’]t| not) care less|(please )?(do not|don['’]?t) (come|apply|bother|write|worry|"
    r"fret|stress|panic|sweat)\b"
)
