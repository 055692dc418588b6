"""Lines of shell as a person types them, with `bulletin` installed and a home of its own."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BULLETIN = shlex.join((sys.executable, "-m", "bulletin_tui"))


def shell(line: str, home: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell; `bulletin` in it is the command."""
    return subprocess.run(
        ["bash", "-c", f'bulletin() {{ {BULLETIN} "$@"; }}; {line}'],
        env={"PATH": os.defpath, "HOME": str(home), "LANG": "C.UTF-8", **env},
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
