"""A new PDF of a report: paper, metadata, the time of its content."""

from datetime import UTC, datetime
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import PAGE_HEIGHT, PAGE_WIDTH
from digicom_desktop.domain.text import Language

CREATOR = "DigiCom Desktop"
"""With the version behind it, what made the PDF."""


def new_canvas(setting: Setting, to: BytesIO, title: str, subject: str) -> Canvas:
    """A canvas that writes to ``to``; equal reports make equal bytes."""
    report = setting.report
    canvas = Canvas(
        to,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=1,
        lang="zh-CN" if report.language is Language.ZH else "en",
        initialFontName="NotoSansSC",  # type: ignore[arg-type]  # its stub says a number
    )
    _date(canvas, report.saved_at)
    canvas.setTitle(title)
    canvas.setAuthor(report.firm or setting.say("unnamed"))
    canvas.setSubject(subject)
    canvas.setKeywords(report.code or report.state_name)
    canvas.setCreator(f"{CREATOR} {report.program}")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas


def _date(canvas: Canvas, moment: datetime) -> None:
    """Dates the document by its content: reportlab's own reproducible date is the year 2000."""
    stamp = canvas._doc._timeStamp  # type: ignore[attr-defined]
    stamp.t = moment.timestamp()
    stamp.lt = moment.astimezone(UTC).timetuple()
    stamp.YMDhms = tuple(stamp.lt)[:6]
