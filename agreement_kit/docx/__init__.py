"""The only place that knows Word: writing a Document as .docx, reading one back, saying who last saved a file."""
