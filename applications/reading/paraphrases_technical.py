"""Other words in which postings ask for tools and technical skills.

How a line is read says ``phrases.read_table``.
"""

from applications.reading.phrases import read_table

TECHNICAL = read_table(
    """
jira: atlassian; jira
confluence: wiki; confluence; atlassian ~2 suite|stack|product|tool|toolset|toolchain|tools
azure-devops: azure ~0 devops; devops ~0 boards|server
ms-project: ms ~0 project; ms ~3 project; microsoft ~1 project; msp ~1 project|schedule; ms ~0 planner
planview: clarity; ppm ~1 tool|software|system|platform|tooling; planisware; portfolio ~0 tool; project ~0 online ~0
  ppm; workfront; primavera ~1 portfolio
servicenow: service ~0 now; servicenow; snow ~0 platform
github-projects: github|gitlab|bitbucket
spreadsheets: spreadsheet; pivot; tabellenkalkulation; excel ~0 skill; google ~0 sheet; tableur
presentation-tools: slide|slides; powerpoint; google ~0 slide; keynote ~0 deck
diagramming: visio|lucid|lucidchart|bpmn|uml; process ~1 map|mapping|modeling|modelling|flow|diagram; draw|drawing
  ~3 diagram|process|system; diagram; flowchart|flow ~0 chart; prozessmodellierung
whiteboarding: whiteboard|whiteboarding|miro|mural
collaboration-suites: microsoft|ms|m365|o365|google ~1 office|365|workspace|suite|teams; office ~1 365|suite|
  package|application|product|tool|software|produkte|paket|anwendungen|kenntnisse; ms ~0 office; sharepoint|slack;
  office ~0 paket; m365|o365; collaboration ~1 tool|suite|platform; pack ~0 office; teams ~0 sharepoint
docs-databases: notion ~2 airtable|coda|jira|asana|confluence; airtable
sdlc: software ~1 lifecycle|life|delivery|engineering|development|developer|engineer|project|process|product|
  entwicklung|build|team|platform; develop|build|built|ship|make|deliver|release ~3 software|
  app|application|code; write|written|wrote ~3 software|app|application; software|system ~0 development;
  developer|programmer|programmierer|entwickler|
  softwareentwicklung|softwareentwickler|softwareprojekte|softwareprojekten|software-entwicklung|développement|
  développeur|desarrollo; once|been|as|were|was ~3 engineer|developer|programmer; engineering ~0 background|
  culture|practice|experience; hands ~1 on ~1 engineering|development|technical|coding|
  engineer; development ~1 life ~1 cycle; lifecycle|life ~1 cycle ~1 software|development|system|product; technical
  ~1 delivery|product ~0 development; product ~0 engineering; application ~0 development; entwicklungsprozess|
  softwarelebenszyklus|softwareentwicklungsprozess; technologist
system-design: box ~2 arrow; where ~3 system|service|platform ~2 break|fail|breaks; architecture; system ~1 design|
  thinking|architecture|fail|scale; distributed ~0 system|computing|
  architecture; architect; architectural; architektur|systemarchitektur|softwarearchitektur|it-architektur|
  architekturen; design ~1 review|system|trade; how ~3 system|services|software ~1 fail|fit|work|works|scale|behave|
  talk|built; technical ~1 design|architecture|depth; diseño ~1 sistemas; reference ~0 architecture; large ~1 scale
  ~2 system; complex ~0 distributed; block ~0 diagram; systems ~0 engineering
apis: api; integration|integrations|schnittstellen|schnittstelle|middleware; interface ~1 design|integration|
  specification|project|management|development|engine; system ~0 interface; rest ~1 api|service|web; web ~0 service|
  hook; integrate|integrating ~3 system|service|platform|tool|data|application; system|systems|software|application|
  platform|enterprise|third party ~1 integration; webhook|soap|odata|graphql|grpc|openapi|swagger; event ~0 driven|
  streaming; message|messaging ~0 queue|bus|broker; edi; esb|mulesoft|boomi|ipaas; connect ~3 system|software;
  intégration|interfaçage
microservices: microservice|microservices; micro ~0 service; service ~0 oriented ~0 architecture; monolith; kafka|
  rabbitmq; service ~0 mesh; domain ~0 driven
web-development: web ~1 application|app|development|developer|platform|product|technology|site|software|project|
  frontend|standards; front ~0 end; frontend|fullstack|javascript ~1 framework|react|angular; website|websites;
  wcag; cms|drupal|wordpress|headless|typo3; single ~0 page; full ~0 stack; webentwicklung|webanwendungen
mobile-development: mobile ~1 app|application|development|developer|product|platform|software|release|sdk|client|
  team; ios|android|flutter; app ~0 store; react ~0 native; apps ~2 ios|android|phone|phones
programming-literacy: program|programming|coding|script|scripting ~1 language|experience|skill|background|knowledge|
  basic|literacy; read|write|writing|wrote|written|understand|review|follow ~3 code|script|scripts; coded|coding|
  programmer|programmierkenntnisse|programmiersprache|programmierung|programmiersprachen|programmation|programación;
  python|java|javascript|typescript|golang|rust|scala|ruby|kotlin|php|perl|bash|powershell|matlab|julia|abap|cobol|
  swift|groovy|vba|net|dotnet|nodejs; .net; c ~0 sharp; c++|c#; hands ~1 on ~1 code|coding|programming; object ~0
  oriented; node ~0 js
version-control: git; version|source ~0 control; pull|merge ~0 request; code ~0 review; trunk ~0 based;
  versionsverwaltung|versionskontrolle; branching ~0 strategy|model|policy; subversion|svn|perforce|mercurial;
  plastic ~0 scm
testing-qa: test ~2 plan|strategy|management|case|manager|process|execution|lead|report|script|cycle|result;
  software|system|integration|regression|functional|manual|end|product|penetration ~1 testing|test|tester|tests;
  quality ~1 assurance|engineer|engineering; qa; testmanagement|testkonzept|testkonzepte|softwaretest|softwaretests|
  testing|tests|testen; verification ~1 validation; v v; plan|organize|coordinate|run|lead|manage ~3 testing|test|
  tests; recette|recettes|pruebas; validation ~1 protocol|testing|plan; bug|defect ~1 tracking|triage|reporting|
  management; factory ~0 acceptance; tester|istqb; iq oq
test-automation: test ~4 themselves|itself; test ~1 automation; automated|automate|automating ~2 test|testing|tests;
  unit ~0 test;
  testautomatisierung; tdd|bdd; continuous ~0 testing; selenium|cypress|playwright
uat: user ~1 acceptance|testing; acceptance ~1 test|testing|tests|criteria ~0 testing; test|
  testing ~1 acceptance; uat; beta|pilot|usability ~1
  test|testing|program|user; abnahmetest|abnahmetests|abnahme|akzeptanztest|nutzertests; sign ~0 off ~2 user;
  factory|site ~0 acceptance; go ~0 no ~0 go; recette ~0 utilisateur
release-management: brought|took|taken|bringing|taking ~4 live|production; release ~2 management|plan|planning|train|
  coordination|cycle|process|manager|calendar|
  engineering|note|schedule|readiness; cutover|cut ~0 over; go ~0 live|lives; launch|launches|launched|launching ~2
  plan|planning|readiness|product|management|criteria|review|coordination|process|checklist|feature; plan|manage|
  coordinate|run|own|lead|ship|deliver ~3 release|launch|deployment|cutover|rollout; take|bring ~4 live|production|
  launch; rollout|roll ~0 out|rollouts|rollback; feature ~0 flag|toggle; production ~1 release|deployment|launch|
  change; releasemanagement|releaseplanung|inbetriebnahme|einführung|inbetriebnahmen; mise ~1 production|mise en
  production; blue ~0 green; phased|staged ~1 release|rollout; puesta ~2 marcha|producción; commissioning
technical-writing: document|documents|documentation|documenting|dokumentation|documentación ~2 process|project|
  technical|decision|requirement|procedure|skill|standard|work|system|proposal; technical|project|process|system|
  user|good|clear|design|clean|excellent|strong ~1 documentation|document|documents|spec|specification|writing;
  technical ~0 writer; write|written|wrote|author|draft|produce ~3 document|documentation|specification|spec|
  proposal|runbook|procedure|manual|guide|rfc|memo|docs; write|writing|wrote ~2 down; runbook|runbooks|sop|sops|
  rfcs; design ~0 doc|docs; documentation|dokumentation|rédaction|redacción; write|writing ~2 down; operating ~0
  procedure; decision ~0 record; pflichtenheft|lastenheft|lastenhefte
technical-debt: tech|technical ~0 debt; refactor|refactoring; code ~0 quality; maintainability; engineering ~0
  excellence; technische ~0 schulden
performance-scalability: scale|scalable|scaling|scalability ~2 system|platform|service|application|software|product|
  load|architecture|infrastructure; high ~0 availability|load|traffic|throughput|scale|performance; performance|
  load|stress|capacity ~0 test|testing|tuning|engineering|optimization; latency|low-latency|real time ~1 system; non
  ~0 functional; cache|caching; skalierbarkeit|skalierbare|skalierbaren; highly ~1 available|scalable;
  nonfunctional; throughput
legacy-modernization: switch|switched|turn|turned|switching ~1 off ~3 system|server|application|mainframe; legacy;
  moderniz|modernize|modernization|modernizing|modernisation|modernising|modernise;
  mainframe|cobol|as ~0 400; mainframe ~1
  decommission|retirement|exit|migration; replace|replacing|replaced|retire|sunset|decommission ~3 system|platform|
  application|
  legacy; digital|it|technology ~0 transformation; re|system|platform ~0 platforming|platform|replacement|migration|
  migrations; replatform; rewrite|rewriting|rewrote|rewritten ~4 system|platform|application|service|product|codebase|
  backend; core ~1 replacement; altsysteme|altsystem|ablösung|digitalisierung|digitalization|digitalisierungsprojekte|
  digitalisierungsprojekten|systemablösung; transformation ~1 numérique|digital; technology ~1 refresh|upgrade|
  modernization; old ~1 system|platform; migrate|migrating|migration ~3 platform|system|application; brownfield;
  digitization|digitisation
cloud-fundamentals: cloud ~1 technology|native|based|concept|environment|platform|provider|hosting;
  cloudtechnologien|cloud-technologien|cloud-lösungen|cloudlösungen|cloudplattformen; nube
aws: amazon ~0 web
azure: azure ~0 cloud|platform|stack; entra
google-cloud: google ~0 gcp
cloud-migration: cloud ~2 migration|transformation|adoption|journey|move; migrate|migrating|migration|migrations|
  move|moving|moved ~4 cloud|aws|azure|gcp; aws|azure|gcp|cloud|google ~2 migration|migrate|migrations; data ~0
  center ~1 migration|exit|move|consolidation|relocation|closure|exits|migrations; workload ~1 migration; on ~0
  premise|prem ~3 cloud; lift ~1 shift; cloud-migration|cloudmigration|cloud-migrationen; rehost|replatforming;
  rechenzentrumsumzug|rechenzentrumsmigration; into|onto ~1 cloud
ci-cd: ci ~0 cd; continuous ~0 integration|delivery|deployment; build|deployment|release|delivery ~1 pipeline;
  jenkins|teamcity|circleci|argocd|argo; automated ~1 deployment|build|release; ci; deployment ~0 automation;
  pipelines ~1 deployment|build; trunk
devops: devops|devsecops|gitops; dev ~0 ops; platform ~0 engineering|team; developer ~0 experience|productivity|
  platform; internal ~1 platform
containers: container|docker|kubernetes|k8s|openshift|helm|containerization; container ~1 orchestration|platform
infrastructure-as-code: terraform|ansible|pulumi|puppet|bicep; infrastructure ~1 code; iac; configuration ~0
  management
reliability: keep|kept|keeping ~2 system|service|site|platform ~0 up|running|alive; reliability|uptime|resilience ~1
  engineer|engineering|system|target|review|team|service|metric|
  organization|objective|program|platform; site ~1 reliability; sre|slo|sla|sli; error ~0 budget; service ~0 level|
  levels; uptime; high ~0 availability; availability ~1 target|requirement; chaos ~0 engineering; operational ~0
  excellence; critical ~1 system|service|infrastructure|platform; always ~0 on; verfügbarkeit; fail|fails|failure ~2
  system|systems|services|gracefully; production ~1 reliability|operations|system|systems|service|services; 24 7 ~2
  service|operation|system|environment|services
observability: watch|watching ~1 production; alert|alerts; monitor|monitoring|observability|telemetry|dashboards ~2
  tool|system|production|logging|alerting|
  stack|platform|service|tooling; logging|alerting|datadog|splunk|grafana|prometheus|dynatrace; new ~0 relic;
  monitoring|observability; apm
incident-management: production|system|site|everything|service ~1 down; production ~1 break|breaks|broke|burn;
  incident; major ~1 incident|outage; outage|outages; on ~0 call ~2 rotation|experience|culture;
  problem ~0 management; war ~0 room; störung|störungen|incident-management|störungsmanagement|entstörung; root ~0
  cause ~1 analysis|review; live ~1 issue|incident|problem; post ~0 incident; pagerduty; emergency ~0 response; sev|
  severity
itsm: itil|itsm; service ~1 management|desk|delivery|transition|operation|support|improvement|introduction|design;
  help|service ~0 desk; cmdb|cab; change ~0 advisory; it ~1 operation|service|support; servicemanagement|
  it-service-management|betrieb|it-betrieb|it-services; incident ~2 change|problem|request; run ~0 operations;
  service ~0 now
networking: switches ~3 branch|office|closet|router|cabinet; network|networks|netzwerk|netzwerke|netzwerktechnik|lan|
  wan|wlan|wifi|vpn|firewall|router|switch|
  switches|dns|sd|mpls|tcp|5g|cisco|juniper|réseau|réseaux|redes ~2 infrastructure|engineer|engineering|technology|
  security|design|project|protocol|rollout|deployment|equipment|storage|server|refresh|cabling|architecture|and|or|
  migration|operation|upgrade|fundamentals; network|networks|networking|netzwerk|netzwerke|netzwerktechnik|réseau|
  réseaux|firewall|firewalls|router|wan|lan|vpn|cisco|mpls|wifi|wi; cabling|structured ~0 cabling; load ~0 balancer;
  tcp; telephony
infrastructure: infrastructure|infrastruktur|it-infrastruktur|infrastrukturprojekte|infrastrukturprojekten|
  infraestructura; data ~0 center|hall; datacenter|datacentre|rechenzentrum|rechenzentren|rechenzentrums; server|
  servers|storage|hardware ~1 refresh|rollout|deployment|room|upgrade|virtualization|replacement|installation;
  vmware|virtualization|hyper ~0 v; windows|linux|unix ~1 server|system|administration|environment|migration; active
  ~0 directory; end ~0 user ~0 computing|device; desktop|device|laptop|workstation|endpoint ~1 rollout|refresh|
  deployment|support|migration|management|replacement; virtualization|colocation|storage|server|servers|vmware|
  linux|citrix|hypervisor|intune|sccm|euc|serverräume; office ~1 move|relocation|fit; it ~0 hardware; san|nas;
  centre ~1 données; rack|racks; power|cooling ~2 cooling|rack|data; field ~0 install
disaster-recovery: disaster ~0 recovery; business ~0 continuity; backup; failover|fail ~0 over; rto|rpo|bcp|
  notfallplanung|notfallmanagement; recovery ~1 plan|test|testing|planning|exercise|drill; resilience ~1 test|
  testing|planning
finops: finops; cloud ~1 cost|spend|bill|billing|economics|costs; cost ~0 optimization; chargeback|showback; unit ~0
  economics
sql: sql|mysql|postgres|postgresql|nosql|mongodb|database|databases|datenbank|datenbanken|sql-kenntnisse|plsql;
  query|querying|queries ~2 data|database|sql|warehouse; write|run|own|pull|writing ~2 query|queries|sql;
  relational; base ~1 données; bases ~1 datos; pull ~2 own ~1 data; oracle ~1 database|db
data-pipelines: data ~1 pipeline|ingestion|integration|flow|streaming|plumbing|processing|feed|load|
  extraction; etl|elt|airflow|dbt|spark|flink|informatica|talend|dagster|ssis|fivetran; kafka ~0 streams; streaming
  ~1 data|platform; batch ~1 job|processing|data; data-engineering; big ~0 data
data-warehousing: data ~1 warehouse|warehousing|lake|lakehouse|platform|model|modeling|modelling|mesh|mart|vault|
  architecture; snowflake|redshift|bigquery|databricks|teradata|synapse|lakehouse|dwh|datawarehouse; big ~0 data ~0
  platform; dimensional ~0 modeling; entrepôt ~1 données
business-intelligence: power ~0 bi; tableau|looker|qlik|qlikview|cognos|metabase|powerbi; bi ~1 tool|report|
  reporting|dashboard|platform|solution; business ~0 intelligence; data ~2 analysis|analytics|analyze|visualization|
  analyst|driven|literacy|insight|reporting|interpretation; dashboard|dashboards|analytics|datenanalyse|
  auswertungen|reporting-tools; analyze|analyse|interpret|analyzing|visualize ~2 data|number|usage|numbers; look ~2
  numbers; product|web|google ~0 analytics; reporting ~0 tool; análisis ~1 datos; analyse ~1 données
data-migration: data ~0 migration|conversion|cleansing|mapping|reconciliation|migrate|cutover|transfer|validation|
  load; migrate|migrating|migrated|move|moving|moved|convert ~3 data|records|database; datenmigration|
  datenmigrationen|datenübernahme|datenbereinigung; migration|reprise ~1 données|datos; legacy ~0 data; etl ~1
  migration
data-governance: data ~1 governance|quality|stewardship|catalog|lineage|management|ownership|steward; master|
  metadata ~1 data|management; mdm|datenqualität|datenmanagement|stammdaten|datengovernance; qualité ~2 données;
  metadata; record ~1 management|records; pim
machine-learning: model ~2 production; machine|deep ~0 learning; ml|mlops|nlp|maschinelles; data ~0 science|
  scientist; model ~0 training|
  deployment|evaluation|serving|lifecycle; computer ~0 vision; recommender|ranking|recommendation ~0 system;
  predictive|statistical ~0 model|modeling|analytics; model|models ~3 train|trained|served ~3 train|trained|served|
  measured|
  evaluated; ai ~1 ml; train ~2 model; neural; tensorflow|pytorch|
  sagemaker; inference
generative-ai: generative|genai|llm|llms|gpt|chatgpt|copilot|ki|ia|langchain; ai ~1 tool|assistant|agent|product|
  feature|system|application|coding|powered|driven|solution|assisted|enabled|model|project|program|governance|
  adoption|experience|platform|technology|initiative|literacy; artificial ~0 intelligence; language ~0 model; prompt
  ~1 engineering; künstliche ~0 intelligenz; rag ~1 pipeline|system|retrieval; ai; responsible ~0 ai; assistant ~1
  tools
experimentation: a ~0 b ~1 test|testing|tests; experiment|experiments|experimentation|experimenting; hypothesis|
  hypotheses; controlled ~1 rollout|test; canary; split ~0 test; multivariate
"""
)
