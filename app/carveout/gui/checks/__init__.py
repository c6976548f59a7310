"""What doesn't tie in a reading, said above the text and listed where counsel wants it."""
