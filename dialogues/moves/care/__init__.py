"""Words that worry: weighed, met with care, and kept apart."""
