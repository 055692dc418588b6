"""Word documents (DOCX), read with python-docx."""
