"""The closed sets of the agreement: each code with the words that the Word document prints for it in running text."""

Codes = dict[str, str]

FREQUENCIES: Codes = {
    "weekly": "every week",
    "fortnightly": "every two weeks",
    "monthly": "every month",
    "every_two_months": "every two months",
    "quarterly": "every quarter",
    "six_monthly": "every six months",
    "annual": "every year",
    "as_needed": "when needed",
}
PERIODS: Codes = {
    "year": "each year",
    "quarter": "each quarter",
    "month": "each month",
    "term": "over the whole term",
    "one_off": "once",
}
MODES: Codes = {"in_person": "in person", "digital": "online", "hybrid": "in person and online"}

STATUSES: Codes = {"draft": "draft", "internal": "internal draft", "agreed": "agreed form", "final": "final"}
KINDS: Codes = {
    "joint_research_office": "joint research office",
    "research_collaboration": "research collaboration",
    "single_study": "single study",
    "council_nhs_partnership": "partnership of a council and the NHS",
    "integrated_care_partnership": "integrated care partnership",
    "provider_collaborative": "provider collaborative",
    "education_partnership": "education partnership",
    "civic_partnership": "civic partnership",
    "voluntary_sector_partnership": "partnership with the voluntary sector",
    "data_partnership": "data partnership",
    "shared_service": "shared service",
    "network": "network",
    "other": "collaboration",
}
TIERS: Codes = {"bronze": "Bronze", "silver": "Silver", "gold": "Gold"}
BINDING: Codes = {
    "hybrid": "legally binding in part",
    "binding": "legally binding",
    "non_binding": "not legally binding",
    "charter": "a charter, which is not legally binding",
}
STAGES: Codes = {"conceiving": "conceiving", "forming": "forming", "delivering": "delivering", "renewing": "renewing"}
GOVERNING_LAWS: Codes = {
    "england_and_wales": "the law of England and Wales",
    "scotland": "the law of Scotland",
    "northern_ireland": "the law of Northern Ireland",
    "defendants_nation": "the law of the UK nation in which the party against whom a claim is made is based",
}
JURISDICTIONS: Codes = {"exclusive": "exclusive jurisdiction", "non_exclusive": "non-exclusive jurisdiction"}
LANGUAGES: Codes = {
    "english_prevails": "the English text prevails",
    "equal": "the texts in both languages have equal status",
    "english_only": "this Agreement is made in English only",
}
NATIONS: Codes = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
    "overseas": "outside the United Kingdom",
}
LEGAL_FORMS: Codes = {
    "nhs_trust": "NHS trust",
    "nhs_foundation_trust": "NHS foundation trust",
    "integrated_care_board": "integrated care board",
    "nhs_england": "NHS England",
    "special_health_authority": "special health authority",
    "local_health_board": "local health board",
    "nhs_trust_wales": "NHS trust in Wales",
    "health_board_scotland": "health board in Scotland",
    "hsc_trust_ni": "health and social care trust",
    "gp_partnership": "GP partnership",
    "primary_care_network": "primary care network",
    "local_authority": "local authority",
    "combined_authority": "combined authority",
    "university_chartered": "chartered university",
    "university_hec": "higher education corporation",
    "university_clg": "university company limited by guarantee",
    "fe_corporation": "further education corporation",
    "academy_trust": "academy trust",
    "company_ltd": "private limited company",
    "company_plc": "public limited company",
    "company_clg": "company limited by guarantee",
    "cic": "community interest company",
    "charitable_company": "charitable company",
    "cio": "charitable incorporated organisation",
    "scio": "Scottish charitable incorporated organisation",
    "registered_society": "registered society",
    "unincorporated_charity": "unincorporated charity",
    "unincorporated_association": "unincorporated association",
    "trust": "trust",
    "government_department": "government department",
    "executive_agency": "executive agency",
    "ndpb_statutory": "statutory public body",
    "overseas": "overseas organisation",
}
CHARITY: Codes = {"registered": "a registered charity", "exempt": "an exempt charity", "none": "not a charity"}
VAT_STATUSES: Codes = {
    "taxable": "registered for VAT",
    "partly_exempt": "partly exempt from VAT",
    "exempt": "exempt from VAT",
    "section_33": "entitled to VAT refunds under section 33 of the Value Added Tax Act 1994",
    "section_41": "entitled to VAT refunds under section 41 of the Value Added Tax Act 1994",
    "not_registered": "not registered for VAT",
}
FOI_REGIMES: Codes = {
    "foia": "the Freedom of Information Act 2000",
    "foisa": "the Freedom of Information (Scotland) Act 2002",
    "none": "no freedom of information law",
}
CONTACT_ROLES: Codes = {
    "senior_responsible_owner": "senior responsible owner",
    "programme_director": "programme director",
    "operational_lead": "operational lead",
    "clinical_lead": "clinical lead",
    "academic_lead": "academic lead",
    "finance": "finance lead",
    "data_protection": "data protection lead",
    "information_requests": "information requests lead",
    "communications": "communications lead",
    "safeguarding": "safeguarding lead",
    "legal": "legal lead",
}
PRECEDENCES: Codes = {"prevails": "prevails over", "supplements": "stands beside", "replaced": "is replaced by"}

VALUE_TYPES: Codes = {
    "shared_voice": "shared voice",
    "shared_delivery": "shared delivery",
    "aligned_plans": "aligned plans",
    "shared_learning": "shared learning",
}
OBJECTIVE_KINDS: Codes = {
    "delivery": "delivery",
    "outcome": "outcome",
    "experience": "experience",
    "relationship": "relationship",
}
SCOPE_CATEGORIES: Codes = {"deliver": "deliver", "design": "design", "advise": "advise", "learn": "learn"}
EXCLUSIVITY: Codes = {
    "non_exclusive": "non-exclusive",
    "exclusive_in_field": "exclusive within the scope",
    "first_refusal": "subject to first refusal",
}

BODY_TYPES: Codes = {
    "board": "board",
    "operational": "operational group",
    "advisory": "advisory group",
    "workstream": "workstream",
    "committees_in_common": "committees in common",
    "joint_committee": "joint committee",
}
VOICES: Codes = {
    "executive": "executive",
    "management": "management",
    "clinical": "clinical",
    "academic": "academic",
    "staff": "staff",
    "public": "patients and public",
    "independent": "independent",
}
VOTING: Codes = {
    "one_vote_per_party": "each party has one vote",
    "one_vote_per_member": "each member has one vote",
    "weighted": "votes are weighted",
    "none": "the body does not vote",
}
DECISION_RULES: Codes = {
    "consensus_then_escalate": "by consensus, failing which the matter is escalated",
    "simple_majority": "by simple majority",
    "weighted_majority": "by weighted majority",
    "unanimity": "unanimously",
}
DELEGATION_MODELS: Codes = {
    "none": "no delegation of functions",
    "committees_in_common": "committees in common",
    "joint_committee": "joint committee",
    "section_65z5": "joint exercise of functions under section 65Z5 of the National Health Service Act 2006",
    "section_75": "arrangements under section 75 of the National Health Service Act 2006",
    "section_101": "discharge of functions under section 101 of the Local Government Act 1972",
}
PUBLISH: Codes = {"summary": "a summary", "all": "the full minutes", "none": "nothing"}

CONTRIBUTIONS: Codes = {
    "cash": "money",
    "staff": "staff",
    "in_kind": "support in kind",
    "premises": "premises",
    "equipment": "equipment",
    "data": "data",
    "expertise": "expertise",
}
CURRENCIES: Codes = {"GBP": "pounds sterling"}
INVOICING: Codes = {
    "quarterly_in_arrears": "quarterly in arrears",
    "quarterly_in_advance": "quarterly in advance",
    "monthly_in_arrears": "monthly in arrears",
    "annually_in_advance": "annually in advance",
    "annually_in_arrears": "annually in arrears",
    "on_milestones": "when a milestone is met",
}
POOL_MODELS: Codes = {"aligned": "aligned budgets", "pooled": "a pooled fund"}
OVERSPENDS: Codes = {
    "stop_and_escalate": "spending stops and the matter is escalated",
    "pro_rata": "the parties bear it in proportion to their contributions",
    "host_bears": "the host bears it",
}
UNDERSPENDS: Codes = {
    "carry_forward": "it is carried forward",
    "return_pro_rata": "it is returned in proportion to the contributions",
}
INVOLVEMENT_STAGES: Codes = {
    "understand": "understanding the problem",
    "design": "design",
    "decide": "decision",
    "deliver": "delivery",
    "review": "review",
}
KPI_TYPES: Codes = {
    "input": "input",
    "output": "output",
    "outcome": "outcome",
    "experience": "experience",
    "relationship": "relationship",
    "policy_change": "policy change",
    "practice_change": "practice change",
    "workforce": "workforce development",
}
DIRECTIONS: Codes = {"up": "higher is better", "down": "lower is better"}
RAG_BASES: Codes = {"value": "the value measured", "trajectory": "a percentage of the line from baseline to target"}
EVALUATIONS: Codes = {
    "independent": "an independent evaluation",
    "self": "a self-evaluation",
    "peer": "a peer review",
    "none": "no evaluation",
}

NODE_GROUPS: Codes = {
    "internal": "internal",
    "external": "external",
    "public": "public",
    "experts_by_experience": "experts by experience",
}
MECHANISMS: Codes = {"inform": "inform", "test": "test", "refine": "refine", "decide": "decide"}
FLOWS: Codes = {"both": "both ways", "out": "from the hub", "in": "to the hub"}
STAFF_MODELS: Codes = {
    "stay_with_employer": "staff stay with their own employer",
    "secondment": "staff are seconded",
    "section_113": "staff are made available under section 113 of the Local Government Act 1972",
    "host_employs": "the host employs staff",
}
TUPE: Codes = {
    "not_expected": "no transfer of employment is expected",
    "indemnities": "no transfer of employment is expected, and indemnities apply if one happens",
    "expected": "a transfer of employment is expected",
}
DEVELOPMENT_LEVELS: Codes = {"individual": "individual", "leader": "leaders", "team": "team", "board": "board"}
DEVELOPMENT_KINDS: Codes = {"skill": "skill", "mindset": "mindset", "process": "process"}

DATA_ROLES: Codes = {
    "independent_controllers": "independent controllers",
    "joint_controllers": "joint controllers",
    "controller_processor": "controller and processor",
    "anonymised": "anonymised before it is shared",
}
CONFIDENCE_BASES: Codes = {
    "consent": "consent",
    "direct_care": "direct care, with implied consent",
    "section_251": "support under section 251 of the National Health Service Act 2006",
    "statute": "a duty or power in statute",
    "public_interest": "overriding public interest",
    "not_engaged": "no duty of confidence is engaged",
}
CONFIDENTIALITY_TESTS: Codes = {
    "reasonable_person": "a reasonable person would regard as confidential",
    "marked_only": "is marked as confidential",
}
IP_MODELS: Codes = {
    "creator_owns_with_licence": "the party that creates a result owns it and licenses it to the others",
    "joint": "the parties own results jointly",
    "lead_owns": "the lead party owns results",
    "assigned": "results are assigned to one party",
    "open_licence": "results are released under an open licence",
}
OPEN_ACCESS: Codes = {
    "funder_policy": "as the funder's policy requires",
    "immediate": "open access on publication",
    "after_embargo": "open access after the publisher's embargo",
    "not_required": "open access is not required",
}
LIABILITY_CAPS: Codes = {
    "greater_of": "the greater of a fixed amount and a share of the annual contribution",
    "amount": "a fixed amount",
    "contribution": "a share of the annual contribution",
    "none": "no cap",
}
INDEMNITIES: Codes = {
    "ip": "infringement of intellectual property rights",
    "data": "breach of data protection law",
    "employment": "employment claims",
}
PROCUREMENT_EXEMPTIONS: Codes = {
    "none": "no exemption is relied on",
    "horizontal": "the exemption for horizontal arrangements",
    "vertical": "the exemption for vertical arrangements",
    "below_threshold": "a value below the procurement threshold",
}
DISPUTES_FINAL: Codes = {
    "courts": "the courts",
    "arbitration": "arbitration",
    "nhs": "determination under the law on NHS contracts",
    "none": "no further step",
}
CHANGE_FORMS: Codes = {"signed": "in writing, signed by all parties", "deed": "by deed"}
REVIEW_METHODS: Codes = {"workshop": "workshop", "survey": "survey", "interviews": "interviews"}
ACCESSION_RULES: Codes = {
    "unanimous": "with the agreement of all parties",
    "majority": "with the agreement of a majority of the parties",
    "class_admission": "if it belongs to an agreed class",
}
REMOVAL_RULES: Codes = {
    "unanimous_of_others": "by unanimous decision of the other parties",
    "majority_of_others": "by majority decision of the other parties",
    "none": "no party may be removed",
}
TERM_BASES: Codes = {
    "fixed": "for a fixed term",
    "until_completion": "until the work is complete",
    "open_ended": "until it is ended by notice",
}
SIGNATURE_METHODS: Codes = {
    "simple": "signed by authorised signatories",
    "deed": "executed as a deed",
    "scots": "signed with a witness under Scots law",
    "seal": "executed under seal",
}
