"""Numbers of things, as an address or a form names them: only those that an id can be, all others name nothing."""

import re

from starlette.convertors import Convertor

ID = r"(?:[0-9]{1,18}|[1-8][0-9]{18})"  # below 2**63, which is as far as the database counts


def number(text: str) -> int | None:
    """The number that was typed; None for anything that no id can be."""
    return int(text) if re.fullmatch(ID, text) else None


class IdConvertor(Convertor[int]):
    """`{cohort:id}` in an address."""

    regex = ID

    def convert(self, value: str) -> int:
        """To a number."""
        return int(value)

    def to_string(self, value: int) -> str:
        """And back."""
        return str(value)
