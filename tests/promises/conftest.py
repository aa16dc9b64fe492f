"""Promises about windows are kept in windows, so what holds for tests of windows holds here."""

from tests.ui.conftest import the_application_goes_on

__all__ = ["the_application_goes_on"]
