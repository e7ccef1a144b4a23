"""Which account and region, with which role?"""
