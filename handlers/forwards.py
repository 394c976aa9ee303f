"""Whose words a forwarded message holds: those of others are not the leader's to keep here."""

from telegram import Message, MessageOriginHiddenUser, MessageOriginUser
from telegram.ext import filters


class _OfOthers(filters.MessageFilter):
    """What was first said by another person, in a group or in a channel.

    Of who hides their account in forwards Telegram gives only the name: then one's own name is enough.
    """

    def filter(self, message: Message) -> bool:
        author = message.from_user
        match message.forward_origin:
            case None:
                return False
            case MessageOriginUser(sender_user=first):
                return author is None or first.id != author.id
            case MessageOriginHiddenUser(sender_user_name=name):
                return author is None or name != author.full_name
            case _:
                return True


OF_OTHERS = _OfOthers()
