"""Which JSON values do the property tests draw?"""

from __future__ import annotations

from hypothesis import strategies as st

# Beyond it a canonical text does not read back.
GREATEST = 2**53 - 1

NAMES = st.sampled_from(
    ["", "a", "b", "~", "/", "a/b", "~1", "0", "01", "-", "é", "Key", "Value", "Environment", "Tags"]
)
TEXTS = st.one_of(NAMES, st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8))
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-GREATEST, GREATEST), st.floats(-GREATEST, GREATEST), TEXTS)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(TEXTS, VALUES, max_size=5)
