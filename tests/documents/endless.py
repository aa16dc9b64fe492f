"""A small PDF that takes for ever to be read."""

from digicom_desktop.domain.canonical import consistency_code
from tests.documents.volume_material import raw_pdf, stream


def endless_pdf() -> bytes:
    """Four hundred pages under a code as ours are, each with so much on it: minutes to read."""
    font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %s /Contents 4 0 R >>"
    kids = b" ".join([b"3 0 R"] * 400)
    code = consistency_code(b"another").encode()
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count 400 >>" % kids,
        page % font,
        stream(
            b"BT /F1 9 Tf 1 0 0 1 9 800 Tm (%s) Tj ET\n" % code
            + b"BT /F1 9 Tf 1 0 0 1 9 9 Tm (abc) Tj ET\n" * 20_000
        ),
    )
