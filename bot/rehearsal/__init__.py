"""A rehearsal: one invented leader plays a whole programme against the local Telegram, written down as a script."""
