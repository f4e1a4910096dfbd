"""The schema of an agreement: its sections in the order in which a file gives them, each from the module that knows it.

Every field of the input is described here and nowhere else.
"""

from agreement_kit.schemas.agreement.delivery import DELIVERY
from agreement_kit.schemas.agreement.front import FRONT
from agreement_kit.schemas.agreement.governance import DECISIONS_AND_ROLES
from agreement_kit.schemas.agreement.information import INFORMATION
from agreement_kit.schemas.agreement.law import DUTIES, RISK_AND_DISPUTES
from agreement_kit.schemas.agreement.lifetime import LIFETIME
from agreement_kit.schemas.agreement.measures import MEASURES
from agreement_kit.schemas.agreement.overrides import OVERRIDES
from agreement_kit.schemas.agreement.purpose import PURPOSE_AND_SCOPE
from agreement_kit.schemas.agreement.relations import RELATIONS
from agreement_kit.schemas.fields import Rules

AGREEMENT: dict[str, Rules] = {
    **FRONT,
    **PURPOSE_AND_SCOPE,
    **DECISIONS_AND_ROLES,
    **DELIVERY,
    **MEASURES,
    **RELATIONS,
    **INFORMATION,
    **DUTIES,
    **RISK_AND_DISPUTES,
    **LIFETIME,
    **OVERRIDES,
}
