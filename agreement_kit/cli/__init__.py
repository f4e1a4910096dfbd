"""The command line: thin commands over the API. Nothing else in the kit prints."""

import click

from agreement_kit.cli.checking import check
from agreement_kit.cli.commands import generate
from agreement_kit.cli.inspecting import inspect
from agreement_kit.cli.lists import clauses, documents, house_style
from agreement_kit.cli.output import colours_wanted
from agreement_kit.cli.partnership import dashboard, health_check, intake, mismatch, recommend
from agreement_kit.cli.writing import explain, new, schema

EPILOG = (
    "No solicitor has reviewed the clauses: every draft needs one. Exit codes: 0 fine, 1 problems found, 2 not done."
)


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="agreement-kit", message="agreement-kit %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Turns answers in YAML and a library of clauses into a draft collaboration agreement in Word.

    \b
    Start:   agreement-kit new my.agreement.yaml
    Check:   agreement-kit check my.agreement.yaml
    Draft:   agreement-kit generate my.agreement.yaml
    """
    context.color = colours_wanted()


COMMANDS = (
    *(generate, check, new, explain, schema, inspect, clauses, documents, house_style),
    *(health_check, dashboard, mismatch, recommend, intake),
)

for command in COMMANDS:
    main.add_command(command)
