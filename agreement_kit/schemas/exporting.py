"""The schema of a file as JSON Schema (draft-07), from the same labels, help and examples: what editors read.

It accepts whatever the reader accepts and no more than JSON Schema can say: that an id is one that is there, or that a
date in words exists, only `check` can tell. Beside draft-07 stand three keywords that editors know: `enumDescriptions`,
`patternErrorMessage` and `defaultSnippets`.
"""

from typing import Any

from agreement_kit.answers import MONTHS
from agreement_kit.schemas.coercing import EXPECTED
from agreement_kit.schemas.fields import Rules

Schema = dict[str, Any]

TBC = r"\s*[Tt][Bb][Cc]\s*"
FIGURE = r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
MONTH = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in month[:3].lower()) for month in MONTHS)
PATTERNS = {
    "date": rf"\d{{4}}-\d\d-\d\d|\d{{1,2}} (?:{MONTH})[A-Za-z]* \d{{4}}",
    "money": rf"£?(?:GBP)? *{FIGURE}",
    "number": rf"{FIGURE} *%?",
    "whole": FIGURE,
    "year": FIGURE,
    "truth": r"[Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo]",
}
"""Kind → the forms of text that the reader understands."""

JSON_TYPES = {"money": "number", "number": "number", "whole": "integer", "year": "integer", "truth": "boolean"}
"""Kind → what YAML makes of it where it has no quotes; a date stays text."""

SUCH_AS = {
    "date": "2027-04-01",
    "money": "410000",
    "number": "12.5",
    "whole": "30",
    "year": "2027",
    "truth": "yes",
}
LIMITS = {"min": "minimum", "max": "maximum"}

OPEN_FIELDS: Schema = {
    "properties": {
        "tbc": {"title": "Question", "description": "What has to be settled.", "type": ["string", "number", "boolean"]},
        "owner": {"title": "Owner", "description": "The id of the party that finds out.", "type": "string"},
        "by": {"title": "By", "description": "The day by which it is settled, or tbc.", "type": "string"},
    },
    "required": ["tbc"],
    "additionalProperties": False,
}
"""What an open item may hold where it is more than the word. In JSON Schema this says nothing about text or numbers."""

OPEN_ITEM: Schema = {
    "type": ["string", "object"],
    "pattern": f"^{TBC}$",
    "patternErrorMessage": "Write the fields below it, or tbc.",
    **OPEN_FIELDS,
    "defaultSnippets": [{"label": "tbc", "description": "Not known yet: an open item of the draft.", "body": "tbc"}],
}


def json_schema(fields: dict[str, Rules], title: str, description: str) -> Schema:
    """The schema of a file with these fields."""
    exported = Export()
    root = exported.record({"schema": fields, "meta": {"kind": "record"}}, "")
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "description": description,
        **root,
        "definitions": {**kinds(), **exported.definitions},
    }


class Export:
    """One walk over the schema. A record that a list may hold alone or in a row stands once, among `definitions`."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def field(self, rules: Rules, path: str) -> Schema:
        """What a field may hold, under its label: its own kind of value, or an open item."""
        kind = rules["meta"]["kind"]
        shape: Schema
        match kind:
            case "record":
                shape = {"oneOf": [self.record(rules, path), named("open_item")]}
            case "mapping":
                shape = {"oneOf": [self.mapping(rules, path), named("open_item")]}
            case "list":
                shape = self.listing(rules, path)
            case "code":
                shape = {"oneOf": [choice(rules), named("open_choice")]}
            case "id":
                shape = {"type": "string", "pattern": f"^(?:{rules['regex']})$"}
            case _:
                limits = {name: rules[key] for key, name in LIMITS.items() if key in rules}
                shape = {"allOf": [named("text" if kind == "reference" else kind)], **limits}
        return {**words(rules), **shape}

    def record(self, rules: Rules, path: str) -> Schema:
        fields: dict[str, Rules] = rules["schema"]
        properties = {name: self.field(field, f"{path}.{name}" if path else name) for name, field in fields.items()}
        required = [name for name, field in fields.items() if field.get("required")]
        return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}

    def mapping(self, rules: Rules, path: str) -> Schema:
        of = self.field(rules["valuesrules"], path)
        return {"type": "object", "propertyNames": {"not": {"const": "tbc"}}, "additionalProperties": of}

    def listing(self, rules: Rules, path: str) -> Schema:
        """A list, or what one entry would be: that is a list of one."""
        of = rules["schema"]
        entry = self.field(of, path)
        if of["meta"]["kind"] == "record":
            self.definitions[path] = entry
            entry = named(path)
        least = rules.get("minlength", 0)
        row = {"type": "array", "items": entry, **({"minItems": least} if least else {})}
        return {"oneOf": [row, named("open_item") if least > 1 else entry]}


def words(rules: Rules) -> Schema:
    """What a reader is told of a field: label, help, an example, what silence means."""
    meta = rules["meta"]
    said: Schema = {"title": meta["label"], "description": meta["help"]}
    if meta["example"] is not None:
        said["examples"] = [meta["example"]]
    return said | ({"default": meta["default"]} if "default" in meta else {})


def choice(rules: Rules) -> Schema:
    """The codes, and tbc in its usual spelling: editors show the choices of a field whose value is one of them."""
    codes: dict[str, str] = {**rules["meta"]["codes"], "tbc": "not known yet"}
    return {"type": "string", "enum": list(codes), "enumDescriptions": list(codes.values())}


def named(definition: str) -> Schema:
    return {"$ref": f"#/definitions/{definition}"}


def kinds() -> Schema:
    """What single values may be: as YAML reads them, as text in a form that the reader knows, or open."""
    text = {"type": ["string", "number", "boolean", "object"], "minLength": 1, **OPEN_FIELDS}
    choice = {**OPEN_ITEM, "pattern": f"^(?!tbc$){TBC}$", "patternErrorMessage": "Write one of the words, or tbc."}
    return {"open_item": OPEN_ITEM, "open_choice": choice, "text": text, **{kind: figure(kind) for kind in PATTERNS}}


def figure(kind: str) -> Schema:
    """A date, a number, an amount, true or false."""
    types = ["string", "object", *([JSON_TYPES[kind]] if kind in JSON_TYPES else [])]
    pattern = rf"^(?:\s*(?:{PATTERNS[kind]})\s*|{TBC})$"
    message = f"Write {EXPECTED[kind]}, such as {SUCH_AS[kind]}, or tbc."
    return {"type": types, "pattern": pattern, "patternErrorMessage": message, **OPEN_FIELDS}
