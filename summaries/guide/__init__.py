"""The guide (handreiking): an open conversation of 60 or 90 minutes about one dilemma or one integrity case."""

from summaries.guide.case import case_guide
from summaries.guide.dilemma import guide
from summaries.guide.parts import Guide, Minutes

__all__ = ["Guide", "Minutes", "case_guide", "guide"]
