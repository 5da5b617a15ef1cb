"""How benefits are worked out: one module per calculator, one shared contract.

Only the standard library; no file, clock or network. `CALCULATORS` maps slugs to calculators.
"""

from calculators.child_health_calendar import CHILD_HEALTH_CALENDAR
from calculators.childcare_cost import CHILDCARE_COST
from calculators.childcare_subsidy import CHILDCARE_SUBSIDY
from calculators.education_support import EDUCATION_SUPPORT
from calculators.family_plan import FAMILY_PLAN
from calculators.kit.calculator import Calculator
from calculators.leave import LEAVE
from calculators.maternity_allowance import MATERNITY_ALLOWANCE
from calculators.pregnancy_calendar import PREGNANCY_CALENDAR
from calculators.support_finder import SUPPORT_FINDER
from calculators.tax_deduction import TAX_DEDUCTION
from calculators.vaccination_calendar import VACCINATION_CALENDAR

CALCULATORS: dict[str, Calculator] = {
    calculator.slug: calculator
    for calculator in (
        CHILDCARE_SUBSIDY,
        MATERNITY_ALLOWANCE,
        LEAVE,
        TAX_DEDUCTION,
        VACCINATION_CALENDAR,
        PREGNANCY_CALENDAR,
        CHILD_HEALTH_CALENDAR,
        EDUCATION_SUPPORT,
        CHILDCARE_COST,
        SUPPORT_FINDER,
        FAMILY_PLAN,
    )
}
