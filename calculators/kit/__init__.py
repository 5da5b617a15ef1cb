"""What the calculators share: questions, dated rules, results and their words.

Nothing here knows a policy; each module is named after one thing of the field.
"""
