#!/bin/sh
# Takes a picture of every page in every state that the tests look at, wide and narrow, light and dark, into a folder that
# is not committed: var/pictures, or the one that is named. Fails like the tests where a page is not as it should be.
set -eu
PICTURES=${1:-var/pictures}
export PICTURES
rm -rf "$PICTURES"
mkdir -p "$PICTURES"
.venv/bin/python -m pytest tests/browser -q -k "for_everybody"
echo "$(find "$PICTURES" -name "*.png" | wc -l) pictures are in $PICTURES."
