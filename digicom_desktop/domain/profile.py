"""The business profile: which items probably do not apply to a firm of these types."""

from collections.abc import Set as AbstractSet

from digicom_desktop.domain.guideline import Edition


def doubtful_items(edition: Edition, business_types: AbstractSet[str]) -> tuple[str, ...]:
    """Items that every one of the chosen types may leave out, in edition order.

    Never more than may be left out at all; none before a type is chosen. The firm decides.
    """
    if not business_types:
        return ()
    doubtful = [item.id for item in edition.items if business_types <= {*item.not_applicable_types}]
    return tuple(doubtful[: edition.method.most_not_applicable])
