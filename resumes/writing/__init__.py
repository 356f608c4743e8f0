"""What a resume says, and the files it is written as."""
