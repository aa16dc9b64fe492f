"""E-mail addresses as people type them, and why one cannot be used."""

from digicom_desktop.domain.judgement import Judgement, error
from digicom_desktop.domain.text import narrowed

# The full stop of a Chinese keyboard stands for a dot in an address.
_DOTS = (".", "。")


def normal_email(text: str) -> str:
    """``text`` in half width, without what stands around it."""
    return narrowed(text)


def email_error(text: str) -> Judgement:
    """Why ``text``, which is no usable address, is none: the most telling reason."""
    email = normal_email(text)
    return error(f"company.email.{_reason(email)}", email=email)


def _reason(email: str) -> str:
    before, at, after = email.partition("@")
    if not at:
        return "no_at"
    if "@" in after:
        return "two_ats"
    if any(c.isspace() for c in email):
        return "blank"
    if not before or not after:
        return "half"
    if not before.isascii():
        return "not_ascii"
    return "wrong" if any(dot in after for dot in _DOTS) else "no_dot"
