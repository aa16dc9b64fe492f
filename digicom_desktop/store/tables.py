"""The tables as peewee sees them; the scripts in migrations/ make them."""

from peewee import BlobField, CompositeKey, IntegerField, Model, TextField


class AssessmentRow(Model):
    """One saved assessment: what Home shows, and the seal of its parts. Times are ISO 8601, UTC."""

    id = TextField(primary_key=True)
    firm = TextField()
    credit_code = TextField()
    year = IntegerField()
    edition = TextField()
    answered = IntegerField()
    total = IntegerField()
    declared = TextField()
    supported = TextField()
    level = IntegerField(null=True)
    last_place = TextField()
    state = TextField()
    created = TextField()
    changed = TextField()
    deleted = TextField(null=True)
    seal = BlobField()

    class Meta:
        table_name = "assessment"


class PartRow(Model):
    """One part of an assessment: canonical bytes, never decoded here, and their SHA-256."""

    assessment = TextField()
    key = TextField()
    sha256 = BlobField()
    content = BlobField()

    class Meta:
        table_name = "part"
        primary_key = CompositeKey("assessment", "key")
