"""What is computed around the agreement: how well the partners work together, how far the measures have come."""
