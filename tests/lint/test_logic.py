from hypothesis import given
from hypothesis import strategies as st

from agreement_kit.lint.logic import Formula, Is, every, find_case, holds, negated, settled, some, yes

ANSWERS = {"tier": ("gold", "silver", "bronze"), "plan": ("true", "false"), "risks": ("true", "false")}

atoms = st.sampled_from(
    [yes("plan"), yes("risks"), Is("tier", frozenset(("gold",))), Is("tier", frozenset(("gold", "bronze")))]
)
formulas = st.recursive(
    atoms | st.booleans(),
    lambda inner: st.builds(negated, inner) | st.builds(every, inner, inner) | st.builds(some, inner, inner),
    max_leaves=8,
)


@given(formulas)
def test_a_case_makes_the_formula_true_and_none_is_missed(formula: Formula) -> None:
    cases = [
        {"tier": tier, "plan": plan, "risks": risks}
        for tier in ANSWERS["tier"]
        for plan in ANSWERS["plan"]
        for risks in ANSWERS["risks"]
    ]
    found = find_case(formula, ANSWERS.__getitem__)
    assert (found is None) == (not any(holds(formula, case.__getitem__) for case in cases))
    if found is not None:
        assert settled(formula, found) is True


def test_of_nothing_everything_is_true_and_nothing_is() -> None:
    assert (every(), some()) == (True, False)


def test_the_usual_answer_is_tried_first() -> None:
    assert find_case(negated(yes("nothing")), lambda question: ("true", "false")) == {"nothing": "false"}
    assert find_case(Is("tier", frozenset(("silver", "gold"))), ANSWERS.__getitem__) == {"tier": "gold"}
