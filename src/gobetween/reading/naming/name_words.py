"""Words in and around names: particles, honorifics, posts, words for bodies."""

from __future__ import annotations

from gobetween.reading.word_lists import words

STRAIGHT = str.maketrans("’‘ʼ", "'''")
"""To compare names by: one name, whichever apostrophe a text sets."""

PARTICLES = words("bin ibn ben abu abd al el ul ad ash as an bint de del della di da dos du van von der den la le ó ní mac")
HONORIFICS = words(
    """mr mrs ms miss mx dr sir dame lord lady sheikh shaikh prof professor rev reverend fr rabbi imam hon mr. mrs. ms. dr. prof. rep.
    ayatollah sen. gov. rev. fr. hon. gen. maj. brig. lt. col. adm. capt. cmdr. sgt. snr. amb."""
)
# what stands before a rank or an honorific, or is one, and is no part of a name
RANKS = HONORIFICS | words("gen lt col brig maj capt senior vice field marshal acting former ex then-president self-declared")
# places are meant, not those who act there, after these
PLACING = words("in at near across into through throughout around outside inside within towards toward via")
# texts and meetings bear the name of the place where they were made: a capital before them is that place
NAMED_AFTER_PLACES = words(
    "proposal agreement accord talk conference protocol declaration framework summit treaty plan pact round process"
)
# nouns for a collective that can act, for bodies that no lexicon knows
COLLECTIVES = words(
    """group movement government administration cabinet ministry union federation party faction militia army military council
    committee board company firm management employer delegation team parliament presidency office department agency authority
    coalition alliance rebels militants workers insurgents separatists strikers opposition regime side leadership mediators
    guarantors association organisation organization commission court bank bureau service forces teachers nurses pilots staff
    shareholders owners directors executives drivers miners dockers doctors farmers
    employers operator airline carrier front paramilitaries trust league consortium cooperative guild"""
)
# of these, the ones that a text may call one side of talks by alone
SIDES = words(
    """union federation association company firm management employer employers bank airline carrier operator front rebels insurgents
    militants militia paramilitaries separatists strikers guerrillas captors kidnappers workers teachers nurses pilots drivers miners
    dockers dockworkers doctors farmers shareholders growers tenants landlords lender manufacturer retailer publisher railway
    district insurer board council committee authority owners alliance bloc trust league ministry consortium cooperative guild"""
)
# of these, firms; and words in the names of bodies that are none
FIRMS = words("company firm bank airline carrier operator lender manufacturer retailer publisher insurer")
NO_FIRMS = words(
    """union association federation nations council ministry commission organization organisation league front committee court
    service party movement alliance government parliament"""
)
# sides that stand for a state, or for who fights it, where no name is near
POWERS = words("government army junta opposition rebels authorities military regime administration")
MAKERS = words(
    """carmaker automaker planemaker aircraftmaker chipmaker drugmaker truckmaker steelmaker shipbuilder carbuilder tyremaker tiremaker
    toymaker shoemaker glassmaker trainmaker trainbuilder planebuilder enginemaker papermaker housebuilder homebuilder phonemaker
    battery-maker chip-maker drug-maker steel-maker truck-maker retail-giant supermarket startup subsidiary multinational"""
)
# nouns that a body is introduced by: "the lender Nordvik"
BODY_NOUNS = SIDES | words(
    """group party movement agency service broker regulator maker giant company brand utility producer watchdog faction conglomerate
    supplier developer start-up exporter importer miner refiner builder insurer bookmaker studio network organisation organization
    charity club league"""
)
BODY_NOUNS |= MAKERS
# of these, the ones that never stand before a person's name
DESCRIBED_AS = MAKERS | words(
    """operator carrier airline bank lender insurer retailer manufacturer publisher railway firm company giant maker brand utility
    producer developer exporter importer miner refiner brewer broadcaster network charity party movement union federation club league
    conglomerate shipper bookmaker studio airport shipyard newspaper"""
)
# what a firm is in law, behind its name
LEGAL_FORMS = frozenset({"Inc", "Co", "Corp", "Ltd", "PLC", "Plc", "plc", "NV", "AG", "SA", "SE", "LLC", "SpA", "GmbH", "AB", "ASA"})
# last words of the names of firms and forces
NAME_ENDINGS = words(
    """holdings corporation corp inc plc ltd airlines airways industries partners capital foods motors steel energy brothers front
    brigade army guild syndicate congress chamber district confederation society
    network networks assurance mutual insurance telecom buses trams railways shipping pictures studios foods
    bloc ab ag sa nv gmbh oy asa"""
)

# last words of the names of places where people live, who may act as one
SETTLEMENTS = words(
    """village town city parish township hamlet borough district county province canton commune municipality valley island islands
    prefecture quarter suburb"""
)
PLACE_STARTS = words("port fort mount lake cape upper lower little great")
# verbs that only someone with a will of their own can be the subject of
WILLING = words(
    """demand insist reject refuse accept offer propose want ask agree negotiate vow oppose back support seek concede consent object
    deny dispute decline promise pledge favour favor prefer bargain relent sign ratify approve veto protest complain contest urge
    request withhold retract settle compromise"""
)
# words in the names of bodies and papers, never of persons
OF_BODIES = SETTLEMENTS | words(
    """intelligence directory directorate agency institute university street square corridor region strip news assurance mutual
    insurance buses trams railways shipping telecom media pictures studios network foods farms brewery hospital college"""
)
NOT_BODIES = words("deal agreement accord plan resolution proposal war talks crisis phase truce ceasefire images")
# who is for a portfolio or a seat, and speaks for none of the kind: 'Minister for Foreign Affairs', 'the member for Eastport'
FOR_SOMETHING = words("minister secretary commissioner undersecretary member mp senator lawmaker candidate")
# posts whose holders act in talks in their own right
PUBLIC_POSTS = words("minister premier chancellor taoiseach governor mayor mediator arbitrator conciliator")
TITLES = words(
    """taoiseach president minister premier chancellor king queen prince princess emir sultan secretary envoy ambassador leader chief
    head
    chair chairman chairwoman chairperson chairwomen director representative official spokesman spokeswoman spokesperson adviser
    advisor negotiator mediator commander general governor mayor senator congressman congresswoman commissioner president-elect
    coordinator delegate executive manager founder boss officer colonel major captain admiral judge justice lawyer attorney
    member lawmaker speaker deputy foreign-minister prime-minister economist analyst professor diplomat activist organiser
    organizer treasurer arbitrator conciliator ceo cfo coo archbishop bishop patriarch counterpart"""
)
# parts of a state that stand for it
RULING = words("government cabinet junta army military authorities regime administration")
# what ministries are for
MINISTRIES = words(
    """ministry interior foreign affairs defence defense finance health education justice information transport energy trade labour
    labor water agriculture fisheries fishing economy economic development environment culture planning mines mining oil industry
    commerce security home housing immigration treasury"""
)
# people who are called by whose they are: 'army commanders', 'government forces'
SENT_PERSONS = TITLES | words(
    """source sources officials leaders negotiators chiefs commanders ministers spokesmen envoys delegates representatives members
    troops soldiers forces fighters delegation side team mediators lawyers diplomats units positions panel panels"""
)
