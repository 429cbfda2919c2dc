"""Values that say by their form what they are: dates, amounts, counts, addresses."""
