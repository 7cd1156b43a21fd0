import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gobetween.reading.documents.cleaning import clean_document, clean_text

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Port talks resume | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><style>p { color: red }</style></head>
<body class="has-sidebar"><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Port talks resume</h1><p>By Ana Lund</p>
<figure><img src="q.jpg"><figcaption>Cranes at the quay</figcaption></figure>
<p>The union&nbsp;&amp; the owners met again on Monday,
a mediator said.</p><script>var a = "<p>no</p>";</script>
<p>They <a href="https://harbourpost.example/x">agreed</a> on little.</p>
<div class="related-links"><p>Five things to know about cranes</p></div></article>
<footer>© 2031 The Harbour Post</footer></body></html>"""

MARKS = ["<p>", "</p>", "<", ">", "&amp;", "&nbsp;", "&bogus;", "&", "<!--", "-->", "<script>", "</script>", "<a href='x'>", "</a>"]
MARKS += ["\n", "\r\n", " ", "<br/>", "The envoy left.", "date 2031-05-04", "A B", "—", "\u200b", "\xa0", "“", "<img src=x>"]
MARKS += ["<div class='nav'>", "By Ana Lund", "é"]
PIECES = st.lists(
    st.sampled_from(MARKS) | st.text(max_size=6),
    max_size=25,
).map("".join)


def kinds(raw):
    return {(each.kind, raw[each.span.start : each.span.end].strip()) for each in clean_text(raw).furniture}


def test_a_page_keeps_its_article_alone():
    assert clean_text(PAGE).text.split("\n") == [
        "Port talks resume",
        "The union & the owners met again on Monday, a mediator said.",
        "They agreed on little.",
    ]


def test_what_was_left_out_is_recorded_by_kind():
    found = {kind for kind, _ in kinds(PAGE)}
    assert {"navigation", "byline", "caption", "script", "style", "side part", "page foot", "image"} <= found


def test_a_passage_points_at_its_words_through_tags():
    clean = clean_text(PAGE)
    start = clean.text.index("agreed on little")
    span = clean.span(start, start + len("agreed on little"))
    assert PAGE[span.start : span.end] == "agreed</a> on little"


@pytest.mark.parametrize(
    ("raw", "words", "written"),
    [
        ("<p>The envoy said &#8220;not today.&#8221;</p><p>He left.</p>", "“not today.”", "&#8220;not today.&#8221;"),
        ("<p>They call it <b>&ldquo;a step&rdquo;</b> so far.</p><p>x</p>", "“a step”", "&ldquo;a step&rdquo;"),
        ("<p>Five &amp; six, the owners&#x2019; price, held.</p><p>x</p>", "owners’", "owners&#x2019;"),
        ("Rates &lt;\nof last year&gt; rose.", "Rates <", "Rates &lt;"),
        ("A stray &bogus; sign and AT&T stay.", "&bogus;", "&bogus;"),
        ("The words of AT&T stay.", "AT&", "AT&"),
    ],
)
def test_a_span_holds_entities_whole(raw, words, written):
    clean = clean_text(raw)
    start = clean.text.index(words)
    span = clean.span(start, start + len(words))
    assert raw[span.start : span.end] == written


def test_what_is_left_out_begins_behind_an_entity():
    raw = "The ferry is back.\nThe owners said &#8220;no more.&#8221; (WNA)"
    assert ("sign-off", "(WNA)") in kinds(raw)
    assert not any("#8221" in words for _, words in kinds(raw))


def test_newlines_part_paragraphs_of_a_plain_text():
    assert clean_text("One side spoke.\nThe other did not.\n\nNobody left.").text.split("\n") == [
        "One side spoke.",
        "The other did not.",
        "Nobody left.",
    ]


def test_hard_wrapped_lines_are_joined():
    raw = (
        "The two delegations stayed in separate rooms for most of the\r\n"
        "day while the mediator walked between them with a draft that\r\n"
        "neither side had seen in full before the meeting was opened.\r\n"
        "Nobody signed.\r\n\r\nA second paragraph stands here."
    )
    assert clean_text(raw).text.split("\n") == [
        (
            "The two delegations stayed in separate rooms for most of the day while the mediator walked between them with a draft that "
            "neither side had seen in full before the meeting was opened. Nobody signed."
        ),
        "A second paragraph stands here.",
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Live updates: the latest from the port", "link"),
        ("Read more", "chrome"),
        ("Sign up for our evening letter", "link"),
        ("Powered by automated translation", "notice"),
        ("© 2031 The Harbour Post. All rights reserved.", "notice"),
        ("Dock workers look on from the quay wall. Getty Images", "caption"),
        ("FILE PHOTO: A crane stands idle in the harbour", "caption"),
        ("Union leader Ana Lund and Port Authority chief Ole Berg.", "caption"),
        ("Updated: March 3, 2031, 7:13 AM", "publication line"),
        ("4 March 2031", "date stamp"),
        ("By Ana Lund and Ole Berg", "byline"),
        ("By April Lund, Staff Writer", "byline"),
        ("Ana Lund and Ole Berg report:", "byline"),
        ("(Reporting by Ana Lund; Editing by Ole Berg)", "byline"),
        ("Advertisement", "chrome"),
        ("https://harbourpost.example/story", "link"),
    ],
)
def test_furniture_amid_the_text_is_known_by_its_form(line, kind):
    raw = f"The owners made an offer on Monday.\n\n{line}\n\nThe union refused it the same day."
    assert kinds(raw) == {(kind, line)}
    assert line not in clean_text(raw).text


@pytest.mark.parametrize(
    "line",
    [
        "Watch committees were set up in both ports, Ana Lund said.",
        "Read together, the two drafts differ in one clause.",
        "Ana Lund, who speaks for the union, and Ole Berg left early.",
        "The offer was first reported by Reuters.",
        "By Monday the owners had answered.",
        "By Friday, 40 crews had left.",
        "By May, both sides had signed the draft.",
        "Powered by a grant, the study of the port took two years to finish.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(line):
    raw = f"The owners made an offer on Monday.\n\n{line}\n\nThe union refused it the same day."
    assert line in clean_text(raw).text


def test_a_headline_of_another_story_that_is_repeated_goes():
    lines = ["Port talks resume", "The sides met.", "Storm closes the airport", "Storm closes the airport", "They parted."]
    raw = "\n\n".join([*lines, lines[0]])
    assert clean_text(raw).text == "Port talks resume\nThe sides met.\nThey parted."


def test_a_leading_date_and_a_dateline_and_a_sign_off_leave_the_sentences_whole():
    raw = " date 2031-05-04 OSLO, May 4 (Reuters) - The sides met.\n\nThey parted late. — BBC"
    assert clean_text(raw).text == "The sides met.\nThey parted late."
    assert {kind for kind, _ in kinds(raw)} == {"leading date", "dateline", "sign-off"}


def test_a_sign_off_of_its_own_line_goes():
    assert clean_text("The sides met.\n\nThey parted.\n\nEFE").text == "The sides met.\nThey parted."


def test_a_class_name_cannot_make_the_whole_text_vanish():
    raw = "<div class='comments'><p>The sides met in Oslo on Monday.</p><p>They parted late.</p></div>"
    assert clean_text(raw).text == "The sides met in Oslo on Monday.\nThey parted late."


@given(PIECES)
def test_every_character_stands_where_its_offset_says(raw):
    clean = clean_text(raw)
    assert list(clean.offsets) == sorted(clean.offsets)
    for letter, offset in zip(clean.text, clean.offsets, strict=True):
        assert letter.isspace() or raw[offset] in {letter, "&"}
    assert clean.text == "" or clean.text == clean.text.strip()


@given(PIECES)
def test_furniture_lies_within_the_document(raw):
    assert all(0 <= each.span.start < each.span.end <= max(1, len(raw)) for each in clean_text(raw).furniture)


@given(st.text(max_size=80))
def test_escaped_text_in_a_page_reads_as_written(text):
    raw = f"<p>{html.escape(text)}</p><p>A second paragraph, so that this is a page.</p>"
    assert clean_document(raw).clean.text.endswith("so that this is a page.")


def test_the_menu_that_was_copied_with_a_report_goes_and_its_headline_stays():
    menu = "Skip to main content\nHome\nNews\nSport\nOpinion\nWORLD\n"
    clean = clean_text(f"{menu}Owners and crews trade offers before talks\n\nOwners made an offer on Monday, a mediator said.\n")
    assert clean.text == "Owners and crews trade offers before talks\nOwners made an offer on Monday, a mediator said."
    assert {"menu", "chrome", "link"} >= {each.kind for each in clean.furniture}


def test_a_headline_a_name_and_a_place_are_no_menu():
    text = "Talks stall\n\nAna Lund\n\nOslo harbour\n\nOwners made an offer on Monday, a mediator said."
    assert clean_text(text).text == text.replace("\n\n", "\n")


def test_headlines_below_an_announcement_of_links_go_up_to_the_next_sentence():
    text = "Owners made an offer.\n\nRead also\nWhy the talks stalled\n5 things to know about crews\n\nThe crews said no.\n"
    assert clean_text(text).text == "Owners made an offer.\nThe crews said no."


def test_the_clock_times_of_a_live_page_go_and_its_live_headline_stays():
    page = (
        "<html><body><article><h1>Live: talks enter final day</h1><div>14:05</div><p>Owners made an offer.</p>"
        "<span>11:02am</span><p>The crews said no.</p></article></body></html>"
    )
    assert clean_text(page).text == "Live: talks enter final day\nOwners made an offer.\nThe crews said no."


def test_a_letter_s_signature_goes():
    assert clean_text("The talks failed, she wrote.\n\n-- \nAna Lund\nCorrespondent\n").text == "The talks failed, she wrote."


def test_what_commands_a_terminal_is_furniture_from_end_to_end():
    raw = "\x1b[31mThe crews\x1b[0m \x1b]0;a title\x07left \x1b]8;;http://x.example\x1b\\the talks\x1b]8;;\x1b\\.\x1b"
    clean = clean_text(raw)
    assert clean.text == "The crews left the talks."
    found = [raw[each.span.start : each.span.end] for each in clean.furniture if each.kind == "terminal sequence"]
    assert found == ["\x1b[31m", "\x1b[0m", "\x1b]0;a title\x07", "\x1b]8;;http://x.example\x1b\\", "\x1b]8;;\x1b\\"]


def test_an_answered_letter_below_a_letter_goes():
    text = "The talks failed, she wrote.\n\nOn Wed, 10 Mar 2021 at 09:12, Desk <desk@example.org> wrote:\n> Any news?\n"
    assert clean_text(text).text == "The talks failed, she wrote."


@pytest.mark.parametrize("line", ["URGENT", "By our staff", "Do you have a story? Write to us.", "Ana Lund 6 July 2023", "bur/ab/cd"])
def test_marks_of_the_desk_are_furniture(line):
    assert clean_text(f"The talks failed, she said.\n\n{line}\n").text == "The talks failed, she said."


def test_odd_lines_of_names_are_judged_at_once():
    for line in ("Al al " * 65, "Anna " * 79, "By Al and " * 39, "On " * 130, "A. B. " * 60):
        assert clean_text(f"The talks failed, she said.\n\n{line}x 9\n").text.startswith("The talks failed")


@pytest.mark.parametrize(
    "line",
    [
        "OSLO, Feb 21 (Reuters) - ",
        "OSLO (AP) — ",
        "OSLO — ",
        "OSLO/BERGEN, Wed Feb 21 (Reuters) - ",
        "TEL AVIV, Israel (AP) — ",
        "Jakarta (ANTARA) - ",
        "(Reuters) - ",
        "Feb 21 (Reuters) - ",
        "BRUSSELS, 4th May 2021 - ",
        "GENEVA (3 May 2023) – ",
        "Cairo, 21 Feb 2024 (EFE).- ",
        "Moscow, May 3 /TASS/. ",
        "GAZA/CAIRO (Reuters) -",
    ],
)
def test_datelines_of_all_usual_forms_are_taken_off(line):
    assert clean_text(f"{line}The union refused the offer.\n\nTalks go on.").text == "The union refused the offer.\nTalks go on."


def test_a_line_that_is_the_author_s_name_is_a_byline_where_the_page_names_the_author():
    page = "<meta name='author' content='By Ana Lund'><h1>Talks fail</h1><p>Ana Lund</p><p>The talks failed, she said.</p>"
    assert clean_text(page).text == "Talks fail\nThe talks failed, she said."
