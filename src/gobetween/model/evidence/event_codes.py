"""The two schemes of codes of events, as far as they are used here.

CAMEO: Schrodt, Conflict and Mediation Event Observations, Codebook 1.1b3 (2012). PLOVER: Open Event Data Alliance, Political Language
Ontology for Verifiable Event Records; which of its types and modes a CAMEO code becomes is that project's own table of 2021.
"""

from __future__ import annotations

from attrs import frozen


@frozen
class Code:
    """A CAMEO code with its meaning, and the PLOVER type and mode that stand for it."""

    cameo: str
    meaning: str
    plover: str
    mode: str = ""


CODES = {
    code.cameo: code
    for code in (
        Code("030", "express intent to cooperate", "AGREE"),
        Code("033", "express intent to provide aid", "AGREE"),
        Code("0353", "express intent to release persons or property", "AGREE"),
        Code("0354", "express intent to ease sanctions, boycott or embargo", "AGREE"),
        Code("0355", "express intent to allow international involvement", "AGREE"),
        Code("0356", "express intent to de-escalate", "AGREE"),
        Code("036", "express intent to meet or negotiate", "AGREE"),
        Code("037", "express intent to settle a dispute", "AGREE"),
        Code("038", "express intent to accept mediation", "AGREE"),
        Code("039", "express intent to mediate", "AGREE"),
        Code("040", "consult", "CONSULT"),
        Code("041", "discuss by telephone", "CONSULT", "phone"),
        Code("042", "make a visit", "CONSULT", "visit"),
        Code("045", "mediate", "CONSULT"),
        Code("046", "negotiate", "CONSULT"),
        Code("051", "praise or endorse", "SUPPORT"),
        Code("057", "sign a formal agreement", "SUPPORT"),
        Code("080", "yield", "CONCEDE"),
        Code("0841", "release persons", "RETREAT", "release"),
        Code("085", "ease sanctions, boycott or embargo", "RETREAT", "ease"),
        Code("0863", "allow delivery of humanitarian aid", "RETREAT", "access"),
        Code("0871", "declare a truce", "RETREAT", "ceasefire"),
        Code("0872", "ease a blockade", "RETREAT", "withdraw"),
        Code("0874", "withdraw forces", "RETREAT", "disarm"),
        Code("100", "demand", "DEMAND"),
        Code("1033", "demand humanitarian aid", "DEMAND", "assist"),
        Code("1041", "demand a change of leadership", "DEMAND", "change"),
        Code("1053", "demand release of persons or property", "DEMAND", "yield"),
        Code("1054", "demand easing of sanctions, boycott or embargo", "DEMAND", "yield"),
        Code("1055", "demand that international involvement be allowed", "DEMAND", "yield"),
        Code("1056", "demand de-escalation or withdrawal of forces", "DEMAND", "yield"),
        Code("106", "demand a meeting or negotiation", "DEMAND", "meet"),
        Code("107", "demand the settling of a dispute", "DEMAND", "meet"),
        Code("108", "demand mediation", "DEMAND", "meet"),
        Code("111", "criticise or denounce", "ACCUSE", "disapprove"),
        Code("112", "accuse", "ACCUSE", "disapprove"),
        Code("120", "reject", "REJECT"),
        Code("1223", "reject a request for humanitarian aid", "REJECT", "assist"),
        Code("1243", "decline to release persons or property", "REJECT", "yield"),
        Code("1244", "decline to ease sanctions, boycott or embargo", "REJECT", "yield"),
        Code("1246", "decline to de-escalate or withdraw forces", "REJECT", "yield"),
        Code("125", "reject a proposal to meet or negotiate", "REJECT", "meet"),
        Code("126", "reject mediation", "REJECT", "meet"),
        Code("127", "reject a plan or agreement to settle a dispute", "REJECT", "meet"),
        Code("129", "veto", "REJECT", "yield"),
        Code("130", "threaten", "THREATEN"),
        Code("1311", "threaten to reduce or stop aid", "THREATEN", "relations"),
        Code("1312", "threaten boycott, embargo or sanctions", "THREATEN", "restrict"),
        Code("1313", "threaten to reduce or break relations", "THREATEN", "relations"),
        Code("133", "threaten with protest", "THREATEN", "relations"),
        Code("134", "threaten to halt negotiations", "THREATEN", "relations"),
        Code("138", "threaten with military force", "THREATEN", "violence"),
        Code("139", "give an ultimatum", "THREATEN", "relations"),
        Code("141", "demonstrate or rally", "PROTEST", "demo"),
        Code("143", "conduct a strike or boycott", "PROTEST", "boycott"),
        Code("144", "obstruct passage", "PROTEST", "obstruct"),
        Code("154", "mobilise or increase armed forces", "MOBILIZE", "troops"),
        Code("161", "reduce or break diplomatic relations", "SANCTION", "withdraw"),
        Code("162", "reduce or stop aid", "SANCTION", "discontinue"),
        Code("163", "impose embargo, boycott or sanctions", "COERCE", "restrict"),
        Code("164", "halt negotiations", "SANCTION", "withdraw"),
        Code("166", "expel or withdraw a presence", "SANCTION", "expel"),
        Code("171", "seize or damage property", "COERCE", "confiscate"),
        Code("1712", "destroy property", "ASSAULT", "destroy"),
        Code("173", "arrest, detain or charge", "COERCE", "arrest"),
        Code("181", "abduct or take hostage", "ASSAULT", "abduct"),
        Code("186", "assassinate", "ASSAULT", "assassinate"),
        Code("190", "use military force", "ASSAULT"),
        Code("191", "impose a blockade, restrict movement", "COERCE", "restrict"),
        Code("192", "occupy territory", "COERCE", "confiscate"),
        Code("194", "fight with artillery and tanks", "ASSAULT", "heavy-weapons"),
        Code("195", "employ aerial weapons", "ASSAULT", "heavy-weapons"),
        Code("196", "violate a ceasefire", "ASSAULT"),
    )
}
"""Every code that is given, by its CAMEO number."""
