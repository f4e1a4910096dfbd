"""Pages of what is reported of files that partners fill in: intakes, answers to a health check, figures measured."""

from agreement_kit.manual.pages import read_pages

PARTNERS = read_pages("""\
CSV-01 (error): column that there is not
A table without a column that is needed, or without a column for any statement.
Why: The kit cannot tell which cell says what.
Remedy: Name the columns as the hint says, in the first row.

CSV-02 (error): not CSV
A file that is a spreadsheet, empty, too large or no text.
Why: Its cells cannot be told.
Remedy: Open it in your spreadsheet program and choose Save as, CSV UTF-8.

CSV-03 (warning): row too long
A row with more cells than the first row has; the rest is left out.
Why: Most often a comma within a text has parted it.
Remedy: Put a text with a comma in it in double quotes.

CSV-04 (warning): Windows text
A file that is not in UTF-8 and was read as Windows text.
Why: Names with accents may have come out wrong.
Remedy: Look at them, or save the file as CSV UTF-8.

INTAKE-01 (error): the same voice twice
Two intakes in which one partner speaks from one perspective.
Why: Where they differ nobody could tell which of them counts.
Remedy: Put both into one file, or name another perspective.

INTAKE-02 (warning): stranger in an intake
An intake that names somebody who is no partner where a partner is asked for.
Why: The comparison of intakes leaves it out.
Remedy: Take the id suggested, if it is a slip.

INTAKE-03 (error): no answers in a form
A Word file that is no intake form, or one in which nothing is filled in.
Why: There is nothing to read into an intake.
Remedy: Give a completed form; `agreement-kit generate FILE --document intake-form` makes an empty one.

MEAS-01 (warning): measure that there is not
A figure for a measure that the agreement does not have; it is left out.
Why: Nothing says what it would be compared with.
Remedy: Take the name suggested, or add the measure under kpis.

MEAS-02 (warning): no date beside a figure
A figure whose day cannot be read; it is left out.
Why: Nobody can see a change without knowing when each figure held.
Remedy: Write 2027-09-30 or 30/09/2027.

MEAS-03 (warning): no number
A cell that should hold a figure and cannot be read as one; it is left out.
Why: There is nothing to rate.
Remedy: Write a number alone, without its unit.

MEAS-04 (warning): two figures for one day
A second figure for the same measure and day; it is left out.
Why: Only one of the two can be right.
Remedy: Delete one of them.

MEAS-05 (warning): figures out of order
A figure with an earlier day than the one above it; they are put in order.
Why: It may be a slip in the date.
Remedy: Look at the date, and sort the rows.

MIS-01 (error): no mismatch report
A file that is not what `agreement-kit mismatch` writes for programs.
Why: Nothing can be taken from it.
Remedy: Name the .json file that the command wrote.

MIS-02 (error): differences still open
An agreed or final version while blockers of its mismatch report are open.
Why: The partners would sign what they do not agree on.
Remedy: Settle them, or set their status in the report.

RESP-01 (warning): nobody named
A row of answers that does not say who answered; it is left out.
Why: The kit counts people, so that few of them cannot be recognised.
Remedy: Give each person any name or number of their own.

RESP-02 (warning): partner that there is not
Answers for a partner that the agreement does not name; they are left out.
Why: They would count for nobody.
Remedy: Take the name suggested.

RESP-03 (warning): statement that there is not
An answer to a statement that the questionnaire does not have; it is left out.
Why: Nothing says what was meant.
Remedy: Look at the number of the statement.

RESP-04 (warning): no score
An answer that is no whole number from the lowest score to the highest; it is left out.
Why: It cannot be counted.
Remedy: Correct it; leave the cell empty for "don't know".

RESP-05 (warning): answered twice
A second answer of one person to one statement; it is left out.
Why: Nobody is to count twice.
Remedy: Delete one of the two.

RESP-06 (warning): two groups
A person who answers for more than one group; what stands under the second is left out.
Why: One person would count for two partners.
Remedy: Give each group's people names or numbers of their own.
""")
