"""new, schema, explain: help while the input is written."""

from pathlib import Path as FilePath
from typing import Literal

import click

import agreement_kit as kit
from agreement_kit.cli.commands import load_argument
from agreement_kit.cli.output import LIBRARY, reporting, terminal_width


@click.command(
    short_help="Write a YAML file to fill in.", epilog="Example: agreement-kit new harbour.agreement.yaml --tier silver"
)
@click.argument("file", required=False)
@click.option("--tier", type=click.Choice(["bronze", "silver", "gold"]), help="How deep it goes; by default bronze.")
@click.option(
    "--from", "old", metavar="OLD", help="An agreement to write the next term of: its dates become open items."
)
@click.option("--no-schema", is_flag=True, help="Leave out the schema for editors and the line that names it.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@reporting
def new(file: str | None, tier: str | None, old: str | None, no_schema: bool, force: bool) -> None:
    """Write a commented YAML file to fill in. It makes a draft as it is; its blanks are open items.

    With --from the agreement in OLD is refreshed for its next term: dates, version, baselines and targets become open
    items that say the old value, everything else stays. FILE is then OLD's name with -next, if you give none.

    Beside it stands agreement.schema.json: by it an editor that knows YAML shows what a field means, which words it
    takes, and mistakes as you type.
    """
    from agreement_kit import api

    file = file or next_name(old)
    if old and tier:
        raise click.UsageError("--tier is for a file to fill in; with --from the tier stays that of the old agreement.")
    source = load_argument(old) if old else None
    text = api.new(tier or "bronze", old=source, schema="" if no_schema else api.SCHEMA_FILE)
    kit.save(text.encode(), file, force=force)
    click.echo(f"{file}: fill in what says tbc, then run: agreement-kit generate {file}")
    if not no_schema:
        leave_schema(FilePath(file).with_name(api.SCHEMA_FILE))


def next_name(old: str | None) -> str:
    """harbour-next.agreement.yaml, in this folder."""
    if not old or old == "-":
        raise click.UsageError("Name the FILE to write.")
    stem, dot, endings = FilePath(old).name.partition(".")
    return f"{stem}-next{dot}{endings}"


def leave_schema(path: FilePath) -> None:
    """Writes the schema where there is none; one that is there may serve other files, too."""
    from agreement_kit import api

    text = api.schema()
    if not path.exists():
        kit.save(text.encode(), path)
        click.echo(f"{path}: with it editors that know YAML (VS Code: the YAML extension) explain the fields.")
    elif path.read_text("utf-8", "replace") != text:
        click.echo(f"{path}: of another version; to renew it: agreement-kit schema -o {path} --force")


@click.command(
    short_help="Write the schema of the input for editors.",
    epilog="Example: agreement-kit schema -o agreement.schema.json",
)
@click.option("--for", "of", type=click.Choice(["agreement", "intake"]), default="agreement", show_default=True)
@click.option("-o", "--out", help="Where to write; by default it is printed.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@reporting
def schema(of: Literal["agreement", "intake"], out: str | None, force: bool) -> None:
    """Write the JSON Schema (draft-07) of an agreement's or intake's file: labels, help, examples and choices."""
    from agreement_kit import api

    if out is None:
        click.echo(api.schema(of), nl=False)
        return
    kit.save(api.schema(of).encode(), out, force=force)
    first_line = api.new(schema=FilePath(out).name).split("\n", 1)[0]
    click.echo(f"{out}: an {of} beside it uses it by its first line: {first_line}")


@click.command(
    short_help="Say what a field means and who reads it.", epilog="Example: agreement-kit explain parties.legal_form"
)
@click.argument("path", default="")
@LIBRARY
@reporting
def explain(path: str, library: tuple[str, ...]) -> None:
    """Say what the field at PATH means, what may stand there and which clauses read it; without PATH list the parts."""
    from agreement_kit import api
    from agreement_kit.text.fields import field_text

    head, _, rest = field_text(api.explain(path, libraries=library), terminal_width()).partition("\n")
    click.secho(head, bold=True)
    click.echo(rest)
