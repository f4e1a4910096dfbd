"""clauses and documents: what there is to choose from."""

import click

from agreement_kit.cli.checking import check_clauses
from agreement_kit.cli.library import book, coverage
from agreement_kit.cli.output import LIBRARY, reporting, table


@click.group()
def clauses() -> None:
    """Look into the clause library."""


@clauses.command("list", epilog="Example: agreement-kit clauses list")
@LIBRARY
@reporting
def list_clauses(library: tuple[str, ...]) -> None:
    """List every clause with its topic, version, tiers, the library it comes from, and its alternatives."""
    from agreement_kit import api

    found = api.load_library(library)
    rows = [
        (c.topic, c.id, c.version, " ".join(c.tiers), found.origin(c.id), ", ".join(a.id for a in c.alternatives))
        for c in found.clauses.values()
    ]
    click.echo(table(rows, ("Topic", "Clause", "Version", "Tiers", "Library", "Alternatives")))


@clauses.command("show", epilog="Example: agreement-kit clauses show disputes --alternative ladder-to-courts")
@click.argument("clause_id", metavar="ID")
@click.option("--alternative", help="One alternative only.")
@LIBRARY
@reporting
def show_clause(clause_id: str, alternative: str | None, library: tuple[str, ...]) -> None:
    """Show a clause: guidance, drafting note, law, and the wording of its alternatives."""
    from agreement_kit import api
    from agreement_kit.text.clauses import clause_text

    click.echo(clause_text(api.load_library(library).find(clause_id), alternative))


clauses.add_command(coverage)
clauses.add_command(book)
clauses.add_command(check_clauses)


@click.group("house-style")
def house_style() -> None:
    """The look of drafts: fonts, colours, pages, header and footer."""


@house_style.command(
    "export",
    short_help="Write the default as a Word file to restyle.",
    epilog="Example: agreement-kit house-style export ours.docx",
)
@click.argument("file")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@reporting
def export_house_style(file: str, force: bool) -> None:
    """Write the default house style to FILE. Restyle it in Word, then: agreement-kit generate --house-style FILE."""
    from agreement_kit import api

    api.save(api.export_house_style(), file, force=force)
    click.echo(f"{file}: restyle it in Word, put your logo into its header, then generate with --house-style {file}")


@click.group()
def documents() -> None:
    """Look at the documents that can be made."""


@documents.command("list", epilog="Example: agreement-kit documents list")
@reporting
def list_documents() -> None:
    """List every document by the name that --document takes."""
    from agreement_kit import api

    rows = [(template.id, template.title, template.about) for template in api.load_templates()]
    click.echo(table(rows, ("Name", "Title", "What it is for")))
