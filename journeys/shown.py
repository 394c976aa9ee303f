"""What a leader has before them: the messages of the last step, as they look now, so that words can mean a button."""

from journeys import material
from journeys.ports import Delivery, World
from storage import reached
from storage.faults import StorageUnavailable
from storage.outbox import Parcel
from storage.session import Session

USED_UP = "used_up"  # the buttons of a message go, its words stay
BARE = {"reaction", "menu", "lookback_picture", USED_UP}  # these have no buttons
RECENT = 8  # rows; one step says fewer

Shown = list[tuple[Delivery, int]]


async def latest(world: World, chat: int, replied_to: int | None = None) -> Shown:
    """Each message with Telegram's id of it, newest first; of a message that was replied to only that one."""
    async with world.store.transaction() as session:
        found = await reached.latest(session, chat, RECENT, replied_to)
        said = [(parcel, message) for parcel, message in found if parcel.screen_name not in BARE]
        now = {message: parcel for parcel, message in reversed(said) if _step(parcel) == _step(said[0][0])}
        looks = [(await _loaded(session, parcel), message) for message, parcel in reversed(now.items())]
    return [(delivery, message) for delivery, message in looks if delivery is not None]


def _step(parcel: Parcel) -> str:
    """Everything that is said in one step has the same key, and a number of its own."""
    return parcel.key.rpartition(":")[0]


async def _loaded(session: Session, parcel: Parcel) -> Delivery | None:
    """Whatever is wrong with a message of before, the words that came now are heard."""
    if parcel.kind == "document":
        return None
    try:
        return await material.load(session, parcel)
    except StorageUnavailable:
        raise
    except Exception:  # noqa: BLE001  (it cannot be shown, so nobody can mean a button of it)
        return None
