"""In which country a job is,
as far as its words say so: it decides the order of a date and whose dollar is meant. Pure."""

import re
from collections import Counter
from functools import cache

# By ISO 3166-1: names of the country, its regions and cities that stand for it, and words that only its postings use.
SIGNS = {
    "US": (
        r"United States(?: of America)?|USA|U\.S\.A?\.?|US(?= (?:citizen|remote|only|based)|[,);/\n]|$)|401\(?k\)?|"
        r"E-Verify|"
        r"USAJOBS|W-?2|C2C|"
        r"New York|San Francisco|Seattle|Boston|Chicago|Austin|Denver|Atlanta|Dallas|Houston|Los Angeles|GS[- ]1?\d|"
        r"[A-Z][a-z]+, (?:AL|AK|AZ|AR|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|"
        r"NJ|NM|NY|"
        r"NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|CA)"
    ),
    "CA": (
        r"Canada|Canadian|Toronto|Vancouver|Montr[eé]al|Ottawa|Calgary|Edmonton|Winnipeg|Ontario|Qu[eé]bec|Alberta|"
        r"British Columbia|Nova Scotia|RRSP|AODA|CA\$|CAD|C\$|[A-Z][a-z]+, (?:ON|BC|AB|QC|MB|SK|NS|NB|NL)"
    ),
    "GB": (
        r"United Kingdom|UK|GB|Great Britain|England|Scotland|Wales|Northern Ireland|London|Manchester|Birmingham|"
        r"Leeds|"
        r"Bristol|Edinburgh|Glasgow|Cardiff|Belfast|Sheffield|Liverpool|Newcastle(?:-upon-Tyne| upon Tyne)?|Swansea|"
        r"Milton Keynes|Reading, Berkshire|Nottingham|Cambridge, UK|IR35|BPSS|SC [Cc]learance|bank holidays|Civil "
        r"Service|NHS|£"
    ),
    "IE": r"Ireland|Dublin|Cork|Galway|Limerick",
    "AU": (
        r"Australia|Australian|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Hobart|Darwin|Geelong|"
        r"Northern Territory|NSW|Queensland|superannuation|(?<=\+ )super|AUD|A\$|AU\$|NV1|NV2|Baseline clearance"
    ),
    "NZ": r"New Zealand|Auckland|Wellington|Christchurch|Aotearoa|KiwiSaver|NZD|NZ\$",
    "IN": (
        r"India|Bengaluru|Bangalore|Hyderabad|Pune|Mumbai|Chennai|Gurgaon|Gurugram|Noida|New Delhi|Delhi|Kolkata|Kochi|"
        r"Ahmedabad|LPA|[Ll]akhs?|[Ll]acs?|CTC|INR|₹|B\.?Tech|crores?"
    ),
    "SG": r"Singapore|S\$|SGD|SG\$",
    "HK": r"Hong Kong|HKD|HK\$",
    "DE": r"Germany|Deutschland|Berlin|Munich|München|Hamburg|Frankfurt|Cologne|Köln|Stuttgart|Düsseldorf|Leipzig|GmbH",
    "AT": r"Austria|Österreich|Vienna|Wien|Graz|Linz",
    "CH": r"Switzerland|Schweiz|Suisse|Zurich|Zürich|Geneva|Genève|Basel|Bern|Lausanne|CHF",
    "FR": r"France|Paris|Lyon|Toulouse|Nantes|Marseille|CDI|K€",
    "NL": r"Netherlands|Nederland|Amsterdam|Rotterdam|Utrecht|Eindhoven|The Hague",
    "BE": r"Belgium|Brussels|Antwerp|Ghent|Leuven",
    "ES": r"Spain|España|Madrid|Barcelona|Valencia|Málaga",
    "PT": r"Portugal|Lisbon|Lisboa|Porto",
    "IT": r"Italy|Italia|Milan|Milano|Rome|Turin",
    "PL": r"Poland|Polska|Warsaw|Warszawa|Krak[oó]w|Wroc[lł]aw|Gda[nń]sk|Pozna[nń]|PLN|B2B contract|zł",
    "CZ": r"Czech(?:ia| Republic)|Prague|Praha|Brno|CZK|Kč",
    "SE": r"Sweden|Stockholm|Gothenburg|Göteborg|Malmö|SEK",
    "NO": r"Norway|Oslo|Bergen|NOK",
    "DK": r"Denmark|Copenhagen|København|Aarhus|DKK",
    "EU": (
        r"CET|CEST|Malta|Luxembourg|Greece|Athens|Romania|Bucharest|Hungary|Budapest|Croatia|Zagreb|Slovenia|Slovakia|"
        r"Bratislava|Bulgaria|Sofia|Estonia|Tallinn|Latvia|Riga|Lithuania|Vilnius|Cyprus|European (?:Union|"
        r"Commission|Agency)"
    ),
    "FI": r"Finland|Helsinki|Espoo|Tampere",
    "ZA": r"South Africa|Johannesburg|Cape Town|Durban|Pretoria|Sandton|Midrand|Centurion|Stellenbosch|Gauteng|"
    r"KwaZulu-Natal|"
    r"Western Cape|Eastern Cape|B-?BBEE|Employment Equity|ZAR",
    "AE": r"United Arab Emirates|UAE|Dubai|Abu Dhabi|AED",
    "PH": r"Philippines|Manila|Makati|Cebu|PHP (?=\d)|₱",
    "MX": r"Mexico City|Ciudad de México|Guadalajara|Monterrey|MXN|MX\$",
    "BR": r"Brazil|Brasil|São Paulo|Rio de Janeiro|BRL|R\$",
    "JP": r"Japan|Tokyo|Osaka|JPY",
    "IL": r"Israel|Tel Aviv|Herzliya|₪",
    "KE": r"Kenya|KES|KSh",
    "NG": r"Nigeria|Lagos|Abuja|NGN|₦",
}
CURRENCIES = dict.fromkeys(("IE", "DE", "AT", "FR", "NL", "BE", "ES", "PT", "IT", "FI"), "EUR") | {
    "US": "USD", "CA": "CAD", "GB": "GBP", "AU": "AUD", "NZ": "NZD", "IN": "INR", "SG": "SGD", "HK": "HKD", "CH": "CHF",
    "PL": "PLN", "CZ": "CZK", "SE": "SEK", "NO": "NOK", "DK": "DKK", "ZA": "ZAR", "AE": "AED", "PH": "PHP", "MX": "MXN",
    "BR": "BRL", "JP": "JPY", "IL": "ILS", "KE": "KES", "NG": "NGN",
}  # fmt: skip
# What stands within so many characters of the top says where the job is; what stands below may be a customer's country.
TOP = 700
MOST = 20_000
SYMBOLS = {"pounds": "GB", "rupees": "IN"}


@cache
def _signs() -> re.Pattern[str]:
    inside = "|".join(f"(?P<{country}>{words})" for country, words in SIGNS.items())
    return re.compile(rf"(?<![\w$])(?=[A-Z0-9£₹₱₪₦(clsz])(?:{inside})(?!\w)|(?P<pounds>£)|(?P<rupees>₹)")


def country_of(text: str) -> str:
    """The country that the top of the text speaks of most, or else the rest; "" where none is named."""
    said = _count(text[:TOP]) or _count(text[TOP:MOST])
    return max(said, key=lambda name: said[name]) if said else ""


def is_known(name: str) -> bool:
    """Whether a name is that of a town or country that is known here."""
    return re.match(r"[A-ZÀ-Þ][a-zà-ÿ]|USA$|UK$|UAE$", name) is not None and _signs().fullmatch(name) is not None


def _count(text: str) -> Counter[str]:
    names = (found.lastgroup or "" for found in _signs().finditer(text))
    return Counter(SYMBOLS.get(name, name) for name in names)
