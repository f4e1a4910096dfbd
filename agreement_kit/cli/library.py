"""clauses book: the library as a Word document. clauses coverage: proof that every combination builds."""

import sys
from time import monotonic
from typing import TYPE_CHECKING

import click

from agreement_kit.cli.output import LIBRARY, count_words, reporting, show_problems, table

if TYPE_CHECKING:
    from agreement_kit.coverage import Coverage


@click.command(
    short_help="Write the whole library as a Word document.",
    epilog="Example: agreement-kit clauses book -o library.docx",
)
@click.option("-o", "--out", default="library.docx", show_default=True, help="Where to write.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@LIBRARY
@reporting
def book(out: str, library: tuple[str, ...], force: bool) -> None:
    """Write every clause with all its alternatives, notes and law as a Word document to read and comment on."""
    from agreement_kit import api

    written = api.book(library)
    api.save(api.write_docx(written), out, force=force)
    click.echo(
        f"{out}: {len(written.of_kind('clause', 'schedule'))} clauses and schedules. No solicitor has reviewed them."
    )


@click.command(
    short_help="Prove that every combination of choices builds.",
    epilog="Example: agreement-kit clauses coverage --library our-clauses",
)
@click.option("--document", default="agreement", show_default=True, help="Which document to prove.")
@click.option("--seed", default="1", show_default=True, help="Another seed gives other documents.")
@LIBRARY
@reporting
def coverage(document: str, seed: str, library: tuple[str, ...]) -> None:
    """Build documents until every alternative and every pair of choices that can meet has been built together."""
    from agreement_kit import api
    from agreement_kit.remembering import forget

    begun = monotonic()
    found = api.coverage(library, document=document, seed=seed)
    forget()
    click.echo(
        table([(*each, str(built)) for each, built in found.built.items()], ("Clause", "Alternative", "Documents"))
    )
    show_problems(found.problems())
    click.echo(f"{coverage_summary(found)} {monotonic() - begun:.0f} seconds.")
    sys.exit(0 if found.is_complete else 1)


def coverage_summary(found: "Coverage") -> str:
    """2 alternatives, 2 built. 3 choices: 20 pairs can meet, all built together in 12 documents; none failed."""
    built = len(found.built) - len(found.never)
    failed = f"{count_words(len(found.failures), 'problem')} found" if found.failures else "none failed"
    missed = f"{found.missed:,} missed" if found.missed else "all built together"
    return (
        f"{count_words(len(found.built), 'alternative')}, {built:,} built. {count_words(found.choices, 'choice')}: "
        f"{found.pairs:,} pairs can meet, {missed} in {count_words(found.documents, 'document')}; {failed}."
    )
