"""What happened in the demo before you came?"""
