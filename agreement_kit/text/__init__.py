"""The only place that knows Markdown and terminal text."""
