"""How money moves: invoices, funders, a pooled fund, income, records and audit."""

from agreement_kit.schemas.agreement.codes import (
    CURRENCIES,
    INVOICING,
    OVERSPENDS,
    POOL_MODELS,
    UNDERSPENDS,
)
from agreement_kit.schemas.agreement.shapes import frequency, records, shares
from agreement_kit.schemas.fields import (
    Rules,
    code,
    party,
    record,
    text,
    whole,
)

SECTION_75: dict[str, Rules] = {
    "nhs_functions": text(
        "NHS functions", "The NHS functions that it covers, because only these may be shared.", "community nursing"
    ),
    "health_related_functions": text(
        "Health-related functions",
        "The council functions that it covers, because only these may be shared.",
        "home care for adults",
    ),
    "services": text(
        "People and services",
        "Who is served and with what, because the regulations ask for it.",
        "adults leaving hospital: reablement",
    ),
    "provision": text(
        "Staff, goods and accommodation",
        "What each partner provides beside money, because the regulations ask for it.",
        "the Council provides six staff",
    ),
    "varying": text(
        "Varying of contributions",
        "How contributions may be changed, because the regulations ask for it.",
        "each year, by agreement in writing",
    ),
    "monitoring": text(
        "Monitoring of the fund",
        "How it is managed and watched, because the regulations ask for it.",
        "quarterly reports to the Board",
    ),
    "consultation": text(
        "Joint consultation",
        "Who was consulted together and when, because without it the arrangement may be unlawful.",
        "residents, May to July 2026",
    ),
    "improvement": text(
        "Improvement",
        "How functions are better exercised this way, because only then may they be shared.",
        "people leave hospital a day sooner, because one team plans their care",
        check_only=True,
    ),
    "health_plan": text(
        "Fit with the health plan",
        "Which plan of the area it serves, because the arrangement must be consistent with it.",
        "priority 3 of the joint local health and wellbeing strategy 2026 to 2030",
        check_only=True,
    ),
}

POOL: dict[str, Rules] = {
    "model": code("Model of the fund", "Whether budgets are only aligned or really pooled.", POOL_MODELS),
    "host": party("Host of the fund", "The party that holds the pooled fund."),
    "manager": text("Manager of the fund", "The post that manages it day to day.", "Deputy Director of Finance"),
    "over": code("Overspend", "What happens if more is spent than planned.", OVERSPENDS),
    "under": code("Underspend", "What happens with money left over, agreed before there is any.", UNDERSPENDS),
    "reports": frequency("Reports on the fund", "How often the fund is reported on; the law may ask for quarterly."),
    "section_75": record(
        "Section 75 checklist",
        "What must be in writing when an NHS body and a council pool money; have a lawyer complete it.",
        SECTION_75,
    ),
}

FUNDER: dict[str, Rules] = {
    "name": text(
        "Name of the funder",
        "Who gives the grant, by the name on the award letter.",
        "Northern Health Research Fund",
        required=True,
    ),
    "reference": text(
        "Grant reference", "The number on the award letter, so that its terms can be found.", "NHRF-2026-118"
    ),
    "terms": text(
        "Terms of the funder",
        "The terms that every party must keep because the funder asks for it.",
        "publish within 12 months",
    ),
}

FINANCE = record(
    "Finance",
    "How money moves between the parties.",
    {
        "currency": code("Currency", "The currency of all amounts in this file.", CURRENCIES, default="GBP"),
        "payment_days": whole(
            "Days for payment",
            "Days from a valid invoice to payment; public bodies must pay within 30.",
            30,
            default=30,
        ),
        "invoicing": code(
            "Invoicing",
            "When invoices are sent, so that each side can plan its cash.",
            INVOICING,
            default="quarterly_in_arrears",
        ),
        "vat_treatment": text(
            "VAT treatment",
            "Whether amounts are without VAT and who takes advice on it.",
            "exclusive; each party takes own advice on recharges",
        ),
        "late_interest": text(
            "Interest on late payment",
            "The rate if someone pays late; too low a rate may not hold in law.",
            "8% a year above the Bank of England base rate",
        ),
        "funders": records("Funders", "Funder", "Whose money it is, because a funder's terms usually prevail.", FUNDER),
        "pool": record("Pooled or aligned fund", "How money is pooled or budgets are aligned, if they are.", POOL),
        "income_split": record(
            "Income split",
            "Who gets what of the income that the partnership earns.",
            {
                "after": text("Costs deducted first", "What is taken off before the rest is split.", "direct cost"),
                "shares": shares("Shares of income", "Each party's share of what is left."),
            },
        ),
        "records_years": whole(
            "Years for keeping records",
            "Years after the end during which records are kept; 12 for a deed.",
            6,
            default=6,
        ),
        "audit_notice_working_days": whole(
            "Working days of notice for an audit", "How early an audit must be announced.", 10, default=10
        ),
    },
)
