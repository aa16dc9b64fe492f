"""A typed telephone number → what the numbering plans of the world say of it."""

from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.phone import (
    Phone,
    has_letters,
    hyphen_extension,
    judge,
    normal_phone,
    split_phones,
)

_HOME = "CN"


def read_phone(text: str) -> Phone:
    """What is known of the one number typed as ``text``; without a country it is one of China."""
    normal = normal_phone(text)
    phone = _look_up(normal)
    if phone.is_valid:
        return phone
    main, extension = hyphen_extension(normal)
    if main and _look_up(main).is_valid:
        return Phone(normal, kind=phone.kind, region=phone.region, meant_extension=extension)
    return phone


def phone_judgement(text: str) -> Judgement | None:
    """The first thing that is wrong or unusual in a field of one or more numbers; errors first."""
    judged = [judge(read_phone(part)) for part in split_phones(text)]
    found = [judgement for judgement in judged if judgement is not None]
    return min(found, key=lambda judgement: not judgement.is_error, default=None)


def _look_up(normal: str) -> Phone:
    # Loaded when the first number is read: the window is there before.
    import phonenumbers

    if has_letters(normal):
        return Phone(normal)
    try:
        number = phonenumbers.parse(normal, _HOME)
    except phonenumbers.NumberParseException:
        return Phone(normal)
    is_valid = phonenumbers.is_valid_number(number)
    form = phonenumbers.PhoneNumberFormat.E164
    return Phone(
        normal,
        is_valid=is_valid,
        is_possible=phonenumbers.is_possible_number(number),
        kind=phonenumbers.PhoneNumberType.to_string(phonenumbers.number_type(number)),
        region=phonenumbers.region_code_for_number(number) or "",
        number=phonenumbers.format_number(number, form) if is_valid else "",
        extension=number.extension or "",
    )
