"""Who did what, or was refused?"""
