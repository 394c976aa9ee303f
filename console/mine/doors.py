"""Into one's own page: from within Telegram by what it signed, or by a link that the bot sent."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from console import cookies, doors
from console.mine.init_data import LONGEST, user_of
from console.visit import Desk
from console.words import Words
from dialogues.model import LANGUAGES
from journeys.own import arriving

LARGEST = 2 * LONGEST  # bytes of what Telegram's data may take


async def ask(request: Request) -> Response:
    """In Telegram a script hands over what Telegram signed; elsewhere this says how to get in."""
    return await doors.outside(request, "mine/open")


async def vouched(request: Request) -> Response:
    """What Telegram signed becomes a session; 403 for anything else, without a reason."""
    desk: Desk = request.app.state.desk
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return PlainTextResponse("too large", 413)
    chat = user_of(body.decode("utf-8", "replace"), request.app.state.bot_token, desk.world.clock.wall())
    session = None if chat is None else await arriving.vouched(desk.world, chat)
    if session is None:
        return PlainTextResponse("no", 403)
    answer = Response(status_code=204)
    cookies.give(answer, cookies.SESSION, session, framed=True)
    return answer


async def gone(request: Request) -> Response:
    """After everything was erased, also the language of whose it was: the address says it."""
    named = (Words(one) for one in LANGUAGES if one == request.query_params.get("language"))
    return doors.told(request, next(named, doors.asked_for(request)), "mine/gone")
