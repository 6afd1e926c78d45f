"""Start the program with ``python -m tillid_planner``."""

import sys

from tillid_planner.cli import main

if __name__ == "__main__":
    sys.exit(main())
