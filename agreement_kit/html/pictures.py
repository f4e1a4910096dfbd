"""Drawings as SVG inside the page: sharp at any size, in the letters of the page, read out by what they show."""

from agreement_kit.document import Picture
from agreement_kit.drawing import PAPER, Box, Disc, Label, Shape, Stroke
from agreement_kit.html.words import text_of


def picture_html(picture: Picture, number: int) -> str:
    """A figure whose words are its title and its description."""
    shapes = "".join(map(shape_svg, picture.shapes))
    return (
        f'<figure class="picture"><svg role="img" aria-labelledby="picture:{number} picture:{number}:says" '
        f'viewBox="0 0 {picture.width} {picture.height}"><title id="picture:{number}">{text_of(picture.title)}</title>'
        f'<desc id="picture:{number}:says">{text_of(picture.description)}</desc>'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>{shapes}</svg></figure>'
    )


def shape_svg(shape: Shape) -> str:
    match shape:
        case Box(x, y, width, height, fill, line, corner):
            return (
                f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{corner:g}"{look(fill, line)}/>'
            )
        case Stroke(x, y, to_x, to_y, colour, width):
            return (
                f'<line x1="{x:g}" y1="{y:g}" x2="{to_x:g}" y2="{to_y:g}" stroke="{colour}" stroke-width="{width:g}"/>'
            )
        case Disc(x, y, radius, fill, line):
            return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}"{look(fill, line)}/>'
        case Label(x, y, text, size, anchor, bold, colour):
            weight = ' font-weight="bold"' if bold else ""
            return (
                f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}"{weight} fill="{colour}">'
                f"{text_of(text)}</text>"
            )


def look(fill: str, line: str) -> str:
    return f' fill="{fill or "none"}"' + (f' stroke="{line}"' if line else "")
