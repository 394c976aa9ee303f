"""The invitation of a group as a page to print: what it is, what is promised, and how to join."""

from summaries.invitation.page import Invite, Page, invitation

__all__ = ["Invite", "Page", "invitation"]
