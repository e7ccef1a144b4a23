"""Which surroundings do the tests need before Django reads its settings?"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["ENVIRONMENT"] = "test"
os.environ.pop("DEBUG", None)
if "DATA_DIR" not in os.environ:
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="models-ui-tests-")
    atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
# Nothing is collected here, but the folder must be there.
Path(os.environ["DATA_DIR"], "static").mkdir(parents=True, exist_ok=True)
# Nothing of the person who runs the tests may reach AWS.
os.environ.update(
    {
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }
)
for name in ("AWS_PROFILE", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_SAGEMAKER", "AWS_SESSION_TOKEN"):
    os.environ.pop(name, None)
# Playwright's synchronous interface runs an event loop, in which Django refuses its ORM otherwise.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
