"""What a revision is called, when it was made, and where it stands, in words and colours."""

from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from digicom_desktop.domain.revision import Revision, State, StateChange
from digicom_desktop.ui.tokens import Tone

TONES = MappingProxyType(
    {
        State.DRAFT: Tone.GREY,
        State.FINALISED: Tone.GREEN,
        State.SUBMITTED: Tone.BLUE,
        State.RETURNED: Tone.RED,
        State.ACCEPTED: Tone.GREEN,
    }
)
ICONS = MappingProxyType(
    {
        State.DRAFT: "",
        State.FINALISED: "lock",
        State.SUBMITTED: "upload",
        State.RETURNED: "undo",
        State.ACCEPTED: "check",
    }
)


def state_name(state: State) -> str:
    """The state in a word."""
    match state:
        case State.DRAFT:
            return QCoreApplication.translate("RevisionStanding", "Draft")
        case State.FINALISED:
            return QCoreApplication.translate("RevisionStanding", "Finalised")
        case State.SUBMITTED:
            return QCoreApplication.translate("RevisionStanding", "Submitted")
        case State.RETURNED:
            return QCoreApplication.translate("RevisionStanding", "Returned")
        case State.ACCEPTED:
            return QCoreApplication.translate("RevisionStanding", "Accepted")


def standing(revision: Revision) -> str:
    """Where it stands now, and since when if that was said."""
    name = state_name(revision.state)
    return f"{name} {revision.changes[-1].on}" if revision.changes else name


def change_line(change: StateChange) -> str:
    """What became of a revision, when, and what was remarked."""
    said = f"{change.on} {state_name(change.state)}"
    if not change.remark.strip():
        return said
    line = QCoreApplication.translate("RevisionStanding", "{0}: {1}")
    return line.format(said, change.remark.strip())


def revision_name(number: int) -> str:
    """What the revision ``number`` is called."""
    return QCoreApplication.translate("RevisionStanding", "Revision {0}").format(number)


def time_text(moment: datetime) -> str:
    """``moment``, where the person is, to the minute."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def finalised_text(revision: Revision) -> str:
    """When it was finalised."""
    line = QCoreApplication.translate("RevisionStanding", "finalised {0}")
    return line.format(time_text(revision.finalised))
