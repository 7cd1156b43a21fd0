from fractions import Fraction

import pytest

from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.evidence import SourceType, Speaker, Statement
from gobetween.reading.documents.cleaning import clean_text
from gobetween.reading.numbers.attribution import attribute_figures
from gobetween.reading.numbers.figures import find_figures
from gobetween.reading.numbers.number_words import find_numbers
from gobetween.reading.parsing import parse
from gobetween.reading.times.date_mentions import find_dates


def found(text, parser):
    clean = clean_text(text)
    doc = parse(clean.text, parser)
    return find_figures(clean, doc, find_dates(clean, UNKNOWN_DATE, doc))


@pytest.fixture
def read_figures(parser, read):
    def read_text(text):
        return attribute_figures(found(text, parser), read(text).statements)

    return read_text


@pytest.mark.parametrize(
    ("words", "value", "upper"),
    [
        ("1,200", 1200, None),
        ("1.4 million", 1_400_000, None),
        ("twenty-five", 25, None),
        ("$9.8 bln of", 9_800_000_000, None),
        ("£3 mln in", 3_000_000, None),
        ("between $2 and $3 bn in", 2 * 10**9, 3 * 10**9),
        ("4 to 5 mln", 4_000_000, 5_000_000),
        ("two hundred and fifty", 250, None),
        ("a dozen", 12, None),
        ("half a million", 500_000, None),
        ("five and a half", Fraction(11, 2), None),
        ("3 and a quarter billion", 3_250_000_000, None),
        ("2.5", Fraction(5, 2), None),
        ("between 20 and 30", 20, 30),
        ("20-30", 20, 30),
        ("one in five", Fraction(1, 5), None),
        ("nine out of ten", Fraction(9, 10), None),
        ("two thirds of the", Fraction(2, 3), None),
        ("half of", Fraction(1, 2), None),
        ("half the", Fraction(1, 2), None),
        ("1 to 2 million", 1_000_000, 2_000_000),
        ("between $2 and $3 billion in", 2 * 10**9, 3 * 10**9),
        ("25% to 30% of", 25, 30),
        ("20 or 25", 20, 25),
        ("100 or 150", 100, 150),
        ("dozens of", 24, None),
        ("tens of thousands of", 20_000, None),
        ("a few hundred", 200, None),
        ("tens of thousands", 20_000, None),
        ("a quarter of a million", 250_000, None),
        ("three quarters of a million", 750_000, None),
    ],
)
def test_numbers_are_read_as_written(words, value, upper):
    (number,) = find_numbers(f"{words} crates")
    assert (number.value, number.upper) == (value, upper)


@pytest.mark.parametrize(
    ("text", "words", "value", "qualifier", "unit"),
    [
        ("More than 1,200 people were killed in the port.", "More than 1,200 people", 1200, "More than", "persons"),
        ("About 1.4 million displaced farmers live there.", "About 1.4 million displaced farmers", 1_400_000, "About", "persons"),
        ("The strike has lasted more than ten months.", "more than ten months", 10, "more than", "months"),
        ("They discussed a 40-day pause in hostilities.", "40-day", 40, None, "days"),
        ("Prices rose by nearly 30 percent in the town.", "nearly 30 percent", 30, "nearly", "percent"),
        ("The owners offered $20 million to the families.", "$20 million", 20_000_000, None, "dollars"),
        ("At least 60 trucks crossed the border.", "At least 60 trucks", 60, "At least", "trucks"),
        ("The raid killed 40 and wounded dozens.", "40", 40, None, "persons"),
    ],
)
def test_a_figure_says_what_it_counts(text, words, value, qualifier, unit, parser):
    (each,) = found(text, parser)
    figure = each.figure
    assert (figure.passage.text, figure.value, figure.qualifier, figure.unit) == (words, value, qualifier, unit)
    assert figure.sentence is not None
    assert figure.sentence.text == text


def test_what_is_counted_and_where_is_told(parser):
    (pause,) = found("They discussed a 40-day pause in hostilities.", parser)
    assert pause.figure.counted == "pause in hostilities"
    (deaths,) = found("The storm led to the deaths of over 300 persons in Norway.", parser)
    assert deaths.figure.counted == "deaths of persons"
    assert deaths.figure.place == "Norway"


@pytest.mark.parametrize(
    "text",
    [
        "The 34-year-old envoy left.",
        "The boys aged three and 13 left.",
        "He ended a two-week-old mission.",
        "Ana Lund, 34, left.",
        "They met at 7:30 p.m. in Oslo.",
        "They met on May 5, 2031.",
        "Resolution 2735 was adopted.",
        "A four-man delegation was expected.",
        "The group of them left.",
        "The two sides did not meet.",
        "They want a two-state solution.",
        "The vote was 80-19.",
        "1. The first clause stands.",
        "One of them spoke.",
        "Two people familiar with the talks said no.",
        "Two Egyptian security sources spoke.",
        "Both sides left.",
        "Scores were turned away.",
        "The third of the rounds ended.",
        "According to two port officials, the talks failed.",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(text, parser):
    assert found(text, parser) == ()


@pytest.mark.parametrize(
    ("text", "value", "unit", "counted"),
    [
        ("The union wants a 12% pay rise.", 12, "percent", "pay rise"),
        ("They won a 15-percent cut to fees.", 15, "percent", "cut"),
        ("Some 70% of members backed a strike.", 70, "percent", "members"),
        ("She came with a delegation of five.", 5, "persons", "delegation"),
        ("A crew of 14 was freed.", 14, "persons", "crew"),
        ("She leads a six-member team.", 6, "persons", "team"),
        ("He heads a 12-person committee.", 12, "persons", "committee"),
        ("A 140-strong mission arrived.", 140, "persons", "mission"),
        ("Prices rose by 4% in May.", 4, "percent", "Prices"),
        ("The owners called the €9.4 billion offer low.", 9_400_000_000, "EUR", "offer"),
        ("They rejected a pay offer worth £1,400.", 1_400, "GBP", "pay offer"),
        ("The clubs lost 30 million euros.", 30_000_000, "EUR", ""),
        ("The mayor wants tolls of 20 kroner.", 20, "kroner", "tolls"),
        ("The strike cost C$40m.", 40_000_000, "CAD", ""),
        ("The fund holds 5 million Canadian dollars.", 5_000_000, "CAD", ""),
        ("Owners put their final offer at $31.50 an hour.", Fraction(63, 2), "dollars", "final offer"),
        ("At least half of the board seats go to workers.", Fraction(1, 2), "share", "board seats"),
        ("One in five teachers left.", Fraction(1, 5), "share", "teachers"),
        ("The pipeline carries 55 billion cubic metres of gas.", 55_000_000_000, "cubic metres", "gas"),
        ("The army withdrew its guns ten kilometres.", 10, "kilometres", ""),
        ("Talks resumed after a break of three hours.", 3, "hours", "break"),
        ("The ministry put its own dead at 13.", 13, "persons", "dead"),
        ("The death toll rose to 45 on Friday.", 45, "persons", "death toll"),
        ("The ministry put the number of displaced families at 120.", 120, "persons", "displaced families"),
        ("The mills employ 2,400.", 2_400, "persons", "people employed"),
        ("Between 20 and 30 were wounded.", 20, "persons", "people wounded"),
        ("The group would free 70 more if the ports were opened.", 70, "persons", "people freed"),
        ("About a dozen schools closed.", 12, "schools", "schools"),
        ("The traders want five years.", 5, "years", ""),
        ("The bank paid a part of the 31.5 billion-euro package.", 31_500_000_000, "EUR", "package"),
        ("At stake is a 130-billion-euro loan.", 130_000_000_000, "EUR", "loan"),
        ("The town owes a 300 million euro repayment.", 300_000_000, "EUR", "repayment"),
        ("The fund will release the 7.2 billion once the vote is held.", 7_200_000_000, "", ""),
        ("The guild puts the number of those in the camps at some 90,000.", 90_000, "persons", "those"),
    ],
)
def test_what_is_counted_is_told_in_the_text_s_words_and_its_unit(text, value, unit, counted, parser):
    (each,) = found(text, parser)
    assert (each.figure.value, each.figure.unit, each.figure.counted) == (value, unit, counted)


def test_a_figure_that_answers_another_counts_the_same(parser):
    wanted, years, offered = found("The union wants a 12% pay rise over three years. The employers have offered 8% so far.", parser)
    assert (wanted.figure.counted, offered.figure.counted) == ("pay rise", "pay rise")
    assert years.figure.qualifier is None
    all_of_them, part = found("The storm killed 300 people, two thirds of them children.", parser)
    assert part.figure.counted == all_of_them.figure.counted == "people killed"


def test_a_neighbour_lends_its_noun(parser):
    _, second = found("The company employs 5,000 people in Leeds and 2,000 in York.", parser)
    assert (second.figure.value, second.figure.counted, second.figure.place) == (2_000, "people", "York")


def test_falling_sums_keep_their_currency(parser):
    first, second = found("The price fell from $80 to $65 a barrel.", parser)
    assert (first.figure.unit, second.figure.unit) == ("dollars", "dollars")


def test_whoever_puts_a_thing_at_a_figure_gives_it(parser):
    text = "Norway's health ministry put its own dead at 13."
    (figure,) = attribute_figures(found(text, parser), ())
    assert figure.attributed_to is not None
    assert figure.attributed_to.name == "Norway's health ministry"
    assert figure.attributed_to.source_type is SourceType.BODY


def test_figures_from_somebody_are_theirs(parser):
    text = "At least 38 people were killed, according to figures from both governments."
    clean = clean_text(text)
    start = text.index("figures")
    speaker = Speaker(clean.passage((start, len(text) - 1)), "figures", source_type=SourceType.UNKNOWN)
    (figure,) = attribute_figures(found(text, parser), (Statement(speaker, clean.passage((0, 30))),))
    assert figure.attributed_to is not None
    assert figure.attributed_to.name == "both governments"


def statement(clean, start, end, name="the port authority", kind=SourceType.BODY):
    return Statement(Speaker(clean.passage((start, end)), name, source_type=kind), clean.passage((start, end)))


def test_a_figure_belongs_to_the_innermost_statement_that_holds_it(parser):
    text = "The strike has cost 300 jobs, the port authority said."
    clean = clean_text(text)
    outer, inner = statement(clean, 0, 50, "a union"), statement(clean, 0, 28)
    (figure,) = attribute_figures(found(text, parser), (outer, inner))
    assert figure.attributed_to == inner.speaker


def test_a_figure_outside_every_statement_is_nobodys(parser):
    text = "The owners were firm, a mediator said. The strike has cost 300 jobs."
    (figure,) = attribute_figures(found(text, parser), (statement(clean_text(text), 0, 21),))
    assert figure.attributed_to is None


def test_background_on_a_named_place_is_the_texts_own(parser):
    text = "Sources said the envoys would go to Bergen, a harbour city that is home to about 290,000 people."
    (each,) = found(text, parser)
    assert each.is_background
    (figure,) = attribute_figures((each,), (statement(clean_text(text), 13, 90),))
    assert figure.attributed_to is None


def test_every_figure_of_a_long_paragraph_keeps_to_its_sentence(parser):
    clean = clean_text("At least 40 trucks crossed in Norway. " * 300)
    doc = parse(clean.text, parser)
    figures = find_figures(clean, doc, ())
    assert len(figures) == 300
    assert all(each.figure.sentence and len(each.figure.sentence.text) < 60 for each in figures)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The employers offered a premium of 15 or 25 percent.", [(15, None, "percent", ""), (25, None, "percent", "")]),
        ("The port would hire 100 or 250 dockers.", [(100, None, "dockers", "dockers"), (250, None, "dockers", "dockers")]),
        ("Some 20 or 30 dockers came.", [(20, 30, "dockers", "dockers")]),
        ("Two or three dockers came.", [(2, 3, "dockers", "dockers")]),
    ],
)
def test_two_numbers_to_choose_from_are_no_range_unless_they_are_neighbours(parser, text, figures):
    assert [(each.figure.value, each.figure.upper, each.figure.unit, each.figure.counted) for each in found(text, parser)] == figures


def test_of_joined_nouns_the_nearer_one_lasts_the_hours(parser):
    percent, hours = found("The union demanded 5 percent and shifts of eight hours, the report said.", parser)
    assert (percent.figure.unit, hours.figure.unit) == ("percent", "hours")
    assert hours.figure.counted == "shifts"


@pytest.mark.parametrize(("text", "values"), [("15 or 25 crates", [15, 25]), ("It rose from 120 to 155.", [120, 155])])
def test_two_numbers_that_are_no_range_stay_two(text, values):
    assert [(number.value, number.upper) for number in find_numbers(text)] == [(value, None) for value in values]


@pytest.mark.parametrize(
    "text",
    [
        "Dozens of fishermen were held.",
        "Nearly a few hundred farmers blocked the road.",
        "Thousands left.",
        "Tens of thousands marched.",
    ],
)
def test_words_for_many_are_no_figures(text, parser):
    assert found(text, parser) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The guild speaks for 3,100 of Norda's 7,400 dockers.", [(3100, "dockers"), (7400, "dockers")]),
        ("She wrote to 1,200 of the ferries' 1,500 stewards.", [(1200, "stewards"), (1500, "stewards")]),
    ],
)
def test_a_part_of_what_somebody_has_is_counted(text, told, parser):
    assert [(each.figure.value, each.figure.counted) for each in found(text, parser)] == told


def test_a_stretch_of_time_has_no_place_in_another_clause(parser):
    (apart,) = found("The strike has exceeded four months, as pressure grows in Norway.", parser)
    (there,) = found("The strike has lasted four months in Norway.", parser)
    assert (apart.figure.counted, apart.figure.place) == ("strike", None)
    assert there.figure.place == "Norway"


def test_an_idiom_is_no_share(parser):
    assert found("They are two-thirds of the way there.", parser) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The union put the number of strikers at 18,000; the company spoke of fewer than 9,000.",
            [(18_000, "persons"), (9_000, "persons")],
        ),
        ("The army has 11,000 soldiers. Its chief refuses to take more than 5,000.", [(11_000, "persons"), (5_000, "persons")]),
        ("The mine employs 1,200 people, of whom 300 are on strike.", [(1_200, "persons"), (300, "persons")]),
        ("India asked for $600 billion a year. It would accept 450 billion.", [(600 * 10**9, "dollars"), (450 * 10**9, "dollars")]),
        ("The figures were 30,000 in Leeds, 32,500 in York and 34,900 in Hull.", [(30_000, ""), (32_500, ""), (34_900, "")]),
        ("They hold 200 captives. Fewer than 50 of the captives are well.", [(200, "persons"), (50, "persons")]),
        ("More than 1,100 people were hurt, up from 900 last week.", [(1_100, "persons"), (900, "persons")]),
    ],
)
def test_a_number_without_a_noun_counts_what_the_one_before_it_does(text, told, parser):
    assert [(each.figure.value, each.figure.unit) for each in found(text, parser)] == told


@pytest.mark.parametrize("text", ["The song got 9 points. He lives at 42.", "The talks went on. A delegation of 22 came."])
def test_a_number_that_goes_with_nothing_before_it_is_no_figure(text, parser):
    assert all(each.figure.value not in (42, 22) or each.figure.unit for each in found(text, parser))


def test_a_sum_says_what_it_is_for(parser):
    (each,) = found("The bank will pay $2.5 billion for the merger.", parser)
    assert each.figure.counted == "merger"


def test_the_one_who_speaks_of_a_number_or_owns_the_count_gives_it(parser):
    text = (
        "The union put the number of strikers at 18,000; the company spoke of fewer than 9,000. The owners' estimate is 7,000 people."
    )
    assert [each.giver.passage.text if each.giver else None for each in found(text, parser)] == [
        "The union",
        "the company",
        "The owners",
    ]


def test_each_figure_of_a_series_keeps_its_own_time(parser):
    clean = clean_text("The ministry counted 340 dead by 3 May 2031, 412 dead by 10 May 2031 and later 500 dead.")
    doc = parse(clean.text, parser)
    figures = find_figures(clean, doc, find_dates(clean, UNKNOWN_DATE, doc))
    assert [str(each.figure.when) for each in figures] == ["2031-05-03", "2031-05-10", "date unknown"]


def test_the_number_of_what_one_answers_to_is_not_ones_own(read_figures):
    (offer,) = read_figures("Norway rejected an offer of 41 million euros for the lock.")
    assert offer.attributed_to is None
    (demand,) = read_figures("Norway said it needed 41 million euros for the lock.")
    assert demand.attributed_to is not None


def test_of_statements_one_in_the_other_the_inner_one_gives_the_figure(read_figures):
    (figure,) = read_figures("The minister said that, according to the harbour office, forty ships were waiting.")
    assert figure.attributed_to is not None
    assert figure.attributed_to.name == "harbour office"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tolvik says that 11 crates fell. Quillane says that only 4 did.", [(11, "crates"), (4, "crates")]),
        ("The monitors saw 14 breaches. Nine were put down to the guard.", [(14, "breaches"), (9, "breaches")]),
        ("About 40 flights were cancelled and 65 were delayed.", [(40, "flights"), (65, "flights")]),
        ("Some 30 crates came. All three were empty. The two had fallen.", [(30, "crates")]),
        ("The talks went on. Two were seen at the gate.", []),
    ],
)
def test_a_small_number_that_echoes_a_count_counts_the_same(text, told, parser):
    assert [(each.figure.value, each.figure.counted) for each in found(text, parser)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The guild cut its demand from 11 percent to 7.5.", [(11, "percent"), (Fraction(15, 2), "percent")]),
        ("The bank raised its rate from 4 per cent to about 5.", [(4, "percent"), (5, "percent")]),
        ("The fund moved from 4 percent to 30 projects.", [(4, "percent"), (30, "projects")]),
    ],
)
def test_a_percentage_lends_its_unit_to_what_it_moves_to(text, told, parser):
    assert [(each.figure.value, each.figure.unit) for each in found(text, parser)] == told


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The monitors counted 14 breaches of the Port Accord of 2 May 2030.", "date unknown"),
        ("Under the treaty of 3 June 1926 some 40 villages pay.", "date unknown"),
        ("They counted 14 breaches of the truce of 2 May 2030 on 9 May 2031.", "2031-05-09"),
        ("They counted 14 breaches on 9 May 2031.", "2031-05-09"),
        ("On the night of 9 May 2031 they counted 14 breaches.", "2031-05-09"),
    ],
)
def test_the_date_of_an_agreement_is_no_time_of_a_count(text, when, parser):
    (each,) = found(text, parser)
    assert str(each.figure.when) == when


def test_sums_side_by_side_keep_their_own_signs():
    sums = [(number.value, number.currency) for number in find_numbers("a debt of £3 million and €5m, US$40 and $2")]
    assert sums == [(3_000_000, "GBP"), (5_000_000, "EUR"), (40, "USD"), (2, "USD")]


def test_metres_are_no_millions(parser):
    (each,) = found("They lost 5 m of rope.", parser)
    assert each.figure.value == 5


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Those displaced rose to 310,000 people from 180,000 in May 2031.", ["date unknown", "2031-05-01 to 2031-05-31"]),
        ("The war displaced 310,000 people, up from 180,000 in May 2031.", ["date unknown", "2031-05-01 to 2031-05-31"]),
        ("In May 2031 those displaced rose to 310,000 people from 180,000.", ["2031-05-01 to 2031-05-31"] * 2),
    ],
)
def test_a_count_does_not_get_the_time_of_the_one_it_came_from(text, when, parser):
    assert [str(each.figure.when) for each in found(text, parser)] == when


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The price fell 4.1% to $60.85.", [(Fraction(41, 10), "percent"), (Fraction(1217, 20), "dollars")]),
        ("The quota was cut by 22 percent to 84,000 tonnes.", [(22, "percent"), (84_000, "tonnes")]),
        ("It rose by between 3 and 5 per cent.", [(3, "percent")]),
        ("Output fell to 84,000 tonnes from 108,000.", [(84_000, "tonnes"), (108_000, "tonnes")]),
        ("Calls fell to 40 ships in April from 60 in March.", [(40, "ships"), (60, "calls")]),
        ("She wants the number of guards to go from 4 to 6.", [(4, "persons"), (6, "persons")]),
        ("Each guard works from 4 to 6 hours.", [(4, "hours")]),
    ],
)
def test_of_two_numbers_of_two_kinds_each_is_told(text, told, parser):
    assert [(each.figure.value, each.figure.unit) for each in found(text, parser)] == told


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The owners offer 22 percent. They might accept 28.", 28, "percent"),
        ("The firm offers 3 percent; the guild asked for 9.", 9, "percent"),
        ("Norway claims 31 percent; the bloc would give it 26.", 26, "percent"),
        ("The bid is 22 percent, down from the 28 that they had offered.", 28, "percent"),
        ("The guild first wanted 9 percent; it could live with 7.", 7, "percent"),
        ("The mission recorded 14 breaches. The army acknowledges three.", 3, "breaches"),
        ("The south says it holds 60 sailors; the north says nine.", 9, "sailors"),
        ("The team saw 14 breaches. Nine were laid to the army and four to the guard.", 4, "breaches"),
        ("Of the 410 delegates, 260 voted for it and 144 against.", 144, "persons"),
        ("The town has set aside 200 million.", 200_000_000, ""),
    ],
)
def test_a_number_without_a_noun_is_of_the_kind_of_the_one_it_is_set_against(text, value, unit, parser):
    assert (value, unit) in [(each.figure.value, each.figure.unit) for each in found(text, parser)]


@pytest.mark.parametrize(
    "text",
    [
        "The rate is 4 percent. He lives at 28.",
        "The rate is 4 percent. The bus leaves at nine.",
        "The pact of 4 percent was read on page 28.",
        "The army acknowledges three.",
        "Two meetings, one in the rains, ended in blows.",
        "The fee is 4 percent, one participant said.",
    ],
)
def test_a_number_that_is_not_set_against_another_is_no_figure(text, parser):
    assert all(each.figure.value in (4, 2) for each in found(text, parser))


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("Some 700 marched through the town.", 700, ""),
        ("The mayor said 5,000 had come.", 5_000, ""),
        ("Some 300 stayed at home.", 300, ""),
        ("Of the 90 soldiers on board, 18 stayed.", 18, "soldiers"),
    ],
)
def test_those_who_march_or_come_are_people(text, value, counted, parser):
    figure = found(text, parser)[-1].figure
    assert (figure.value, figure.unit, figure.counted) == (value, "persons", counted)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Some 4,200 trains a day are hit.", "trains a day"),
        ("The firm loses 90 million crowns a day.", "crowns a day"),
        ("The port takes in 40 ships per week.", "ships a week"),
        ("The weir lets through 40 cubic metres of water a second.", "cubic metres a second"),
        ("The port takes in 40 ships.", "ships"),
        ("The lock is open for four hours a day.", "hours"),
        ("The fund gives $100 billion a year.", "dollars"),
        ("They saw 40 ships a day after the storm.", "ships"),
        ("The rate rose by 4 percent a month.", "percent"),
    ],
)
def test_what_is_counted_by_the_day_is_of_another_unit(text, unit, parser):
    assert found(text, parser)[0].figure.unit == unit


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("It cost 61,000 crowns in total.", "in total"),
        ("It would take 40 days at most.", "at most"),
        ("A further 40 ships were held.", "A further"),
        ("They hold 40 ships or more.", "or more"),
        ("They hold 40 ships in ports.", None),
    ],
)
def test_a_qualifier_may_stand_behind_or_tell_that_more_is_added(text, qualifier, parser):
    assert found(text, parser)[0].figure.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Traffic is down by two-thirds.", Fraction(2, 3), "share"),
        ("The fleet was cut by a third.", Fraction(1, 3), "share"),
        ("The envoy said five of seven issues were settled.", 5, "issues"),
        ("Membership has grown by 2,000 to 14,000.", 14_000, "membership"),
        ("The clinic took in 43 bodies; the mayor gave a figure of 51.", 51, "bodies"),
        ("The case brought by 36 families seeks 12 million.", 12_000_000, ""),
    ],
)
def test_parts_levels_and_given_tallies_are_figures(text, value, unit, parser):
    assert (value, unit) in [(each.figure.value, each.figure.unit) for each in found(text, parser)]


@pytest.mark.parametrize(
    "text",
    ["She came by half past nine.", "It was won by the third.", "The house of seven stood.", "The envoy was met by a quarter to noon."],
)
def test_times_orders_and_names_are_no_parts(text, parser):
    assert found(text, parser) == ()
