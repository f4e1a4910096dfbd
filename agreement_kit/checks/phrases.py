"""Phrases that decide what wording does in law, for rules over answers, clauses and drafts."""

import re

CONTRACT_VERBS = re.compile(
    r"\b(?:must|shall|indemnif(?:y|ies|ied)|indemnity|warrants?|warranty|covenants?|undertakes? to|agrees? to pay"
    r"|is entitled to|are entitled to|is liable|are liable|in consideration (?:of|for))\b",
    re.IGNORECASE,
)
DEED = re.compile(r"\b(?:executed|signed|delivered) as a deed\b|\bthis deed\b", re.IGNORECASE)
BLANK = re.compile(
    r"\[[^\]]*\]|\btbc\b|\btba\b|\btbd\b|\bto be (?:confirmed|completed)\b|\bdrafting note\b|\bX{3,}\b", re.IGNORECASE
)
"""What stands in for something that is still to be written."""
