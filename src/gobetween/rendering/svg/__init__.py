"""Plots as SVG: pure functions from a plot's data to one `<svg>` element that stands alone or in a page.

Every colour is an attribute, so that the picture needs no style sheet; classes (`ink`, `c0`, ...) let a page's style sheet
override them, in dark mode for instance. No meaning rests on colour alone.
"""
