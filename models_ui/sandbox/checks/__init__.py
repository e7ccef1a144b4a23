"""What a CreateModel call is refused for, beyond its shapes: one subject a module."""
