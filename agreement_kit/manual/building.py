"""Pages of what is reported while clauses are loaded and put together, and while Word files are opened and saved."""

from agreement_kit.manual.pages import read_pages

BUILDING = read_pages("""\
LIB-01 (error): clause or alternative that there is not
A clause or a wording asked for by an id that the library does not have.
Why: There is nothing to show or print.
Remedy: Take the id suggested; `agreement-kit clauses list` names them all.

LIB-02 (error): clause id twice
Two clause files of one library with the same id.
Why: A reference could mean either. To replace a clause of the kit, use the id in a library of your own.
Remedy: Give one of the two another id.

LIB-03 (error): no front matter
A clause file that does not begin with --- and its front matter.
Why: The kit cannot tell which clause it is, nor when it stands.
Remedy: Begin it as docs/writing-clauses.md shows.

LIB-04 (error): wording and alternatives differ
An alternative without a section of its own, a section without an alternative, or wording in no section.
Why: A wording would never be printed, or an alternative would have none.
Remedy: Give each alternative one section that begins with "## " and its id.

LIB-05 (error): not one fallback
A clause in which no alternative, or more than one, is without `when`.
Why: Where no condition holds exactly one wording must remain.
Remedy: Leave `when` out of exactly one alternative.

LIB-06 (error): version without a reason
A version that `changes` does not explain.
Why: Whoever compares drafts wants to know why the wording changed.
Remedy: Add the version and its reason under `changes`.

LIB-07 (error): condition that never holds
A `when` that asks about a field that no input has, or for a code that the field never takes.
Why: The wording would never be chosen.
Remedy: Take the name suggested; `agreement-kit explain FIELD` lists a field's codes.

DOC-10 (error): document that there is not
A document asked for by a name that no template has.
Why: There is nothing to generate.
Remedy: Take the name suggested; `agreement-kit documents list` names them.

DOC-11 (error): outline entry
An entry of an outline that names nothing, two things, something that stands twice or a clause above it that is not
  there.
Why: The document would lack it or have it twice.
Remedy: Correct the entry that the problem points at.

DOC-12 (error): no such party
A party asked for with --party that the agreement does not name.
Why: The document would be for nobody.
Remedy: Write one of the ids listed.

COV-01 (warning): alternative never selected
An alternative that no answers which pass the checks select.
Why: The proof of `clauses coverage` does not reach it.
Remedy: Look at its `when` and at the rule that refuses its answers; it may be right as it is.

WORD-01 (error): unreadable tags
Tags or expressions that cannot be read, such as a loop that is not closed.
Why: Nothing can be printed from the wording.
Remedy: Compare it with a clause of the kit; docs/writing-clauses.md lists what wording may hold.

WORD-02 (error): answer that cannot be printed
Wording that prints an answer which is not there, a yes or no, or a code without its words.
Why: The sentence would have a gap or a word from the machine in it.
Remedy: Ask first with {% if %}, or print it through a filter.

WORD-04 (error): construct that wording may not hold
A macro, a call, arithmetic, an unknown filter, a loop over something that is no list, and the like.
Why: Wording is read by lawyers, and every way through it is proved; what computes can be neither.
Remedy: Say it with variables, `if`, `for` and the filters of docs/writing-clauses.md.

WORD-05 (error): field that there is not
A field in the wording that the schema of the input does not know.
Why: No answer could ever fill it.
Remedy: Take the name suggested; `agreement-kit explain` lists the fields.

WORD-06 (error): Markdown that wording may not hold
Headings, bullets, quotes, HTML, code, a list too deep, or an indent that Markdown would misread.
Why: The levels of a clause are counted from it, and a wrong one changes what belongs to what.
Remedy: Write every level as `1.`, indented by three spaces, as docs/writing-clauses.md shows.

WORD-07 (error): sub-clause that does not say whether it binds
A first-level sub-clause of a mixed clause without ^binding or ^intent.
Why: In an agreement that binds in part nobody could tell which part this is.
Remedy: End it in ^binding or ^intent.

DOCX-01 (error): password
A Word file that is protected by a password.
Why: Its text is encrypted.
Remedy: Open it in Word and save it without a password.

DOCX-02 (error): old Word file
A file of Word 97-2003 (.doc).
Why: It is of another format than .docx.
Remedy: Open it in Word and save it as a Word document (.docx).

DOCX-03 (error): no Word file
A file that is no Word document at all.
Why: There is no text in it to read.
Remedy: Give the .docx file.

DOCX-04 (error): damaged file
A Word file that is cut short or damaged.
Why: Part of its text may be missing.
Remedy: Fetch or send it again; Word may be able to repair it.

DOCX-05 (error): file that unpacks too far
A Word file with far more parts, bytes or paragraphs than an agreement has.
Why: Such files are made to fill a machine's memory.
Remedy: Ask whoever sent it; copy the text into a new document if it is real.

DOCX-06 (error): part that leads out of the file
A Word file with a part whose name points outside it.
Why: It could overwrite files of yours when it is unpacked.
Remedy: Do not open it; ask whoever sent it.

DOCX-07 (error): two parts of one name
A Word file with two parts of the same name.
Why: Each reader would take another of the two, so each side would read another agreement.
Remedy: Do not use it; ask for a file saved in Word.

DOCX-08 (error): no document inside
A zip file without a Word document, or a document of another kind.
Why: There is no text in it to read.
Remedy: Save it in Word as a Word document (.docx).

DOCX-09 (error): macros
A Word file that holds macros.
Why: Macros are programs, and an agreement needs none.
Remedy: Save it in Word as a Word document (.docx), which holds none.

DOCX-10 (error): template from elsewhere
A Word file that loads a template from another place.
Why: Opening it would fetch that file, and tell its owner that you did.
Remedy: In Word, choose Developer, Document Template, take the path away and save.

DOCX-11 (error): document type
A Word file with a part that declares a document type.
Why: Text can be hidden by one or brought in from elsewhere.
Remedy: Do not use it; ask for a file saved in Word.

DOCX-12 (error): damaged part
A Word file with a part that is not well-formed.
Why: Part of its text may be missing.
Remedy: Open it in Word, let Word repair it, and save it.

DOCX-13 (error): part that is missing
A Word file that points to a part which it does not hold.
Why: Part of its text may be missing.
Remedy: Open it in Word, let Word repair it, and save it.

DOCX-14 (error): no origin
A Word file that does not say which clause is which.
Why: The kit did not write it, or LibreOffice or Google Docs removed what it noted.
Remedy: Ask for a file saved in Word.

STYLE-01 (error): style missing
A house style without a style or a list that drafts need.
Why: Headings, numbers or tables would fall back to Word's own.
Remedy: Begin with a copy of the kit's house style, and keep the styles that the problem names.

OUT-01 (error): no place to write
A folder in the place of a file, or a file in a folder that there is not.
Why: Nothing can be written there.
Remedy: Name a file in a folder that exists.

OUT-02 (error): file open in Word
A file that Word or LibreOffice has open.
Why: What is saved there later would replace what the kit writes.
Remedy: Close it there. If nobody has it open, delete the lock file that the problem names.

OUT-03 (error): file cannot be written
A file or folder that may not be written to, or a disk that is full.
Why: The file stays as it was.
Remedy: Close it in Word, or choose another folder with -o.

OUT-04 (error): file edited since
A Word file that somebody saved since the kit wrote it.
Why: Replacing it would destroy their work.
Remedy: Choose another name with -o, or replace it with --discard-edits.

OUT-05 (error): file exists
A file that is there already.
Why: The kit replaces nothing unasked.
Remedy: Choose another name, or replace it with --force.
""")
