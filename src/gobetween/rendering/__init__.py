"""What a brief looks like: terminal, HTML, SVG and plain data, each a pure function of the brief."""
