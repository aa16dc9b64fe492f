"""Which versions of its libraries the store runs on."""

import sqlite3

import peewee


def versions() -> dict[str, str]:
    """By the names of the libraries."""
    return {"SQLite": sqlite3.sqlite_version, "peewee": getattr(peewee, "__version__", "?")}
