"""Tests of the calculators, through the bridge and of the kit."""
