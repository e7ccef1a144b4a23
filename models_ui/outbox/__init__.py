"""What must still happen?"""
