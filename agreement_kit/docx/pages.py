"""Page layouts derived from the house style's own: in two columns, or going on without a new page."""

import re

GUTTER = 454
"""0.8 cm between two columns, in twips."""

OF_A_NEW_PAGE = re.compile(r"<w:(?:headerReference|footerReference|type) [^>]*/>")
COLUMNS = re.compile(r"<w:cols [^>]*/>|<w:cols[ >].*?</w:cols>")
BEFORE_COLUMNS = re.compile(r"(<w:pgMar [^>]*/>(?:<w:(?:paperSrc|pgBorders|lnNumType|pgNumType)\b[^>]*/>)*)")


def going_on(section: str) -> str:
    """The same page, with its header and footer, going on below what stands above."""
    return OF_A_NEW_PAGE.sub("", section).replace("<w:pgSz ", '<w:type w:val="continuous"/><w:pgSz ', 1)


def in_columns(section: str) -> str:
    """The same page going on in two columns of equal length, read one after the other."""
    columns = rf'\1<w:cols w:num="2" w:space="{GUTTER}"/>'
    return BEFORE_COLUMNS.sub(columns, COLUMNS.sub("", going_on(section)), count=1)
