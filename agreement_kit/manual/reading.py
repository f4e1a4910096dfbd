"""Pages of what is reported while a file is read: that it is there, that it is YAML, that its fields are those of the
schema, that it departs from the library in ways that can be.
"""

from agreement_kit.manual.pages import read_pages

READING = read_pages("""\
FILE-01 (error): file not there
A file or folder that does not exist, is a folder where a file is asked for, or may not be read.
Why: Nothing can be done without it.
Remedy: Look at the spelling and at the folder you are in; quote a path that has spaces.

FILE-02 (error): file too large
A file larger than any agreement is.
Why: It is most likely another file, and reading it would take the machine's memory.
Remedy: Give the YAML file that you fill in.

FILE-03 (error): not a text file
A Word file or zip archive where YAML is asked for, or text in another encoding than UTF-8.
Why: Its letters cannot be told.
Remedy: Give the .yaml file; in your editor choose Save as, encoding UTF-8.

YAML-01 (error): not YAML
A file that is empty, does not begin with named parts, or breaks YAML's rules in a way of its own.
Why: What it says cannot be told.
Remedy: Look at the line named and the one above it; `agreement-kit new` writes a file that is right.

YAML-02 (error): character that no document may hold
A control character, typed or written as an escape.
Why: Word cannot open a file that holds one.
Remedy: Delete it and type the text again.

YAML-03 (warning): invisible character
A character without width or one that turns the direction of writing. In a clause file it is an error.
Why: It can make a text read differently from what it says, and nobody sees it.
Remedy: Delete it unless you mean it.

YAML-04 (error): YAML that the kit does not read
Anchors, aliases, tags, a second document, or more depth or values than an agreement has.
Why: They let a small file stand for a huge one, or make one place change with another.
Remedy: Write the value out where it is needed.

YAML-05 (error): field without a name
A list or braces where the name of a field should stand, such as {{ }} without quotes.
Why: Braces are YAML's own signs at the start of a text.
Remedy: Put quotes round the text.

YAML-06 (error): field twice
A field that stands a second time in the same part.
Why: Only one of the two can count, and readers would differ over which.
Remedy: Keep one of the two.

YAML-07 (warning): typographic quotes
A text in curly quotes, as Word writes them.
Why: YAML takes them for part of the text, so they are printed.
Remedy: Use straight quotes, ' or ", or none.

YAML-08 (warning): text cut short
A text with a space and # in it: what follows counts as a comment.
Why: The end of the text is missing from the draft.
Remedy: Put quotes round the whole text; before a comment leave two spaces.

YAML-09 (error): tab
A line that is indented with a tab.
Why: YAML tells by spaces what belongs to what.
Remedy: Indent with spaces: two for each level.

YAML-10 (error): text that needs quotes
A text that begins with a sign of YAML's own, or goes on after a quote or bracket was closed.
Why: The sign means something else there.
Remedy: Put quotes round the whole text; the problem shows the line as it should be.

YAML-11 (error): wrong indent
A line that is not indented like its neighbours, or a list that begins beside its name.
Why: The indent says which part a field belongs to.
Remedy: Put fields of one part directly below one another, and a list on the line below its name.

YAML-12 (error): name without a colon
A line that is neither a field nor an entry of a list.
Why: It cannot be told what it belongs to.
Remedy: Write `name: value`, or put the text that it continues in quotes.

YAML-13 (error): not closed
A quote or a bracket that is opened and not closed.
Why: Everything after it would belong to the text.
Remedy: Close it with ', ", ] or }.

YAML-14 (error): colon in a text
A text with a colon and a space in it, or an open item with a question but no braces.
Why: The colon makes YAML look for another field.
Remedy: Put the text in quotes; write an open item as {tbc: the question}.

YAML-15 (warning): dash without a space
Lines that look like a list, with no space after the dash.
Why: YAML reads all of them as one text.
Remedy: Put a space after each dash.

FIELD-01 (error): field without a value
A field or an entry of a list with nothing behind its colon or dash.
Why: It could mean no, not known or forgotten.
Remedy: Write tbc if it is open, or take the line out.

FIELD-02 (error): unreadable value
A date, an amount, a number, a year, or true or false that cannot be read as one.
Why: 1/4/2027 is one day in Britain and another in America, and the kit does not guess.
Remedy: Write it as the example shows; `agreement-kit explain FIELD` shows one.

FIELD-03 (error): another kind of value
A text where a field has fields of its own, or a list or fields where one value is asked for.
Why: What was written cannot be put where the clauses look for it.
Remedy: `agreement-kit explain FIELD` says what stands there.

FIELD-04 (error): id used twice
Two entries of one list with the same id.
Why: A reference to it could mean either.
Remedy: Give one of the two another id, and look at what refers to it.

FIELD-05 (error): open id
An id that is tbc.
Why: Other fields refer to the entry by it. It is never printed.
Remedy: Any short word will do.

FIELD-06 (error): unknown field of an open item
An open item with other fields than tbc, owner and by.
Why: What they say would be lost; often a comma in the question made them.
Remedy: Put a question with a comma in it in quotes.

FIELD-07 (error): unknown field
A field that the schema does not know in this part.
Why: No clause would print what it says.
Remedy: Take the name suggested; `agreement-kit explain PART` lists a part's fields.

FIELD-08 (error): missing field
A field without which the entry or the part cannot be.
Why: Clauses or other fields cannot do without it.
Remedy: Write it as the example shows, or as tbc.

FIELD-09 (error): unknown id
A reference to a party, a body or another entry that is not there.
Why: The draft would name nobody.
Remedy: Write one of the ids listed, or add the entry.

FIELD-10 (error): unknown code
A value that is none of a fixed set.
Why: Clauses are chosen and worded by it.
Remedy: Take one of those listed; `agreement-kit explain FIELD` says what each of them prints.

FIELD-11 (error): value out of range
A figure below or above what it may be, an empty text, too few entries, or a value of the wrong form.
Why: It cannot be right whatever the agreement is.
Remedy: Correct it, or write tbc.

FIELD-12 (error): open item in the library
A tbc in a clause file or an outline.
Why: The library is the same for every agreement: there is nobody who could settle it.
Remedy: Write the value, or leave the field out.

CHECK-01 (warning): needless acceptance
A rule under `checks.accept` that has nothing to say about these answers, or that does not exist.
Why: An acceptance that is left over would silence the rule on the day when it has something to say.
Remedy: Delete it under checks.accept, or correct the id.

OWN-01 (error): clause that there is not
A clause under `clauses` that neither the kit nor a library of yours has.
Why: Nothing can be chosen, left out or added.
Remedy: Take the id suggested; name a library of your own with --library.

OWN-02 (error): alternative that there is not
A wording chosen by name that the clause does not have.
Why: The kit will not choose another in its place.
Remedy: Take one of those listed; `agreement-kit clauses show ID` prints them.

OWN-03 (error): clause added twice
A clause under `clauses.add` that the document has already.
Why: It would stand there twice.
Remedy: Take it out under clauses.add.

OWN-04 (error): no such place
A clause under `clauses.add` behind one that is not in the document.
Why: It is not clear where it should stand.
Remedy: Name a clause or schedule of the document, or one that is added above.

OWN-05 (error): clause that the law needs
A clause left out, or worded in a way, that the law does not allow for these answers.
Why: The sentence says which law and what it asks for.
Remedy: Take the departure out, or change the answer that the need follows from.

OWN-06 (error): clause that others refer to
A clause left out while another that refers to it stands.
Why: The reference would lead nowhere.
Remedy: Leave that out too, or choose another of its wordings.
""")
