"""The figures of all rows as a table, for the terminal or as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from measuring import Measured, Ours
from peers import PeerAnswer

HEAD = (
    "question",
    "warm",
    "worst",
    "with all packages",
    "cold",
    "to compile",
    "found",
    "NegMAS",
    "times as fast",
    "peak MB",
    "at least",
    "aim",
)


def plain_row(measured: Measured) -> str:
    """A row for the terminal: the question on one line, its figures on the next."""
    title, warm, worst, unfolded, cold, ever, found, peer, ratio, peak, least, aim = cells(measured)
    held = f"; at least {least}; aim {aim}" if least else ""
    beside = f"; NegMAS {peer}" + (f", {ratio} times as fast" if ratio else "") if peer else ""
    if measured.ours.failed:
        return f"{title}\n    {warm}{beside}{held}"
    behind = f", {unfolded} with all packages" if unfolded else ""
    return f"{title}\n    {warm:>9s} warm, worst {worst}{behind}, {cold} cold, {ever} to compile; {found}; peak {peak} MB{beside}{held}"


def markdown(rows: Sequence[Measured]) -> str:
    """The table as the docs carry it."""
    lines = (HEAD, tuple("---" for _ in HEAD), *map(cells, rows))
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def cells(measured: Measured) -> tuple[str, ...]:
    """The twelve cells of a row."""
    row, ours = measured.row, measured.ours
    peer, ratio = _peer(measured), f"{measured.ratio:,.0f}" if measured.ratio else ""
    least, aim = "".join(_least(measured)), "".join(_aim(measured))
    if ours.failed:
        return (row.title, ours.failed, "", "", "", "", "", peer, "", "", least, aim)
    unfolded = duration(ours.unfolded) if row.ours == "frontier" else ""
    figures = (duration(ours.typical), duration(ours.worst), unfolded, duration(ours.cold), duration(ours.ever), _found(ours))
    return (row.title, *figures, peer, ratio, f"{ours.peak_mb:.0f}", least, aim)


def duration(seconds: float) -> str:
    """Seconds as a person reads them, to two figures or so."""
    if seconds >= 1:
        return f"{seconds:.1f} s"
    digits = 0 if seconds >= 0.01 else 1 if seconds >= 0.001 else 2
    return f"{seconds * 1000:.{digits}f} ms"


def _found(ours: Ours) -> str:
    sizes = [each.size for each in ours.answers]
    span = f"{min(sizes):,}" if min(sizes) == max(sizes) else f"{min(sizes):,} to {max(sizes):,}"
    proven = sum(each.is_proven for each in ours.answers)
    if proven == len(sizes):
        return f"{span}, proven"
    gap = "" if ours.gap is None else f", gap {ours.gap:.2%} at most"
    return f"{span}, proven in {proven} of {len(sizes)}{gap}"


def _peer(measured: Measured) -> str:
    if not measured.theirs:
        return "has none" if measured.row.least else ""
    if measured.differing:
        return f"differs for seeds {', '.join(map(str, measured.differing))}"
    done: list[PeerAnswer] = [each for each in measured.theirs if not each.failed]
    if not done:
        return measured.theirs[0].failed
    runs = f"{len(done)} run" + "s" * (len(done) > 1)
    return f"{duration(measured.peer_seconds or 0.0)} ({runs}), {max(each.peak_mb for each in done):.0f} MB"


def _least(measured: Measured) -> Iterator[str]:
    row, ours = measured.row, measured.ours
    if row.least is None:
        return
    yield duration(row.least)
    if row.ratio:
        yield f", {row.ratio:,} times"
    if row.gap:
        yield f", gap {row.gap:.1%}"
    is_close = ours.gap is not None and ours.gap <= row.gap
    is_quicker = not row.ratio or measured.ratio is None or measured.ratio >= row.ratio
    yield _mark(not ours.failed and ours.typical <= row.least and is_close and is_quicker)


def _aim(measured: Measured) -> Iterator[str]:
    row, ours = measured.row, measured.ours
    if row.aim is not None:
        yield duration(row.aim) + (", proven" if row.gap else "")
        yield _mark(not ours.failed and ours.typical <= row.aim and ours.is_proven)


def _mark(is_reached: bool) -> str:
    return ": reached" if is_reached else ": missed"
