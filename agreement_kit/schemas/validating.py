"""Cerberus: validates coerced data against a schema and says every error in the user's words, with its place."""

from decimal import Decimal
from typing import Any, ClassVar

from cerberus import TypeDefinition, Validator
from cerberus import errors as codes
from cerberus.errors import BaseErrorHandler, ValidationError
from cerberus.schema import UnvalidatedSchema

from agreement_kit.answers import OpenItem
from agreement_kit.problems import Path, Problem, did_you_mean, error
from agreement_kit.schemas.coercing import Unreadable, example_of, named, shortened
from agreement_kit.schemas.fields import Rules
from agreement_kit.sources import Source

FEW = 12
"""Codes that a sentence lists; of more `explain` gives the list."""

DECIMAL = TypeDefinition("decimal", (Decimal,), ())


class CollectedErrors(BaseErrorHandler):  # type: ignore[misc]
    """Cerberus' errors, flat: only those that name a single field."""

    def __call__(self, errors: list[ValidationError]) -> list[ValidationError]:
        flat: list[ValidationError] = []
        for each in errors:
            flat.extend(self(each.child_errors) if each.child_errors else [each])
        return flat


class AgreementValidator(Validator):  # type: ignore[misc]
    """Cerberus with references between records, and with open items that pass wherever they stand."""

    types_mapping: ClassVar[dict[str, TypeDefinition]] = {
        **Validator.types_mapping,
        "decimal": DECIMAL,
    }

    def _validate_type(self, data_type: Any, field: str, value: Any) -> None:
        """{'type': ['string', 'list'], 'check_with': 'type'}"""
        if isinstance(value, OpenItem | Unreadable):
            self._drop_remaining_rules()
        else:
            super()._validate_type(data_type, field, value)

    def _validate_refers_to(self, constraint: dict[str, Any], field: str, value: str) -> None:
        """{'type': 'dict'}"""
        known = ids_at(self.root_document, constraint["to"].split("."))
        if known is not None and value not in known and value not in constraint["words"]:
            what = constraint["to"].split(".")[-1]
            choices = ", ".join([*known, *constraint["words"]]) or "none are named"
            hint = did_you_mean(value, [*known, *constraint["words"]])
            self._error(field, f'"{value}" is no id in {what} ({choices}){hint}')


def ids_at(tree: Any, steps: list[str]) -> list[str] | None:
    """The ids of the records in the list at `steps`; None where that list itself could not be read."""
    for step in steps:
        if not isinstance(tree, dict):
            return None if isinstance(tree, Unreadable | OpenItem) else []
        tree = tree.get(step, [])
    if not isinstance(tree, list):
        return None
    return [entry["id"] for entry in tree if isinstance(entry, dict) and isinstance(entry.get("id"), str)]


def validate(tree: dict[str, Any], schema: dict[str, Rules], source: Source) -> list[Problem]:
    """Every error of a coerced tree. The schema itself is checked by the tests, not at each run: that takes 130 ms."""
    validator = AgreementValidator(UnvalidatedSchema(schema), error_handler=CollectedErrors)
    validator.validate(tree, normalize=False)
    return [problem_of(each, schema, source) for each in validator.errors]


def problem_of(failure: ValidationError, schema: dict[str, Rules], source: Source) -> Problem:
    path: Path = failure.document_path
    name = named(path)
    if failure.code == codes.UNKNOWN_FIELD.code:
        fields = fields_at(schema, path[:-1])
        hint = did_you_mean(str(path[-1]), fields) or f"; here go: {', '.join(fields)}"
        where = f' in "{path[-2]}"' if len(path) > 1 and isinstance(path[-2], str) else ""
        return error(source.key_place(path), "FIELD-07", f"there is no field {name}{where}{hint}")
    place = source.place(path)
    if failure.code == codes.REQUIRED_FIELD.code:
        rules = rules_at(schema, path)
        hint = f"Write for example: {path[-1]}: {example_of(rules)}" if rules["meta"]["example"] is not None else ""
        return error(source.key_place(path[:-1]), "FIELD-08", f"{name} is missing: {rules['meta']['help']}", hint)
    if failure.code == codes.CUSTOM.code:
        return error(place, "FIELD-09", f"{path_words(path)}: {failure.info[0]}")
    if failure.code == codes.UNALLOWED_VALUE.code:
        allowed = [str(word) for word in failure.constraint]
        among = ", ".join(allowed) if len(allowed) <= FEW else f"its {len(allowed)} words"
        sentence = f'{path_words(path)}: "{shortened(str(failure.value))}" is none of {among}'
        steps = ".".join(step for step in path if isinstance(step, str))
        hint = "" if len(allowed) <= FEW else f"`agreement-kit explain {steps}` lists them."
        return error(place, "FIELD-10", sentence + did_you_mean(str(failure.value), allowed), hint)
    sentences = {
        codes.MIN_VALUE.code: f"{path_words(path)} is below {failure.constraint}",
        codes.MAX_VALUE.code: f"{path_words(path)} is above {failure.constraint}",
        codes.MIN_LENGTH.code: f"{name} needs at least {failure.constraint} entries",
        codes.EMPTY_NOT_ALLOWED.code: f"{name} is empty",
        codes.REGEX_MISMATCH.code: f'{path_words(path)}: "{shortened(str(failure.value))}" is not of the right form',
    }
    rules = rules_at(schema, path)
    sentence = sentences.get(failure.code, f"{name} is not {rules['meta']['label'].lower()}")
    return error(place, "FIELD-11", sentence, rules["meta"]["help"])


def path_words(path: Path) -> str:
    """The field's name; for an entry of a list, the list's name."""
    return next((step for step in reversed(path) if isinstance(step, str)), "the entry")


def rules_at(schema: dict[str, Rules], path: Path) -> Rules:
    """The rules of the field at `path`, list positions leading to the rules of each entry. KeyError where unknown."""
    rules: Rules = {"schema": schema, "meta": {"kind": "record"}}
    for step in path:
        match rules["meta"]["kind"]:
            case "list":
                rules = rules["schema"]
            case "mapping":
                rules = rules["valuesrules"]
            case _:
                rules = rules["schema"][step]
    return rules


def fields_at(schema: dict[str, Rules], path: Path) -> list[str]:
    return list(rules_at(schema, path)["schema"])
