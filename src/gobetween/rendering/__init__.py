"""What a brief looks like: terminal, HTML, Markdown, DOCX, PDF, SVG and plain data, each a pure function of the brief."""
