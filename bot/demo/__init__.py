"""`make demo`: a cohort of five invented leaders lives through a month, then the newcomer may talk with the bot."""

from bot.demo.play import play

__all__ = ["play"]
