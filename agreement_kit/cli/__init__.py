"""The command line: thin commands over the API. Nothing else in the kit prints."""
