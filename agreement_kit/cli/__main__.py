"""`python -m agreement_kit.cli`, where the command is not on the path."""

from agreement_kit.cli import main

main(prog_name="agreement-kit")
