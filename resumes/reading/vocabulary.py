"""Words by which titles, organizations and places are told apart in a resume. Pure."""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = words(
    """
    administrator advisor agent analyst apprentice architect assistant associate auditor barista buyer captain
    cashier ceo cfo chair chief cio clerk coach consultant controller coo coordinator cto curator dean designer
    developer director dispatcher editor engineer estimator evangelist executive expert fellow foreman founder
    freelance freelancer generalist head hr inspector instructor intern internship investigator journalist lead
    leader lecturer lieutenant librarian machinist manager marketer master mechanic member mentor nurse officer
    operator organizer owner paralegal partner pharmacist planner pm pmo practitioner president principal
    producer professor programmer recruiter representative researcher scheduler scientist secretary sergeant
    server specialist strategist superintendent supervisor surveyor teacher technician technologist tester
    trainee trainer translator treasurer tutor tpm vice volunteer vp waiter waitress worker writer
    """
)
ORGANIZATIONS = words(
    """
    academy agency airlines army association authority bank bureau centre center church clinic club co college
    committee communications company consulting corp corporation council county department enterprises
    federation fund foundation gmbh group health healthcare holdings hospital inc industries institute insurance
    international labs laboratories llc llp logistics ltd media ministry motors museum navy network networks
    organization partners plc polytechnic retail school sciences services society software solutions stores
    studio studios systems tech technologies trust union university ventures sa ag bv nv pty oy ab kg pvt
    """
)
# Short for a state, province or country, in capitals.
STATES = words(
    """
    AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH
    OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY ON QC BC AB MB SK NS NB NL PE NSW VIC QLD UK USA US UAE
    """
)
REGIONS = words(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi
    missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia
    washington wisconsin wyoming ontario quebec canada mexico germany france spain italy portugal ireland
    scotland wales england netherlands belgium switzerland austria poland czechia sweden norway denmark finland
    greece turkey israel india pakistan china japan korea singapore malaysia philippines indonesia thailand
    vietnam australia brazil argentina chile colombia peru egypt nigeria kenya ghana morocco romania hungary
    bulgaria ukraine serbia croatia estonia latvia lithuania iceland luxembourg bavaria catalonia
    """
)
# Names of two words.
TWO_WORDS = {
    *("new york", "new jersey", "new mexico", "new hampshire", "north carolina", "south carolina", "north dakota"),
    *("south dakota", "rhode island", "west virginia", "united states", "united kingdom", "new zealand"),
    *("south africa", "saudi arabia", "united arab emirates", "costa rica", "hong kong", "british columbia"),
    *("northern ireland", "south korea", "sri lanka", "czech republic", "nova scotia"),
}
# What stands instead of a place.
AWAY = {"remote", "hybrid", "on-site", "onsite", "fully remote", "telework"}
# What goes on in the next line.
SMALL_WORDS = words("a an and as at by for from in into of on or over per that the to under via with within")
