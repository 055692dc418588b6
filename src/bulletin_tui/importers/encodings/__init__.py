"""Old Vietnamese encodings: their tables, what tells their texts, and what a reader can choose."""
