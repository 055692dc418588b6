"""The formats in which marks leave and come in, one file each."""
