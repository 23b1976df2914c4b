# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the house itself: what every file of the project keeps to."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
CODE = ("src", "tests", "packaging", "benchmarks")
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 60
MOST_METHODS = 25
VAGUE = re.compile(r"(^|_)(utils?|helpers?|managers?|handlers?|misc|common|base)(_|$)")
VAGUE_CLASS = re.compile(r"(Manager|Helper|Utils?|Handler|Data|Info|Base)$")
NETWORK = {"ftplib", "http", "httpx", "requests", "smtplib", "socket", "socketserver", "ssl", "urllib3", "xmlrpc"}
LICENCE = "# SPDX-License-Identifier: GPL-3.0-or-later"
# The letter in brackets keeps this line from finding itself.
REGISTRY = re.compile(r"py[p]i|python[h]osted|npm[j]s", re.IGNORECASE)
OURS = ("*.py", "*.md", "*.toml", "*.txt", "*.in", "*.sh", "*.xml", "*.spec", "*.yml", "*.qss", "Makefile")
NOT_OURS = {".venv", "build", "dist", ".git", "__pycache__"}


def python_files(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms or CODE for path in (HOUSE / room).rglob("*.py"))


def syntax_of(*rooms: str) -> Iterator[tuple[str, ast.AST]]:
    for path in python_files(*rooms):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield path.relative_to(HOUSE).as_posix(), node


def text_files() -> Iterator[Path]:
    for pattern in OURS:
        yield from (path for path in HOUSE.rglob(pattern) if not NOT_OURS & set(path.relative_to(HOUSE).parts))


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def is_network(module: str) -> bool:
    return module.split(".")[0] in NETWORK or module.startswith(("urllib.request", "PySide6.QtNetwork", "asyncio"))


def test_no_file_is_longer_than_can_be_read_at_a_sitting() -> None:
    lengths = {path.name: len(path.read_text("utf-8").splitlines()) for path in python_files()}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_function_fills_more_than_a_page() -> None:
    functions = ((name, node) for name, node in syntax_of() if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    lengths = {f"{name} {node.name}": (node.end_lineno or 0) - node.lineno + 1 for name, node in functions}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES_OF_A_FUNCTION} == {}


def test_no_class_does_everything() -> None:
    classes = ((name, node) for name, node in syntax_of("src") if isinstance(node, ast.ClassDef))
    methods = {
        f"{name} {node.name}": sum(isinstance(part, ast.FunctionDef) for part in node.body) for name, node in classes
    }
    assert {name: count for name, count in methods.items() if count > MOST_METHODS} == {}


def test_names_of_files_and_classes_say_what_they_hold() -> None:
    vague_files = [path.name for path in python_files() if VAGUE.search(path.stem)]
    classes = (node.name for _, node in syntax_of() if isinstance(node, ast.ClassDef))
    assert vague_files + [name for name in classes if VAGUE_CLASS.search(name)] == []


def test_every_file_names_its_licence_and_says_what_it_knows() -> None:
    texts = {path.relative_to(HOUSE).as_posix(): path.read_text("utf-8") for path in python_files()}
    assert [name for name, text in texts.items() if not text.startswith(f'{LICENCE}\n"""')] == []


def test_nothing_reaches_for_the_network() -> None:
    reaching = [
        f"{name}: {module}" for name, node in syntax_of("src") for module in imported(node) if is_network(module)
    ]
    assert reaching == []


def test_no_file_holds_the_address_of_a_registry() -> None:
    holding = [path.name for path in text_files() if REGISTRY.search(path.read_text("utf-8"))]
    assert holding == []


def test_the_lock_names_a_hash_for_everything_and_no_address() -> None:
    for lock in (HOUSE / "requirements").glob("*.txt"):
        named = re.split(r"^(?=\S)", lock.read_text("utf-8"), flags=re.MULTILINE)[1:]
        assert [entry for entry in named if "==" not in entry or "--hash=sha256:" not in entry or "://" in entry] == []


def test_every_target_of_the_makefile_is_explained() -> None:
    makefile = (HOUSE / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    assert targets == set(re.findall(r"^([a-z]+):.*## \w", makefile, flags=re.MULTILINE))


def modules_loaded_by(statement: str) -> list[str]:
    """Run the statement in a Python of its own, from src/, and return the names of all it loaded."""
    code = f"import sys; {statement}; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HOUSE / "src")
    return ran.stdout.split()


def test_the_command_line_loads_no_window() -> None:
    loaded = modules_loaded_by("import amnesty_desktop.cli")
    assert [name for name in loaded if name.startswith(("PySide6", "shiboken6", "amnesty_desktop.ui"))] == []


def test_the_domain_loads_neither_files_nor_tables_nor_windows() -> None:
    rooms = (HOUSE / "src" / "amnesty_desktop" / "domain").glob("[a-z]*.py")
    loaded = modules_loaded_by(f"from amnesty_desktop.domain import {', '.join(path.stem for path in rooms)}")
    assert [name for name in loaded if name.startswith(("PySide6", "sqlcipher3", "sqlite", "docx", "lxml"))] == []
