"""When the next question comes: moments, places and putting off, and how they are told."""
