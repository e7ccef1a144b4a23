"""How is what somebody wrote in another language read, without running any of it?"""
