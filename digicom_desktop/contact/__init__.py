"""Judges telephone numbers and e-mail addresses; the only place that knows the lists of them."""

from digicom_desktop.contact.emails import email_judgement, read_email
from digicom_desktop.contact.phones import phone_judgement, read_phone

__all__ = ["email_judgement", "phone_judgement", "read_email", "read_phone"]
