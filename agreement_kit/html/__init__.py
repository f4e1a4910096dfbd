"""The only place that knows HTML."""
