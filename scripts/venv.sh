#!/bin/sh
# Makes the virtual environment, or says in plain words what this machine lacks.  venv.sh PYTHON
set -eu
python=$1

if ! command -v "$python" >/dev/null; then
  echo "There is no $python here. Install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3.11" >&2
  exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "Models UI needs Python 3.11 or newer; $python is $("$python" --version 2>&1)." >&2
  echo "Name a newer one: make PYTHON=/path/to/python3.11" >&2
  exit 1
fi
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
  echo "$python lacks its module venv. On Debian and Ubuntu: apt install python3-venv" >&2
  exit 1
fi
"$python" -m venv .venv
