import sys

from agreement_kit.api import check, plan, write_markdown
from agreement_kit.problems import AgreementKitError
from agreement_kit.sources import load
from agreement_kit.tracing import unprinted

try:
    f = [a for a in sys.argv[2:] if a.endswith(".yaml")][0]
    a, p = check(load(f))
    for x in p:
        print(x)
    pl = plan(a, document="agreement", libraries=())
    d = pl.assemble()
    out = sys.argv[sys.argv.index("-o") + 1]
    open(out, "wb").write(
        write_markdown(d) if out.endswith("md") else __import__("agreement_kit.docx.writing").docx.writing.write(d)
    )
    print(unprinted(d, pl.picks, a))
except AgreementKitError as e:
    print(e)
    sys.exit(1)
