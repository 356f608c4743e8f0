"""Names that say where a town is: countries, their regions, parts of the world, and the codes of states. Pure."""

import re

# All but the codes in small letters.
COUNTRIES = frozenset(
    re.split(
        r",\s*",
        "united states, united states of america, united kingdom, canada, ireland, australia, new zealand, india, "
        "germany, deutschland, france, netherlands, the netherlands, belgium, spain, portugal, italy, switzerland, "
        "schweiz, austria, österreich, poland, polska, czechia, czech republic, slovakia, hungary, romania, bulgaria, "
        "greece, croatia, slovenia, serbia, sweden, norway, denmark, finland, iceland, estonia, latvia, lithuania, "
        "ukraine, turkey, türkiye, israel, egypt, south africa, kenya, nigeria, ghana, morocco, united arab emirates, "
        "saudi arabia, qatar, singapore, malaysia, indonesia, philippines, vietnam, thailand, japan, south korea, "
        "china, taiwan, hong kong, brazil, brasil, mexico, argentina, chile, colombia, peru, costa rica, uruguay, "
        "luxembourg, malta, cyprus, england, scotland, wales, northern ireland, great britain, pakistan, bangladesh, "
        "sri lanka, u.s., u.s.a., u.k.",
    )
)
REGIONS = frozenset(
    re.split(
        r",\s*",
        "alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, "
        "idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, "
        "minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, north "
        "carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, "
        "tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, district of "
        "columbia, ontario, "
        "quebec, québec, alberta, british columbia, manitoba, saskatchewan, nova scotia, new brunswick, newfoundland "
        "and labrador, new south wales, victoria, queensland, south australia, western australia, tasmania, "
        "australian capital territory, northern territory, karnataka, maharashtra, tamil nadu, telangana, haryana, "
        "uttar pradesh, gujarat, kerala, west bengal, rajasthan, delhi ncr, bavaria, bayern, hessen, hesse, sachsen, "
        "saxony, nordrhein-westfalen, north rhine-westphalia, baden-württemberg, niedersachsen, kent, surrey, essex, "
        "west yorkshire, south yorkshire, north yorkshire, greater manchester, greater london, merseyside, west "
        "midlands, east midlands, tyne and wear, devon, cornwall, dorset, somerset, norfolk, suffolk, east sussex, "
        "west sussex, county durham, cumbria, rutland, noord-holland, zuid-holland, noord-brabant, île-de-france, "
        "catalonia, catalunya, lombardy, masovian, mazowieckie, south west, north west, north east, south east, "
        "yorkshire, co. cork, gauteng, kwazulu-natal, western cape, eastern cape, free state, limpopo, "
        "mpumalanga, north "
        "west province, co. dublin, co. galway, co. kerry, co. mayo, co. limerick, co. kildare, co. meath, co. "
        "wicklow, "
        "county cork, county galway, county kerry, county mayo, county antrim, county down, friesland, gelderland, "
        "overijssel, utrecht province, limburg, flanders, wallonia, lower saxony, thuringia, brandenburg, tyrol, "
        "styria, ticino, vaud, galicia, andalusia, veneto, piedmont, tuscany, punjab, odisha, andhra pradesh, goa, "
        "selangor, penang, johor, metro manila, luzon, jalisco, nuevo león, puerto rico, guam, prince edward island, "
        "yukon, nunavut, otago, canterbury, waikato",
    )
)
AREAS = frozenset(
    re.split(
        r",\s*",
        "africa, americas, apac, asia, dach, eea, emea, eu, europe, european union, gb, latam, latin america, middle "
        "east, nordics, north america, the eu, the european union, the uk, the united kingdom, the united states, the "
        "us, uae, uk, us, usa",
    )
)
CODES = frozenset(
    re.findall(
        r"\w+",
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH "
        "OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY ON BC AB QC MB SK NS NB NL PE YT NT NU NSW VIC QLD ACT TAS US "
        "USA UK GB IE UAE NZ EU AU",
    )
)
COUNTRY_CODES = frozenset({"US", "USA", "UK", "GB", "UAE", "EU"})


def is_area(name: str) -> bool:
    """Whether it is a country, a region or state, or a part of the world."""
    low = name.strip().lower()
    return (
        low in COUNTRIES
        or low in REGIONS
        or low in AREAS
        or name.strip() in CODES
        or low.endswith("shire")
        or low.startswith(("co. ", "county "))
    )
