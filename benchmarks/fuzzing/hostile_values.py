"""Words, numbers and dates that a careless or hostile hand may write."""

from __future__ import annotations

from random import Random

MARKUP = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><b>bold",
    "{{ 7 * 7 }}{% raw %}",
    "[click](javascript:alert(1)) ![x](http://a.example/x.png)",
    "`code` *bold* _it_ ~~gone~~ | cell | # head",
    "&lt;b&gt; &#x1b;[31m &nbsp;",
    '#set page(width: 1pt) $x$ #eval("1") @ref <label>',
    "]]><!--",
    "=cmd|' /C calc'!A0",
    "- - - ***",
    "1. one",
    "[bold red]rich[/bold red] [/] :smile:",
)
COMMANDING = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;http://a.example\x1b\\link\x1b]8;;\x1b\\",
    "\x9b31mred",
    "back\x08\x08\x08space",
    "over\rwritten",
    "bell\x07",
    "nul\x00nul",
    "del\x7f",
    "next\x85line",
    "\u2028\u2029",
    "\x0b\x0c\x1c\x1d",
)
DIRECTED = (
    "\u202eright to left\u202c",
    "\u2066isolated\u2069",
    "\u2067 unclosed",
    "שלום עולם",
    "مرحبا بالعالم",
    "\u200f\u200e\u061c",
    "a\u202e\u202d\u202b\u202a",
)
ODD = (
    "e" + "\u0301" * 400,
    "\u0301\u0301 begins with a mark",
    "Z" + "͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍" * 12,
    "\ufeffmark",
    "zero\u200bwidth\u2060joiner\u00adhyphen",
    "\U000e0041\U000e0042 tags",
    "漢字" * 60,
    "한국어 " * 20,
    "👩‍👩‍👧‍👦" * 30,
    "ｆｕｌｌｗｉｄｔｈ" * 10,
    "\ufffe\uffff",
    "𝔐𝔞𝔱𝔥",
    "ﷺ" * 40,
    "ß ŉ İ ı ſ K Å",
    "w" * 300,
    "w" * 20_000,
    "a b " * 5_000,
    "http://a.example/" + "x/" * 200,
    "\u200b",
    " ",
    "\t",
    "",
    "-",
    "...",
    "0",
    "~",
)
WORDS = (*MARKUP, *COMMANDING, *DIRECTED, *ODD)
NUMBERS = (
    "1" + "0" * 10_000,
    "1" * 4_400,
    "1e999",
    "-1e999",
    "1e-999",
    "1e400000000",
    "0x1F",
    "0xffffffffffffffffffffffffffffffff",
    "0o777",
    "0777",
    "1:30:00",
    "190:20:30.15",
    "1_000",
    ".inf",
    "-.inf",
    ".nan",
    "NaN",
    "-0",
    "+1",
    "00",
    "1/0",
    "0/1",
    "1/3",
    "-1/3",
    "1/" + "9" * 30,
    "9" * 30 + "/7",
    "9" * 30 + "." + "9" * 30,
    "1000000000000",
    "1000000000001",
    "-1000000000000",
    "0." + "0" * 29 + "1",
    "100%",
    "101%",
    "-1%",
    "33.333333333333333333%",
    "٣",
    "１２",
    "1,000",
    "1 000",
    "0.1",
    "true",
)
DATES = (
    "0000-00-00",
    "0001-01-01",
    "0001-01-01/9999-12-31",
    "9999-12-31",
    "9999-12",
    "9999",
    "0001",
    "2024-02-30",
    "2024-13-01",
    "10000-01-01",
    "-0001-01-01",
    "../..",
    "../2024-02-21",
    "2024-02-21/..",
    "2024-05-06/2024-05-01",
    "2024-02-21T10:00:00Z",
    "unknown",
    "2024",
    "2031-02",
    '{date: 2024-02-21, basis: inferred, inference: "<b>\\e[31m"}',
)
RAW_NODES = (
    "null",
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "{a: {b: {c: d}}}",
    "&a [*a]",
    "*nowhere",
    "!!python/object/apply:os.system [id]",
    "!!binary aGVsbG8=",
    "!!timestamp 2001-12-14t21:59:43.10-05:00",
    "!!set {a, b}",
    "!local x",
    "? [complex, key]\n: value",
    "{<<: {a: b}}",
    "|\n  block\n  text",
    ">-\n  folded\n  text",
    '"\\x1b[31m\\0\\u202e\\ud800"',
    '"\\U0001F469\\u0301\\L\\P"',
    "'it''s'",
    "@reserved",
    "`reserved",
    "%TAG",
    "---",
    "...",
    "[" * 200 + "]" * 200,
    "[" * 10_000 + "]" * 10_000,
    "{a: " * 200 + "x" + "}" * 200,
    "- " * 3_000 + "x",
)


def any_word(rng: Random) -> str:
    """Some text, now and then several in one."""
    if rng.random() < 0.2:
        return "".join(rng.choice(WORDS) for _ in range(rng.randint(2, 4)))
    return rng.choice(WORDS)


def any_number(rng: Random) -> str:
    """A number, or what looks like one."""
    if rng.random() < 0.75:
        return str(rng.choice((0, 1, 2, 3, 7, 10, 100, -1, -5, 99, 10**6, 10**12)))
    return rng.choice(NUMBERS)


def any_day(rng: Random) -> str:
    """A time, or what looks like one."""
    if rng.random() < 0.75:
        return f"{rng.randint(1990, 2040)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return rng.choice(DATES)
