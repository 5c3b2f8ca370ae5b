"""Makes the Chinese policy embedding model: see ../README.md."""
