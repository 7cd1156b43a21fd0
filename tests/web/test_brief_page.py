"""The page of a brief in a real browser: it fits a phone, shows the drawing made for it, and asks the network for nothing."""

import json
import re
import shutil
import subprocess
from html import unescape
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from gobetween.rendering.html import render_html

BROWSER = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium on this machine: the page is not looked at in a browser")

# A script in the copy under test alone: it lays the page out in a frame of each width and writes down what it measures.
MEASURE = """
<!doctype html><title>measuring</title><body style="margin:0"><pre id="found"></pre>
<script>
const widths = [320, 390, 660, 768, 1030, 1400], found = {};
for (const width of widths) {
  const frame = document.createElement("iframe");
  frame.style.cssText = `width:${width}px;height:800px;border:0;display:block`;
  frame.onload = () => {
    const page = frame.contentDocument, view = frame.contentWindow;
    const shown = (selector) => [...page.querySelectorAll(selector)].filter((one) => view.getComputedStyle(one).display !== "none");
    const small = shown("main svg text").map((one) => {
      const drawing = one.ownerSVGElement, box = drawing.getBoundingClientRect();
      return box.width ? parseFloat(view.getComputedStyle(one).fontSize) * box.width / drawing.viewBox.baseVal.width : 99;
    });
    found[width] = {
      scroll: page.documentElement.scrollWidth,
      wide: shown(".drawing.wide").length,
      narrow: shown(".drawing.narrow").length,
      row: view.getComputedStyle(page.querySelector("tbody tr")).display,
      smallest: Math.min(...small),
      loaded: view.performance.getEntriesByType("resource").length,
    };
    if (Object.keys(found).length === widths.length) document.getElementById("found").textContent = JSON.stringify(found);
  };
  frame.src = "brief.html";
  document.body.append(frame);
}
</script>
"""


def specimen():
    spec = spec_from_file_location("specimen_brief", Path(__file__).parents[1] / "specimen_brief.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.SPECIMEN


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    (folder / "brief.html").write_text(render_html(specimen()), "utf-8")
    (folder / "measure.html").write_text(MEASURE, "utf-8")
    command = [
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--allow-file-access-from-files",
        "--disable-background-networking",
    ]
    command += ["--disable-component-update", "--disable-sync", "--no-first-run", f"--user-data-dir={folder / 'profile'}"]
    command += ["--virtual-time-budget=4000", "--window-size=1500,900", "--dump-dom", (folder / "measure.html").as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    return json.loads(unescape(re.search(r'<pre id="found">(.*?)</pre>', shown, re.DOTALL)[1]))


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 390, 660, 768, 1030, 1400])
def test_nothing_is_wider_than_the_screen(measured, width):
    assert measured[str(width)]["scroll"] <= width


@pytest.mark.slow
def test_phones_get_the_narrow_drawings_and_stacked_rows(measured):
    assert (measured["390"]["narrow"], measured["390"]["wide"], measured["390"]["row"]) == (3, 0, "block")


@pytest.mark.slow
def test_wide_screens_get_the_wide_drawings_and_rows(measured):
    assert (measured["1400"]["narrow"], measured["1400"]["wide"], measured["1400"]["row"]) == (0, 3, "table-row")


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 660, 768, 1030, 1400])
def test_letters_in_drawings_are_nowhere_smaller_than_nine_pixels(measured, width):
    assert measured[str(width)]["smallest"] >= 9


@pytest.mark.slow
def test_the_page_loads_nothing(measured):
    assert {found["loaded"] for found in measured.values()} == {0}
