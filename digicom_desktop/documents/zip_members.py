"""What a member of a zip of ours is written as."""

import re
import zipfile
from pathlib import Path

LEVEL = 6
# A zip knows no time before 1980; the time of writing would make equal input unequal files.
_MEMBER_TIME = (1980, 1, 1, 0, 0, 0)
# To deflate these again takes time and gains nothing.
_COMPRESSED = re.compile(
    r"\.(7z|aac|avi|avif|bz2|docx|gif|gz|heic|heif|jpe?g|m4a|m4v|mkv|mov|mp3|mp4|od[pst]|ofd|ogg|pdf"
    r"|png|pptx|rar|webm|webp|wmv|xlsx|xz|zip)",
    re.IGNORECASE,
)


def member_info(name: str) -> zipfile.ZipInfo:
    """That of the member ``name``: the same bytes whenever and wherever it is written."""
    info = zipfile.ZipInfo(name, _MEMBER_TIME)
    info.create_system = 0  # the same bytes on every system
    is_compressed = _COMPRESSED.fullmatch(Path(name).suffix)
    info.compress_type = zipfile.ZIP_STORED if is_compressed else zipfile.ZIP_DEFLATED
    return info
