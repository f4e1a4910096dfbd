"""agreement-kit: validated YAML and a library of versioned clauses become a draft collaboration agreement in Word."""

__version__ = "0.1.0"
