"""What was asked for, frozen?"""
