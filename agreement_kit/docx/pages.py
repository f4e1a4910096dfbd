"""Page layouts derived from the house style's own: turned, in two columns, or going on without a new page."""

import re

from agreement_kit.docx.house import HouseStyle

GUTTER = 454
"""0.8 cm between two columns, in twips."""

OF_A_NEW_PAGE = re.compile(r"<w:(?:headerReference|footerReference|type) [^>]*/>")
COLUMNS = re.compile(r"<w:cols [^>]*/>|<w:cols[ >].*?</w:cols>")
BEFORE_COLUMNS = re.compile(r"(<w:pgMar [^>]*/>(?:<w:(?:paperSrc|pgBorders|lnNumType|pgNumType)\b[^>]*/>)*)")


def landscape(section: str) -> str:
    """The page turned: its sides change places."""
    match = re.search(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"[^>]*/>', section)
    if not match:
        return section
    turned = f'<w:pgSz w:w="{match[2]}" w:h="{match[1]}" w:orient="landscape"/>'
    return section.replace(match[0], turned)


def going_on(section: str) -> str:
    """The same page, with its header and footer, going on below what stands above."""
    return OF_A_NEW_PAGE.sub("", section).replace("<w:pgSz ", '<w:type w:val="continuous"/><w:pgSz ', 1)


def in_columns(section: str) -> str:
    """The same page going on in two columns of equal length, read one after the other."""
    columns = rf'\1<w:cols w:num="2" w:space="{GUTTER}"/>'
    return BEFORE_COLUMNS.sub(columns, COLUMNS.sub("", going_on(section)), count=1)


def page_column(house: HouseStyle, without: str = "") -> str:
    """The stop at the right edge of a column at which the page numbers of a contents list stand. An entry without a
    number of its own goes `without` the stops of its style, which lead to where titles stand.
    """
    sheet = next(blob for name, _, blob in house.parts if name.endswith("/styles.xml")).decode()
    style = re.search(rf'w:styleId="{without}".*?</w:style>', sheet, re.DOTALL) if without else None
    stops = re.findall(r'<w:tab [^>]*w:pos="(\d+)"', style[0]) if style else []
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{each}"/>' for each in stops)
    return f'<w:tabs>{cleared}<w:tab w:val="right" w:leader="dot" w:pos="{(house.text_width - GUTTER) // 2}"/></w:tabs>'
