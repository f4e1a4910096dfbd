"""The kit's clauses, installed as data of the package."""
