"""How does a process end when its parent was killed, and could not say so?"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable

# PR_SET_PDEATHSIG of <linux/prctl.h>: the signal that the kernel sends to a process when its parent ends.
PARENT_DEATH_SIGNAL = 1


def die_with_parent(parent: int) -> Callable[[], None]:
    """Return what a process runs to get SIGTERM when `parent` ends; it ends at once where `parent` has.

    Only Linux knows such a signal. Elsewhere a list in the data folder tells the next start what was left behind.
    """
    if sys.platform != "linux":
        return lambda: None
    # Loaded here: between fork and exec nothing may be looked up.
    prctl = ctypes.CDLL(None, use_errno=True).prctl

    def ask_the_kernel() -> None:
        prctl(PARENT_DEATH_SIGNAL, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    return ask_the_kernel
