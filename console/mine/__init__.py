"""The leader's own page: all of their own, of nobody else; a Mini App in Telegram, or a page in a browser."""
