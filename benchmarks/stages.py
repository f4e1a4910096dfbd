"""Where the time goes: the stages of a warm run, and the imports of a cold one."""

import re
from collections import Counter
from pathlib import Path
from statistics import median

from timing import milliseconds, output_of

from agreement_kit import check, load, write_docx
from agreement_kit.api import load_library
from agreement_kit.assembly import assemble
from agreement_kit.outlines import load_template, select, shipped_folder

IMPORT_LINE = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \| +(\S+)")
SHOWN = 15


def show_profile(sample: Path, repeats: int, folder: Path) -> None:
    """Prints both tables. Stages are medians in milliseconds, beside those of the first run, with empty caches."""
    text = sample.read_text(encoding="utf-8")
    runs = [stages(text) for _ in range(repeats + 1)]
    print(f"{'stage':<20}{'warm ms':>10}{'first ms':>10}")
    for name, first in runs[0].items():
        print(f"{name:<20}{median(run[name] for run in runs[1:]):>10.1f}{first:>10.1f}")
    totals = [sum(run.values()) for run in runs]
    print(f"{'all':<20}{median(totals[1:]):>10.1f}{totals[0]:>10.1f}\n")
    generating = ("-m", "agreement_kit.cli", "generate", str(sample), "-o", str(folder / "draft.docx"), "--force")
    for name, arguments in {"--help": ("-m", "agreement_kit.cli", "--help"), "generate": generating}.items():
        show_imports(name, import_times(folder, *arguments))


def stages(text: str) -> dict[str, float]:
    """Milliseconds of each stage of one run, in order."""
    taken: dict[str, float] = {}
    taken["load"], source = milliseconds(lambda: load(text))
    taken["check"], (answers, problems) = milliseconds(lambda: check(source))
    if answers is None:
        raise ValueError(problems[0])
    taken["library"], library = milliseconds(load_library)
    taken["template"], template = milliseconds(lambda: load_template(shipped_folder(), "agreement"))
    taken["select, assemble"], document = milliseconds(
        lambda: assemble(select(template, library, answers), answers, library)
    )
    taken["write"], _ = milliseconds(lambda: write_docx(document))
    return taken


def import_times(folder: Path, *arguments: str) -> list[tuple[str, int]]:
    """Each module that a new process imports, with its own microseconds, those that it imports in turn left out."""
    output_of(folder, *arguments)  # compiles the modules and fills the cache
    made = output_of(folder, "-X", "importtime", *arguments)
    return [(module, int(own)) for own, _, module in IMPORT_LINE.findall(made.stderr)]


def show_imports(name: str, modules: list[tuple[str, int]]) -> None:
    """The packages that cost most, each with all of its modules."""
    own: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for module, taken in modules:
        package = module.split(".")[0]
        own[package] += taken
        counts[package] += 1
    total = sum(own.values()) / 1000
    print(f"{f'cold {name}: {total:.0f} ms in {len(modules)} imports, traced':<44}{'ms':>8}{'modules':>10}")
    for package, taken in own.most_common(SHOWN):
        print(f"  {package:<42}{taken / 1000:>8.1f}{counts[package]:>10}")
    print()
