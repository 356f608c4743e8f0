"""Whether two addresses lead to the same posting: one form for all of an address,
or the job's number at its board. Pure."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

# Where in an address a job board keeps the number of a job: in its path, or in one parameter.
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
BOARDS = (
    ("greenhouse", re.compile(r"(?:^|\.)greenhouse\.io$"), re.compile(r"/jobs/(?P<id>\d+)"), ("gh_jid", "token")),
    ("lever", re.compile(r"(?:^|\.)lever\.co$"), re.compile(rf"/(?P<id>{UUID})"), ()),
    ("ashby", re.compile(r"(?:^|\.)ashbyhq\.com$"), re.compile(rf"/(?P<id>{UUID})"), ()),
    ("smartrecruiters", re.compile(r"(?:^|\.)smartrecruiters\.com$"), re.compile(r"/(?P<id>\d{9,})(?:-|/|$)"), ()),
    (
        "linkedin",
        re.compile(r"(?:^|\.)linkedin\.com$"),
        re.compile(r"/jobs/view/(?:[^/]*-)?(?P<id>\d{6,})"),
        ("currentjobid",),
    ),
    ("indeed", re.compile(r"(?:^|\.)indeed\.[a-z.]+$"), re.compile(r"(?!)"), ("jk", "vjk")),
    ("workday", re.compile(r"\.myworkdayjobs(?:-impl)?\.com$"), re.compile(r"/job/.*_(?P<id>[\w-]*\d[\w-]*)"), ()),
    ("workable", re.compile(r"(?:^|\.)workable\.com$"), re.compile(r"/j/(?P<id>[0-9a-z]{6,})"), ()),
    ("usajobs", re.compile(r"(?:^|\.)usajobs\.gov$"), re.compile(r"/(?:job|getjob/viewdetails)/(?P<id>\d+)"), ()),
    ("naukri", re.compile(r"(?:^|\.)naukri\.com$"), re.compile(r"-(?P<id>\d{10,})$"), ()),
    ("civil service jobs", re.compile(r"(?:^|\.)civilservicejobs\.service\.gov\.uk$"), re.compile(r"(?!)"), ("jcode",)),
)
# Parameters by which an employer's own page shows a job of its board.
EMBEDDED = {"gh_jid": "greenhouse", "ashby_jid": "ashby"}
# Parameters that say how somebody came, and nothing of where.
TRACKING = re.compile(
    r"utm_.*|mc_.*|_hs.*|hs.*|ga_.*|pk_.*|(?:g|fb|ms|tw|dc|ttc|li_?fat_i)clid|gclsrc|igshid|gh_src|lever-(?:source|"
    r"origin|via).*|"
    r"ref|refid|referr?er|referral|source|src|origin|trk.*|tracking.*|lipi|ebp|position|pagenum|from|sid|session.*|"
    r"campaign.*|medium|cmp(?:id)?|cid|share.*|recommended.*|savedsearchid|sp|iis|iisn|jobsource|via|_ga|_gl|applied"
)
ENDS = re.compile(r"(?:/(?:apply|application|index\.html?|default\.aspx?))?/*$")


def same_link(link: str) -> str:
    """A form that all addresses of one posting share; "" for what is no address of a page."""
    if re.match(r"\s*[a-z][a-z+.-]*:(?!//|\d)", link, re.IGNORECASE):
        # "mailto:", "javascript:"; a host may have a port.
        return ""
    try:
        parts = urlsplit(link.strip() if "//" in link else f"https://{link.strip()}")
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or "." not in host or re.search(r"\s", host):
        return ""
    parameters = [(name.lower(), value) for name, value in parse_qsl(parts.query)]
    path = unquote(parts.path)
    if number := _at_board(host, path.lower(), dict(parameters)):
        return number
    kept = sorted((name, value) for name, value in parameters if not TRACKING.fullmatch(name))
    # A page that is one program keeps its place behind the sign: "#/jobs/17".
    place = parts.fragment.rstrip("/") if parts.fragment.startswith(("/", "!/")) else ""
    where = f"{host}:{port}" if port not in (None, 80, 443) else host
    path = ENDS.sub("", re.sub(r"//+", "/", path))
    return f"{where}{path}{'?' if kept else ''}{urlencode(kept)}{'#' if place else ''}{place}"


def _at_board(host: str, path: str, parameters: dict[str, str]) -> str:
    for name, board in EMBEDDED.items():
        if parameters.get(name):
            return f"{board} {parameters[name].lower()}"
    for board, hosts, paths, names in BOARDS:
        if not hosts.search(host):
            continue
        found = paths.search(path)
        number = found["id"] if found else next((parameters[name] for name in names if parameters.get(name)), "")
        if number:
            # On Workday a number counts within one employer, and a second posting of it ends in "-1".
            within = f"{host.partition('.')[0]} " if board == "workday" else ""
            return f"{board} {within}{re.sub(r'-[0-9]$', '', number.lower()) if board == 'workday' else number.lower()}"
    return ""
