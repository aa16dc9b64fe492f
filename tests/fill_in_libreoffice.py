"""Run by the system's own Python, which knows LibreOffice: fills cells and saves as .xlsx.

Arguments: the pipe of a running LibreOffice, the workbook, the target, and JSON of
[sheet, cell, value] with numbers as numbers.
"""

# mypy: ignore-errors
import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def main() -> None:
    pipe, source, target, cells = sys.argv[1:]
    desktop = _desktop(pipe)
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (hidden,))
    for sheet, cell, value in json.loads(cells):
        place = document.Sheets.getByName(sheet).getCellRangeByName(cell)
        if isinstance(value, str):
            place.setString(value)
        else:
            place.setValue(float(value))
    document.calculateAll()
    kind = PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0)
    document.storeToURL(Path(target).as_uri(), (kind,))
    document.close(True)


def _desktop(pipe: str):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(900):
        try:
            url = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
            context = resolver.resolve(url)
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


if __name__ == "__main__":
    main()
