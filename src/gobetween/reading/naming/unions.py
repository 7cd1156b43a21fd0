"""Unions and the trades that they are of, by the words in their names."""

from __future__ import annotations

from gobetween.reading.word_lists import words

UNIONS = words("union guild brotherhood")
WORKERS = words(
    """workers drivers pilots nurses teachers miners dockers doctors actors writers employees engineers cleaners porters firefighters
    clerks seafarers guards conductors journalists lecturers crews crew ferrymen skippers dockworkers longshoremen longshore stevedores
    machinists musicians
    officers members staff authors steelworkers midwives carers paramedics dentists bakers printers signallers seamen postmen firemen"""
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

_OF_EMPLOYERS = words("alliance authority authorities chamber terminals")


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
    AFL-CIO
    Teamsters Canada
    UNITE HERE
    SMART-TD
    Alliance of Health Care Unions
    Coalition of Kaiser Permanente Unions
    National Education Association
    Oakland Education Association
    Seattle Education Association
    AFSCME
    Directors Guild of America
    NewsGuild
    National Football League Players Association
    National Basketball Players Association
    National Hockey League Players' Association
    Association of Professional Flight Attendants
    EIS
    NAHT
    Association of School and College Leaders
    Royal College of Midwives
    Hospital Consultants and Specialists Association
    Chartered Society of Physiotherapy
    Trades Union Congress
    Usdaw
    Irish Congress of Trade Unions
    SIPTU
    Irish Medical Organisation
    Fórsa
    IALPA
    EVG
    Marburger Bund
    IG BCE
    German Trade Union Confederation
    Solidaires
    SUD-Rail
    SNPL
    FNSEA
    CGIL
    CCOO
    UGT
    SEPLA
    CGTP
    ADEDY
    GSEE
    FNV
    FGTB
    Histadrut
    IF Metall
    Solidarność
    ČMKOS
    Türk-İş
    Korean Confederation of Trade Unions
    Federation of Korean Trade Unions
    Rengo
    Zenroren
    Maritime Union of Australia
    Australian Council of Trade Unions
    Association of Salaried Medical Specialists
    PPTA
    NZEI
    Association of Mineworkers and Construction Union
    South African Transport and Allied Workers Union
    South African Democratic Teachers Union
    Public Servants Association
    South African Federation of Trade Unions
    Trade Union Congress of Nigeria
    Nigerian Medical Association
    NUPENG
    PENGASSAN
    Central Organization of Trade Unions
    Ghana Medical Association
    Zimbabwe Congress of Trade Unions
    Indian Medical Association
    Nepal Medical Association
    FUP
    CTERA
    Unite
    UGTT
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


def is_of_employers(name: str) -> bool:
    """'Port Employers' Group', 'Norvan Maritime Alliance': an alliance or an authority in whose name no trade is."""
    parts = bare_words(name)
    return not is_union(name) and (bool(set(parts) & _EMPLOYERS) or parts[-1] in _OF_EMPLOYERS)


def bare_words(name: str) -> list[str]:
    """The words of a name in small letters, without the marks of a genitive."""
    return [word.removesuffix("'s").removesuffix("’s").strip("'’") for word in name.lower().split()]
