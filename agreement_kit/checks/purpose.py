"""Why the parties collaborate at all: the vision, the question of only together, the reason to stop."""

from collections.abc import Iterator

from agreement_kit.answers import Answers, Listing, OpenItem, Record, Whole, Words, find
from agreement_kit.checks.findings import Finding
from agreement_kit.checks.likeness import stems
from agreement_kit.checks.parts import entries, given, has, in_words, is_silent, lacks, leaf
from agreement_kit.rules import rule

LONGEST_VISION = 30
MOST_AIMS = 3
MOST_OBJECTIVES = 8
BELIEF = ("stronger", "better", "coherent", "outcomes")
BENEFITING = (
    "adult adults care carers child children citizen client clients clinicians communities community families family"
    " girls boys learner learners local men mothers neighbours older parents patient patients people person populations"
    " public pupils researchers resident residents staff student students survivors teachers tenants users veterans"
    " visitors women workers young youth everyone everybody nobody anyone"
)
"""Words for those who can be better off."""


@rule("PURPOSE-01", "error")
def not_only_together(answers: Answers) -> Iterator[Finding]:
    """A purpose that does not say why no party could reach it alone. One of which all is open is still to be written.

    Why: collaboration costs time and money and is a means, never an end. What one could do alone one should do alone.
    Remedy: say under `only_together` which half each party holds; if you cannot, do not start.
    """
    purpose = given(answers, "purpose")
    begun = isinstance(purpose, Record) and not all(isinstance(each, OpenItem) for each in purpose.fields.values())
    if begun and isinstance(purpose, Record) and lacks(purpose, "only_together"):
        sentence = "purpose does not say why no party could do it alone; add only_together"
        yield Finding(purpose.path, sentence, "If you cannot say it, do not start.")


@rule("PURPOSE-02", "warning")
def no_reason_to_stop(answers: Answers) -> Iterator[Finding]:
    """A purpose that says why to collaborate, and not what would make the parties stop.

    Why: a partnership that cannot fail cannot be judged, and goes on out of politeness.
    Remedy: name under `stop_if` the figure or event, the date, and who then decides.
    """
    purpose = given(answers, "purpose")
    if isinstance(purpose, Record) and has(purpose, "only_together") and lacks(purpose, "stop_if"):
        yield Finding(purpose.path, "nothing says what would make the parties stop; add stop_if")


@rule("PURPOSE-03", "warning")
def too_many_aims(answers: Answers) -> Iterator[Finding]:
    """More than three aims.

    Why: whoever has many aims has none; the objectives are the place for what is measured.
    Remedy: join them, or move some to the objectives.
    """
    aims = find(answers.root, ("purpose", "aims"))
    if isinstance(aims, Listing) and len(aims) > MOST_AIMS:
        yield Finding(aims.path, f"there are {len(aims)} aims; keep the {MOST_AIMS} that matter most")


@rule("PURPOSE-04", "warning")
def half_a_belief(answers: Answers) -> Iterator[Finding]:
    """A statement of belief with fewer than its four parts.

    Why: stronger, better, more coherent, better outcomes: a part that nobody can write is the one that nobody believes.
    Remedy: write the missing sentence, or tbc and talk about it.
    """
    belief = given(answers, "purpose", "belief")
    if isinstance(belief, Record) and (missing := [each for each in BELIEF if lacks(belief, each)]):
        yield Finding(belief.path, f"belief says nothing under {in_words(missing)}")


@rule("VISION-01", "error")
def vision_without_objectives(answers: Answers) -> Iterator[Finding]:
    """A silver or gold agreement with a vision and no objectives. A bronze one may do without.

    Why: partnership alone guarantees nothing; a vision that no objective carries stays a sentence.
    Remedy: name three to eight objectives, each with a figure, a date and a lead, or choose bronze.
    """
    vision, tier = given(answers, "purpose", "vision"), given(answers, "agreement", "tier")
    if isinstance(vision, Words) and tier in ("silver", "gold") and is_silent(answers, "objectives"):
        sentence = f"there is a vision and no objective; a {tier} agreement says how it is reached"
        yield Finding(("purpose", "vision"), sentence, "Add objectives.")


@rule("VISION-02", "warning")
def long_visions(answers: Answers) -> Iterator[Finding]:
    """A vision of more than 30 words.

    Why: people carry a sentence in their heads, not a paragraph.
    Remedy: say what will be different and for whom; the rest belongs under `success`.
    """
    vision = given(answers, "purpose", "vision")
    if isinstance(vision, Words) and (words := len(vision.split())) > LONGEST_VISION:
        yield Finding(("purpose", "vision"), f"the vision has {words} words; say it in {LONGEST_VISION}")


@rule("VISION-03", "warning")
def visions_for_nobody(answers: Answers) -> Iterator[Finding]:
    """A vision that names none of those who are to be better off: patients, residents, students, staff and so on.

    Why: a vision about offices and systems moves nobody, and nobody can say whether it came true.
    Remedy: name the people. If yours are called by another word, accept the finding.
    """
    vision = given(answers, "purpose", "vision")
    if isinstance(vision, Words) and not stems(vision) & stems(BENEFITING):
        yield Finding(("purpose", "vision"), "the vision does not say who will be better off; name the people")


@rule("OBJ-01", "warning")
def too_many_objectives(answers: Answers) -> Iterator[Finding]:
    """More than eight objectives.

    Why: the capacity to collaborate is finite. What is not among the first eight will not be done.
    Remedy: keep those with the greatest effect, and say no to the rest, kindly.
    """
    objectives = find(answers.root, ("objectives",))
    if isinstance(objectives, Listing) and len(objectives) > MOST_OBJECTIVES:
        yield Finding(("objectives",), f"there are {len(objectives)} objectives; keep {MOST_OBJECTIVES} at most")


@rule("OBJ-02", "warning")
def objectives_without_measure(answers: Answers) -> Iterator[Finding]:
    """An objective that no measure shows, and no reason why. Nothing is said while there are no measures at all.

    Why: what nothing measures is reached by assertion.
    Remedy: add a measure under `kpis`, or say under `no_kpi_reason` why none is right.
    """
    measured = {str(each.fields.get("objective", "")) for each in entries(answers, "kpis")}
    if not measured or any(not isinstance(leaf(each, "objective", Words), Words) for each in entries(answers, "kpis")):
        return
    for objective in entries(answers, "objectives", by="text"):
        if objective["id"] not in measured and lacks(objective, "no_kpi_reason"):
            sentence = f"no measure shows objective {objective['id']}, and nothing says why not"
            yield Finding(objective.path, sentence, "Add a measure under kpis, or no_kpi_reason.")


@rule("OBJ-03", "warning")
def equal_priorities(answers: Answers) -> Iterator[Finding]:
    """Two objectives of the same priority.

    Why: priorities are there for the day on which not everything can be done.
    Remedy: give each objective a number of its own.
    """
    seen: dict[object, str] = {}
    for objective in entries(answers, "objectives", by="id"):
        priority = leaf(objective, "priority", Whole)
        if priority in seen:
            sentence = f"objectives {seen[priority]} and {objective['id']} both have priority {priority}; rank them"
            yield Finding((*objective.path, "priority"), sentence)
        elif priority is not None:
            seen[priority] = str(objective["id"])


@rule("OBJ-04", "warning")
def objectives_without_lead(answers: Answers) -> Iterator[Finding]:
    """An objective for which no party answers.

    Why: what everybody wants, nobody does, until somebody is asked about it by name.
    Remedy: name the party, or joint, under `lead`.
    """
    for objective in entries(answers, "objectives", by="text"):
        if lacks(objective, "lead"):
            yield Finding(objective.path, f"nobody answers for objective {objective['id']}; name its lead")


RULES = (
    not_only_together,
    no_reason_to_stop,
    too_many_aims,
    half_a_belief,
    vision_without_objectives,
    long_visions,
    visions_for_nobody,
    too_many_objectives,
    objectives_without_measure,
    equal_priorities,
    objectives_without_lead,
)
