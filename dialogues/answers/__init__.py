"""What an answer is good for once it is kept: a follow-up, an echo, an intention, a quote, without naming others."""
