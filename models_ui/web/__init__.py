"""Which pages does the product have?"""
