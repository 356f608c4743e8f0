"""Certifications by the vocabulary's names and by names it does not have. Pure."""

import re
from typing import NamedTuple

from applications.reading.quick import Quick, Together

_METHOD = Quick(
    r"(?:(?:an? |the )?(?:scrum|agile|kanban|lean|project management|pm|cloud|aws|azure|google|microsoft|security|"
    r"professional|relevant|industry|agil\w*|it|scrum master|agile/scrum|product owner|delivery|management|change "
    r"management|program management|technical|any|a|active|current|valid|good|other)\s?)+"
)
_NO_NAMES = frozenset(
    (
        "driving",
        "driver's",
        "a",
        "full",
        "uk",
        "us",
        "clean",
        "expired",
        "driver’s",
        "bachelor",
        "class",
        "active",
        "valid",
        "national",
        "higher",
        "hs",
        "h.s.",
        "school",
        "high school",
        "post-secondary",
        "postsecondary",
        "secondary",
        "college",
        "university",
        "technical",
        "vocational",
        "trade",
        "polytechnic",
        "graduate",
    )
)
# Names that mean a certificate wherever they stand.
_UNLISTED = Quick(
    r"\b(?:A-?CSM|CSPO|A-CSPO|CSP(?:-SM|-PO)?|CST|PSM[ -]?(?:II|III|2|3)|PSPO(?:[ -]?(?:I{1,3}|[123]))?|PSK|SPS|"
    r"PAL[ -]?I|PMI-(?:RMP|SP|PBA|PMOCP)|PfMP|APM(?: (?:PMQ|PFQ|PPQ|ChPP|Project (?:Management )?(?:Fundamentals|"
    r"Qualification|Professional)(?: Qualification)?))?|PMQ|ChPP|Chartered Project Professional|IPMA(?: "
    r"Level)?(?: [A-D])?|AgilePM(?: (?:Foundation|Practitioner))?|Agile ?PgM|MSP(?: (?:Foundation|Practitioner|"
    r"certified))?|MoP|MoR|P3O|Praxis|"
    r"Security\+(?: CE)?|Network\+|CompTIA (?:A|Security|Network|Cloud|Server|Linux)\+|CASP\+?|CySA\+|PenTest\+|"
    r"SecurityX|"
    r"OSHA[- ]?(?:10|30)(?:[- ]hour)?(?: card)?|TWIC(?: card)?|HAZWOPER|SSSTS|VCA(?:[- ]VOL|[- ]B)?|SCC\*{0,2}|"
    r"White Card|"
    r"SSCP|CGRC|CCSK|GSEC|GSLC|GCED|GICSP|GIAC(?: [A-Z]{4})?|IA[TM] Level [I1-3]+|CISSP(?:-ISSMP|-ISSAP|-ISSEP)?|"
    r"CISM|CISA|CRISC|CCSP|CEH|"
    r"CCNA|CCNP|CCIE|(?:BICSI )?RCDD|"
    r"TOGAF(?: \d+)?|COBIT(?: \d+)?|CBAP|CCBA|ECBA|CPRE|IREB|ISTQB|RMP|RPO|SPC\d?|RTE|Release "
    r"Train Engineer|POPM|SAFe (?:RTE|SPC|POPM|Release Train Engineer|Product Owner(?:/Product Manager)?|"
    r"Practitioner|DevOps|Program Consultant|Advanced Scrum Master|Lean Portfolio Manager|Architect)|KMP|TKP|"
    r"Kanban Management Professional|Team Kanban Practitioner|LeSS Practitioner|ICP(?:-[A-Z]{2,4})|ICAgile|CAL "
    r"?\d?|FAC-?P/?PM|FAC-?COR|DAWIA(?: (?:PM|Program Management))?(?: Level [I1-3]+| Practitioner| Advanced)?|"
    r"DAWIA|COR Level [I1-3]+|PgMgt|"
    r"AWS (?:Certified )?(?:Solutions? Architect|Developer|SysOps|DevOps Engineer|Security|Machine Learning)(?: "
    r"[-–] ?)?(?: ?(?:Associate|Professional|Specialty))?|AZ-\d{3}|Azure (?:Fundamentals|Administrator|Solutions "
    r"Architect)|Google (?:Cloud )?(?:Professional )?(?:Cloud Architect|Cloud Digital Leader|Associate Cloud "
    r"Engineer)|Prosci(?: (?:Certified|Practitioner|Change Practitioner))(?: \w+)?|CCMP|Change Management "
    r"Practitioner|HCMBOK|Salesforce (?:Certified )?(?:Administrator|Admin)|CKA|CKAD|ServiceNow (?:Certified "
    r")?(?:CSA|System Administrator)|CSSBB|CSSGB|"
    r"(?:Lean )?(?:Six[ -]Sigma|6 ?Sigma) ?(?:Master )?(?:Green|Black|Yellow|White)? ?Belt|(?:Green|Black|Yellow) "
    r"Belt|HERMES(?: \d+)?(?: (?:Foundation|Advanced|certified))?|GPM-?b?|V-Modell XT(?: \w+)?|PMBA|CPMP?|"
    r"ACCA|CPA|CMA|CIMA|CGMA|CFA|CIPP(?:/[EU]S?)?|CHPM|CPHIMS|Epic [Cc]ert(?:s|if\w+)?|PE licen[cs]e|Professional "
    r"Engineer|"
    r"P\.?Eng\.?|ITIL (?:4 "
    r")?(?:Managing Professional|Intermediate|Expert|Practitioner|Strategist|Specialist|Strategic Leader)|ISO "
    r"27001 Lead (?:Auditor|Implementer)|CSCS|(?!SIM|PCI|SD|ID|GPU|CPU|NIC|EMV|USB|US|UK|VISA|"
    r"AMEX)[A-Z]{2,5} [Cc]ard(?= |,|;|$)|SMSTS|NEBOSH|IOSH|CIPS|(?:[Ff]orklift|[Ff]irst[- ][Aa]id|[Cc]rane|"
    r"[Ww]elding|[Dd]iving|[Dd]rone|[Pp]ilot['’]?s?|[Rr]adio|[Bb]oat(?:ing)?|"
    r"[Ss]caffolding|[Ff]ood [Hh]ygiene|[Ee]lectrician['’]?s?|[Rr]adiation|[Cc]onfined [Ss]pace|[Ff]ire [Ss]afety|"
    r"[Tt]ruck|[Ss]kipper['’]?s?|(?!(?:[Dd]river|DRIVER)\b)[A-Za-z]+['’]s?(?= [Ll]icen)) (?:[Cc]ert(?:ificate|"
    r"ification|s)?|[Ll]icen[cs]e|[Pp]ermit|[Tt]icket|[Cc]ard)|CDMP|"
    r"DASM|DASSM|Disciplined Agile(?: "
    r"\w+){0,2}|Scrum@Scale Practitioner|CDPM|CDCP|CDCDP)(?![\w+])",
    exact=True,
)
# A certificate's family names: knowledge of the method, or the certificate if the words say so.
_FAMILY = {
    "prince2": ("prince2-foundation", "prince2-practitioner"),
    "itil": ("itil-foundation",),
    "safe": ("safe-agilist", "safe-ssm"),
}
_FAMILY_NAME = Quick(r"\b(PRINCE ?2|ITIL|SAFe|Scaled Agile)(?![\w])(?: ?(?:v?\d(?:\.\d)?|v\d))?")
# Methods by whose name a certificate goes in a list of them: "Prosci, Six Sigma or ITIL certificate".
_METHOD_NAME = Quick(r"\b(?:prosci|(?:lean )?six[ -]sigma|disciplined agile|agilepm|togaf|cobit|coso)(?![\w-])")
CERTIFIED_WORDS = (
    r"certif|qualification|accredit|credential|licen[cs]ed|\bbadge|diploma|zertifi|\bcert\b|certs\b|practitioner|"
    r"foundation(?:s)?\b(?! (?:in|of|for|models?)\b)|registered|chartered|zertifikat|certificación|professional "
    r"designation|designation"
)
CERTIFIED = Quick(CERTIFIED_WORDS)
# Short names that the vocabulary writes out.
_SHORT = {"ssm": "safe-ssm", "psm1": "psm-i", "psm-1": "psm-i", "psm-i": "psm-i", "psmi": "psm-i"}
_SHORT_NAME = Quick(r"\b(?:SSM|PSM-?[1I])(?![\w])", exact=True)
# Any other name before the word for a certificate: "Epic certification", "RN license".
_NAMED = Quick(
    r"((?:[A-Z][\w.+&/®-]*[ -](?:or )?){1,4})(?:(?:scheme|exam|board|platform|professional|vendor|partner|user|"
    r"product|admin(?:istrator)?|specialist|system) )?(?:[Cc]ertifi\w+|[Ll]icen[cs]es?\b|[Aa]ccredit\w+|"
    r"[Cc]redentials?\b|"
    r"[Dd]iploma)|[Cc]ertifi\w+ (?:in|as an?|by|from|according to) ((?:[A-Z][\w.+&/-]*[ -]?){1,4})",
    exact=True,
)
# Entered with a body of a profession: "registered with the NMC or HCPC".
_REGISTERED = Quick(
    r"[Rr]egist(?:ered|ration|rable) (?:with|at|by) (?:the |an? )?((?:[A-Z][\w&.-]*(?:, or |, | or | and | / |/| of |"
    r" for "
    r"|[ ])?){1,8})",
    exact=True,
)
_BODIES = re.compile(r", or |, | or | and | / |/")
# Certified in a method without a name: "a Scrum certification", "an agile qualification".
NAMELESS = Quick(
    r"\b(?:certs?\b|certif(?:ied|icat\w+)|accredit\w+|accredited|credentials?|qualifications?|zertifi\w+|designation|"
    r"licen[cs]es?)\b"
)
_NO_NAME = Quick(
    r"certified (?:mail|copy|public)|self-certif|minimum qualif|basic qualif|other qualif|console certification|"
    r"security certification|certificat\w* (?:authorit|management|process|expir|rotation|of (?:analysis|need))|"
    r"\bce certification|ce[- ]mark|"
    r"(?:took|taken|take|brought|bring|got|pass\w*) (?:\w+ ){0,3}through certification|"
    r"(?:shipped|launched|product|device|firmware|prototypes?)\b[^.;]{0,40}[:,] certification\b|"
    r"certification (?:and accreditation|of (?:products?|systems?)|process|bodies|submission|testing|"
    r"requirements)|\b(?:clean|full|valid)(?:,? (?:clean|full|uk|us|eu|current))* licen[cs]e\b|product certif|"
    r"(?:expired|ssl|tls|digital|safety) certificat|type certif|driving licen|"
    r"driver['’]?s licen|software licen|licen[cs]e (?:management|agreement|cost|compliance)|licen[cs]es? for|"
    r"academic qualif|educational qualif|university qualif"
)
KNOWING = Quick(
    r"\b(?:knowledge|familiar\w*|understand\w*|experience|exposure|awareness|working (?:with|in|within|to)|"
    r"practices|principles|framework|methodolog\w+|methods?|environment|processes|background|proficien\w+|"
    r"expertise|deliver\w*|using|toolset|disciplines?|standards|techniques|concepts?)\b"
)
_SUCCESS = Quick(r"customer success|csm team|csms\b")
# What stands in brackets soon after the name of a family of certificates.
_ROLES = re.compile(r"[^();.,]{0,24}\(([^()]*)\)")
# What makes a short name that of a certificate.
_SURE = Quick(rf"{CERTIFIED_WORDS}|\b(?:working|studying) (?:towards?|for)\b")


class Certificate(NamedTuple):
    """A certificate where it is named: its slugs, or its name if the vocabulary has none."""

    start: int
    end: int
    slugs: tuple[str, ...] = ()
    unlisted: str = ""
    # A method's name that could as well mean the method.
    family: bool = False


_ANY = Together(_UNLISTED, _SHORT_NAME, _FAMILY_NAME, _METHOD_NAME, _REGISTERED, _NAMED)


def certificates(text: str, start: int, end: int, listed: list[tuple[int, int, str]]) -> list[Certificate]:
    """The certificates that words name. ``listed``: where the vocabulary's names stand, with their slugs."""
    segment = text[start:end]
    found: list[Certificate] = []
    if not listed and not _ANY.may_match(segment):
        return found
    for match in _UNLISTED.finditer(segment):
        if match.group() not in ("MSP", "RMP", "SPS", "MoR", "CAL", "CST", "CPM", "MoP") or _SURE.search(segment):
            found.append(
                Certificate(
                    start + match.start(), start + match.end(), unlisted=match.group().strip().removesuffix(" card")
                )
            )
    for first, after, slug in listed:
        name = text[first:after]
        if (
            _FAMILY_NAME.fullmatch(name)
            or _overlaps(found, first, after)
            or (slug == "csm" and _SUCCESS.search(segment))
        ):
            continue
        if slug in ("bachelor-technical", "master-optional") or (
            slug == "psm-i" and re.match(r"[ -]?(?:II|2)", text[after : after + 4])
        ):
            continue
        if name.isupper() or not name.islower() or CERTIFIED.search(segment):
            found.append(Certificate(first, after, (slug,)))
    for match in _SHORT_NAME.finditer(segment):
        if not _overlaps(found, start + match.start(), start + match.end()) and (found or CERTIFIED.search(segment)):
            found.append(Certificate(start + match.start(), start + match.end(), (_SHORT[match.group().lower()],)))
    named = bool(found)
    family = [
        match
        for match in _FAMILY_NAME.finditer(segment)
        if not _overlaps(found, start + match.start(), start + match.end())
    ]
    for match in family:
        if match.group() == "safe" and not segment.startswith("SA", match.start()):
            continue
        close = [at for at, one in enumerate(found) if one.start == start + match.end() + 1]
        if close and match.group().lower().startswith(("safe", "scaled agile")):
            # "SAFe SSM" is one certificate.
            found[close[0]] = found[close[0]]._replace(start=start + match.start())
            continue
        if aside := _ROLES.match(segment, match.end()):
            # "SAFe certification (SSM, SPC or RTE)": which one stands in the brackets.
            inside = (start + aside.start(1), start + aside.end())
            if any(inside[0] <= one.start < inside[1] for one in found):
                continue
        if not (_is_certificate(segment, match) or (named and not KNOWING.search(segment))):
            continue
        found.append(_of_family(segment, start, match))
    for match in _METHOD_NAME.finditer(segment):
        if not _overlaps(found, start + match.start(), start + match.end()) and _is_certificate(segment, match):
            name = segment[match.start() : match.end()]
            found.append(Certificate(start + match.start(), start + match.end(), unlisted=name))
    if not found:
        found += _of_any_name(segment, start)
    return sorted(found, key=lambda one: one.start)


def _of_any_name(segment: str, start: int) -> list[Certificate]:
    """Certificates by whatever name stands before the word; a method's own name alone is none."""
    found = []
    for match in _REGISTERED.finditer(segment):
        at = match.start(1)
        for name in _BODIES.split(match[1].rstrip(" ,/")):
            at = segment.index(name, at)
            if name:
                found.append(Certificate(start + at, start + at + len(name), unlisted=name))
    for match in _NAMED.finditer(segment):
        name = (match[1] or match[2]).strip(" -")
        if _METHOD.fullmatch(name) or _NO_NAME.search(match.group()) or name.lower() in _NO_NAMES:
            continue
        found.append(Certificate(start + match.start(), start + match.end(), unlisted=name))
    return found


def _overlaps(found: list[Certificate], start: int, end: int) -> bool:
    return any(one.start < end and start < one.end for one in found)


def _is_certificate(segment: str, match: re.Match[str]) -> bool:
    """Whether the words around a method's name make it a certificate."""
    near = segment[match.end() : match.end() + 60]
    before = segment[max(0, match.start() - 40) : match.start()]
    clause = re.split(r"[;.]|\band (?:experience|knowledge)", near)[0]
    if re.match(
        r"(?:\s\(?(?:v?\d|foundation|practitioner|certif|accredit|qualif|agilist|scrum master|cert\b))",
        near,
        re.IGNORECASE,
    ):
        return True
    if re.search(
        r"certif\w* (?:in|such as|like|\(e\.g\.|e\.g\.|for)|qualif\w* (?:in|such as|like|\(e\.g\.|e\.g\.|for)|"
        r"certified|accredited",
        before,
        re.IGNORECASE,
    ):
        return True
    if KNOWING.search(before) and not re.search(r"certif|qualif", before, re.IGNORECASE):
        return False
    return CERTIFIED.search(clause) is not None or (CERTIFIED.search(before) is not None and not KNOWING.search(clause))


def _of_family(segment: str, start: int, match: re.Match[str]) -> Certificate:
    name = (
        "prince2"
        if match.group().lower().startswith("prince")
        else "itil"
        if match.group().lower().startswith("itil")
        else "safe"
    )
    after = segment[match.end() : match.end() + 30].lower()
    slugs = _FAMILY[name]
    if name == "prince2":
        named = [
            slug
            for slug, word in zip(slugs, ("foundation", "practitioner"), strict=True)
            if re.match(rf"[\s®\d]*(?:agile )?(?:foundation (?:and|or|/|&) )?\(?{word}", after)
        ]
        slugs = tuple(named) or slugs
    return Certificate(start + match.start(), start + match.end(), slugs, family=True)


def nameless(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a certificate is asked for without a name."""
    other = _NO_NAME.spans(text, start, end)
    return [
        span
        for span in NAMELESS.spans(text, start, end)
        if not any(one[0] < span[1] and span[0] < one[1] for one in other)
    ]
