"""The rooms of the kit: which may import which, which library stands behind which, and who opens files."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import agreement_kit

ROOT = Path(agreement_kit.__file__).parent

ROOMS = (
    *("problems", "rules", "remembering", "drawing", "document", "numbering", "answers", "slips", "sources"),
    *("conditions", "schemas", "checks", "library", "overrides", "outlines", "states", "rendering", "markup", "terms"),
    *("overviews", "pictures", "calendar", "assembly", "tracing", "lint", "choices", "explaining", "combining"),
    *("coverage", "book", "pending", "comparing", "docx", "html", "manual", "reviewing", "text", "saving", "locking"),
    *("partnership", "api", "cli"),
)
"""Each room imports only rooms to its left."""

LIBRARIES = {
    "yaml": ("sources.py",),
    "cerberus": ("schemas/",),
    "jinja2": ("rendering/", "html/"),
    "markdown_it": ("markup.py",),
    "docx": ("docx/",),
    "lxml": ("docx/",),
    "PIL": ("docx/",),
    "click": ("cli/",),
}
OPEN_FILES = (
    *("sources.py", "library.py", "outlines.py", "remembering.py", "locking.py", "saving.py", "api/", "cli/"),
    *("docx/house.py", "checks/leftovers.py"),
)
OPENING = {"open", "fdopen", "mkstemp", "read_bytes", "read_text", "write_bytes", "write_text", "glob", "rglob"}

MODULES = [file.relative_to(ROOT).as_posix() for file in sorted(ROOT.rglob("*.py"))]


def needed(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node that runs: what only the type checker reads is left out."""
    yield tree
    for child in ast.iter_child_nodes(tree):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield from needed(child)


def imports(module: str) -> Iterator[str]:
    for node in needed(ast.parse((ROOT / module).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", [name for name in MODULES if name != "__init__.py"])
def test_a_room_imports_only_the_rooms_before_it(module: str) -> None:
    room = module.split("/")[0].removesuffix(".py")
    assert room in ROOMS, "a new room needs its place in ROOMS"
    before = ROOMS[: ROOMS.index(room) + 1]
    used = {name.split(".")[1] for name in imports(module) if name.startswith("agreement_kit.")}
    assert used - {*before, "clauses", "templates", "samples", "__version__"} == set()


@pytest.mark.parametrize("module", MODULES)
def test_a_library_is_imported_only_in_its_room(module: str) -> None:
    used = {name.split(".")[0] for name in imports(module)}
    assert [name for name, rooms in LIBRARIES.items() if name in used and not module.startswith(rooms)] == []


@pytest.mark.parametrize("module", [name for name in MODULES if not name.startswith(OPEN_FILES)])
def test_files_are_opened_only_where_the_table_says(module: str) -> None:
    tree = ast.parse((ROOT / module).read_text("utf-8"))
    called = {ast.unparse(node.func).split(".")[-1] for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert called & OPENING == set()


@pytest.mark.parametrize("module", MODULES)
def test_no_room_asks_a_clock_or_for_a_name_or_chance(module: str) -> None:
    imported = {name.split(".")[0] for name in imports(module)} - ({"time"} if module.startswith("cli/") else set())
    assert imported & {"random", "getpass", "time", "socket", "uuid"} == set()
    tree = ast.parse((ROOT / module).read_text("utf-8"))
    asked = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    if not module.startswith("cli/"):
        assert asked & {"date.today", "datetime.now", "datetime.utcnow", "print"} == set()
