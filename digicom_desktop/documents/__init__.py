"""Excel, PDF and package: the only place that knows openpyxl, reportlab and zipfile."""
