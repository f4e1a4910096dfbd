"""A clause of the library as text for the terminal."""

from agreement_kit.library import Alternative, Clause
from agreement_kit.problems import CannotBeDone, Place, did_you_mean, error


def clause_text(clause: Clause, alternative_id: str | None = None) -> str:
    """The clause with all its alternatives, or with one. Raises CannotBeDone where it has no alternative of that id."""
    chosen = clause.alternatives
    if alternative_id:
        found = clause.find(alternative_id)
        if not found:
            known = [each.id for each in clause.alternatives]
            sentence = f'"{clause.id}" has no alternative "{alternative_id}"{did_you_mean(alternative_id, known)}'
            raise CannotBeDone([error(Place("clauses"), "LIB-01", sentence, f"It has: {', '.join(known)}.")])
        chosen = (found,)
    facts = {
        "Topic": f"{clause.topic}; {', '.join(clause.tiers)}; {clause.binds}",
        "Version": f"{clause.version}: {clause.changes[clause.version]}",
        "Law": "; ".join(clause.law) or "none relied on",
        "Checked": f"{clause.law_checked_on}, again by {clause.review_by}",
        "Approved": clause.approved_by,
        "Guidance": clause.guidance,
        "Drafting": clause.drafting_note,
        "File": clause.file,
    }
    lines = [f"{clause.title} ({clause.id})", "", *(f"{name + ':':<10} {words}" for name, words in facts.items())]
    return "\n".join([*lines, *(line for each in chosen for line in alternative_lines(each))])


def alternative_lines(alternative: Alternative) -> list[str]:
    when = "; ".join(f"{path} is {' or '.join(values)}" for path, values in alternative.when.items())
    terms = ", ".join(definition.term for definition in alternative.defines)
    return [
        "",
        f"## {alternative.id} ({alternative.position})",
        f"When:      {when or 'no other alternative matches'}",
        f"Use:       {alternative.use}",
        f"Approver:  {alternative.approver}",
        *([f"Defines:   {terms}"] if terms else []),
        "",
        alternative.wording.strip("\n"),
    ]
