"""The kit's samples, installed as data of the package."""
