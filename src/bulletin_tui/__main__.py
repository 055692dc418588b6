"""`python -m bulletin_tui` is the command `bulletin`."""

from __future__ import annotations

import sys

from bulletin_tui.cli.main import main

sys.exit(main())
