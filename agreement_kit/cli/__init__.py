"""The command line: thin commands over the API. Nothing else in the kit prints."""

import click

from agreement_kit.cli.commands import check, generate, new
from agreement_kit.cli.inspecting import inspect
from agreement_kit.cli.lists import clauses, documents
from agreement_kit.cli.partnership import dashboard, health_check, intake, mismatch, recommend

EPILOG = (
    "No solicitor has reviewed the clauses: every draft needs one. Exit codes: 0 fine, 1 problems found, 2 not done."
)


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="agreement-kit", message="agreement-kit %(version)s")
def main() -> None:
    """Turns answers in YAML and a library of clauses into a draft collaboration agreement in Word.

    \b
    Start:   agreement-kit new my.agreement.yaml
    Check:   agreement-kit check my.agreement.yaml
    Draft:   agreement-kit generate my.agreement.yaml
    """


for command in (
    generate,
    check,
    new,
    inspect,
    clauses,
    documents,
    health_check,
    dashboard,
    mismatch,
    recommend,
    intake,
):
    main.add_command(command)
