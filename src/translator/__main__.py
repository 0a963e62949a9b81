"""`python -m translator`: the same as the command `translator`."""

from __future__ import annotations

import sys

from translator.cli.main import main

sys.exit(main())
