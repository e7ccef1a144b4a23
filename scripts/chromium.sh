#!/bin/sh
# Makes sure that there is a chromium for the browser tests: the one on the PATH, or Debian's where it may be installed.
set -eu

found() {
  command -v chromium || command -v chromium-browser || command -v google-chrome
}

found >/dev/null && exit 0

if ! command -v apt-get >/dev/null; then
  echo "The browser tests need chromium or google-chrome on the PATH. Install one." >&2
  exit 1
fi
as_root=
if [ "$(id -u)" != 0 ]; then
  if ! sudo -n true 2>/dev/null; then
    echo "The browser tests need chromium: sudo apt-get install chromium" >&2
    exit 1
  fi
  as_root="sudo -n"
fi
echo "Installing Debian's chromium for the browser tests ..."
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null
found >/dev/null
