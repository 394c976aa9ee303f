"""Telegram's in-edge: an update becomes an event, a screen becomes text and keyboard."""
