"""Who said yes, to which envelope?"""
