"""Unions and the trades that they are of, by the words in their names."""

from __future__ import annotations

from gobetween.reading.word_lists import words

UNIONS = words("union guild brotherhood")
WORKERS = words(
    """workers drivers pilots nurses teachers miners dockers doctors actors writers employees engineers cleaners porters firefighters
    clerks seafarers guards conductors journalists lecturers crews crew ferrymen skippers dockworkers stevedores machinists musicians
    officers members staff authors steelworkers"""
)
# of these, who are called so whatever their trade
ANY_WORKERS = words("workers employees members staff crews crew")
CREWS = WORKERS - words("officers members authors guards")
_NO_UNIONS = words(
    "european african customs soviet economic monetary credit arab western eastern northern southern continental political"
)
_EMPLOYERS = words(
    "employers owners operators producers companies firms shippers manufacturers bondholders creditors growers landlords"
)


def are_only_workers(name: str) -> bool:
    """'hospital doctors': no body, but those of whom it is made."""
    return name.islower() and name.rsplit(maxsplit=1)[-1] in CREWS


_KNOWN = frozenset(
    each.strip()
    for each in """
    British Medical Association
    Royal College of Nursing
    Aslef
    National Union of Rail, Maritime and Transport Workers
    TSSA
    Unison
    IG Metall
    Unifor
    SAG-AFTRA
    Canadian Union of Public Employees
    Writers Guild of America
    Air Line Pilots Association
    Allied Pilots Association
    Association of Flight Attendants
    International Association of Machinists
    International Longshoremen's Association
    International Longshore and Warehouse Union
    Chicago Teachers Union
    United Teachers Los Angeles
    American Federation of Teachers
    United Auto Workers
    United Steelworkers
    Communications Workers of America
    United Food and Commercial Workers
    Public Service Alliance of Canada
    Canadian Union of Postal Workers
    GMB
    NASUWT
    British Airline Pilots' Association
    Vereinigung Cockpit
    Verdi
    GDL
    Academic Staff Union of Universities
    Nigeria Labour Congress
    COSATU
    French Democratic Confederation of Labour
    General Confederation of Labour
    French Confederation of Christian Workers
    National Union of Autonomous Trade Unions
    National Union of Metalworkers of South Africa
    Major League Baseball Players Association
    Australian Cricketers' Association
    Teamsters
    Rail, Tram and Bus Union
    Kenya Medical Practitioners, Pharmacists and Dentists Union
    """.strip().splitlines()
)
"""Unions whose names do not say so."""


def is_union(name: str) -> bool:
    """'Allied Transport Workers', 'dock union', 'Clerks' Federation': not 'European Union', not 'Dock Employers' Federation'."""
    parts = bare_words(name)
    if name in _KNOWN or parts == ["teamsters"]:
        return True
    if set(parts) & (_EMPLOYERS | _NO_UNIONS):
        return False
    is_called = parts[-1] in UNIONS and (len(parts) > 1 and "for" not in parts and "of" not in parts)
    return is_called or bool(set(parts) & (WORKERS - {"members", "officers"}) and len(parts) > 1)


def bare_words(name: str) -> list[str]:
    """The words of a name in small letters, without the marks of a genitive."""
    return [word.removesuffix("'s").removesuffix("’s").strip("'’") for word in name.lower().split()]
