"""How do people write environment variables down outside of this program?"""
