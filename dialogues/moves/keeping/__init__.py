"""Words are kept and a prompt ends: pieces, thanks, taps under it, echoes, and what comes too late."""
