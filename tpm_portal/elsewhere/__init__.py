"""What comes in from other programs, looked at before it is kept, and cards that go out to one."""
