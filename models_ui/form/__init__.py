"""How do we ask? The layout as data, and the way between a request and the controls of its pages."""
