"""The schema of the agreement as a whole: every field says what it is, and Cerberus accepts what is written there."""

from collections.abc import Iterator

import pytest

from agreement_kit.problems import Path
from agreement_kit.schemas import rules_of
from agreement_kit.schemas.agreement import AGREEMENT
from agreement_kit.schemas.agreement.codes import LEGAL_FORMS as LEGAL_FORM_CODES
from agreement_kit.schemas.clause import CLAUSE, OUTLINE
from agreement_kit.schemas.coercing import READERS, Coercion, Unreadable
from agreement_kit.schemas.derived import ANSWERS
from agreement_kit.schemas.fields import META_OPTIONS, Rules
from agreement_kit.schemas.legal_forms import LEGAL_FORMS
from agreement_kit.schemas.validating import AgreementValidator
from agreement_kit.sources import Source

SCHEMAS = {"agreement": AGREEMENT, "answers": ANSWERS, "clause": CLAUSE, "outline": OUTLINE}


def fields(schema: dict[str, Rules], path: tuple[str, ...] = ()) -> Iterator[tuple[str, Rules]]:
    """Every field below a schema, lists' and mappings' entries under their own name with []."""
    for name, rules in schema.items():
        yield from field(".".join((*path, name)), rules)


def field(name: str, rules: Rules) -> Iterator[tuple[str, Rules]]:
    yield name, rules
    match rules["meta"]["kind"]:
        case "record":
            for key, inner in rules["schema"].items():
                yield from field(f"{name}.{key}", inner)
        case "list":
            yield from field(f"{name}[]", rules["schema"])
        case "mapping":
            yield from field(f"{name}{{}}", rules["valuesrules"])


FIELDS = [(f"{of}: {name}", rules) for of, schema in SCHEMAS.items() for name, rules in fields(schema)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_cerberus_accepts_the_schema_itself(name: str) -> None:
    assert AgreementValidator(SCHEMAS[name]).schema


def test_every_field_says_what_it_is_for() -> None:
    for name, rules in FIELDS:
        meta = rules["meta"]
        assert {"kind", "label", "help", "example"} <= set(meta) <= {*META_OPTIONS, *META}, name
        assert meta["label"].strip() == meta["label"] != "", name
        assert meta["label"][0].isupper(), name
        assert len(meta["label"]) <= 50, name
        assert meta["help"].endswith((".", "?")), name
        assert len(meta["help"]) <= 130, name
        assert (meta["example"] is None) == (meta["kind"] in ("record", "list", "mapping")), name


META = {"kind", "label", "help", "example", "codes"}


def read(rules: Rules, written: object) -> tuple[object, list[str]]:
    """What a value becomes under the rules of a field, and every problem of coercing and validating it."""
    source = Source("x", {"field": str(written)})
    coercion = Coercion(source)
    value = coercion.value(str(written), rules, ("field",))
    validator = AgreementValidator({"field": rules})
    if rules["meta"]["kind"] != "reference":
        validator.validate({"field": value}, normalize=False)
    return value, [*map(str, coercion.problems), *map(str, validator._errors)]


LEAVES = [(name, rules) for name, rules in FIELDS if rules["meta"]["example"] is not None]


def test_every_example_is_a_value_that_the_field_takes() -> None:
    for name, rules in LEAVES:
        value, problems = read(rules, rules["meta"]["example"])
        assert problems == [], name
        assert not isinstance(value, Unreadable), name


def test_every_default_has_the_type_that_its_text_becomes() -> None:
    found = 0
    for name, rules in FIELDS:
        if "default" in rules["meta"]:
            default = rules["meta"]["default"]
            value, problems = read(rules, str(default).lower() if isinstance(default, bool) else default)
            assert problems == [], name
            assert value == default, name
            assert type(value) is type(default), name
            found += 1
    assert found > 20


def test_every_code_has_words_and_no_code_is_a_word_of_yaml() -> None:
    for name, rules in FIELDS:
        if rules["meta"]["kind"] == "code":
            codes = rules["meta"]["codes"]
            assert list(codes) == rules["allowed"], name
            assert all(words and words.strip() == words for words in codes.values()), name
            assert all(code.isascii() and code.replace("_", "").isalnum() for code in codes), name
            assert not {"tbc", "true", "false", "null"} & codes.keys(), name


def test_every_reference_leads_to_a_list_of_records_with_an_id() -> None:
    found = 0
    for name, rules in FIELDS:
        if rules["meta"]["kind"] == "reference":
            target = rules_of(tuple(rules["refers_to"]["to"].split(".")))
            assert target is not None, name
            assert target["schema"]["schema"]["id"]["meta"]["kind"] == "id", name
            found += 1
    assert found > 20


def test_every_kind_of_leaf_can_be_read() -> None:
    kinds = {rules["meta"]["kind"] for _, rules in FIELDS}
    assert kinds - {"record", "list", "mapping", "text", "id", "reference", "code"} <= set(READERS)


def test_every_legal_form_that_can_be_written_says_what_follows_from_it() -> None:
    assert set(LEGAL_FORM_CODES) == set(LEGAL_FORMS)


@pytest.mark.parametrize(
    ("steps", "kind"),
    [
        (("document", "title"), "text"),
        (("parties", "contacts", "email"), "text"),
        (("parties", "number"), "whole"),
        (("parties",), "list"),
        (("document", "titel"), None),
        (("document", "title", "x"), None),
        ((), "record"),
    ],
)
def test_the_rules_of_an_answer_are_found_through_lists(steps: Path, kind: str | None) -> None:
    found = rules_of(steps)  # type: ignore[arg-type]
    assert (found and found["meta"]["kind"]) == kind
