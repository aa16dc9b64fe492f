"""Builds what is handed out: translations, wheel, and what they need from a system."""
