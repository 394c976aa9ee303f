"""What is about the member alone: the language of the pages, and leaving."""

from starlette.responses import Response

from console import cookies
from console.visit import Visit
from dialogues.model import LANGUAGES
from journeys.console import signing


async def speak(visit: Visit) -> Response:
    """The other language from now on, and back to the page where that was asked."""
    language = next((one for one in LANGUAGES if one == visit.given("language")), visit.language)
    await signing.speak(visit.world, visit.who, language)
    back = visit.given("back")
    return visit.go(back if back.startswith("/") and not back.startswith("//") and "\\" not in back else "/")


async def leave(visit: Visit) -> Response:
    """Sign out: the session is over at once, whatever the browser keeps."""
    await signing.leave(visit.world, cookies.read(visit.request, cookies.SESSION))
    gone = visit.go("/in")
    cookies.take_back(gone, cookies.SESSION)
    return gone
