"""The fast kernel: packages as paths through a layered graph, searched with dominance and bounds; needs NumPy, runs compiled by Numba.

Nothing outside imports a module of this room but `kernels.choosing`, and that only once a case is large enough.
"""
