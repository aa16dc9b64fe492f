"""Journeys go through windows, so what holds for tests of windows holds for them."""

from tests.ui.conftest import the_application_goes_on

__all__ = ["the_application_goes_on"]
