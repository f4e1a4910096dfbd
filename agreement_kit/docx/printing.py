"""A Word file → PDF, through LibreOffice where it is installed: tagged, with bookmarks and page numbers."""

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path as FilePath
from tempfile import TemporaryDirectory

from agreement_kit.problems import CannotBeDone, Place, error

PROGRAMS = ("soffice", "libreoffice")
USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
"""Where LibreOffice stands that is not on the path."""

LONGEST = 180
"""Seconds after which LibreOffice is stopped; thirty pages take it five to fifteen."""

OPTIONS = {
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "ExportNotes": False,
    "InitialView": 1,
    "DisplayPDFDocumentTitle": True,
}
"""Of the PDF export. A reader opens the file with its bookmarks beside the pages, titled by title and not by name."""

MOMENTS = re.compile(
    rb"/CreationDate\(D:[^)]*\)|/ModDate\(D:[^)]*\)|<xmp:(CreateDate|ModifyDate)>[^<]*</xmp:(?:CreateDate|ModifyDate)>"
)
NAMES = re.compile(rb"(?<=/ID \[ <)([0-9A-F]{32})>\s*<[0-9A-F]{32}|(?<=/DocChecksum /)[0-9A-F]{32}")


def find_libreoffice() -> str:
    """The path of LibreOffice's program, "" where there is none."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), "")
    return found or next((place for place in USUAL_PLACES if FilePath(place).is_file()), "")


def print_pdf(docx: bytes, *, program: str | None = None, seconds: int = LONGEST) -> bytes:
    """The pages of a Word file as PDF. The same file gives the same bytes only on one machine: LibreOffice and fonts
    decide how lines break. Nothing in it says when it was made.

    Raises CannotBeDone where LibreOffice is missing, fails or takes longer than `seconds`.
    """
    office = find_libreoffice() if program is None else program
    if not office:
        sentence = "a PDF is made by LibreOffice, which is not installed here"
        hint = "Install it from libreoffice.org, or make the Word file and save it as PDF in Word."
        raise refused("PDF-01", sentence, hint)
    with TemporaryDirectory(prefix="agreement-kit-") as folder:
        source, made = FilePath(folder, "draft.docx"), FilePath(folder, "draft.pdf")
        source.write_bytes(docx)
        run_libreoffice(office, source, seconds)
        if not made.is_file():
            sentence = "LibreOffice made no PDF of the draft"
            raise refused("PDF-03", sentence, "Open the Word file in LibreOffice, which may say why.")
        return timeless(made.read_bytes())


def run_libreoffice(office: str, source: FilePath, seconds: int) -> None:
    """Converts the file beside itself, under a profile of its own: LibreOffice may be open on this machine."""
    options = {key: {"type": kind_of(value), "value": str(value).lower()} for key, value in OPTIONS.items()}
    command = [office, f"-env:UserInstallation={(source.parent / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", f"pdf:writer_pdf_Export:{json.dumps(options)}", "--outdir", str(source.parent)]
    try:
        process = subprocess.Popen(
            [*command, str(source)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as failure:
        reason = (failure.strerror or "unknown reason").lower()
        raise refused("PDF-03", f'LibreOffice cannot be started ("{office}"): {reason}') from None
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        stop(process)
        sentence = f"LibreOffice had not finished the PDF after {seconds} seconds, and was stopped"
        raise refused(
            "PDF-02", sentence, "Try again; if it happens again, save the Word file as PDF in Word."
        ) from None
    except BaseException:  # Ctrl+C: LibreOffice in a session of its own would go on alone
        stop(process)
        raise


def stop(process: "subprocess.Popen[bytes]") -> None:
    """Ends the program and what it started: `soffice` is a script around the real one."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def kind_of(value: object) -> str:
    return "boolean" if isinstance(value, bool) else "long"


def refused(rule: str, sentence: str, hint: str = "") -> CannotBeDone:
    return CannotBeDone([error(Place("PDF"), rule, sentence, hint)])


def timeless(pdf: bytes) -> bytes:
    """The PDF without the moment at which it was made, and with an id that its content decides. Lengths stay: a PDF
    finds its objects by their offsets.
    """
    still = MOMENTS.sub(lambda match: b" " * len(match[0]), pdf)
    digest = hashlib.sha256(NAMES.sub(b"", still)).hexdigest()[:32].upper().encode()
    return NAMES.sub(lambda match: re.sub(rb"[0-9A-F]{32}", digest, match[0]), still)
