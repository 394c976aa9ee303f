"""Words that call for care before anything else: despair, danger, exhaustion, grief, worry, and whose they are."""
