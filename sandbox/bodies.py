"""Reads a Bot API request: query, JSON, urlencoded or multipart body -> raw parameters and files."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from sandbox.errors import bad_request
from sandbox.schema import PARAMETERS, Upload


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came: a method, unchecked parameters and attached files."""

    method: str
    raw: Mapping[str, Any] = field(repr=False)
    files: Mapping[str, Upload] = field(repr=False)


async def read(request: web.Request, method: str) -> Asked:
    """The request's parameters, whatever way they were sent; raises BotError 400 for a body that cannot be read."""
    raw: dict[str, Any] = dict(request.query) if request.query_string else {}
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, method, raw)
    if not request.body_exists:
        return Asked(method, raw, {})
    body = await request.read()
    if kind == "application/json":
        return Asked(method, raw | _json(body), {})
    if kind == "application/x-www-form-urlencoded":
        return Asked(method, raw | _form(body), {})
    if body:
        raise bad_request(f"unsupported content type {kind}")
    return Asked(method, raw, {})


def _json(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body) if body else {}
    except (ValueError, RecursionError):
        raise bad_request("can't parse JSON object") from None
    if not isinstance(values, dict):
        raise bad_request("can't parse JSON object: an object is expected")
    return values


def _form(body: bytes) -> dict[str, Any]:
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


async def _multipart(request: web.Request, method: str, raw: dict[str, Any]) -> Asked:
    files: dict[str, Upload] = {}
    for name, part in (await request.post()).items():
        if isinstance(part, web.FileField):
            files[name] = Upload(part.filename, part.content_type, part.file.read())
            part.file.close()
            if name in PARAMETERS[method]:
                raw[name] = files[name]
        else:
            raw[name] = part if isinstance(part, str) else bytes(part).decode()
    return Asked(method, raw, files)
