#!/bin/sh
# Makes sure that there is an Rscript for the tests of what we write in R: the one on the PATH, or Debian's where it may
# be installed.
set -eu

command -v Rscript >/dev/null && exit 0

if ! command -v apt-get >/dev/null; then
  echo "The tests of our R need Rscript on the PATH. Install R." >&2
  exit 1
fi
as_root=
if [ "$(id -u)" != 0 ]; then
  if ! sudo -n true 2>/dev/null; then
    echo "The tests of our R need Rscript: sudo apt-get install r-base-core" >&2
    exit 1
  fi
  as_root="sudo -n"
fi
echo "Installing Debian's R for the tests of our R ..."
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends r-base-core >/dev/null
command -v Rscript >/dev/null
