"""What the document says: from the bytes of a filing to a frozen Reading of its agreement."""
