"""A story played with the real bot against a local Telegram, its clock set by hand: the demo, and rehearsals."""
