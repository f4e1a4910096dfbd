"""Words with a capital that are names and no defined terms: places, bodies, offices, laws."""

import re

KNOWN = """
    United Kingdom|Great Britain|England|Wales|Scotland|Northern Ireland|European Union|European Economic Area|Europe
    English|Welsh|Scottish|Scots|British|Irish|Ulster|Gaelic|European|London
    January|February|March|April|May|June|July|August|September|October|November|December
    Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Good Friday|Easter
    Crown|Parliament|Senedd|Secretary of State|Ministers?|Government|Treasury|Companies House|Charity Commission
    Information Commissioner|Information Commission|Care Quality Commission|Equality and Human Rights Commission
    National Health Service|Health Research Authority|Human Tissue Authority|Disclosure and Barring Service
    High Court|Court of Appeal|Supreme Court|Court of Session|Law Society|Bank of England|Subsidy Advice Unit
    Centre for Effective Dispute Resolution|Chartered Institute of Arbitrators|Office for Students|Research England
    Creative Commons(?: Attribution)?(?: [0-9.]+)?(?: International)?|Open Government Licence|Cyber Essentials(?: Plus)?
    The Concordat to Support Research Integrity|Policy Framework(?: for Health and Social Care Research)?
    Freedom of Information|Environmental Information|Caldicott Guardian|Retail Prices Index|Consumer Prices Index
    Articles?|Parts?|Schedules?|Regulations?|Chapters?|Acts?|Clauses?
"""
NAMES = re.compile(rf"(?<!\w)(?:{'|'.join(line.strip() for line in KNOWN.strip().splitlines())})(?!\w)")

_WORD = r"(?:[A-Z][\w’'-]*|of|and|the|for|to|in|on|by|etc\.|\([^()]*\)|&)"
_KIND = "Acts?|Regulations|Order|Measure|Directive|Rules|Convention|Code|Procedure|Scheme"
STATUTE = re.compile(rf"\b[A-Z][\w’'-]*,?(?: {_WORD},?)* (?:{_KIND})\b(?: \d{{4}}(?: (?:and|to) \d{{4}})?)?")
"""The name of a law or a code, with its year where it has one."""
