"""All marks together: listed, filtered, arranged, and changed many at a time."""
