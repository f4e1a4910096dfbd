"""The page in a real browser: what only layout and a console can tell."""

import json
import os
import re
import shutil
import subprocess
from html import escape
from pathlib import Path

import pytest

from agreement_kit.document import Answer, Cell, Contents, Document, Open, Paragraph, Row, Section, Table, Text
from agreement_kit.html.writing import write

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")

MEASURING = """<!DOCTYPE html>
<html><body style="margin:0"><iframe style="border:0;width:%dpx;height:9000px" srcdoc="%s"></iframe>
<pre id="found"></pre>
<script>
  onload = () => {
    const page = document.querySelector("iframe").contentDocument;
    const main = page.querySelector("main");
    const region = page.querySelector("[role=region]");
    document.querySelector("#found").textContent = JSON.stringify({
      font: page.defaultView.getComputedStyle(main).fontFamily,
      overflow: page.documentElement.scrollWidth - page.documentElement.clientWidth,
      regionScrolls: region.scrollWidth > region.clientWidth,
      sideBySide: page.querySelector("nav").getBoundingClientRect().right
        < page.querySelector("h1").getBoundingClientRect().left,
    });
  };
</script></body></html>"""


def browse(folder: Path, page: str) -> tuple[str, str]:
    """The document after loading, and what the browser wrote to its log."""
    if not BROWSER:
        if os.environ.get("AGREEMENT_KIT_REQUIRE_TOOLS") == "1":
            pytest.fail("no Chromium here, and AGREEMENT_KIT_REQUIRE_TOOLS is 1")
        pytest.skip("no Chromium here")
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--no-first-run"]
    command += [f"--user-data-dir={folder / 'profile'}", "--enable-logging=stderr", "--dump-dom", file.as_uri()]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60, encoding="utf-8")
    return done.stdout, done.stderr


def measured(folder: Path, width: int) -> dict[str, object]:
    dom, _ = browse(folder, MEASURING % (width, escape(write(draft()).decode())))
    match = re.search(r'<pre id="found">(.+?)</pre>', dom)
    assert match
    found: dict[str, object] = json.loads(match[1].replace("&quot;", '"'))
    return found


def row(*words: str) -> Row:
    return Row(tuple(Cell((Paragraph((Answer(each),)),)) for each in words))


def draft() -> Document:
    """A page with all that tends to be too wide for a telephone."""
    long = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"
    address = f"https://example.org/{long}?{long}"
    words = Paragraph((Text("Write to "), Answer(address), Text(" or "), Open(f"[{long}]")), 3, numbered=True)
    narrow = Table((row("Question", "Answer", "Why"), row("Where?", address, long)), ("left",) * 3, "Where")
    wide = Table((row(*"abcdef"), row(*["responsibilities"] * 6)), ("left",) * 6, "Who")
    signing = Table((row("Signed for", long), row("Signature", "")), ("left",) * 2, "Signature", kind="signature")
    return Document(
        long,
        (
            Section("cover", "cover", (Text("Cover"),), (Paragraph((Answer(long),), style="title"),)),
            Section("contents", "front", (Text("Contents"),), (Contents(),)),
            Section("term", "clause", (Answer(long),), (words, narrow, wide), label="Statement of intent"),
            Section("signatures", "signature", (Text("Signatures"),), (signing,)),
        ),
        (Paragraph((Answer(long), Text("\tDraft: subject to contract"))),),
    )


def test_the_console_stays_empty(tmp_path: Path) -> None:
    _, log = browse(tmp_path, write(draft()).decode())
    assert "CONSOLE" not in log


def test_the_console_would_tell_of_a_style_that_the_policy_forbids(tmp_path: Path) -> None:
    _, log = browse(tmp_path, write(draft()).decode().replace("<style>", "<style> "))
    assert "CONSOLE" in log
    assert "Content Security Policy" in log


def test_on_a_telephone_only_wide_tables_scroll_sideways(tmp_path: Path) -> None:
    found = measured(tmp_path, 320)
    assert str(found.pop("font")).startswith("Arial")
    assert found == {"overflow": 0, "regionScrolls": True, "sideBySide": False}


def test_on_a_wide_screen_the_contents_stand_beside_the_text(tmp_path: Path) -> None:
    found = measured(tmp_path, 1280)
    assert found["overflow"] == 0
    assert found["sideBySide"] is True
