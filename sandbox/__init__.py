"""A local Telegram: a strict Bot API server, a chat page and scripted users. Imports none of the other rooms."""
