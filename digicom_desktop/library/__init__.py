"""Reads editions, words and lists of codes from resources/."""

from digicom_desktop.library.bundled import Library

__all__ = ["Library"]
