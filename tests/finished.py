"""A sample assessment of which everything is explained or verified, ready to be finalised."""

from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.reason import Reason
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace


def settle(session: Session) -> None:
    """Explain or verify whatever is open; fails where something must be changed instead."""
    for finding in session.appraisal.open_findings:
        assert finding.class_ is not FindingClass.MUST_FIX, finding
        text = "已经核对，情况属实。" if finding.class_ is FindingClass.EXPLAIN else ""
        said = Reason(finding.values_hash, text, verified=not text)
        session.change(session.current.with_reason(finding.key, said))


def finished(workspace: Workspace) -> Session:
    """The sample, ready to be finalised."""
    session = workspace.add_sample()
    settle(session)
    return session
