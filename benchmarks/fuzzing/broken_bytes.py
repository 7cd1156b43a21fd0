"""Files spoiled byte by byte and line by line, without regard to what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from hostile_values import RAW_NODES, any_number, any_word

MARKS = b"\x00\t\n\r :-?,[]{}#&*!|>'\"%@`\\~<=.0\x1b\x7f\x80\x85\xa0\xc0\xff\xfe"
PIECES = (
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xe2\x80\xae",
    b"\xc2\x85",
    b"\r\n",
    b"\r",
    b"\n---\n",
    b"\n...\n",
    b"\n%YAML 1.1\n---\n",
    b"<<: ",
    b"? ",
    b"&a ",
    b"*a",
    b"!!str ",
    b"\\",
    b"{{",
    b"]]",
)


def broken(data: bytes, rng: Random) -> bytes:
    """The bytes after one to four spoilings."""
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        data = rng.choice(SPOILINGS)(data, rng)
    return data[:1_000_000]


def _flip(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + bytes([rng.choice(MARKS)]) + data[at + rng.randint(0, 1) :]


def _insert(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(PIECES) + data[at:]


def _cut(data: bytes, rng: Random) -> bytes:
    first = rng.randrange(len(data) + 1)
    return data[:first] + data[first + rng.choice((1, 3, 20, 200, 10**6)) :]


def _line(data: bytes, rng: Random) -> bytes:
    """A line twice, elsewhere, out, further in, or further out."""
    lines = data.split(b"\n")
    at, to = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(5):
        case 0:
            lines.insert(to, lines[at])
        case 1:
            lines.insert(to, lines.pop(at))
        case 2:
            del lines[at]
        case 3:
            lines[at] = b" " * rng.randint(1, 5) + lines[at]
        case _:
            lines[at] = lines[at][rng.randint(1, 3) :]
    return b"\n".join(lines)


def _value(data: bytes, rng: Random) -> bytes:
    """What stands behind a colon is something else."""
    lines = data.split(b"\n")
    with_value = [number for number, line in enumerate(lines) if b": " in line or line.endswith(b":")]
    if not with_value:
        return data
    at = rng.choice(with_value)
    new = rng.choice((rng.choice(RAW_NODES), any_number(rng), any_word(rng), f'"{any_word(rng)}"'))
    lines[at] = lines[at].partition(b":")[0] + b": " + new.encode("utf-8", "replace")
    return b"\n".join(lines)


def _bomb(data: bytes, rng: Random) -> bytes:
    """Anchors that explode, a hundred thousand entries, keys that stand twice."""
    match rng.randrange(4):
        case 0:
            made = b"a0: &a0 [x, x]\n" + b"".join(
                b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 20)
            )
        case 1:
            made = b"issues:\n" + b"".join(b"  i%d: {title: T}\n" % n for n in range(rng.choice((100, 30_000))))
        case 2:
            made = b"title: a\ntitle: b\n"
        case _:
            made = b"positions: [" + b"{}, " * rng.choice((10, 100_000)) + b"]\n"
    return made + data if rng.random() < 0.5 else data.rstrip() + b"\n" + made


def _other_coding(data: bytes, rng: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(rng.choice(("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "utf-7")), "replace")


SPOILINGS: Sequence[Callable[[bytes, Random], bytes]] = (
    *([_flip] * 6),
    *([_insert] * 4),
    *([_cut] * 3),
    *([_line] * 4),
    *([_value] * 6),
    _bomb,
    _other_coding,
)
