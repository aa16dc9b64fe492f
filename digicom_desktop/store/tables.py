"""The tables as peewee sees them; the scripts in migrations/ make them."""

from peewee import BlobField, CompositeKey, IntegerField, Model, TextField


class AssessmentRow(Model):
    """One saved assessment: what Home shows, and the seals of its parts and revisions.

    Times are ISO 8601, UTC; dates that actions are due are joined by blanks.
    """

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
    revision = IntegerField()
    must_fix = IntegerField()
    to_explain = IntegerField()
    to_verify = IntegerField()
    due_dates = TextField()
    revisions_seal = BlobField()
    archived = TextField(null=True)

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


class RevisionRow(Model):
    """What was finalised: canonical bytes, never decoded here, and what says which it is."""

    assessment = TextField()
    number = IntegerField()
    finalised = TextField()
    code = TextField()
    sha256 = BlobField()
    content = BlobField()

    class Meta:
        table_name = "revision"
        primary_key = CompositeKey("assessment", "number")


class RevisionStateRow(Model):
    """One thing that became of a revision; ``position`` counts from 1."""

    assessment = TextField()
    number = IntegerField()
    position = IntegerField()
    state = TextField()
    on_date = TextField()
    remark = TextField()
    sha256 = BlobField()

    class Meta:
        table_name = "revision_state"
        primary_key = CompositeKey("assessment", "number", "position")
