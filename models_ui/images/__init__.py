"""Which image is this, and which does AWS publish where?"""
