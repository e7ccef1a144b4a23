"""What does each operation's form look like? Data only."""
