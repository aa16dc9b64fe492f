"""The scoring method of an edition, told in words."""

from fractions import Fraction

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.words import Words


def how_scored(edition: Edition, words: Words) -> tuple[str, ...]:
    """How the score is made, in paragraphs with the method's own numbers."""
    method = edition.method
    caps = method.grade_caps
    return (
        words.say("report.how.levels", points=method.points_per_level),
        words.say("report.how.evidence", cap0=caps[0], cap1=caps[1], cap2=caps[2], cap3=caps[3]),
        words.say(
            "report.how.figure",
            needed_from=method.figure_needed_from,
            without=method.level_without_figure,
        ),
        words.say(
            "report.how.total",
            depth=_percent(method.depth_share),
            best=method.best_count,
            breadth=_percent(method.breadth_share),
        ),
        words.say("report.how.gates", least=method.least_applicable_for_level),
        words.say("report.how.limits"),
    )


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):g}%"
