"""What does an operation of the API accept?"""
