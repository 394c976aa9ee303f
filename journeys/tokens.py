"""Invite tokens: what is stored of them."""

import hashlib


def digest(token: str) -> str:
    """What is stored of an invite token (at least 128 random bits): its SHA-256, in hex."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
