"""What a short message wants of the bot instead of answering it: a rest, another hour, a command, a way out."""
