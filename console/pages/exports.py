"""Taking figures along: participation and published mirrors, as CSV, spreadsheet or JSON."""

from collections.abc import Mapping, Sequence

from starlette.responses import Response

from console import exports, lists
from console.lists import Row
from console.visit import Visit
from journeys.console import releases
from journeys.console.who import Missing

KINDS = ("csv", "xlsx", "json")
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def participation(visit: Visit) -> Response:
    """Every released week."""
    _kind(visit)
    released = await releases.participation(visit.world, visit.who, visit.cohort, "export")
    return _file(visit, "weerklank-deelname", exports.participation(released, visit.words))


async def mirrors(visit: Visit) -> Response:
    """Every published mirror."""
    _kind(visit)
    kept = await releases.mirrors(visit.world, visit.who, visit.cohort, "export")
    return _file(visit, "weerklank-spiegel", exports.mirrors(kept, visit.words, visit.desk.library))


def _kind(visit: Visit) -> str:
    """As what; nothing is noted as taken along that is not there."""
    kind: str = visit.request.path_params["kind"]
    if kind not in KINDS:
        raise Missing
    return kind


def _file(visit: Visit, name: str, sheets: Mapping[str, Sequence[Row]]) -> Response:
    read = exports.headed(sheets, visit.words)
    match _kind(visit):
        case "csv":
            content, kind = lists.as_csv(next(iter(read.values())), visit.language), "text/csv; charset=utf-8"
        case "xlsx":
            content, kind = lists.as_xlsx(read), SHEET
        case _:
            content, kind = lists.as_json(exports.as_value(sheets)), "application/json"
    told = {"Content-Disposition": f'attachment; filename="{name}.{_kind(visit)}"'}
    return Response(content, media_type=kind, headers=told)
