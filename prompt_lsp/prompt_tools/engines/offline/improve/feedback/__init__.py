"""What the author wishes to be better, understood as far as it can be."""
