"""The layered graph in which every path is a package: how it is laid out, and what lies ahead of each node."""
