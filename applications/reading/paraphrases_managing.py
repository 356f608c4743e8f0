"""Other words in which postings ask for the skills of managing projects.

How a line is read says ``phrases.read_table``.
"""

from applications.reading.phrases import read_table

MANAGING = read_table(
    """
agile-delivery: small ~0 step|batch|slice|increment; iterative; agile; agil; agile|iterative ~1 team|delivery|way|
  working|environment; short iterations;
  agiles; agility; incremental delivery
scrum: sprint; scrum ~1 ceremony|event|artifact; daily stand up; stand ups
kanban: limit|limiting ~3 progress|wip; flow ~2 work; work in progress; wip; flow based; flow ~1 metric
predictive-delivery: traditional ~2 method|project|methodology|approach|delivery; gated|gate ~2 process|delivery|
  approach|review; klassisch ~2 projektmanagement; classic|classical ~1 project|method; phased ~1 delivery; v modell
  ~0 xt
hybrid-delivery: mix|mixed|mixing|blended|combined ~3 sprint|scrum|agile ~5 plan|gate|waterfall; agile ~4 waterfall|
  predictive|traditional; waterfall|predictive|traditional|klassischen|classic ~5
  agile|agilen|scrum; hybrid ~2 delivery|method|methodology|approach|methods|project|methode|methoden|vorgehen|
  vorgehensmodell; blend|mix|combine|marry ~3 agile|scrum|waterfall|method|methodology; scrum|kanban ~4 waterfall;
  agile|scrum|waterfall|predictive ~10 blend|mix|combine ~1 them|both|two; agile|scrum ~4 stage|gate|plan ~0 gate|
  driven
scaled-agile: planning ~0 event; big ~0 room ~0 planning; scaling ~2 agile; safe ~1 framework|environment; scaled ~1
  scrum; pi ~1 planning; multiple ~2 scrum|
  agile ~0 team; large scale ~1 scrum|agile; train|trains ~2 agile
lean: eliminate|reduce|remove ~2 waste; lean ~2 method|manufacturing|startup|portfolio|way|ways|agile|thinking|six;
  agile ~2 lean; improve|improving|streamline ~2 process; kvp; continuously ~1 improve
six-sigma: sigma; root cause ~2 dmaic; 5s ~3 kaizen
prince2-method: prince2; prince; management by exception; managed by exception
pmbok: pmi ~2 standard|methodology|process|framework|practice|guide|body; project management ~1 body ~1 knowledge;
  pmi ~1 based
project-planning: plan|planning ~0 backward; break|breaking|cut ~5 piece|step|chunk|slice; build|create|develop|
  produce|make|maintain|write|own|draw|draft|hold|prepare ~4 plan|charter;
  planning ~1 project|delivery|skills|skill|ability; plan ~4 project|work|delivery|deliver|deployment|rollout|
  implementation; delivery|deployment|implementation|migration|detailed|integrated|realistic|work ~0 plan; planning
  ~2 organiz|organizing|organising|organisational|execution|controlling|control|tracking; projektplan|
  projektplanung|terminplanung; planning ~0 skill; organize|organizing|planning ~1 coordinat|coordination|
  coordinate; milestones; end to end ~3 plan|planning; work breakdown; planification ~2 projet|projets; planung;
  planning ~3 delivery; plan ~2 execute|executing|deliver; project ~1 definition|initiation
scope-management: grow|grows|growing ~2 side; keep|keeping ~3 from ~0 growing; scope; scoping; acceptance ~0
  criterion; umfang; mvp; périmètre; project charter
requirements: really|actually|truly ~0 need|want|mean; into ~0 what ~3 build; say|says|said ~2 into ~4 developer|
  engineer|build; requirement ~2 gather|gathering|elicit|capture|analysis|define|definition|document|management|
  engineering|specification|workshop; gather|elicit|capture|translate|turn|write|document|analyze|define|understand|
  collect|refine ~4 requirement|need; user|customer|business|client|technical|system|product|functional|stakeholder
  ~0 requirement; business ~0 analysis|analyst; anforderung|anforderungen|anforderungsmanagement|
  anforderungsanalyse|lastenheft|pflichtenheft; functional ~0 specification; process ~0 analysis; business|user ~0
  need; recueil ~1 besoin|besoins; fit gap; specify ~2 requirement
backlog-management: backlog; user|write ~1 story; refinement; ordering ~2 work; epic|feature ~1 breakdown
schedule-management: keep|hold|kept|held|give ~2 date; date ~0 hold|slip|slips; schedule|scheduler|schedules;
  timeline; deadline; deliver|delivery|project|ship|complete ~4 on
  ~0 time; scheduling ~1 tool|software|technique; time management ~1 project; termin|terminen|terminpläne|
  termintreue; délai|délais; planning ~1 schedule; project ~1 calendar; within ~3 schedule
critical-path: longest path; float; critical ~0 path; kritischer|kritischen ~0 pfad; cpm
estimation: how ~0 long ~3 take|takes; how ~0 much ~0 work; estimate; sizing; forecasting; effort ~2 estimate|
  estimation|size; aufwandsschätzung|schätzung|
  aufwandsschätzungen; estimat ~2 effort|work|cost; chiffrage
budget-management: budget; look|looked|answer|account|responsible|spend|spent|steward ~6 money; somebody|someone|
  other|
  people|client|taxpayer ~2 money; budgetary; budgetverantwortung|budgetplanung|budgetierung|kosten|kostenkontrolle|
  projektbudget|budgets; control|manage|track|responsible|responsibility|accountable|own|plan ~4 cost|spend|finance|
  financials|expenditure|
  money; cost ~2 control|management|plan|planning|forecast|forecasting|tracking|report|variance|baseline|estimate|
  performance|engineering; financial ~2 planning|tracking|forecasting|reporting|control|acumen|management|
  responsibility|oversight|accountability|discipline|literacy; project ~1 cost|finance|financials|accounting|margin;
  actual ~2 forecast; p l ~0 responsibility; commercial ~1 acumen|awareness|management|responsibility; profit ~1
  loss; margin; coûts; presupuesto|presupuestos; numbers ~3 project; financially ~1 literate; invoice|invoicing
earned-value: earned ~0 value; evms; cost ~1 schedule ~1 variance|performance; earned ~0 schedule
risk-management: smell|smelled|sense|spot ~2 trouble|smoke|danger; can|could|might|may ~0 go ~0 wrong; nose|eye ~3
  slip|trouble|danger; what ~2 slip; risk; mitigation|mitigate|mitigating; risikomanagement|risiken|risiko|
  risikoanalyse; risque|
  risques; riesgo|riesgos; contingency; raid; see ~2 trouble ~1 coming; anticipate ~3 problem|issue|obstacle
issue-management: clear|clears|clearing ~5 way|path|road; issue ~2 resolution|tracking|management|log|resolve|manage|
  mitigation|escalation|list; resolve|
  manage|track|log|handle|drive|solve|clear ~3 issue|blocker|impediment|obstacle; risk ~3 issue; raid; remove|
  unblock|clear|removing ~3 impediment|blocker|obstacle|roadblock|team; impediment; action ~0 log|item; roadblock;
  problemlösung ~0 projekt
change-control: change ~1 request|control|board|order; engineering ~0 change; eco|ecn; scope ~0 change; manage|
  managing|control|handle ~3 scope|
  requirement ~1 change; change ~0 management ~1 process|board|procedures|itil|itsm|incident; änderungsmanagement;
  claim ~0 management; changes ~2 scope; variation|variations ~2 contract|order; contract ~1 change|variation
dependency-management: wait|waits|waiting ~1 which|whom|who; who ~0 wait|block|blocks; dependency; interdependency;
  abhängigkeiten; dépendances; hand offs|handoffs ~2 team;
  critical ~0 dependency; cross team ~2 work|plan|coordination; dependencies ~3 team; inter dependency
resource-planning: who ~1 free ~1 when|in|next; resource ~2 plan|planning|allocation|management|loading|allocate|
  forecast|scheduling|leveling|
  utilization|coordination; manage|plan|allocate|assign|align|coordinate ~2 resource; capacity; headcount;
  ressourcenplanung|ressourcen|kapazitätsplanung; staff|staffing ~1 plan|planning|project; team ~0 allocation;
  workforce ~0 planning
quality-management: right ~1 first ~0 time; first ~0 time ~0 right; independent ~0 quality ~0 assurance; quality ~0
  assurance ~0 consultant|oversight|reviewer;
  quality ~2 management|plan|standard|control|gate|criterion|process|metric|review|requirement;
  definition ~1 done; defect ~1 management|tracking|triage; qualitätsmanagement|qualitätssicherung|qualität; iso
  9001; qms; quality ~0 oriented|focused; high ~1 quality ~1 standard; ensure ~3 quality
status-reporting: where ~1 we|it|project|things|everything ~0 stand|stands; brief|briefing|inform|informing ~5
  status|progress; status ~2 report|reporting|update|dashboard|
  communication|meeting|deck; report|reporting|
  communicate|track|tracking|updates ~3 progress|status|milestone; progress ~2 report|reporting|tracking|update|
  review; project|programme|management|executive|regular|weekly|clear|board ~0 reporting; reporting ~2 stakeholder|
  management|steering|board|executive|leadership|sponsor|progress|skill; statusbericht|berichtswesen; rag ~1 report|
  reporting|status; weekly ~0 report; highlight ~0 report; steering ~2 report|paper; write ~1 report|reports; status
  ~0 one
delivery-metrics: metric; kpi; measure ~4 delivery|progress|success|performance|outcome|team|flow; dora; cycle ~1
  time; kennzahlen; indicator|indicators; delivery ~2 data; burn ~1 chart|down|up; lead ~0 time; indicateurs
okrs: okr; objective ~2 key; success ~1 measure|metric|criterion; goal ~1 setting; measurable ~1 outcome|goal|
  result|objective; set ~2 goal|objective|target; outcome ~0 oriented|focused; strategic ~1 goal|objective
roadmapping: roadmap; road ~0 map; feuille ~1 route; product ~1 strategy|vision|planning; long term ~1 plan;
  quarterly|release|multi year ~0 plan|planning
program-management: program ~2 management|manager|delivery|governance|leadership|office; run|running|manage|
  managing|managed|lead|leading|led|deliver|delivering|delivered|drive|driving|driven|direct|own|oversee|coordinate|
  steer ~4 program; helm ~3 program; technical ~1 program; tpm; multi ~0 project; multiproject|multiprojekt|
  multiprojektmanagement|
  programmleitung|programmmanagement; several|multiple|parallel|concurrent|simultaneous|various ~2 project|
  workstream|program|initiative; large ~2 program; project ~2 program ~1 management|manager|delivery|lead; projects
  ~3 once|simultaneously|concurrently|parallel|time; workstream; juggle ~3 project; dirección|gestión ~1 programas
portfolio-management: which ~0 project ~2 stop|start|fund|first|kill; portfolio; project ~1 prioritization ~2
  company|business; portfoliomanagement|portfolios;
  invest|investment ~1 decision|committee|board|roadmap; project ~0 intake
governance: governance; gouvernance; steering ~1 committee|group|board|com; stage ~0 gate; lenkungsausschuss|
  lenkungskreis|steering; raci; decision ~1 log|forum|right|process; gremien; program|project ~0 board; comité|
  comités|copil; investment ~0 board; review board; toll gate; assurance ~1 review|framework; project ~1 controls|
  control|assurance|discipline|standards|standard
pmo: project ~1 office; pmo; projektbüro|projektoffice; project ~1 template|methodology ~1 standard; project ~0
  support ~0 office; center ~1 excellence ~2 project
vendor-management: outside|external ~0 firm|company|house; hold|holding ~2 supplier|vendor|contractor; contract ~0
  manufacturer; supervise|supervision|oversight ~2 contractor|supplier|vendor; manage|
  managing|managed|oversee|
  handle|work|working|direct|coordinate|coordinating|supervise|
  lead|hold|steer|control|deal|dealing|govern|collaborate|collaborating|manager ~4 vendor|supplier|subcontractor|
  contractor|integrator|outsourcer|partner|provider|agency|lieferant|lieferanten; vendor|supplier|contractor|
  subcontractor|third party ~2 management|performance|relationship|relation|coordination|oversight|selection|
  governance|negotiation|contract|delivery|deliverable|engagement|staff|team|partner; lieferantensteuerung|
  lieferantenmanagement|dienstleistersteuerung|steuerung ~3 dienstleistern|lieferanten|partnern|dienstleister; third
  party ~1 supplier|vendor|provider|delivery; external ~1 partner|vendor|supplier|provider|consultant|dienstleister|
  dienstleistern|agency|contractor|lieferanten; offshore|nearshore|outsourced ~1 team|vendor|partner|delivery|
  development|model|supplier; fournisseur|fournisseurs|prestataire|prestataires; proveedor|proveedores; vendors|
  suppliers; system|systems ~0 integrator; contractor ~1 performance; multi vendor; partner ~0 management
procurement: scope ~1 work|services; get|gather|compare|collect|obtain|invite|seek ~2 bid|quote|quotation;
  public|government|federal ~0 contracting; buy|bought|buying ~3 software|system|services; tender|
  tendering; contract ~1 management|negotiation|
  administration|law|award|type; negotiate|
  negotiating|manage|draft|understand|read|administer|write ~3 contract|subcontract|sow; procure|
  purchasing|purchase|sourcing;
  statement ~1 work; rfp|rfq|rfi|sow|itt|msa; acquisition ~1 rule|regulation|process|federal|policy; federal ~1
  acquisition; bid|bids ~1 management|writing|process|evaluation|preparation; beschaffung|ausschreibung|
  ausschreibungen|vergaberecht|einkauf|vertragsmanagement|vertrag|verträge; appel ~1 offres; commercial ~1 contract|
  negotiation; frameworks ~1 procurement; nec|nec3|nec4; contractual
business-case: what ~3 project|change|system|idea ~1 worth; pay|pays|paid ~1 itself; business ~0 case; cost ~1
  benefit; roi; feasibility; return ~1 investment; total cost;
  wirtschaftlichkeit|wirtschaftlichkeitsrechnung; option ~1 appraisal|analysis; make ~2 case ~1 investment|change;
  business ~0 justification; green book
benefits-realization: benefit ~2 realization|tracking|management|measurement|delivered|realize|case|owner|profile;
  realize|track|measure|deliver ~3 benefit|value; value ~1 realization|delivery|delivered; business ~1 outcome|
  value|result; post implementation; outcomes ~2 output
organizational-change: let|letting ~1 go ~0 of; skeptical|reluctant ~1 people|user|staff|colleague|clerk; get|
  getting|got ~3 used ~0 to; old ~0 habit; organizational ~1 change; change ~0 management; manage|lead|drive|driving|
  leading|managing|
  guide|bring ~3 change ~1 management|organization|people|adoption; adoption ~2 user|system|tool|change|new; user|
  change|tool|system ~1 adoption; adkar|prosci|kotter; change ~1 champion|agent|impact|adoption|readiness|
  communication|leadership|manager|program|team; veränderungsprozess|veränderungsprozesse|veränderungsmanagement|
  organisationsentwicklung; conduite ~1 changement; gestión ~2 cambio; people ~2 new|through ~3 system|change|way|
  tool; transformation ~1 change; business ~1 change; cultural ~1 change; managing ~0 change; resistance ~2 change;
  end user ~1 adoption
retrospectives: learn|learned ~3 wrong; retrospective; retro; lesson ~1 learned|learn|learnt; post
  mortem; post incident|project|
  implementation ~1 review; learn ~2 failure|mistake; incident ~0 review; blameless; inspect ~1 adapt
project-closure: handover; hand ~1 over; closure|closeout|closedown; close|closing|closed ~1 project|out; transition
  ~3 operation|support|service|bau|run|live|business; hypercare; acceptance ~1 certificate|protocol; early ~0 life;
  into ~1 service; go ~0 live ~1 support; operational ~1 readiness|acceptance; decommission; projektabschluss|
  übergabe|abnahme
"""
)
