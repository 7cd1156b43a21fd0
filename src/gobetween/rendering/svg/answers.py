"""The plot of an answer as an SVG file."""

from __future__ import annotations

from gobetween.briefs.answers.answers import Answer
from gobetween.briefs.answers.plots import FrontierPlot, MatrixPlot
from gobetween.rendering.answers import STOPPED
from gobetween.rendering.svg.frontiers import frontier_svg
from gobetween.rendering.svg.gains import gains_svg
from gobetween.rendering.svg.matrices import matrix_svg
from gobetween.rendering.svg.shapes import WIDE, drawing, quiet
from gobetween.rendering.svg.standalone import standalone
from gobetween.rendering.text_safety import harmless_value


def answer_svg(answer: Answer, *, stopped: str | None = None, width: int = WIDE) -> str:
    """The plot as a file of its own, what every copy must say under it; where there is nothing to draw, the answer in words."""
    plot = harmless_value(answer.plot)
    notices = harmless_value((*answer.notices, *((STOPPED[stopped],) if stopped else ())))
    match plot:
        case None:
            said = harmless_value(tuple(cell.text for cell in answer.essence))
            empty = drawing("plot", answer.case, " ".join(said), quiet("Nothing to draw.", 2, 18), width=width, height=24)
            return standalone(empty, harmless_value(answer.case), (*said, *notices))
        case FrontierPlot():
            return standalone(frontier_svg(plot, prefix="plot", width=width), plot.title, (plot.description, *notices))
        case MatrixPlot():
            return standalone(matrix_svg(plot, prefix="plot", width=width), plot.title, (plot.description, *notices))
        case _:
            return standalone(gains_svg(plot, prefix="plot", width=width), plot.title, (plot.description, *notices))
