"""Pages of what is reported of lock files, and of libraries that are compared."""

from agreement_kit.manual.pages import read_pages

KEEPING = read_pages("""\
LIB-08 (error): changed without a new version
A clause that reads otherwise than before, or is chosen otherwise, under the version that it had.
Why: Two drafts would name one version and hold different words, and nobody would be told that the clause is newer.
Remedy: Raise `version`, and say why under `changes`. Notes, approvals and dates of review need no new version.

LIB-09 (error): version that went down
A clause whose version is lower than before.
Why: Drafts with the higher version would look newer than the library.
Remedy: Give it a version above both.

GIT-01 (error): no repository
A state of a library asked for with git:REF where git is not installed, or where the folder lies in no repository.
Why: What the clauses were cannot be read.
Remedy: Install git, or name a folder of clauses.

GIT-02 (error): commit that there is not
A commit, tag or branch that the repository around the library does not have.
Why: What the clauses were cannot be read.
Remedy: `git log` and `git tag` name those that there are.

GIT-03 (error): no clauses at that commit
A folder that held no clauses at the commit that was named.
Why: There is nothing to compare with.
Remedy: Name a later commit, or the folder that held the clauses then.

LOCK-01 (error): no lock file
A file in the place of a lock that the kit did not write as one.
Why: It does not say what a draft was made of.
Remedy: `agreement-kit generate` writes a lock beside each draft; its name ends in .lock.yaml.

LOCK-02 (error): lock of another format
A lock in a format that this version of the kit does not read.
Why: Guessing could make another draft than the one that was locked.
Remedy: Install the version of the kit that wrote it.

LOCK-03 (error): lock that contradicts itself
A section that has lost its clause, holds another one than it names, or stands twice.
Why: The draft that was locked cannot be told.
Remedy: Make the draft again from its answers, or take the lock from where it was kept.

LOCK-04 (error): lock that was edited
A clause, the answers or another part of a lock that no longer fits its hash.
Why: What would be made is not the draft that was locked.
Remedy: Make the draft again from its answers, or take the lock from where it was kept.

LOCK-05 (warning): draft that reads otherwise
A draft made again from a lock whose words are not the locked ones, because this version of the kit prints them
  otherwise.
Why: The draft that was locked may have been sent or signed.
Remedy: Install the version of the kit that wrote the lock.

LOCK-06 (warning): draft that may look otherwise
A draft with the locked words, made by another version of the kit or with another house style.
Why: The pages may break elsewhere.
Remedy: None is needed where the words alone matter.

LOCK-07 (warning): own library not named
A lock with clauses from an organisation's own library, and none of the libraries named has them.
Why: They would be held against, or replaced by, the kit's.
Remedy: Name the library that they came from with --library.

LOCK-08 (error): clause that does not stand in the draft
A clause to upgrade that neither the draft of the lock nor today's holds.
Why: There is nothing to move.
Remedy: Take the id suggested; the lock lists what stands in its draft.

LOCK-09 (error): lock in the place of a library
A lock on one side of `clauses diff --affects`.
Why: It holds the clauses that one draft chose, and says nothing of what others would choose.
Remedy: Name two libraries: folders, git:REF or kit.
""")
