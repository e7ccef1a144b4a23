"""Make it so."""
