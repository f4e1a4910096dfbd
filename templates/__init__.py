"""The kit's templates, installed as data of the package."""
