import datetime as dt
import json
from fractions import Fraction

from attrs import evolve

from gobetween.model.dates import DateBasis, When, on
from gobetween.model.evidence import (
    Account,
    Confidence,
    DateMention,
    DeliverableMention,
    DisputeMention,
    Document,
    FigureMention,
    Furniture,
    ItemKind,
    MeetingMention,
    Outlet,
    PositionMention,
    Report,
    Speaker,
    Stance,
    Standing,
    Statement,
    StickingPointMention,
    Story,
)
from gobetween.model.passages import Passage, Span
from gobetween.rendering.account_json import account_json
from strategies.judged_documents import event, figure, position, words


def passage(text, start):
    return Passage(text, (Span(start, start + len(text)),))


SPEAKER = Speaker(passage("the union", 10), "Dockers' Union", actor="Union")


def account(**parts):
    document = Document("ab", 100, **parts)
    return Account((Report("in/port.txt", document),), (Story(("in/port.txt", "b.txt"), "copies"),))


def only(**parts):
    return account_json(account(**parts))["documents"][0]


def test_an_account_is_versioned_json_with_paths_and_stories():
    written = json.loads(json.dumps(account_json(account())))
    assert written["gobetween"] == 1
    assert written["documents"][0]["path"] == "in/port.txt"
    assert written["stories"] == [["in/port.txt", "b.txt"]]
    assert written["documents"][0]["published"] is None


def test_publication_has_date_and_basis():
    said = only(published=on(dt.date(2031, 5, 4)), outlet=Outlet("The Harbour Post", "sign-off"), title="Talks")
    assert (said["published"]["date"], said["published"]["basis"]) == ("2031-05-04", "stated")
    assert said["outlet"] == {"name": "The Harbour Post", "basis": "sign-off"}


def test_statements_have_speaker_cue_content_and_mode():
    content = Passage("no … never", (Span(0, 2), Span(30, 35)))
    (written,) = only(statements=(Statement(SPEAKER, content, cue=passage("said", 20)),))["statements"]
    assert (written["speaker"]["start"], written["speaker"]["end"]) == (10, 19)
    assert written["content"] == [{"start": 0, "end": 2}, {"start": 30, "end": 35}]
    assert written["mode"] == "indirect"
    assert written["cue"]["text"] == "said"


def test_a_statement_known_through_another_names_the_other():
    told = Statement(SPEAKER, passage("no", 30), via=Speaker(passage("a diplomat", 0), "diplomat"))
    (plain, through) = only(statements=(Statement(SPEAKER, passage("no", 30)), told))["statements"]
    assert plain["via"] is None
    assert through["via"]["name"] == "diplomat"


def test_figures_have_value_span_and_giver():
    figures = (
        FigureMention(passage("2.5 tonnes", 40), Fraction(5, 2), attributed_to=SPEAKER),
        FigureMention(passage("20 to 30 men", 60), 20, upper=30),
    )
    first, second = only(figures=figures)["figures"]
    assert (first["start"], first["end"], first["value"], first["attributed_to"]["start"]) == (40, 50, 2.5, 10)
    assert (second["value"], second["upper"], second["attributed_to"]) == (20, 30, None)


def test_dates_resolve_to_a_day_or_to_nothing():
    may = When(dt.date(2031, 5, 1), dt.date(2031, 5, 31), basis=DateBasis.INFERRED, inference="the latest such month")
    dates = (DateMention(passage("May 4", 1), on(dt.date(2031, 5, 4))), DateMention(passage("in May", 9), may))
    day, month = only(dates=dates)["dates"]
    assert day["resolved"] == "2031-05-04"
    assert month["resolved"] is None
    assert month["when"]["earliest"] == "2031-05-01"


def test_talks_items_have_their_places_and_names():
    said = only(
        meetings=(MeetingMention(passage("met", 1), ("Union", "Owners")),),
        positions=(PositionMention(passage("refused", 5), "Union", stance=Stance.REJECT),),
        sticking_points=(StickingPointMention(passage("wages", 9), "wages", is_explicit=False),),
    )
    assert said["meetings"][0]["participants"] == ["Union", "Owners"]
    assert (said["positions"][0]["party"], said["positions"][0]["stance"]) == ("Union", "reject")
    assert said["sticking_points"][0]["explicit"] is False


def test_what_tells_of_the_report_is_metadata_and_not_furniture():
    said = only(furniture=(Furniture("byline", Span(0, 5)), Furniture("caption", Span(6, 9))))
    assert [each["kind"] for each in said["furniture"]] == ["caption"]
    assert [each["kind"] for each in said["metadata"]] == ["byline"]


def test_every_item_bears_its_id_its_standing_and_how_sure_it_is():
    doubtful = evolve(figure(0, 4), confidence=Confidence(41, ("headline",), measured_on=71))
    confirmed = evolve(position(0, 40), standing=Standing.CONFIRMED)
    written = only(figures=(doubtful,), positions=(confirmed, position(0, 40, "Harbour Company")))
    assert written["figures"][0]["confidence"] == {"percent": 41, "reasons": ["headline"], "measured_on": 71}
    first, second = written["positions"]
    assert (first["standing"], first["confidence"]) == ("confirmed by a person", None)
    assert second["standing"] == "read by rules"
    assert second["id"] == f"{first['id']}-2"


def test_items_of_every_kind_are_written():
    when = on(dt.date(2031, 5, 4))
    due = DeliverableMention(words(0, 9), "Company", "a list", owed_to="Union", due=when, is_delivered=False)
    dispute = DisputeMention(words(0, 9), "the hours", "Union", "Company", denial=words(10, 20))
    written = only(deliverables=(due,), disputes=(dispute,), events=(event(0, 9),))
    assert {kind.value for kind in ItemKind} <= set(written)
    assert (written["deliverables"][0]["owed_by"], written["deliverables"][0]["due"]["date"]) == ("Company", "2031-05-04")
    assert written["disputes"][0]["denial"]["text"] == dispute.denial.text
    assert (written["events"][0]["plover"], written["events"][0]["source"]) == ("CONSULT", ["Dockers' Union"])
    assert written["medium"] == "text"
