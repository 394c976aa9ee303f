"""Does this key belong to this database: asked before anything is read or written under it."""

import secrets
from typing import Literal, NoReturn

from storage.session import Session, Store, open_store
from storage.vault import KEY_BYTES, Vault, check_master

Verdict = Literal["right", "wrong", "new"]


class _Looked(Exception):  # noqa: N818 -- it is no error: it undoes the transaction and brings the verdict
    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict


async def unlock(store: Store) -> Verdict:
    """Compare the store's key with the installation's; "new" means that this key has just become the installation's."""
    async with store.transaction() as session:
        return await check_master(session)


async def look(store: Store) -> Verdict:
    """Do the same without leaving a trace: "new" means that no key has ever been used here."""
    try:
        async with store.transaction() as session:
            await _look(session)
    except _Looked as looked:
        return looked.verdict


async def _look(session: Session) -> NoReturn:
    raise _Looked(await check_master(session))


async def is_untouched(url: str) -> bool:
    """Say whether no key has ever been used on this (migrated) database. Raises StorageUnavailable."""
    store = open_store(url, Vault(secrets.token_bytes(KEY_BYTES)))
    try:
        return await look(store) == "new"
    finally:
        await store.close()
