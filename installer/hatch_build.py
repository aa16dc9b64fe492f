"""Puts resources and built translations into the wheel, beside the code that reads them."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelHook(BuildHookInterface[Any]):
    """An editable installation needs neither: the source tree has both beside the package."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self._built = TemporaryDirectory()
        script = Path(self.root) / "installer" / "translations.py"
        subprocess.run([sys.executable, str(script), self._built.name], check=True)
        build_data["force_include"] |= {
            str(Path(self.root) / "resources"): "digicom_desktop/resources",
            self._built.name: "digicom_desktop/i18n",
        }

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._built.cleanup()
