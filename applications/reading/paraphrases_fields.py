"""Other words in which postings ask for security, law and fields of business.

How a line is read says ``phrases.read_table``.
"""

from applications.reading.phrases import read_table

FIELDS = read_table(
    """
infosec: information|it|cyber|application|cloud|network|product|data|software|ot ~0 security; cybersecurity|infosec|
  informationssicherheit|it-sicherheit|cybersicherheit|cybersecurité|ciberseguridad|secops; security ~2 control|
  review|architecture|testing|practice|requirement|principle|standard|engineering|program|project|assessment|best|
  team|background|posture|operations|awareness|authorization|design|certification|tool|product|domain|incident|
  concept|mindset|policies|policy; penetration|pen ~0 test|testing; threat; secure ~1 development|sdlc|coding|
  design|software|system|by; zero ~0 trust; soc|siem; sécurité ~1 informatique|systèmes; authority ~1 operate; ato;
  security; owasp; encryption
identity-access: identity; iam|sso|mfa|okta|saml|oauth|oidc|pam|ciam; single ~0 sign; access ~1 management|control|
  provisioning|rights|review; multi ~0 factor; privileged ~0 access; active ~0 directory ~2 identity;
  authentication|authorization ~1 system|flow|service|protocol|protocols; berechtigungen|berechtigungsmanagement|
  berechtigungskonzepte|zugriffsrechte; login ~1 system; joiner ~2 leaver
privacy: people ~0 data; gdpr|ccpa|dsgvo|rgpd|pii|datenschutz|lopd; data ~0 protection|privacy|residency; privacy;
  personal ~0 data;
  protección ~1 datos; protection ~1 données; data ~1 subject; consent; confidential|sensitive ~1 data|information|
  personal
security-frameworks: through|passed|survived|prepared|led ~2 audit; iso ~1 27001|27k|27002|27701; 27001; soc ~0 2|1;
  soc2; nist|fedramp|cmmc|hitrust|fisma|stig|
  irap; essential ~0 eight; security|compliance|it|external|internal ~0 audit|audits; audit|audits ~1 readiness|
  preparation|finding|evidence|trail|management|process|external|internal; compliance ~1 framework|program|standard|
  project|audit|certification|requirement|process; bsi|grundschutz|it-grundschutz|kritis|nis2|nis|tisax; cyber ~0
  essentials; grc; accreditation ~1 package|security; rmf; security ~1 authorization|accreditation|framework
hipaa: hipaa|phi|hitech; health ~1 data ~1 privacy|protection; patient ~0 data|privacy|confidentiality; protected ~0
  health
pci-dss: pci; card ~1 data|holder; cardholder; payment ~1 security|card|tokenization; tokenization; psd2
sox-controls: sox|sarbanes|itgc|finra|basel|mifid|bafin|marisk|solvency|fca|finma|gxp|gmp|vait|mica; dora ~0
  regulation; internal|financial|audit ~0 control; regulatory|regulated ~1 compliance|reporting|requirement|change|
  environment|framework|project|program|standards|submission|affairs|authority|rule|sector|obligations; regulator|
  regulators|regulation; regulatory; operational ~0 resilience ~2 rule|regulation|act|requirement; segregation ~1
  duty; regulatorik|regulatorische|regulatorischen|réglementaire|normativa; sec ~0 reporting; compliance ~1
  financial|regulatory|officer|banking|requirement|team; anti ~1 money ~0 laundering; aml|kyc
vulnerability-management: vulnerability; patch|patching; remediation|remediate ~2 security|vulnerability|finding|
  risk; cve; end ~1 life ~1 system|software|replacement; security ~1 finding|findings|fixes
erp: erp|netsuite|peoplesoft|infor|s4hana|d365|odoo|epicor|jde; oracle ~0 fusion|ebs; sap; oracle ~1 erp|fusion|
  financials|ebs|cloud|hcm; s ~0 4hana|4; enterprise ~0 resource; dynamics ~0 365|nav|ax; hcm|hris|payroll ~1
  system|implementation|platform|software|project; finance ~1 system|transformation|platform; business ~0 central;
  jd ~0 edwards; warenwirtschaft|warenwirtschaftssystem|erp-systeme|erp-systemen|erp-einführung|erp-projekte|
  sap-projekte|sap-projekten|sap-umfeld|sap-kenntnisse; hr ~1 system|systems|information; ewm|fico|ariba|
  successfactors|concur; cloud ~0 alm
crm: crm|salesforce|hubspot|zendesk|veeva|pega|marketo; customer ~0 relationship ~0 management; sales|service|
  marketing ~0 cloud|automation; membership ~1 system|platform|database; microsoft ~0 dynamics; crm-systeme|
  crm-systemen|crm-system; donor ~1 system|database
fintech: financial|finance ~1 service|sector|industry|institution|market|domain|regulated|product|technology|
  software; bank|banking|banks|bancaire|banca|kreditinstitut|banken|bankwesen|bankenumfeld|finanzdienstleistung|
  finanzbranche|finanzsektor|finanzdienstleister; payment|payments|zahlungsverkehr|paiement|pagos; insurance|
  insurer|insurers|reinsurance|versicherung|versicherungen|versicherungsbranche|versicherungsumfeld|assurance|
  assurances|seguros|underwriting; lending|loan|loans|mortgage|credit|kredit|crédit ~1 platform|product|system|
  industry|domain|software|risk|origination|accounting|or|and|union|card|bureau|decisioning|servicing; capital ~0
  market; investment|wealth|asset ~0 bank|management|banking|firm|funds; fintech|insurtech|brokerage; treasury ~1
  management|system|operation|product|platform|service|and|or; swift
  ~0 payment; card ~1 scheme|issuing|acquiring|payment|network; pension|pensions ~1 administration|industry|fund|
  platform|sector; open ~0 banking; iso ~0 20022; trading ~1 system|platform|desk|technology|floor; policy ~0
  administration ~0 system
healthcare-it: health|healthcare|hospital|clinic|clinical|medical|patient|pharma|pharmaceutical|nhs|biotech|medtech|
  krankenhaus|krankenhäuser|gesundheitswesen|klinik|kliniken|pharmaindustrie|medizintechnik|santé|sanitario|salud|
  life ~1 science|record|records|system|systems|software|sector|care|environment|setting|trial|device|technology|it|
  data|company|industry|service|informatics|trust|domain|research|practice|supply|organization|provider|or|and|
  safety|lab|laboratory; hospital|hospitals|nhs|clinic|clinics|healthcare|ehr|emr|hl7|fhir|dicom|krankenhaus|
  gesundheitswesen|pharma|medtech|pharmacy|pharmaceutical|krankenhausinformationssystem|kis|biotech|medizintechnik;
  acute ~1 trust|hospital|care|setting; electronic ~1 record|health|patient|medical; health ~0 care;
  epic ~1 system|implementation|module|ehr|certified;
  care ~1 record|system|pathway; laboratory|lab ~1 information; lims; inpatient|outpatient|
  bedside; gxp; medical ~0 device
ecommerce: online|retail ~1 shop|store|trading|peak|system|technology; retail|ecommerce|retailer|einzelhandel|
  onlinehandel|webshop|grocery|shopify|magento|checkout|omnichannel|marketplace; e ~0 commerce; online ~0 shop|
  store|retail|marketplace|commerce; point ~1 sale; pos|epos; order ~0 management|fulfillment; peak ~1 trading|
  season; commerce ~1 platform|électronique; black ~0 friday; consumer ~0 goods
telecom: mast|masts|antenna|antennas; base ~0 station; telecom|telco|telecommunication|telekommunikation|télécoms|
  telcos|telecommunications|voip|oss|bss|fiber|
  fttx|ftth|mobilfunk|telefonía|carrier|carriers|broadband; mobile ~0 network|operator; network ~0 operator|rollout|
  deployment; wireless ~1 network|operator|carrier; unified ~0 communication; radio ~1 access|network|system|site|
  sites; contact ~0 center; glasfaser|glasfaserausbau
game-development: manager|producer|work|years|experience ~1 in ~0 game; game|games|gaming|gamedev ~1 development|
  studio|industry|production|engine|team|project|title|
  launch|design|launched|producer|company|shipped; unity|unreal; live ~0 ops|operations|game|title; video ~0 game;
  shipped ~3
  game|games|titles; console ~1 release|certification|game|title
public-sector: public|government ~0 contracting; city|town ~0 hall; state ~1 budget|procurement|contracting|statute|
  legislature|law; legislature|
  legislative; treasury|
  government|federally|publicly|taxpayer ~1 funded|financed|money; financé ~2 trésor|état; public ~0 sector|service|
  body|administration|bodies|authority|services|authorities|procurement|
  institution|funds|purse|money; governmental|govt|municipal|municipality|ministry|behörde|behörden|öffentlichen|
  öffentliche|öffentlicher; local ~0 authority|government|council; department ~1 defense; defense|dod|military|army|
  navy|air ~1 force; federal ~1 acquisition|agency|project|program|regulation|contract|client|government|
  procurement|experience; gov't|govt|commonwealth|council; central|state|federal|local|devolved|u.s|us ~1
  government|agency; civil ~0 service|servant; secteur ~0 public; sector ~0 público; government ~0 digital; gds|
  govtech|gov; service ~1 standard|manual; collectivités|administration ~0 publique; city|county ~1
  government|council; nhs ~0 trust; higher ~0 education; acquisition ~0 regulation
hardware-iot: prototype ~3 production|series|volume|factory; device ~3 prototype|production; hardware|embedded|
  firmware|iot|pcb|pcba|robot|robots|robotic|robotics|semiconductor|semiconductors|
  asic|fpga|sensor|sensors|chip|chips|silicon|automotive|mechatronic|mechatronics|elektronik|mechatronik|
  steuergeräte|drone|drones|satellite|satellites|avionics|lidar|batteries|battery|wearable|wearables|ecu|autosar;
  electronic ~0 product|device|design|hardware|assembly; electronics ~4 code|software|firmware|mechanical;
  schematic; internet ~1 things; new ~1 product ~1 introduction; npi|
  evt|dvt|pvt; consumer ~0 electronics; mechanical ~1 engineering|design|engineer; electrical ~1 engineering|design|
  engineer|system; connected ~1 device|product|vehicle; smart ~1 device|home;
  physical ~1 product|device; board|silicon|hardware|lab ~1 bring ~0 up; bring ~0 up ~1 board|silicon|hardware|lab;
  eingebettete|eingebetteter|eingebetteten|embedded-systeme|
  embedded-software; control ~0 system|unit; industrial ~0 automation; plc
saas-implementation: customer|client|software|saas|enterprise|product|solution|vendor|platform ~1 implementation|
  onboarding|deployment|rollout; implement|implementing|implemented|deploy|deployment|install|installation|rollout|
  onboard|onboarding|roll ~3 customer|
  client|saas|software|clinic|system|systems|solution; implementation ~1 manager|consultant|project|consulting|
  management|specialist|services|team|lead; professional ~0 service; consulting|consultancy|beratung|it-beratung|
  conseil|consultoría ~1 firm|company|background|experience|environment|service|house|project|agency;
  kundenprojekte|kundenprojekten|kundenimplementierung|softwareeinführung|softwareeinführungen; client ~0 project;
  billable|billing ~0 hours; b2b ~1 saas|software; saas ~1 company|product|business|environment|platform|software|
  vendor; client ~1 delivery|facing ~0 delivery; solution ~0 delivery; time ~1 value; agency ~1 side|experience|
  background; customer ~1 project|site
supply-chain: supply ~0 chain; contract ~0 manufacturer; yield ~1 ramp|rate|loss|improvement; quality ~0 control ~2
  line; manufacture|manufacturing|manufacturer|factory|factories|plant|plants|production|
  produktion|fertigung|logistics|logistik|logistique|logística|warehouse|warehouses|lager|lagerlogistik|
  intralogistik|wms|mes|plm|tms|fulfillment|transport|freight|shipping|fleet|distribution|fmcg|assembly|packaging|
  produktionsumfeld|industrie|industriel|warenfluss|supply-chain ~1 environment|company|system|industry|plant|line|
  management|center|operation|technology|sector|automation|floor|network|execution|process|planning|software|site|
  logistik|steuerung|umfeld|experience|domain|data|or|and|companies; manufacturing|logistics|warehouse|warehousing|
  logistik|fertigung|lagerlogistik|intralogistik|supply-chain|lieferkette|lieferketten|produktionsumgebung|
  manufacturer; inventory ~1 system|management|planning|control; demand ~0 planning|forecasting; shop ~0 floor;
  industrial ~1 company|environment|automation|plant; transport ~1 management|system|industry|sector|domain; chaîne
  ~1 approvisionnement; cadena ~1 suministro; material ~0 handling; wholesale; cold ~0 chain; freight|haulage|last
  ~0 mile
energy-utilities: grid ~0 operator; energy|utility|utilities|scada|energie|energiewirtschaft|energiebranche|énergie|
  energía|
  stadtwerke|versorger|elektrizität|electricity|gas|oil|nuclear|wind|solar|grid|photovoltaik|windkraft|
  netzbetreiber|renewables|renewable|batteriespeicher|energiespeicher|speicher|water|wastewater|substation|
  substations ~1 sector|industry|company|system|utility|market|and|or|grid|plant|project|supplier|storage|network|
  wirtschaft|umfeld|generation|distribution|treatment|transition|farm|board|energy|companies|gas|branche|projekte|
  station; oil ~1 gas; smart ~0 grid|meter|metering; renewable|renewables|scada|utilities|energiewirtschaft|
  energiebranche|energiesektor|stadtwerke|substation|photovoltaik|netzbetreiber|batteriespeicher|energiespeicher;
  power ~1 system|plant|generation|grid|sector|industry|utility|company|market|supplier|network|distribution;
  operational ~0 technology; energy ~0 sector|industry|storage|market|system;
  ot ~0 security|system|network|environment; electric ~1 utility|vehicle ~0 charging; water ~0 industry|
  utility|company; electrical ~0 grid
"""
)
