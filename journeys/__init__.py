"""The use cases, one module each: the only place where a transaction begins and ends."""
