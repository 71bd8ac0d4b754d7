"""What makes the golden inputs: the very program that goes with every export (resources/export/shared)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / 'resources/export/shared'))

from preprocess import eighths, model_input, seen_for, to_rgb  # noqa: E402, F401
