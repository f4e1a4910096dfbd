"""A YAML file to fill in, written from the schema's own labels, help and examples. Every blank is an open item."""

from collections.abc import Iterator
from textwrap import wrap as wrap_text

from agreement_kit.schemas.agreement import AGREEMENT
from agreement_kit.schemas.fields import Rules

EDITOR = "# yaml-language-server:"
"""How a file's first line begins that tells editors where its schema stands."""

PARTIES = ("first", "second")
"""The ids of the parties in the file: two of them, the least an agreement has."""

COMMENT_COLUMN = 34
LONGEST_EXAMPLE = 48

CHOSEN = {
    "document.status": "draft",
    "document.version": "'0.1'",
    "agreement.governing_law": "england_and_wales",
    "signature.method": "simple",
}
"""What is not left open, because the usual value is right until somebody decides otherwise."""

BINDING = {"bronze": "charter", "silver": "hybrid", "gold": "hybrid"}

SILVER = (
    *("background", "objectives", "principles", "governance", "roles", "raci", "resources", "plan", "kpis", "data"),
    *("confidentiality", "liability", "change", "review", "termination", "exit"),
)
"""Sections that a silver agreement has beside those of bronze; a gold one has them all."""


def starter(tier: str = "bronze") -> str:
    """The file, at most 80 lines at bronze."""
    lines = [
        "# Fill in what says tbc; what you leave becomes an open item in the draft. Text with a colon needs 'quotes'.",
        f"# `agreement-kit check FILE` says what is wrong, `agreement-kit generate FILE` makes the {tier} draft.",
    ]
    for name, rules in AGREEMENT.items():
        is_marked = bool(rules["meta"].get("starter"))
        if is_marked or tier == "gold" or (tier == "silver" and name in SILVER):
            inside = list(Form(name, tier, only_marked=is_marked and tier != "gold").inside(rules, 1))
            help_lines = (f"# {line}" for line in wrap_text(rules["meta"]["help"], 110))
            lines += ["", *help_lines, f"{name}:", *inside] if inside else ()
    return "\n".join(lines) + "\n"


class Form:
    """Writes the fields of one section: those marked for starters, or all that an agreement prints."""

    def __init__(self, section: str, tier: str, *, only_marked: bool) -> None:
        self.section = section
        self.tier = tier
        self.only_marked = only_marked
        self.ids = iter(PARTIES)

    def inside(self, rules: Rules, depth: int) -> Iterator[str]:
        if rules["meta"]["kind"] == "list":
            yield from self.entries(rules, depth)
            return
        for name, field in rules["schema"].items():
            if self.stands(name, field):
                yield from self.field(name, field, depth)

    def stands(self, name: str, field: Rules) -> bool:
        """Whether the field is in the file. The free-text partner of a reference is not: it would ask twice."""
        meta = field["meta"]
        if self.only_marked:
            return bool(meta.get("starter"))
        if f"{self.section}.{name}" in ("agreement.tier", "signature.method"):
            return True
        return not (meta.get("check_only") or "default" in meta or name.endswith("_other") or name == "to_people")

    def field(self, name: str, field: Rules, depth: int) -> Iterator[str]:
        indent = "  " * depth
        if field["meta"]["kind"] not in ("record", "list"):
            yield f"{indent}{name}: {self.value(name, field)}".ljust(COMMENT_COLUMN) + f"  # {beside(field)}"
        elif inside := list(self.inside(field, depth + 1)):
            yield from (f"{indent}{name}:", *inside)

    def entries(self, rules: Rules, depth: int) -> Iterator[str]:
        """Two parties; of every other list one entry to copy."""
        of = rules["schema"]
        if of["meta"]["kind"] != "record":
            yield f"{'  ' * depth}- tbc".ljust(COMMENT_COLUMN) + f"  # {beside(of)}"
            return
        for number in range(2 if "legal_form" in of["schema"] else 1):
            first, *rest = self.inside(of, depth + 1)
            lines = [f"{'  ' * depth}- {first.lstrip()}", *rest]
            yield from (line if number == 0 else line.split("  #")[0].rstrip() for line in lines)

    def value(self, name: str, field: Rules) -> str:
        """What stands behind the colon: an id, a fixed choice, or tbc."""
        if field["meta"]["kind"] == "id":
            return next(self.ids) if field["meta"]["label"] == "Party id" else field["meta"]["example"]
        chosen = {"agreement.tier": self.tier, "agreement.binding": BINDING[self.tier], **CHOSEN}
        return chosen.get(f"{self.section}.{name}", "tbc")


def beside(field: Rules) -> str:
    """A short comment: the codes where there are few, otherwise an example where it is short."""
    meta = field["meta"]
    codes = meta.get("codes", {})
    if codes and len(codes) <= 5:
        return " | ".join(codes)
    example = str(meta["example"])
    return f"{meta['label']}, e.g. {example}" if len(example) <= LONGEST_EXAMPLE else meta["label"]
