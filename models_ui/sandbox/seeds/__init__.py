"""What is in the account that people practise on, service by service?"""
