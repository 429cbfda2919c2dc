"""How findings are written: one module a format, all of the same outcomes."""
