"""Saved assessments: the only place that knows SQLite and peewee."""
