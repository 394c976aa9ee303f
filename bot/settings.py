"""What an operator may set, read from the environment or `.env`; every mistake is told at once, secrets never print."""

import ipaddress
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import SplitResult, urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "WEERKLANK_"
PUBLIC_API = "https://api.telegram.org"
CONSENT = ("controller", "contact", "privacy_url", "hosting", "processors", "retention")
WEBHOOK_PORTS = (443, 80, 88, 8443)  # the only ones Telegram calls
DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
Many = Annotated[tuple[int, ...], NoDecode]


class SettingsError(Exception):
    """The settings cannot be used; `problems` holds one plain sentence each, without any value of a secret."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class Settings(BaseModel):
    """All settings, checked; `docs/running.md` explains each. The order matters: later ones look at earlier ones."""

    model_config = ConfigDict(frozen=True, extra="ignore", validate_default=True, hide_input_in_errors=True)
    serving: ClassVar[bool] = False

    bot_token: SecretStr | None = None
    api_url: str = PUBLIC_API
    file_url: str = PUBLIC_API
    mode: Literal["polling", "webhook"] = "polling"
    public_url: str | None = None
    listen: str = "127.0.0.1:8080"
    webhook_secret: SecretStr | None = None
    data: Path = Path("data")
    database_url: SecretStr | None = None
    master_key: SecretStr | None = None
    master_key_file: Path | None = None
    facilitators: Many = ()
    console_url: str = ""
    console_listen: str = "127.0.0.1:8081"
    console_database_url: SecretStr | None = None
    page_url: str = ""
    page_listen: str = "127.0.0.1:8082"
    page_database_url: SecretStr | None = None
    patience: float = Field(default=6.0, ge=0, le=60)
    controller: str = ""
    contact: str = ""
    privacy_url: str = ""
    hosting: str = ""
    processors: str = ""
    retention: str = ""
    open: bool = True
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("*", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: Any, info: ValidationInfo) -> Any:
        empty = isinstance(value, str) and not value.strip()
        return cls.model_fields[info.field_name or ""].get_default() if empty else value

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None and cls.serving:
            raise ValueError("is missing; ask @BotFather for a token")
        if value is not None and not re.fullmatch(r"\d{1,20}:[A-Za-z0-9_-]{1,100}", value.get_secret_value()):
            raise ValueError("does not look like a bot token (digits, a colon, letters and digits)")
        return value

    @field_validator("api_url", "file_url")
    @classmethod
    def _origin(cls, value: str) -> str:
        parts = _web(value)
        if parts.path.strip("/") or parts.query or parts.fragment:
            raise ValueError("must hold only scheme, host and port, without /bot or any other path")
        return f"{parts.scheme}://{parts.netloc}"

    @field_validator("public_url")
    @classmethod
    def _reachable(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None:
            if info.data.get("mode") == "webhook":
                raise ValueError("is needed in webhook mode")
            return None
        parts = _web(value)
        if parts.query or parts.fragment:
            raise ValueError("must not hold a query or a fragment")
        public = info.data.get("mode") == "webhook" and info.data.get("api_url") == PUBLIC_API
        if public and (parts.port or 443) not in WEBHOOK_PORTS:
            raise ValueError("must use port 443, 80, 88 or 8443, the only ones Telegram calls")
        return value.rstrip("/")

    @field_validator("console_url", "page_url")
    @classmethod
    def _site(cls, value: str) -> str:
        if not value:
            return value
        parts = _web(value)
        if parts.path.strip("/") or parts.query or parts.fragment:
            raise ValueError("must hold only scheme, host and port: cookies are bound to a whole host")
        return f"{parts.scheme}://{parts.netloc}"

    @field_validator("listen", "console_listen", "page_listen")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not host or not port.isdigit() or int(port) > 65535:
            raise ValueError("must be host:port, such as 127.0.0.1:8080")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _header(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is None and info.data.get("mode") == "webhook":
            raise ValueError("is needed in webhook mode")
        if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("must be 1 to 256 letters, digits, _ or -")
        return value

    @field_validator("database_url", "console_database_url", "page_database_url")
    @classmethod
    def _database(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is None and info.field_name != "database_url":
            return None  # the bot's own
        if value is None:
            return SecretStr(f"{DRIVERS['sqlite']}:///{info.data.get('data', Path('data')) / 'weerklank.db'}")
        scheme, separator, rest = value.get_secret_value().partition("://")
        driver = DRIVERS.get(scheme.partition("+")[0])
        if not separator or driver is None:
            raise ValueError("must begin with sqlite:/// or postgresql://")
        if driver.startswith("sqlite") and rest.strip("/") in {"", ":memory:"}:
            raise ValueError("must name a file; a database in memory would lose what people write")
        return SecretStr(f"{driver}://{rest}")

    @field_validator("master_key_file")
    @classmethod
    def _one_key(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        if value is not None and info.data.get("master_key") is not None:
            raise ValueError("and WEERKLANK_MASTER_KEY are both set; keep one of them")
        return value

    @field_validator("facilitators", mode="before")
    @classmethod
    def _ids(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        ids = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isdigit() for part in ids):
            raise ValueError("must be Telegram ids (digits) with commas between them")
        return tuple(int(part) for part in ids)

    @field_validator(*CONSENT)
    @classmethod
    def _promised(cls, value: str, info: ValidationInfo) -> str:
        if cls.serving and info.data.get("api_url") == PUBLIC_API and not value.strip():
            raise ValueError("is missing; the consent text names it, so nobody can be asked without it")
        return value.strip()

    @field_validator("mode", "log_level", mode="before")
    @classmethod
    def _any_case(cls, value: Any, info: ValidationInfo) -> Any:
        if not isinstance(value, str):
            return value
        return value.strip().lower() if info.field_name == "mode" else value.strip().upper()

    @property
    def public(self) -> bool:
        """Say whether this bot talks to the real Telegram."""
        return self.api_url == PUBLIC_API

    @property
    def consent(self) -> Mapping[str, str]:
        """What the consent text names."""
        return {name: getattr(self, name) for name in CONSENT}

    @property
    def database(self) -> str:
        """The address with its async driver; it may hold a password, so show it to nobody."""
        return self.database_url.get_secret_value() if self.database_url else ""

    def database_of(self, own: SecretStr | None) -> str:
        """The address with its driver for a web app: its own, under a role that may do less, or else the bot's."""
        return own.get_secret_value() if own else self.database


class FromEnvironment(Settings, BaseSettings):
    """The same, read from the environment and `.env`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", hide_input_in_errors=True)


class ToServe(FromEnvironment):
    """The same, with everything that serving people needs."""

    serving: ClassVar[bool] = True


def read(kind: type[FromEnvironment] = FromEnvironment) -> Settings:
    """Read and check all settings; raises `SettingsError` with every problem at once."""
    try:
        return kind()
    except ValidationError as error:
        raise SettingsError(_sentences(error)) from None


def unknown(names: Iterable[str]) -> list[str]:
    """Give a sentence for each name that looks like a setting of ours but is none, such as a slip of the pen."""
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    strays = sorted(name for name in names if name.startswith(PREFIX) and name not in known)
    return [f"{name} is no setting{_guess(name, known)}" for name in strays]


def _guess(name: str, known: list[str]) -> str:
    near = get_close_matches(name.removeprefix(PREFIX), [each.removeprefix(PREFIX) for each in known], n=1)
    return f"; did you mean {PREFIX}{near[0]}?" if near else "."


def _sentences(error: ValidationError) -> list[str]:
    found = error.errors(include_url=False, include_input=False, include_context=True)
    return [f"{PREFIX}{str(each['loc'][0]).upper()} {_because(each)}." for each in found]


def _because(error: Any) -> str:
    match error:
        case {"type": "value_error", "ctx": {"error": reason}}:
            return str(reason)
        case {"type": "literal_error", "ctx": {"expected": expected}}:
            return f"must be {expected}"
        case {"type": "bool_parsing" | "bool_type"}:
            return "must be true or false"
        case _:
            return "cannot be read"


def _web(value: str) -> SplitResult:
    parts = urlsplit(value.strip())
    try:
        port_is_sound = parts.port is None or parts.port > 0
    except ValueError:
        port_is_sound = False
    if parts.scheme not in {"http", "https"} or not parts.hostname or not port_is_sound:
        raise ValueError("must be a web address such as https://example.org")
    if parts.username or parts.password:
        raise ValueError("must not hold a name or a password")
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise ValueError("must begin with https://; plain http is for this machine only")
    return parts


def is_loopback(host: str) -> bool:
    """Say whether this name or address is the machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
