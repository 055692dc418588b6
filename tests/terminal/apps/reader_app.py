"""The real reader over another folder of articles: `reader_app.py FOLDER`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from bulletin_tui.paths import default_paths
from bulletin_tui.settings import load_settings
from bulletin_tui.ui.app import run_reader
from bulletin_tui.words import use_language

if __name__ == "__main__":
    paths = replace(default_paths(), articles=Path(sys.argv[1]))
    settings = load_settings(paths.config_file)
    use_language(settings.language)
    sys.exit(run_reader(paths, settings))
