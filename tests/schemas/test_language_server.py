"""What an editor shows by the schema that `new` leaves beside a file: the real yaml-language-server (an npm package),
spoken to as editors do. YAML_LANGUAGE_SERVER may name it.
"""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from click.testing import CliRunner
from inputs import SAMPLES

from agreement_kit.cli import main
from tools import find_tool, needs, present

PROGRAM = find_tool("yaml-language-server", variable="YAML_LANGUAGE_SERVER")
pytestmark = needs(PROGRAM, "yaml-language-server")

SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}


class Server:
    """A language server over its standard streams: JSON-RPC with a header that gives each message's length."""

    def __init__(self, program: str) -> None:
        self.process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self.process.stdin
        assert self.process.stdout
        self.to, self.back = self.process.stdin, self.process.stdout
        self.requests = 0
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": CAPABILITIES})
        self.send("initialized", {})

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()

    def write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.to.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.to.flush()

    def send(self, method: str, parameters: Any) -> None:
        self.write({"method": method, "params": parameters})

    def ask(self, method: str, parameters: Any) -> Any:
        self.requests += 1
        self.write({"id": self.requests, "method": method, "params": parameters})
        while "method" in (message := self.read()) or message["id"] != self.requests:
            self.answer(message)
        return message["result"]

    def read(self) -> dict[str, Any]:
        length = 0
        while header := self.back.readline().strip():
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self.back.read(length))
        return message

    def answer(self, message: dict[str, Any]) -> None:
        """What the server asks of an editor, or tells it."""
        if message.get("method") == "workspace/configuration":
            wanted = [SETTINGS if each.get("section") == "yaml" else {} for each in message["params"]["items"]]
            self.write({"id": message["id"], "result": wanted})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message:
            self.write({"id": message["id"], "result": None})

    def open(self, file: Path) -> list[str]:
        """Everything that is wrong with a file: line:column: message, counted from 1."""
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": file.read_text("utf-8")}
        self.send("textDocument/didOpen", {"textDocument": document})
        while file.as_uri() not in self.diagnostics:
            self.answer(self.read())
        starts = [(each["range"]["start"], each["message"]) for each in self.diagnostics[file.as_uri()]]
        return [f"{start['line'] + 1}:{start['character'] + 1}: {message}" for start, message in starts]

    def at(self, what: str, file: Path, words: str) -> Any:
        """What is shown behind the first place of these words in a file."""
        before = file.read_text("utf-8").partition(words)[0] + words
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self.ask(f"textDocument/{what}", {"textDocument": {"uri": file.as_uri()}, "position": position})


CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": {}}},
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    running = Server(present(PROGRAM, "yaml-language-server"))
    clock = Timer(120, running.process.kill)  # a server that never answers fails the tests instead of hanging them
    clock.start()
    yield running
    clock.cancel()
    running.close()


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A file as `new` leaves it, with its schema beside it."""
    file = tmp_path / "harbour.agreement.yaml"
    assert CliRunner().invoke(main, ("new", str(file))).exit_code == 0
    return file


def test_a_new_file_shows_no_error(server: Server, harbour: Path) -> None:
    assert server.open(harbour) == []


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.yaml")), ids=lambda path: path.name)
def test_a_sample_shows_no_error(server: Server, harbour: Path, sample: Path) -> None:
    first_line = harbour.read_text("utf-8").split("\n", 1)[0]
    copy = harbour.with_name("sample.yaml")
    copy.write_text(f"{first_line}\n{sample.read_text('utf-8')}", "utf-8")
    assert server.open(copy) == []


def test_a_mistake_is_shown_where_it_stands(server: Server, harbour: Path) -> None:
    text = harbour.read_text("utf-8").replace("status: draft", "statsu: draft").replace("start: tbc", "start: 1/4/2027")
    harbour.write_text(text, "utf-8")
    lines = text.split("\n")
    status, start = ([words in line for line in lines].index(True) + 1 for words in ("statsu:", "start:"))
    assert sorted(server.open(harbour)) == sorted(
        [
            f"{status}:3: Property statsu is not allowed.",
            f"{start}:10: Write a date, such as 2027-04-01, or tbc.",
        ]
    )


def test_a_field_s_choices_are_offered_with_their_words(server: Server, harbour: Path) -> None:
    server.open(harbour)
    items = server.at("completion", harbour, "legal_form: tbc")["items"]
    offered = {each["label"]: each.get("documentation") for each in items}
    assert offered["cic"] == "community interest company"
    assert offered["tbc"] == "not known yet"


def test_the_fields_of_a_part_are_offered_with_their_help(server: Server, harbour: Path) -> None:
    harbour.write_text(harbour.read_text("utf-8") + "\nliability:\n  cap", "utf-8")
    server.open(harbour)
    items = server.at("completion", harbour, "\n  cap")["items"]
    assert {each["label"]: each.get("documentation") for each in items}["cap_basis"] == (
        "How the highest sum is worked out."
    )


def test_a_field_under_the_pointer_says_its_label_help_and_choices(server: Server, harbour: Path) -> None:
    server.open(harbour)
    shown = server.at("hover", harbour, "    legal_f")["contents"]["value"]
    assert shown.startswith("#### Legal form\n\nWhat this body is in law;")
    assert "* `cic`: community interest company" in shown
    assert "university_chartered" in shown
