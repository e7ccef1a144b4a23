#!/bin/sh
# Makes sure that the browser tests can run: with the chromium on the PATH, or Debian's where it may be installed.
set -eu
# Where ldconfig is, for people whose PATH lacks it.
PATH=$PATH:/usr/sbin:/sbin

needed=
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
  needed=chromium
# Playwright's driver needs it, and a bare Debian has none.
if command -v apt-get >/dev/null && ! ldconfig -p 2>/dev/null | grep -q 'libatomic\.so\.1'; then
  needed="$needed libatomic1"
fi
[ -n "$needed" ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "The browser tests need chromium or google-chrome on the PATH. Install one." >&2
  exit 1
fi
as_root=
if [ "$(id -u)" != 0 ]; then
  if ! sudo -n true 2>/dev/null; then
    echo "The browser tests need something more: sudo apt-get install $needed" >&2
    exit 1
  fi
  as_root="sudo -n"
fi
echo "Installing for the browser tests: $needed ..."
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $needed >/dev/null
