"""The filled sample firm of resources/samples/."""

import tomllib
from collections import Counter
from pathlib import Path

from digicom_desktop.domain import parts
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.canonical import canonical_bytes


def read_sample(path: Path) -> Assessment:
    """The assessment in the TOML file ``path``, which has the shape of the stored parts.

    Numbers of evidence are taken as given out one after the other.
    """
    sample = tomllib.loads(path.read_text(encoding="utf-8"))
    evidence, plan = sample["evidence"], sample.get("plan", {})
    reasons = sample.get("reasons", {})  # for which values they hold, the check says
    issued = Counter(entry["number"].rpartition("-")[0] for entry in evidence)
    values = {
        "company": sample["company"],
        "profile": {
            "format": parts.FORMAT,
            "edition": sample["edition"],
            "business_types": sample["profile"],
        },
        "evidence": {"entries": evidence, "issued": dict(issued)},
        "metrics": sample.get("metrics", {}),
        "plan": {"issued": len(plan.get("actions", ())), **plan},
        "reasons": {key: {"values": "-"} | said for key, said in reasons.items()},
        **{parts.answer_key(item): answer for item, answer in sample["answers"].items()},
    }
    return parts.decode({key: canonical_bytes(value) for key, value in values.items()})
