"""What is someone filling in?"""
