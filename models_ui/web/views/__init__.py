"""What does each address answer?"""
