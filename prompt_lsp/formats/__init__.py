"""File text to document, and operations to edits of files."""
