"""The moves of the conversation, one module per situation; `dialogues.conversation` says which is whose turn."""
