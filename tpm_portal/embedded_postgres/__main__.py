"""The keeper: runs the embedded server in one directory as long as anybody uses it."""

import sys
from pathlib import Path

from tpm_portal.embedded_postgres.keeper import keep

if __name__ == "__main__":
    keep(Path(sys.argv[1]))
