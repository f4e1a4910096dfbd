"""Points of law about personal data: flow by flow."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Record
from agreement_kit.checks.facts import (
    deepest_given,
    entries,
    is_missing,
    is_missing_at,
    joined,
    parties,
    truth,
    truth_at,
    word,
)
from agreement_kit.checks.findings import Finding
from agreement_kit.problems import Path
from agreement_kit.rules import rule

PROCESSING = {
    "purpose": "its purpose",
    "subjects": "whose data it is",
    "items": "which data it is",
    "retention": "how long it is processed",
}
"""What Article 28(3) asks for beside the terms that the kit prints."""

CHECKLIST = {
    "necessity": "why less would not do",
    "lawful_basis": "the lawful basis",
    "transparency": "how people learn of it",
    "rights_route": "who answers people's requests",
    "retention": "how long it is kept",
    "security": "how it is kept safe",
    "dpia": "the impact assessment",
    "review": "when it is looked at again",
}
"""What the ICO's code wants said about any sharing."""


@rule("DP-01", "error")
def personal_data_without_flows(answers: Answers) -> Iterator[Finding]:
    """Personal data is said to be shared, and no flow of it is described.

    Why: roles, lawful basis and security are decided for each flow (UK GDPR, Articles 5, 6, 26 and 28), and the
    Information Commissioner's code, in force since 5 October 2021, asks for them in writing. A lawyer should confirm
    the articles that apply.
    Remedy: describe each flow under `data.flows`; or name the `data.sharing_agreement` that does.
    """
    described = not all(is_missing_at(answers, "data", where) for where in ("flows", "sharing_agreement"))
    if truth_at(answers, "data", "personal_data") and not described:
        sentence = "personal data is shared and no flow is described"
        yield Finding(("data", "personal_data"), sentence, "Add data.flows, or data.sharing_agreement.")


@rule("DP-02", "error")
def joint_controllers_without_contact(answers: Answers) -> Iterator[Finding]:
    """A flow between joint controllers without a contact point for the people concerned.

    Why: joint controllers need an arrangement whose essence people can learn of, and may name a contact point in it (UK
    GDPR, Article 26); without one nobody knows whom to ask. A lawyer should confirm the arrangement.
    Remedy: give the flow a `contact_point`.
    """
    for path, flow in flows(answers):
        if word(flow, "roles") == "joint_controllers" and is_missing(flow, "contact_point"):
            yield Finding(path, f"{called(flow)} has joint controllers and no contact point", "Add contact_point.")


@rule("DP-03", "error")
def processing_without_terms(answers: Answers) -> Iterator[Finding]:
    """A flow to a processor that leaves out what the terms for one must state.

    Why: a contract with a processor must state the subject, length, nature and purpose of the processing, the kind of
    data and the people, beside the processor's duties (UK GDPR, Article 28(3)); without it the processing is unlawful.
    A lawyer should confirm the terms. DP-06 asks the draft itself for the duties.
    Remedy: complete the flow; keep the schedule on data.
    """
    for path, flow in flows(answers):
        if word(flow, "roles") != "controller_processor":
            continue
        if missing := [words for name, words in PROCESSING.items() if is_missing(flow, name)]:
            sentence = f"{called(flow)} goes to a processor and does not say {joined(missing, 'or')}"
            yield Finding(path, sentence)


@rule("DP-04", "warning")
def health_data_without_confidence(answers: Answers) -> Iterator[Finding]:
    """Health data that can be traced to people, without a basis in the law of confidence.

    Why: data protection law alone does not allow it: the common law duty of confidence asks for consent, direct care
    with implied consent, support under section 251 of the National Health Service Act 2006, or another basis. A lawyer
    should confirm which one applies.
    Remedy: choose `duty_of_confidence` with your Caldicott Guardian.
    """
    for path, flow in flows(answers):
        if truth(flow, "health") and is_missing(flow, "duty_of_confidence") and word(flow, "roles") != "anonymised":
            yield Finding(path, f"{called(flow)} is health data without a basis in the law of confidence")


@rule("DP-05", "warning")
def complaints_without_handler(answers: Answers) -> Iterator[Finding]:
    """Personal data is shared, and nobody, or not every party, has a person who deals with complaints about it.

    Why: since 19 June 2026 each controller must give people a way to complain, acknowledge within 30 days and answer
    without undue delay (Data Protection Act 2018, section 164A, added by the Data (Use and Access) Act 2025).
    Remedy: name one person for each party under `data.complaints_handlers`.
    """
    if not truth_at(answers, "data", "personal_data"):
        return
    if is_missing_at(answers, "data", "complaints_handlers"):
        sentence = "personal data is shared and nobody is named for complaints about it"
        yield Finding(deepest_given(answers, "data", "complaints_handlers"), sentence, "Add data.complaints_handlers.")
        return
    path = ("data", "complaints_handlers")
    named = [entry.fields.get("party") for _, entry in entries(answers, *path)]
    without = [each.name for each in parties(answers) if each.id and each.id not in named]
    if without and all(isinstance(each, str) for each in named) and named:
        yield Finding(
            path, f"{joined(without)} {'has' if len(without) == 1 else 'have'} nobody for complaints", "", True
        )


@rule("DP-07", "warning")
def special_data_without_condition(answers: Answers) -> Iterator[Finding]:
    """Special category data, health data among it, without the condition that allows it.

    Why: beside a lawful basis Article 9 of the UK GDPR asks for a condition, and most of them for one in Schedule 1 to
    the Data Protection Act 2018 with a policy document. A lawyer should confirm both.
    Remedy: say under `art9` which condition it is.
    """
    for path, flow in flows(answers):
        is_special = truth(flow, "special") or truth(flow, "health")
        if is_special and is_missing(flow, "art9") and word(flow, "roles") != "anonymised":
            yield Finding(
                path, f"{called(flow)} is special category data without a condition in Article 9", "Add art9."
            )


@rule("DP-08", "info")
def gaps_in_flows(answers: Answers) -> Iterator[Finding]:
    """A flow that leaves out something that a schedule on data usually says.

    Why: the Information Commissioner's data sharing code (in force since 5 October 2021) lists what a sharing agreement
    should cover; a regulator asks for it after a breach.
    Remedy: complete the flow, or leave to a separate agreement what stands there.
    """
    for path, flow in flows(answers):
        missing = [words for name, words in CHECKLIST.items() if is_missing(flow, name)]
        if missing and word(flow, "roles") != "anonymised":
            yield Finding(path, f"{called(flow)} does not say {joined(missing, 'or')}")


def flows(answers: Answers) -> Iterator[tuple[Path, Record]]:
    return entries(answers, "data", "flows")


def called(flow: Record) -> str:
    return f"flow {word(flow, 'id')}".strip()


RULES = (
    *(personal_data_without_flows, joint_controllers_without_contact, processing_without_terms),
    *(health_data_without_confidence, complaints_without_handler, special_data_without_condition, gaps_in_flows),
)
