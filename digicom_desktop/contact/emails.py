"""A typed e-mail address → the address as it is meant, without looking anything up."""

from digicom_desktop.domain.email_address import email_error, normal_email
from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.text import is_blank


def read_email(text: str) -> str | None:
    """The address meant by ``text``, its domain in lower case; None where it is none."""
    # Loaded when the first address is read: the window is there before.
    from email_validator import EmailNotValidError, validate_email

    try:
        email = validate_email(normal_email(text), check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        return None
    return email.normalized


def email_judgement(text: str) -> Judgement | None:
    """What is wrong with the address typed as ``text``; None if nothing, or for a blank text."""
    if is_blank(text) or read_email(text) is not None:
        return None
    return email_error(text)
