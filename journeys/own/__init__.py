"""The use cases of a leader on their own page: reading, taking along, deleting. No web matters."""
