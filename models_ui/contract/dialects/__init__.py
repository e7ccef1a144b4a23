"""How do other tools write a request?"""
