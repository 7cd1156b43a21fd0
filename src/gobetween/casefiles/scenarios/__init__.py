"""Scenarios of other tools: their files to one neutral value and back, and that value to a case folder and back."""
