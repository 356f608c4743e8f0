"""How long a statement may run and wait: not long for a page, at will for a command of ``manage.py``. Pure."""

# A stuck lock or a runaway query must cost one request, not every worker.
FOR_PAGES = {"lock_timeout": "5s", "statement_timeout": "15s"}

_lifted = False


def lift() -> None:
    """From now on connections that this process opens have no limits: it migrates, seeds or exports."""
    global _lifted
    _lifted = True


def impose() -> None:
    """From now on connections that this process opens have those of a page: it serves."""
    global _lifted
    _lifted = False


def lifted() -> bool:
    return _lifted


def as_options() -> str:
    """For the server, at the start of a connection. They go before those of the role, also to take them away."""
    return " ".join(f"-c {name}={0 if _lifted else value}" for name, value in FOR_PAGES.items())
