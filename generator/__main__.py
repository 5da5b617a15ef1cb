"""`python -m generator`: see `--help`."""

import sys

from generator.cli import main

sys.exit(main())
