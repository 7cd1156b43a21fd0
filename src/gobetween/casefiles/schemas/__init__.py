"""What case files may be, as JSON Schema (draft 2020-12): made of the tables that read them, for editors and other programs."""
