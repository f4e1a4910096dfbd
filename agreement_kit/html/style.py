"""The look of the page, after the Word draft: sans serif, one accent colour, one grey, numbers that hang."""

import re

from agreement_kit.document import Document
from agreement_kit.html.words import halves

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c1c1c; --grey: #595959; --accent: #1f3864;
  --band: #e7ecf2; --line: #a6a6a6; --hair: #d5d9df; --mark: #fff2a8; --mark-ink: #1c1c1c; --shade: #00000033;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171c; --ink: #e4e5e7; --grey: #a7aeb8; --accent: #a9c3f5;
    --band: #222a36; --line: #6b7482; --hair: #343c48; --mark: #57480a; --mark-ink: #fff3c2; --shade: #ffffff2e;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 Arial, "Liberation Sans", Helvetica, sans-serif; overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5, p, caption, th, td { white-space: pre-wrap; }
h1, h2, h3, h4, h5 { color: var(--accent); line-height: 1.25; margin: 0; }
h1 { font-size: clamp(1.9rem, 1.3rem + 2.6vw, 2.75rem); letter-spacing: -0.01em; }
h2 { font-size: 1.7rem; margin-bottom: 1.25rem; }
h3 { font-size: 1.2rem; margin: 2.5rem 0 0.75rem; }
h4, h5 { font-size: 1rem; margin: 1.75rem 0 0.5rem; }
p { margin: 0 0 0.75rem; }
ol { list-style: none; margin: 0; padding: 0; }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
a.term { color: inherit; white-space: normal; text-decoration: underline dotted var(--line); }
a.term:hover { color: var(--accent); text-decoration: underline solid; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
mark { background: var(--mark); color: var(--mark-ink); padding: 0.1em 0; }
dfn { font-style: normal; font-weight: bold; }

.skip { position: absolute; left: 1rem; top: -6rem; padding: 0.75rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { top: 1rem; }
.running {
  border-bottom: 1px solid var(--hair); color: var(--grey); font-size: 0.875rem;
  padding: 0.9rem max(1.5rem, (100% - 46rem) / 2);
}
.running p { display: flex; flex-wrap: wrap; justify-content: space-between; column-gap: 2rem; margin: 0; }
main { max-width: 49rem; margin: 0 auto; padding: 0 1.5rem 6rem; }
section { padding-top: 3.5rem; }
section.clause { padding-top: 0; }
section.part { padding-top: 4.5rem; }
section.part h2 { border-bottom: 1px solid var(--line); padding-bottom: 0.6rem; margin-bottom: 0; }
section.masthead { padding-bottom: 0; }
.masthead .subtitle { color: var(--grey); font-size: 1.15rem; }
.masthead h1 { margin-bottom: 0.75rem; }
section.cover { padding: clamp(3rem, 9vw, 6.5rem) 0 3rem; }
.cover h1 { margin-bottom: 2.25rem; }
.cover h2 { margin-top: 3rem; }
.cover p { margin-bottom: 0.35rem; }
.cover .subtitle { color: var(--grey); font-size: 1.15rem; }
.cover .names { font-size: 1.15rem; font-weight: bold; }
.cover .names + p:not(.names) { margin-top: 2.25rem; }
.title { color: var(--accent); font-size: 1.7rem; font-weight: bold; }
.lead { color: var(--grey); }
h2 .number { display: block; font-size: 1rem; font-weight: normal; color: var(--grey); margin-bottom: 0.3rem; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; column-gap: 1.5rem; }
.head p { color: var(--grey); font-size: 0.8125rem; margin: 0 0 0.75rem; }
h3 .number, .head .number, li > p > .number:first-child { display: inline-block; min-width: 3.25rem; }
section.clause h3, section.clause h2 { padding-left: 3.25rem; text-indent: -3.25rem; }
section.clause h2 .number {
  display: inline-block; min-width: 3.25rem; margin: 0; text-indent: 0;
  color: inherit; font-size: inherit; font-weight: inherit;
}
section.clause h2 { font-size: 1.2rem; margin: 2.5rem 0 0.75rem; }
section.clause h2 ~ h3 { font-size: 1rem; margin: 1.75rem 0 0.5rem; padding-left: 0; text-indent: 0; }
h3 .number { text-indent: 0; }
section.clause > :not(.head, h2, h3, ol) { margin-left: 3.25rem; }
li { padding-left: 3.25rem; }
li li { padding-left: 2.5rem; }
li > p > .number:first-child { margin-left: -3.25rem; }
li li > p > .number:first-child { margin-left: -2.5rem; min-width: 2.5rem; }
li:target > p:first-child, p:target { background: var(--band); box-shadow: 0 0 0 0.35rem var(--band); }

.grid, .signing { margin: 1rem 0 1.75rem; }
.grid { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.45; }
caption { color: var(--grey); font-size: 0.875rem; text-align: left; padding-bottom: 0.5rem; }
th, td {
  padding: 0.55rem 0.75rem; border-bottom: 1px solid var(--hair);
  text-align: left; vertical-align: top; overflow-wrap: break-word;
}
thead th, thead td { background: var(--band); border-bottom-color: var(--line); vertical-align: bottom; }
th p, td p { margin: 0 0 0.35rem; }
th p:last-child, td p:last-child { margin-bottom: 0; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.wide table { min-width: 38rem; }
.wide { /* a shadow at the side on which there is more, covered by paper that scrolls along */
  background:
    linear-gradient(to right, var(--paper) 40%, transparent) 0 0 / 3rem 100% no-repeat local,
    linear-gradient(to left, var(--paper) 40%, transparent) 100% 0 / 3rem 100% no-repeat local,
    linear-gradient(to right, var(--shade), transparent) 0 0 / 0.9rem 100% no-repeat scroll,
    linear-gradient(to left, var(--shade), transparent) 100% 0 / 0.9rem 100% no-repeat scroll;
}
.picture {
  margin: 1rem 0 1.75rem; padding: 1rem; border: 1px solid var(--hair); overflow-x: auto;
}
.picture svg { display: block; width: 100%; min-width: 30rem; height: auto; }
.signing { max-width: 40rem; margin-bottom: 3rem; }
.signing caption { color: var(--ink); font-size: 1rem; font-weight: bold; padding-bottom: 0.75rem; }
.signing th { font-weight: normal; width: 40%; padding-left: 0; }
.signing :is(th, td) { border-bottom: 0; vertical-align: baseline; overflow-wrap: anywhere; }
.signing .blank :is(th, td) { height: 3.25rem; vertical-align: bottom; }
.signing .blank td { border-bottom: 1px solid var(--grey); }

nav li { padding: 0; }
nav li li { padding-left: 1.25rem; }
nav > ol > li { margin-bottom: 0.35rem; }
nav a { display: flex; gap: 0.75rem; padding: 0.25rem 0; text-decoration: none; line-height: 1.4; }
nav a:hover { text-decoration: underline; }
nav .number { flex: none; min-width: 1.5rem; color: var(--grey); font-variant-numeric: tabular-nums; }
nav .schedule .number { min-width: 6.25rem; }

@media (max-width: 36rem) {
  main { padding: 0 1rem 4rem; }
  .running { padding: 0.9rem 1rem; }
  li, section.clause h3, section.clause h2 { padding-left: 2.75rem; }
  section.clause h3, section.clause h2 { text-indent: -2.75rem; }
  section.clause h2 ~ h3 { padding-left: 0; text-indent: 0; }
  section.clause > :not(.head, h2, h3, ol) { margin-left: 0; }
  li > p > .number:first-child { margin-left: -2.75rem; min-width: 2.75rem; }
  h3 .number, section.clause h2 .number, .head .number { min-width: 2.75rem; }
  li li { padding-left: 2rem; }
  li li > p > .number:first-child { margin-left: -2rem; min-width: 2rem; }
  li > .grid { margin-left: -2.75rem; }
  .head p { padding-left: 2.75rem; margin-top: -0.5rem; }
  th, td { padding: 0.5rem; }
  .grid:not(.wide) :is(th, td) { overflow-wrap: anywhere; min-width: 5.5rem; }
}
@media screen and (min-width: 75rem) {
  main.aside {
    display: grid; grid-template-columns: 17rem minmax(0, 46rem); column-gap: 4.5rem;
    justify-content: center; max-width: none;
  }
  .running:has(+ .aside) { padding: 0.9rem max(1.5rem, (100% - 67.5rem) / 2); }
  main.aside > * { grid-column: 2; }
  main.aside > .contents {
    grid-column: 1; grid-row: 1 / span 999; align-self: start; position: sticky; top: 0;
    max-height: 100vh; overflow-y: auto; font-size: 0.875rem;
    padding: 2.5rem 0.75rem; margin-left: -0.75rem;
  }
  .aside .contents h2 { font-size: 1rem; margin-bottom: 0.75rem; }
  .aside nav .schedule .number { min-width: 5.5rem; }
}
@page { size: A4; margin: 2.5cm 2.5cm 2.2cm 2.75cm; }
@page wide { size: A4 landscape; }
@media print {
  html { font-size: 10.5pt; }
  body { line-height: 1.4; }
  main { max-width: none; padding: 0; }
  .skip, .running { display: none; }
  section { padding-top: 2rem; }
  section:is(.front, .parties, .signature, .schedule), .page-break { break-before: page; padding-top: 0; }
  nav > ol > li { margin: 0; }
  nav a { padding: 0.05rem 0; line-height: 1.3; }
  .grid :is(th, td) { padding: 0.35rem 0.6rem; }
  h1, h2, h3, h4, h5, .head, caption, thead { break-after: avoid; }
  tr, table.signing { break-inside: avoid; }
  .grid { overflow: visible; background: none; }
  .wide table { min-width: 0; }
  .landscape { page: wide; }
  p { orphans: 3; widows: 3; }
  a, a.term { color: inherit; text-decoration: none; }
  thead th, thead td, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""


def style_of(document: Document) -> str:
    """The style sheet, with the lines that head each printed page: title and draft words, reference and version."""
    left, right = (css_string("\n".join(halves(line)[side] for line in document.header)) for side in (0, 1))
    look = "color: #595959; font: 9pt/1.3 Arial, sans-serif; white-space: pre-wrap;"
    return STYLE + (
        f"@page {{ @top-left {{ content: {left}; {look} }} @top-right {{ content: {right}; {look} }} "
        f'@bottom-right {{ content: "Page " counter(page) " of " counter(pages); {look} }} }}\n'
    )


def css_string(text: str) -> str:
    """A string of CSS. Every sign but letters, digits and spaces is coded, so that no answer can end the string, nor
    the style element around it.
    """
    return '"' + re.sub(r"[^A-Za-z0-9 ]", lambda sign: f"\\{ord(sign[0]):06x}", text) + '"'
