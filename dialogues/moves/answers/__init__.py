"""An answer, or a word to the bot instead of one; and what comes by itself when its moment is there."""
