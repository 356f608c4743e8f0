"""Find the servers that deployments put beside the site, or install them from the distribution, for the tests."""

import os
import shutil
import subprocess
import sys


def installed(package: str, program: str) -> str:
    """The path of ``program``. Raises ``SystemExit`` that says what to install if there is none to be had."""
    found = _find(program) or _from_distribution(package, program)
    return found or sys.exit(f"The tests need {program}. Install {package} with your system's package manager.")


def _find(program: str) -> str | None:
    # Debian keeps servers where only root looks.
    return shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/local/sbin:/usr/sbin:/sbin")


def _from_distribution(package: str, program: str) -> str | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    # Nothing is to be started by the installation: the tests start their own, on ports of their own.
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", package]):
        subprocess.run(command, env=environment, stdout=sys.stderr, check=False)
    return _find(program)
