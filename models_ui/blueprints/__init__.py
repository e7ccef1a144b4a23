"""Which form does an admin want people to see? Show, hide, preset, lock and limit the fields of the contract."""
