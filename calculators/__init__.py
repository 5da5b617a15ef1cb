"""How benefits are worked out: one module per calculator, one shared contract.

Only the standard library; no file, clock or network. `CALCULATORS` maps slugs to calculators.
"""

from calculators.childcare_subsidy import CHILDCARE_SUBSIDY
from calculators.kit.calculator import Calculator
from calculators.leave import LEAVE

CALCULATORS: dict[str, Calculator] = {calculator.slug: calculator for calculator in (CHILDCARE_SUBSIDY, LEAVE)}
