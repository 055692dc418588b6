"""PDF documents, read with pypdf."""
