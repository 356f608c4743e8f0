"""A posting of each kind, invented, with what its header says."""

BODY = "\n\nAbout the job\nYou plan and deliver the replacement of the looms, and you keep the plan honest.\n"

CAREERS_PAGE = (
    "Loom Project Manager\nLarkmoor Mills Software · Leeds (hybrid, two days a week in the office) · Permanent, "
    "full time\n"
    "Salary: £52,000 to £61,000 a year\nApply by 18 December 2026" + BODY
)
LINKEDIN = (
    "Larkmoor Mills logo\nLarkmoor Mills\nShare\nShow more options\nLoom Project Manager\n"
    "Hartford, CT · Reposted 3 days ago · Over 100 people clicked apply\n$98K/yr - "
    "$121K/yr\nHybrid\nFull-time\nEasy Apply\nSave"
    + BODY
    + "More jobs\nSenior Scrum Master\nOther Mutual · Boston, MA · $150K/yr - $160K/yr · Contract"
)
USAJOBS = (
    "Loom Project Manager (Supervisory responsibilities: none)\nBureau of Weaving\nOverview\nOpen & closing dates\n"
    "11/30/2026 to 12/14/2026\nSalary\n$117,962 - $153,354 per year\nPay scale & grade\nGS 13\nLocation\n"
    "2 vacancies in the following location: Baltimore, MD\nRemote job\nNo\nTelework eligible\nYes, up to 4 days "
    "per pay period.\n"
    "Appointment type\nPermanent\nWork schedule\nFull-time" + BODY
)
UK_PUBLIC = (
    "Loom Project Manager\n\nOffice for Weaving\nApply before 11:55 pm on Monday 11th January "
    "2027\n\nSalary\n£41,300 - £46,850\n"
    "Contract type\nPermanent\nWorking pattern\nFull-time, Job share\nLocation\nSwansea, Newcastle-upon-Tyne" + BODY
    + "Expect to be in one of our offices for 60% of your time.\n"
)  # fmt: skip
AGENCY = (
    "Loom Project Manager - Mill Exit - Contract\n\nHeddle Talent Partners\nLocation: Milton Keynes (2 days on "
    "site per week, rest remote)\n"
    "Rate: £525 - £575 per day, Inside IR35 via umbrella\nRef: HTP-20931\n\nOur client, a household name, is "
    "looking for you." + BODY
)
FORWARDED = (
    "Fwd: Urgent opening || Scrum Master || Pune || C2H\n\nDear Candidate,\n\nGreetings from Heddle Manpower Pvt "
    "Ltd !!\n\n"
    "Position : Scrum Master\nMode : Contract to Hire (12 months)\nBudget : upto 22 LPA (depends on last CTC)\n"
    "Location : Pune (Baner) - WFO all 5 days, pls do not apply if looking for hybrid\n\nWe have an opening with "
    "our MNC client." + BODY
)
INDIA = (
    "Technical Project Manager\nLarkmoor Ledger Systems\n4.1 | 312 Reviews\n9 - 13 years\n₹ 28-36 Lacs "
    "P.A.\nHybrid - Bengaluru, Pune\n"
    "Posted: 2 days ago   Openings: 2" + BODY + "Employment Type: Full Time, Permanent\n"
)
ASHBY_TEXT = (
    "Loom Delivery Manager\nOverview\nApplication\n\nLocation\nToronto\nEmployment Type\nFull time\nLocation "
    "Type\nHybrid\n"
    "Compensation\nCA$165K \u2013 CA$190K • Offers Equity\n\nAbout Larkmoor Analytics\nLarkmoor Analytics helps mills."
    + BODY
)
PROSE = (
    "TPM at Larkmoor & Moss\n\nLarkmoor & Moss · Lisbon or remote in Europe (UTC to UTC+2)\n\n"
    "Hello. We are eleven people. Pay is €58k to €66k a year, on a permanent contract in Portugal.\n\n"
    "To apply, write to jobs@larkmoor.example before the end of January and tell us more.\n"
)
TABLE = (
    "LH-06114 | ICT Project Manager (Looms) | Labour hire\n\nHeddle Contracting is putting together a shortlist "
    "for a department.\n\n"
    "Deadline              Thu 10/12/2026, 3 pm Canberra time\nEstimated start       Mon 01/02/2027\nInitial term  "
    "        12 months\n"
    "Location of work      ACT or VIC\nWorking arrangements  Hybrid, three days in an office\nRate                 "
    " $125 - $142 per hour incl. super" + BODY
)
GERMAN = (
    "Larkmoor Weberei GmbH  |  Kassel  |  full-time, permanent  |  from 01.03.2027\n\nTechnical Project Manager "
    "Looms (m/f/d)\n\n"
    "YOUR TASKS\n• EUR 74.500 to EUR 88.000 gross per year\n• mobile working on up to two days a week\n\n"
    "Please send your documents with your starting date until 10.01.2027 to us.\n"
)
WORKDAY = (
    "<div><h2>Sr. Loom Project Manager - ERP</h2><button>Apply</button><dl><dt>locations</dt><dd>Grand Rapids, "
    "MI</dd><dt>time type</dt>"
    "<dd>Full time</dd><dt>posted on</dt><dd>Posted 5 Days Ago</dd><dt>job requisition id</dt><dd>R-10482</dd></dl>"
    "<p><b>Larkmoor Packaging</b>&nbsp;turns board into boxes.</p><p><b>Compensation:</b> The salary range is "
    "$118,500.00 to $139,000.00 "
    "annually.</p><p>Larkmoor Packaging is an Equal Opportunity Employer.</p></div>"
)
# Each as title, employer, agency, places, remote, types, first pay, closing date.
KINDS = {
    "careers page": (
        CAREERS_PAGE,
        "Loom Project Manager",
        "Larkmoor Mills Software",
        False,
        ["Leeds"],
        "hybrid",
        ["full_time"],
        "52000 61000 GBP year",
        "2026-12-18",
    ),
    "linkedin": (
        LINKEDIN,
        "Loom Project Manager",
        "Larkmoor Mills",
        False,
        ["Hartford, CT"],
        "hybrid",
        ["full_time"],
        "98000 121000 USD year",
        None,
    ),
    "usajobs": (
        USAJOBS,
        "Loom Project Manager",
        "Bureau of Weaving",
        False,
        ["Baltimore, MD"],
        "hybrid",
        ["full_time"],
        "117962 153354 USD year",
        "2026-12-14",
    ),
    "uk public sector": (
        UK_PUBLIC,
        "Loom Project Manager",
        "Office for Weaving",
        False,
        ["Swansea", "Newcastle-upon-Tyne"],
        "hybrid",
        ["full_time", "part_time"],
        "41300 46850 GBP year",
        "2027-01-11",
    ),
    "agency": (
        AGENCY,
        "Loom Project Manager - Mill Exit",
        "Heddle Talent Partners",
        True,
        ["Milton Keynes"],
        "hybrid",
        ["contract"],
        "525 575 GBP day",
        None,
    ),
    "forwarded": (
        FORWARDED,
        "Scrum Master",
        "Heddle Manpower Pvt Ltd",
        True,
        ["Pune"],
        "no",
        ["contract"],
        "None 2200000 INR year",
        None,
    ),
    "india portal": (
        INDIA,
        "Technical Project Manager",
        "Larkmoor Ledger Systems",
        False,
        ["Bengaluru", "Pune"],
        "hybrid",
        ["full_time"],
        "2800000 3600000 INR year",
        None,
    ),
    "ashby": (
        ASHBY_TEXT,
        "Loom Delivery Manager",
        "Larkmoor Analytics",
        False,
        ["Toronto"],
        "hybrid",
        ["full_time"],
        "165000 190000 CAD year",
        None,
    ),
    "prose": (
        PROSE,
        "TPM",
        "Larkmoor & Moss",
        False,
        ["Lisbon", "Europe"],
        "yes",
        ["full_time"],
        "58000 66000 EUR year",
        "2027-01-31",
    ),
    "table": (
        TABLE,
        "ICT Project Manager (Looms)",
        "Heddle Contracting",
        True,
        ["ACT", "VIC"],
        "hybrid",
        ["contract"],
        "125 142 AUD hour",
        "2026-12-10",
    ),
    "german": (
        GERMAN,
        "Technical Project Manager Looms (m/f/d)",
        "Larkmoor Weberei GmbH",
        False,
        ["Kassel"],
        "hybrid",
        ["full_time"],
        "74500 88000 EUR year",
        "2027-01-10",
    ),
    "workday": (
        WORKDAY,
        "Sr. Loom Project Manager - ERP",
        "Larkmoor Packaging",
        False,
        ["Grand Rapids, MI"],
        "unknown",
        ["full_time"],
        "118500.00 139000.00 USD year",
        None,
    ),
}
