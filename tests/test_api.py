import doctest
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from inputs import CHARTER, clause_file, printed

import agreement_kit
from agreement_kit import CannotBeDone, ProblemsFound, check, generate, load
from agreement_kit.api import default_name, facts, generate_all, plan
from agreement_kit.api.drafting import has_content
from agreement_kit.document import Document, Paragraph, Section, Text

DATA = {
    "document": {"title": "Harbour Charter"},
    "agreement": {"binding": "charter"},
    "parties": [
        {"id": "uni", "name": "Quayside University", "legal_form": "university_chartered"},
        {"id": "trust", "name": "Saltmarsh Trust", "legal_form": "nhs_trust"},
    ],
}


def test_a_source_is_the_same_from_a_path_from_text_from_bytes_and_from_a_mapping(tmp_path: Path) -> None:
    file = tmp_path / "harbour.yaml"
    file.write_text(CHARTER, "utf-8")
    text = load(CHARTER)
    assert load(file).data == load(str(file)).data == load(CHARTER.encode()).data == load(text.data).data == text.data  # type: ignore[arg-type]
    assert (load(file).name, text.name, load(CHARTER, name="x").name) == (str(file), "input", "x")


def test_a_mapping_generates_what_its_file_does() -> None:
    from_text, from_mapping = check(load(CHARTER))[0], check(load(load(CHARTER).data))[0]  # type: ignore[arg-type]
    assert from_text is not None
    assert from_mapping is not None
    assert generate(from_text) == generate(from_mapping)


def test_a_problem_of_a_mapping_names_the_path_in_place_of_a_line() -> None:
    wrong = {**DATA, "host": {"party": "univ"}, "purpse": {}}
    assert printed(check(load(wrong))[1]) == (
        'input:purpse: error FIELD-07: there is no field "purpse"; did you mean "purpose"?\n'
        'input:host.party: error FIELD-09: party: "univ" is no id in parties (uni, trust); did you mean "uni"?'
    )


def test_warnings_do_not_stand_in_the_way() -> None:
    answers, problems = check(load("# \u200b\n" + CHARTER))
    assert answers is not None
    assert [problem.rule for problem in problems if problem.severity == "warning"] == ["YAML-03"]


def test_a_folder_of_clauses_takes_the_place_of_the_kits_own(tmp_path: Path) -> None:
    text = clause_file("## only\n\n1. Ours.\n", name="vision", title="Our own vision")
    (tmp_path / "vision.md").write_text(text, "utf-8")
    answers, _ = check(load({**DATA, "purpose": {"vision": "One door"}}))
    assert answers is not None
    titles = [section.title[0].text for section in generate(answers, libraries=[tmp_path]).of_kind("clause")]
    assert "Our own vision" in titles


def test_a_document_that_there_is_not_cannot_be_generated() -> None:
    answers, _ = check(load(DATA))
    assert answers is not None
    with pytest.raises(CannotBeDone, match='there is no document called "agrement"'):
        generate(answers, document="agrement")


def test_a_plan_names_what_stays_unprinted() -> None:
    answers, _ = check(load({**DATA, "conflicts": {"register_owner": "the Director"}}))
    assert answers is not None
    made = plan(answers)
    assert made.assemble() == generate(answers)
    assert all(path.startswith(("conflicts", "parties")) for path in made.unprinted(made.assemble()))


@pytest.mark.parametrize(
    ("document", "source", "expected"),
    [
        ({"reference": "NJRO/2027 1", "version": "0.3"}, "x.yaml", "NJRO-2027-1-v0.3-draft.docx"),
        ({"reference": "../../etc", "version": "0.3"}, "x.yaml", "etc-v0.3-draft.docx"),
        ({"version": "0.3"}, "folder/harbour.agreement.yaml", "harbour.docx"),
        ({"reference": "tbc"}, "-", "draft.docx"),
    ],
)
def test_a_draft_is_named_by_reference_version_and_status(document: dict[str, str], source: str, expected: str) -> None:
    answers, problems = check(load({**DATA, "document": {**DATA["document"], **document}}))  # type: ignore[dict-item]
    assert answers is not None, printed(problems)
    assert default_name(generate(answers), source, "docx") == expected


def test_facts_count_what_a_document_has() -> None:
    answers, _ = check(load({**DATA, "purpose": {"vision": "tbc"}}))
    assert answers is not None
    found = facts(generate(answers))
    assert set(found) == {"clause", "schedule", "defined term", "open item"}
    assert found["open item"] == 1
    assert found["clause"] > 5


def test_a_document_that_says_nothing_between_cover_and_signatures_has_no_content() -> None:
    words = (Paragraph((Text("Words"),)),)
    around = (Section("cover", "cover", (), words), Section("signatures", "signature", (Text("Sign"),), words))
    assert not has_content(Document("T", (*around, Section("a", "clause", (Text("A"),)))))
    assert has_content(Document("T", (*around, Section("a", "clause", (Text("A"),), words))))


def test_every_document_comes_with_what_went_into_it_and_speaks_to_each_party_where_it_speaks_to_one() -> None:
    answers, _ = check(load(DATA))
    assert answers is not None
    made = [(plan.template.id, draft.document) for plan, draft in generate_all(answers)]
    assert dict(made)["agreement"] == generate(answers)
    summaries = [document for kind, document in made if kind == "party-summary"]
    assert summaries == [generate(answers, document="party-summary", party=party) for party in ("uni", "trust")]


def test_what_goes_with_an_agreement_and_to_one_party_says_so_in_its_name() -> None:
    sheet = (Section("masthead", "masthead", (Text("Pledge sheet"),)),)
    named = Document("T", sheet, reference="R/1", version="2", status="draft")
    assert default_name(named, "x.yaml", "docx", party="uni") == "R-1-pledge-sheet-uni-v2-draft.docx"
    unnamed = Document("T", sheet, status="internal")
    assert default_name(unnamed, "x.yaml", "docx") == "x-pledge-sheet-INTERNAL.docx"


def test_the_package_offers_its_verbs_and_values_and_nothing_by_accident() -> None:
    for name in agreement_kit.__all__:
        assert getattr(agreement_kit, name).__module__.startswith("agreement_kit.")
    with pytest.raises(AttributeError, match="has no attribute 'generat'"):
        _ = agreement_kit.generat  # type: ignore[attr-defined]


def test_one_family_of_exceptions_carries_all_problems() -> None:
    with pytest.raises(agreement_kit.AgreementKitError) as found:
        load("a: b: c\n", name="x")
    assert isinstance(found.value, ProblemsFound)
    assert str(found.value) == printed(found.value.problems)


ROOMS = ("api.checking", "api.drafting", "api.partnership", "api.review", "api.writing", "sources")
EXAMPLES = [import_module(f"agreement_kit.{name}") for name in ROOMS]


@pytest.mark.parametrize("module", EXAMPLES, ids=lambda module: module.__name__)
def test_the_examples_in_the_documentation_of_the_code_run(module: ModuleType) -> None:
    result = doctest.testmod(module, extraglobs={name: getattr(agreement_kit, name) for name in agreement_kit.__all__})
    assert (result.failed, result.attempted > 0) == (0, True)
