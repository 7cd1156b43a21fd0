"""Gobetween in Python, for notebooks and programs: cases, questions, briefs and reports as values that show themselves.

What stands here is exported by `gobetween` itself: `from gobetween import Case`.
"""
