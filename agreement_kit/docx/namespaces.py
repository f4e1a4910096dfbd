"""The names of WordprocessingML that the kit writes and reads."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
ORIGIN = "urn:agreement-kit:origin:1"
"""Of the custom XML part that says where a file came from."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROOT_NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'


def w(name: str) -> str:
    """`{namespace}name`, as lxml spells it."""
    return f"{{{W}}}{name}"
