"""The domain, pure: content, conversation, rhythm, picking, markers. Knows no clock, network or database."""
