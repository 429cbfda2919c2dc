"""Improves, templatizes and generates prompts, by engines that all keep one promise."""
