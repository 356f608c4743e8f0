"""Other words in which postings ask for the skills of leading people.

How a line is read says ``phrases.read_table``.
"""

from applications.reading.phrases import read_table

LEADING = read_table(
    """
stakeholder-management: win|winning|won ~2 skeptic|doubter|over ~1 people|user|staff|colleague; sponsor|user|auditor|
  regulator|owner ~4 aligned|pointed|same ~1 way|direction|page; stakeholder; stakeholdermanagement|
  interessengruppen|fachbereichen|fachbereiche|fachbereich;
  liaise|collaborate|partner|engage|work ~3 business|customer|client|sponsor|department ~0 side|team|owner|user|
  partner|unit; liaise|engage|consult ~3 business|customer|client|sponsor|department; interested ~0 party; client|
  customer|sponsor|business|supplier ~1 relationship|relation|management|liaison|expectation|engagement|partnering;
  build|building|maintain|develop|manage ~3 relationship|trust|rapport|partnership; relationship ~0 building|
  management; manage|managing|set ~2 expectation; parties ~0 prenantes; interesados; people ~2 different ~1 level|
  department; sponsor ~1 management|engagement|executive; interest ~2 conflict|conflicting|competing; all ~1 levels|
  level ~2 organization|business|management|seniority; consult ~2 business; belanghebbenden; gestión ~2 interesados
communication: strong|good|clear|excellent|great|written|verbal ~1 comms; bad|hard|unwelcome ~0 news; tell|say ~2
  straight|plainly; email|memo|note|mail ~6 read|answered|
  understood|call; make|making ~4 sound|look ~1 easy|simple; in ~0 one|single ~0 sentence; clear|plain ~0 speech|
  prose; communicator|communicate|communication|communicating; communicat ~3 clear|
  clearly|effectively|well|
  concise|concisely; interpersonal; written|writing|write|verbal|oral|spoken|speak|presentation|listening ~4 skill|
  clearly|clear|well|communication|spoken|verbal|written|english|plainly; in writing; speak|speaking|
  present|presenting|stand|standing ~1 front; public ~0 speaking; explain|articulate|translate|
  describe|put|present ~4 complex|technical|clearly|plain|simple|terms|language|concept|audience|bad|non|idea; write
  ~2 well|clear|clearly|plain|concise|concisely|crisp|plainly; kommunikation|kommunikationsstärke|
  kommunikationsfähigkeit|kommunikativ|kommunikationsstark|kommunikations; clear ~1 writing|written|writer|speaker|
  thinker; good ~1 writer|listener|communicator; explain ~5 director|executive|customer|everyone|anyone|layman|
  laymen|tester|
  outsider|beginner|lawyer|accountant; plain ~1 words|language|english; aisance ~1 relationnelle|
  rédactionnelle; communicación|comunicación; present|presenting|presentation ~3 skill|group|audience|confidence|
  confidently|findings; strong ~1 writer|writing|presenter|communicator; communicatie; public ~0 speaking;
  storytelling; auftreten; technical ~2 non technical ~1 audience|people|colleagues|stakeholders; writer; listen|
  listener
executive-communication: told|tell|telling ~2 vice|president|chief|director|executive|minister|board; front ~2 board|
  trustee|executive|council; executive ~2 report|reporting|update|summary|presentation|audience|stakeholder|
  communication|level|presence|briefing|sponsor|management|leadership|steering; present|report|communicate|brief|
  explain|advise|update|write|influence|presenting|reporting|briefing|speak|talk|communication|credible|comfortable|
  confidence|work|explaining ~5 executive|leadership|board|director|minister|cfo|coo|ceo|cio|cto|vp|exec|
  geschäftsführung|management|vorstand; senior ~1 leadership|management|stakeholder|executive|leader|manager|
  audience|level|official|business; c ~0 level|suite; director ~0 level; board ~1 level|paper|report|director|
  presentation|member; steering ~2 report|paper|present; vorstand|geschäftsleitung|geschäftsführung|managementebene|
  topmanagement; executives; direction générale|comité ~1 direction; vp ~0 level; up ~1 director|executive|c|board|
  vp|senior; leadership ~1 update|audience|team ~1 communication; one ~0 pager; business ~0 leader;
  scare|scared|intimidate|intimidated|rattle|fluster|faze|nervous ~7 executive|director|minister|cfo|coo|ceo|cio|cto|
  vp|exec; brief|briefing ~4 secretary|minister|commissioner|executive|director|governor
facilitation: room ~5 answer|decision|agree|agreement|conclusion; get|getting ~4 agree|agreement; chair|chairing ~3
  postmortem|call|board|committee|panel|forum|table|debate; stay|staying|remain ~1
  neutral;
  neutral ~1 facilitator|chair|ground; facilitate|facilitator|facilitation; run|running|lead|leading|chair|chairing|
  moderate|moderating|hold|
  host|conduct|organize ~3 workshop|meeting|ceremony|session|retrospective|review|stand|discussion|room; moderation|
  moderieren|moderationsfähigkeit|moderationskompetenz|moderator|workshops; animation ~1 ateliers|réunions;
  workshop; go no go ~0 call; run|lead|host|chair|running|leading ~2 bridge|conference|incident|status|triage ~0 call
influence: people|person|team|engineer|colleague|peer ~6 nobody|none|who|not ~2 report|reports; without ~2 boss|rank|
  title; over ~0 whom ~5 authority|control|power|say; no|little ~2 authority; line ~0 authority; influence|influencer|
  influencing; without ~2 authority; persuade|persuasive|persuasion|convince|
  convincing|durchsetzungsstärke|durchsetzungsvermögen|durchsetzungsfähigkeit|überzeugungskraft|überzeugend|
  überzeugungsstärke; lateral ~0 leadership|führung; laterale|lateralen ~0 führung; drive ~2 alignment|consensus|
  agreement|decision; build|reach|create|gain ~2 consensus|alignment|agreement|buy; buy in; matrix ~1 organization|
  environment|structure|setting|team|management; align ~3 team|stakeholder|people|group|interest; no ~1 formal|
  direct ~1 authority|reports; do|don ~1 not|t ~0 report ~1 you; nobody|none ~0 report ~1 you; lead|leading|move|
  guide|
  steer|direct ~3 people|team|
  colleague|engineer|group ~4
  other|another ~1 boss|manager|reporting|line; not ~1 your ~1 report
cross-functional-leadership: cross ~0 functional|functionally|discipline|organizational|departmental|domain|
  organization|company|department; crossfunktional|crossfunktionale|crossfunktionalen|interdisziplinär|
  interdisziplinäre|interdisziplinären|bereichsübergreifend|abteilungsübergreifend|fachübergreifend|
  bereichsübergreifende|bereichsübergreifenden; multi ~0 disciplinary|functional|team|disciplined;
  multidisciplinary|multifunctional|multidisciplinaire|pluridisciplinaire|multidisciplinar|transversal|transverse|
  transversale; interdisciplinary; across ~4 team|function|department|discipline|organization|organizational|
  engineering|group|boundary|silo|
  business|company; work|collaborate|partner|lead ~3 engineer|engineering|developer|designer|design|product ~3
  product|design|engineer|operation|qa|business|legal|finance|designer; mixed ~1 team; diverse ~1 disciplines|
  functions; partner ~1 engineering|engineer|product; several|multiple|different|many|various ~1 team|department|
  discipline; blended ~1 team; diverse ~1 team; scientists|engineers ~2 designers|engineers|commercial
team-management: lead|leading|led|leads|manage|managing|managed|manages|run|running|supervise|supervising|line|
  direct|steer|motivate|motivating|guide|build|coordinate|head|grow|develop ~4 team|people|staff|engineer|developer|
  report|squad|squads|group|crew; team ~1 leadership|lead|leader|leading|management|manager|building; strong|proven|
  excellent|good|effective|demonstrated|exceptional|solid|natural ~1 leadership|leader; leadership ~1 skill|ability|
  quality|style|competency|experience; people ~1 management|manager|leadership|leader|leading; line ~1 management|
  manager|manage|report|managing; supervisory|supervision|supervisor; führungserfahrung|teamführung|
  mitarbeiterführung|personalführung|führungskompetenz|teamleitung|führung|projektteams|projektteam|
  führungsverantwortung|personalverantwortung; management ~1 équipe|équipes|d'équipe|d'équipes; encadrement;
  liderazgo|gestión ~1 equipos; one ~1 one|ones; matrix ~1 management|managed|manage; motivate|motivating|inspire|
  empower ~2 team|people|others; performance ~1 review|reviews; leidinggeven|aansturen; teams ~3 engineers|
  developers|people; direct ~0 report; project ~0 team; cross functional ~1 leadership ~0 team; hire ~1 fire
coaching: bring|bringing ~1 junior|newcomer|beginner; make|making ~4 around ~2 better; ask|asking ~2 tell|telling;
  question ~1 rather|instead ~2 answer|instruction; coach|coaches|coached;
  mentor|mentors|mentored|mentorship; grow|develop|growing|developing|teach|help|
  guide ~3 people|colleague|junior|other|talent|engineer|member; talent ~1 development; nachwuchs; help ~2
  others ~1 grow|learn; accompagnement
conflict-resolution: throat; settle|settling ~2 quarrel|argument|row|between; fight|fights|quarrel|argue|feud|
  arbitrate|referee|peacemaker; conflict|conflicts|disagreement|
  dispute|mediate|mediation|mediator; konfliktlösung|
  konfliktmanagement|konfliktfähigkeit|konflikte|konflikten; difficult|hard|tough|awkward|uncomfortable ~1
  conversation|discussion|situation|message; conflit|conflits|conflictos; de ~0 escalate|escalation; competing|
  conflicting ~1 interest|view|need|demand|opinion
negotiation: haggle|haggled|bargain|bargaining; better ~0 price|deal|terms; negotiate|negotiation|negotiator|
  negotiating; verhandlung|verhandlungsgeschick|verhandlungsstärke|
  verhandlungssicherheit|verhandlungsführung|verhandlungen; négociation|négociateur; negociación|negociar; push ~1
  back; say|saying ~0 no
hiring: hire|hired|hiring; recruit|recruiting|recruitment; staffing|onboarding; interview ~1 candidate; build|built|
  building|grow|grew ~2 team ~1 scratch|from|up
training: train|trained|training|trainer ~2 user|staff|team|people|other|customer|client|end|colleague|material|
  clinician|nurse|teacher|worker|operator|officer|employee|
  session|plan|deliver|others; teach|teaching; deliver|develop|run|design|lead ~3 training; enablement; schulung|
  schulungen|schulen; knowledge ~1 transfer|sharing; formation ~1 utilisateurs|des; upskill|upskilling; user ~0
  training
decision-making: decision|decisions|decisive; judgment|judgement; ambiguity|ambiguous|uncertainty|uncertain|unclear|
  vague; entscheidungsfreude|entscheidungsstärke|entscheidungsfähigkeit|entscheidungen; incomplete|imperfect ~1
  information|data; décision|décisions; make|making|take ~1 call|calls; call ~1 judgment; toma ~1 decisiones; decide|
  deciding; unstructured ~1 problem|environment|
  situation
problem-solving: take|taking ~4 apart; cause ~4 culprit|blame|symptom; analytical|analytic ~0 mind|thinker; stuck ~0
  problem; problem ~1 solving|solve|solver|solved; solve|solving|solved|tackle ~3 problem|issue|puzzle|
  puzzles; analytical|analytic|analytisch|analytisches|analytische|analytischen|analytique; troubleshoot|
  troubleshooting; problemlösung|problemlösungskompetenz|lösungsorientiert|lösungsorientierte|lösungsorientiertes|
  problemlöser|lösungsorientierung; critical|logical|structured|systematic|systems ~0 thinking|thinker; résolution
  ~2 problèmes|problème; solution ~0 oriented|focused|driven; resolución ~2 problemas; root ~0 cause; diagnose|
  diagnosing|diagnostic; esprit ~2 analyse; find ~3 root|real ~0 cause|problem; curious|inquisitive ~2 problem;
  resourceful|resourcefulness; analyze ~2 data|problem|situation|complex|information
prioritization: leave ~0 out; ball ~1 air; several|many|too ~1 ball|plate; urgent ~4 important; prioritize|
  prioritization|prioritizing|prioritise|priority|priorities; time ~0 management; multi ~0
  task|tasking|tasks; juggle|juggling|balance|balancing ~4 priority|project|task|deadline|demand|thing|ball|balls|
  work; organized|organised|organizational|organizing|organisiert|organisationstalent|organisationsstärke|
  organisationsfähigkeit|organizer|organisation ~1 skill|personnelle; highly|well|self ~0 organized; organizational
  ~0 skill|ability; several|multiple|many|competing|tight|conflicting ~1 deadline|task|assignment|demand|things;
  meet|meeting|hit ~2 deadline; organization ~0 skill|ability; selbstorganisation|zeitmanagement|priorisierung|
  priorisieren|prioritäten; sens ~1 priorités|organisation|l'organisation|l'organization; fast ~0 paced|moving;
  manage ~2 time|workload; under|tight ~1 time|deadlines; detail ~2 organized; own ~1 workload|time;
  organisatietalent; work ~2 deadline; rigueur; keep ~3 plates ~1 spinning|air
adaptability: calm|cool|level ~0 head; half ~2 fact|known|missing; plan ~1 change|changes ~2 every|week|here|again;
  change|changing ~1
  course; plan ~0 that|which ~0 change; adapt|adaptable|adaptive|adaptability; flexible|flexibility|flexibel|
  flexibilität|belastbar|
  belastbarkeit|stressresistenz|stressresistent|resilient|resilience|resiliency; under ~2 pressure; self ~0 starter|
  motivated|directed|driven|reliant|sufficient|managed; changing ~2 priority|environment|requirement|condition|
  circumstance|needs; change|changes ~2 quickly|fast|course; eigeninitiative|selbstständig|selbständig|
  selbstständige|selbständige|selbstständiges|selbständiges|eigenverantwortlich|eigenverantwortliche|
  eigenverantwortung|eigenständig|eigenständige|eigenständiges; autonomy|autonomous|autonomously|autonomie|autonome;
  independent|independently|unsupervised; calm ~3 pressure|crisis|chaos|wrong; minimal|little|limited|without ~1
  supervision|guidance|direction; adaptación|adaptabilidad|flexibilidad; initiative; comfortable ~2 change|changing;
  wear ~2 hat|hats; stress|stressful; learn ~2 quickly|fast; quick|fast ~0 learner; dynamic ~1 environment;
  pressure; startup ~1 environment
servant-leadership: servant|servants; empower|empowering|empowered; self ~0 organizing|organized|managing ~0 team|
  teams; psychological ~0 safety; lead ~2 serving|service; dienende ~0 führung; autonomous ~0 team
escalation: escalate|escalation|escalating|eskalation|eskalationen|eskalationsmanagement|escalade; crisis|crises;
  raise ~3 problem|concern|issue|risk|alarm|early; critical ~0 situation|account
customer-focus: sit|sat|sitting ~1 with ~1 user|customer|client; other ~0 side ~3 desk|phone|counter; customer|
  client|user|kunde|kunden|kundenorientierung|kundenorientiert|kundenorientierte|
  dienstleistungsorientierung|serviceorientierung|klanten ~2 centric|focus|focused|facing|orientation|oriented|
  obsession|success|satisfaction|service|care|experience|interview|research|need|first|support|driven|mindset|
  empathy|problem; support|serve|serving|talk|talked|interview|interviewed|listen|delight|advise|visit|help|face|
  deal|dealing|understand|consult ~3 customer|client|user|patient|citizen; kundenkontakt|kundenorientierung|
  kundenorientiert|kundenorientiertes|kundenprojekte|kundenprojekten|dienstleistungsorientierung|kundenumgang; user
  ~0 centered|centred|centric|research|need; orientation|sens ~1 client|service; service ~1 oriented|orientation|
  minded|mentality; orientación ~1 cliente; with ~1 customer|client|user; community ~1 work|management|manager|
  forum; talk|talked|listen|answer|calm|calmed ~3
  player|guest|passenger|fan|subscriber|tenant|caller; empathy ~3 user|customer;
  discovery ~1 interview|customer|user
distributed-teams: distributed|dispersed|remote|virtual|global|international|offshore|onshore|nearshore|
  multinational|geographically|internationale|internationalen|internationaler|standortübergreifend|
  standortübergreifenden|globale|globalen|verteilte|verteilten|intercultural|multicultural|multisite|hybrid ~2 team|
  organization|setting|workforce|project|colleague|projekte|projekten|teams|group|model|environment|working|umfeld|
  collaboration|location|locations|engineering; time ~0 zone|zones; timezone|timezones; several|multiple|different|
  across ~2 country|countries|site|location|time|timezones|continents|continent|office|culture; intercultural|
  interkulturell|interkulturelle|multicultural|interculturel|cultures; offshore|nearshore; remote ~0 first; work|
  working ~1 remotely; équipes ~2 international|internationales|distribuées; multi ~0 site|country|cultural|
  national|location|geography; different ~0 culture; remotely; cross cultural
"""
)
