"""Drawings as pictures in Word: painted as PNG, because that shows everywhere, in the letters that the kit carries."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from agreement_kit.document import Picture
from agreement_kit.docx.elements import escaped
from agreement_kit.drawing import Box, Disc, Label, Shape, Stroke

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
EMU, TWIPS = 12700, 20
"""English metric units and twips in a point."""
SHARPNESS = 3
"""Dots in a point: 216 to the inch, sharp in print."""
ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def painted(picture: Picture) -> bytes:
    """The picture as PNG, the same bytes each time."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (picture.width * SHARPNESS, picture.height * SHARPNESS), "white")
    canvas = ImageDraw.Draw(image)
    for shape in picture.shapes:
        paint(canvas, shape)
    stream = BytesIO()
    image.quantize(64).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def paint(canvas: "ImageDraw", shape: Shape) -> None:
    size = SHARPNESS
    match shape:
        case Box(x, y, width, height, fill, line, corner):
            edges = (x * size, y * size, (x + width) * size, (y + height) * size)
            canvas.rounded_rectangle(edges, corner * size, fill or None, line or None, size)
        case Stroke(x, y, to_x, to_y, colour, width):
            canvas.line((x * size, y * size, to_x * size, to_y * size), colour, round(width * size))
        case Disc(x, y, radius, fill, line):
            edges = ((x - radius) * size, (y - radius) * size, (x + radius) * size, (y + radius) * size)
            canvas.ellipse(edges, fill or None, line or None, size)
        case Label(x, y, text, points, anchor, bold, colour):
            letters = font("Bold" if bold else "Regular", round(points * size))
            canvas.text((x * size, y * size), text, colour, letters, ANCHORS[anchor])


@lru_cache(maxsize=32)
def font(weight: str, size: int) -> "FreeTypeFont":
    """Letters with the measures of Arial."""
    from PIL import ImageFont

    import agreement_kit.templates

    file = FilePath(agreement_kit.templates.__path__[0], "fonts", f"LiberationSans-{weight}.ttf")
    return ImageFont.truetype(file, size)


def picture_run(picture: Picture, number: int, link: str, room: int) -> str:
    """The run that shows the picture: in line with the text, no wider than `room` twips, with the words that stand for
    it.
    """
    scale = min(EMU, EMU * room // (TWIPS * picture.width))
    size = f'cx="{picture.width * scale}" cy="{picture.height * scale}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        'distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name="Picture {number}" title="{escaped(picture.title)}" '
        f'descr="{escaped(picture.description)}"/><a:graphic xmlns:a="{DRAWING}/main"><a:graphicData '
        f'uri="{DRAWING}/picture"><pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" '
        f'name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{link}"/><a:stretch>'
        f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
