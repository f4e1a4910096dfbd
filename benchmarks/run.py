"""How fast the kit is beside others' tools doing the same: `python benchmarks/run.py` prints ratios from one run.

Absolute times say more about the machine than about the kit, so each row stands beside a peer measured in turn with
it. Nothing here fails: `aim` is what the kit should reach, `stretch` what would be better still.
"""

import argparse
import platform
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import peer
from enlarged import with_clauses_repeated, with_one_table
from stages import show_profile
from timing import Action, cold, forgetting, medians, peak_megabytes

from agreement_kit import Document, check, generate, load, write_docx

SAMPLE = Path(__file__).parents[1] / "samples" / "northmere-jro.agreement.yaml"
COMMAND = ("-m", "agreement_kit.cli")


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison. Without a peer, `aim` is on our own measure rather than on the ratio."""

    name: str
    ours: float
    peer: float | None = None
    aim: float | None = None
    stretch: float | None = None
    unit: str = "ms"


def draft_of(text: str) -> Document:
    """The whole way from YAML to the document. Raises ValueError where the input has errors."""
    answers, problems = check(load(text))
    if answers is None:
        raise ValueError(problems[0])
    return generate(answers)


def writing(document: Document, repeats: int) -> Iterator[Row]:
    """The writer alone: beside what compressing its result costs, and as documents grow."""
    with ZipFile(BytesIO(write_docx(document))) as package:
        body = package.read("word/document.xml")
    yield compared(
        "write_docx / zlib of its document.xml",
        partial(write_docx, document),
        partial(zlib.compress, body, 6),
        repeats * 3,  # so short that one burst of other work would cover most rounds
        (6, 4),
    )
    fifty, ten = (partial(write_docx, with_clauses_repeated(document, times)) for times in (50, 10))
    yield compared("write_docx, clauses x50 / x10", fifty, ten, max(repeats // 3, 3), (5.5,))
    long, short = (partial(write_docx, with_one_table(rows)) for rows in (1000, 100))
    yield compared("write_docx, table of 1,000 rows / 100", long, short, repeats * 3, (10,))


def beside_docxtpl(draft: bytes, text: str, repeats: int, folder: Path) -> Iterator[Row]:
    """The whole way beside docxtpl filling a document of the same words: in one process, and in a new one each time,
    without and with what the kit remembers between runs.
    """
    context = peer.context_of(draft)
    template, answers = peer.make_template(context, folder)
    ours, theirs = peer.words_in(draft), peer.words_in(peer.fill(template, context))
    if abs(ours - theirs) > 0.02 * ours:
        raise ValueError(f"the two documents differ in length: {ours} words and {theirs}")
    yield compared(
        f"warm YAML to .docx / docxtpl, {ours:,} words",
        lambda: write_docx(draft_of(text)),
        partial(peer.fill, template, context),
        repeats,
        (1.0, 0.5),
    )
    generating = cold(folder, *COMMAND, "generate", str(SAMPLE), "-o", "draft.docx", "--force")
    filling = cold(folder, "-c", peer.FILL_COLD, str(template), str(answers), "filled.docx")
    rounds = max(repeats, 7)
    yield compared("first generate, empty cache / cold docxtpl", forgetting(folder, generating), filling, rounds)
    yield compared("cold generate / cold docxtpl", generating, filling, rounds, (1.3, 1.0))


def starting(repeats: int, folder: Path) -> Iterator[Row]:
    """Commands in processes of their own, and what such a process holds and leaves behind."""
    help_page, bare_click = cold(folder, *COMMAND, "--help"), cold(folder, "-c", "import click")
    generating = (*COMMAND, "generate", str(SAMPLE), "-o", "draft.docx", "--force")
    yield compared("cold --help / import click", help_page, bare_click, max(repeats, 7), (1.25,))
    checking = cold(folder, *COMMAND, "check", str(SAMPLE))
    yield compared("cold check / cold generate", checking, cold(folder, *generating), max(repeats, 7), (0.6,))
    yield Row("peak memory of a cold generate", peak_megabytes(folder, *generating), aim=70, unit="MB")
    yield Row("size of the draft", (folder / "draft.docx").stat().st_size / 1000, aim=60, unit="KB")


def compared(name: str, ours: Action, theirs: Action, repeats: int, aims: tuple[float, ...] = ()) -> Row:
    """A row of medians; `aims` holds the aim and the stretch, as far as there are any."""
    taken = medians({"ours": ours, "peer": theirs}, repeats)
    aim, stretch = (*aims, None, None)[:2]
    return Row(name, taken["ours"], taken["peer"], aim, stretch)


def line(row: Row) -> str:
    """The row as printed; what a row lacks stays blank."""
    theirs = f"{row.peer:,.1f} ms" if row.peer else ""
    ratio = f"{row.ours / row.peer:.2f}" if row.peer else ""
    aim = "" if row.aim is None else f"{row.aim:g}" if row.peer else f"{row.aim:g} {row.unit}"
    stretch = "" if row.stretch is None else f"{row.stretch:g}"
    return f"{row.name:<48}{f'{row.ours:,.1f} {row.unit}':>12}{theirs:>12}{ratio:>8}{aim:>8}{stretch:>9}"


def show_ratios(repeats: int, folder: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    document = draft_of(text)
    print(f"{SAMPLE.name}; Python {platform.python_version()} on {platform.system()} {platform.machine()}")
    print(f"{'':<48}{'ours':>12}{'peer':>12}{'ratio':>8}{'aim':>8}{'stretch':>9}")
    for row in writing(document, repeats):
        print(line(row), flush=True)
    if find_spec("docxtpl"):
        for row in beside_docxtpl(write_docx(document), text, repeats, folder):
            print(line(row), flush=True)
    for row in starting(repeats, folder):
        print(line(row), flush=True)
    if find_spec("docxtpl"):
        print(
            f"Medians of rounds in turn. Peer: docxtpl {version('docxtpl')}, one looping template in the house style."
        )
    else:
        print('Without docxtpl its rows are left out: pip install "agreement-kit[bench]"')


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--profile", action="store_true", help="show instead where the time goes")
    parser.add_argument("--repeats", type=int, default=15, help="rounds of each warm comparison (default: 15)")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        if options.profile:
            show_profile(SAMPLE, options.repeats, Path(folder))
        else:
            show_ratios(options.repeats, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
