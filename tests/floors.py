"""Reads the arrows of the house: which file points to which app, and how."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.urls import URLResolver, get_resolver

ROOT = Path(__file__).parent.parent

FLOORS = {
    "accounts": 0,
    "curation": 0,
    "keeping": 1,
    "evidence": 2,
    "salaries": 2,
    "roadmap": 3,
    "interviews": 3,
    "resumes": 3,
    "applications": 4,
    "plan": 4,
    "tpm_portal": 5,
}
# The rooms of the big apps, the lowest first.
ROOMS = {
    "interviews": ("bank", "dates", "practice", "stories", "mock", "brief"),
    "evidence": ("catalog", "records", "ledger"),
    "applications": ("reading", "proof", "postings", "stages", "offers", "demand", "lists"),
    "resumes": ("writing", "reading", "base", "making", "bringing", "review"),
}
# What joins the rooms of an app: its addresses, its desk, its door to the models, its files, its start.
JOINTS = ("models", "urls", "admin", "seed", "apps")


@dataclass(frozen=True)
class Arrow:
    """From a file to an app, or to a room of its own app: ``interviews.bank``."""

    file: str
    kind: str
    to: str
    what: str

    @property
    def goes_up(self) -> bool:
        here, inside = place(self.file)
        to_app, _, to_room = self.to.partition(".")
        if to_app != here:
            return FLOORS[to_app] >= FLOORS[here]
        if not to_room or not inside:
            return False
        return ROOMS[here].index(to_room) > ROOMS[here].index(inside)


def place(file: str) -> tuple[str, str]:
    """The app that a file belongs to, and its room (or nothing). Shared templates belong to the top floor."""
    parts = Path(file).parts
    if parts[0] == "templates":
        app = parts[1] if len(parts) > 2 else ""
        return (app if app in FLOORS else OTHER_FOLDERS.get(app, "tpm_portal")), ""
    room = parts[1] if len(parts) > 2 and parts[1] in ROOMS.get(parts[0], ()) else ""
    return parts[0], room


OTHER_FOLDERS = {"account": "accounts", "guide": "roadmap"}


def arrows(file: Path) -> Iterator[Arrow]:
    """Every arrow of a file of Python or a template, by kind."""
    name = str(file.relative_to(ROOT))
    text = file.read_text()
    if file.suffix == ".html":
        yield from _of_template(name, text)
    else:
        yield from _of_python(name, ast.parse(text))


def _of_template(name: str, text: str) -> Iterator[Arrow]:
    for address in re.findall(r"""{%\s*url\s+["']([\w:-]+)["']""", text):
        if app := app_of_address(address):
            yield Arrow(name, "url", app, address)


def _of_python(name: str, tree: ast.AST) -> Iterator[Arrow]:
    here = place(name)[0]
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (Arrow(name, "import", to, one.name) for one in names if (to := _target(one.name)))
            case ast.ImportFrom(module=str(module), level=0, names=names):
                for one in names:
                    full = f"{module}.{one.name}"
                    if to := _target(full):
                        yield Arrow(name, "import", to, full)
            case ast.Constant(value=str(value)):
                yield from _of_string(name, here, value)
            case ast.keyword(arg=str(named)):
                for relation, app in reversed_from(here).items():
                    if named == relation or named.startswith(f"{relation}__"):
                        yield Arrow(name, "reverse relation", app, relation)
            case ast.Call(
                func=ast.Name(id="reverse" | "redirect" | "address"), args=[ast.Constant(value=str(address)), *_]
            ):
                if ":" not in address and (app := app_of_address(address)):
                    yield Arrow(name, "url", app, address)
            case ast.Attribute(attr="rel", value=ast.Attribute(attr=relation)):
                # A relation that is read through the model it comes from, whoever defines it.
                for app in {back[relation] for back in map(reversed_from, FLOORS) if relation in back} - {here}:
                    yield Arrow(name, "reverse relation", app, relation)
            case ast.Attribute(attr=relation) if relation in reversed_from(here):
                yield Arrow(name, "reverse relation", reversed_from(here)[relation], relation)
            case ast.Call(func=ast.Attribute(attr="unregister"), args=[models, *_]):
                for model in ast.walk(models):
                    if isinstance(model, ast.Name) and (app := _app_of_model(model.id)) and app != here:
                        # Whoever opens the lower app's desk finds what an upper one made of it.
                        yield Arrow(name, "replaced admin", app, model.id)


def _of_string(name: str, here: str, value: str) -> Iterator[Arrow]:
    if re.fullmatch(r"[a-z_]+\.[A-Z]\w+", value) and value.partition(".")[0] in FLOORS:
        yield Arrow(name, "key", value.partition(".")[0], value)
    elif re.fullmatch(r"[a-z_]+:[a-z_]+", value) and (app := app_of_address(value)):
        yield Arrow(name, "url", app, value)
    if re.search(r"\b(?:FROM|JOIN|ON|INTO|UPDATE)\b", value):
        for table, app in tables().items():
            if app != here and re.search(rf"\b{table}\b", value):
                yield Arrow(name, "sql", app, table)
    for relation, app in reversed_from(here).items():
        if value == relation or value.startswith(f"{relation}__"):
            yield Arrow(name, "reverse relation", app, relation)


def _target(module: str) -> str:
    """The app that a module belongs to, with its room if it has one; nothing for what is not ours."""
    app, *rest = module.split(".")
    if app not in FLOORS:
        return ""
    if rest and rest[0] in ROOMS.get(app, ()):
        return f"{app}.{rest[0]}"
    return app


@cache
def tables() -> dict[str, str]:
    """The app of each table."""
    return {
        model._meta.db_table: model._meta.app_label for model in apps.get_models() if model._meta.app_label in FLOORS
    }


@cache
def reversed_from(app: str) -> dict[str, str]:
    """The names under which models of an app are reached back from other apps' models, with the app that says so.

    A name that a model of the app has itself as well is left out: it cannot be told which of them is meant.
    """
    models = [model for model in apps.get_models() if model._meta.app_label == app]
    own = {
        field.name for model in models for field in model._meta.get_fields() if not _comes_from_elsewhere(field, app)
    }
    return {
        field.name: _defined_in(field)
        for model in models
        for field in model._meta.get_fields()
        if _comes_from_elsewhere(field, app) and field.name not in own
    }


def _defined_in(field: Any) -> str:
    return str(field.related_model._meta.app_label)


def _comes_from_elsewhere(field: object, app: str) -> bool:
    related = getattr(field, "related_model", None)
    back = getattr(field, "auto_created", False) and not getattr(field, "concrete", True)
    return bool(back and related and related._meta.app_label in FLOORS and related._meta.app_label != app)


def _app_of_model(name: str) -> str:
    found = {model._meta.app_label for model in apps.get_models() if model.__name__ == name}
    return next(iter(found & set(FLOORS)), "")


@cache
def _namespaces() -> dict[str, str]:
    """The app of each namespace and of each address without one."""
    found: dict[str, str] = {}

    def walk(resolver: URLResolver, namespace: str) -> None:
        for pattern in resolver.url_patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern, pattern.namespace or namespace)
            elif pattern.name:
                module = getattr(pattern.callback, "__module__", "").split(".")[0]
                found.setdefault(f"{namespace}:{pattern.name}" if namespace else pattern.name, module)

    walk(get_resolver(), "")
    return found


def app_of_address(name: str) -> str:
    """The app that an address belongs to: by its namespace, or by the module of its view."""
    namespace, _, rest = name.rpartition(":")
    if namespace in FLOORS:
        return namespace
    if not rest.startswith("account_"):
        app = _namespaces().get(name, "")
        return app if app in FLOORS else ""
    return "accounts"


def files() -> list[Path]:
    """Every file of the house: the Python of its apps, migrations with their triggers too, and the templates."""
    python = [file for app in FLOORS for file in sorted((ROOT / app).rglob("*.py"))]
    return [*python, *sorted((ROOT / "templates").rglob("*.html"))]


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the house by its dotted name, without the migrations."""
    found = {}
    for file in files():
        if file.suffix == ".py" and "migrations" not in file.parts:
            path = file.relative_to(ROOT).with_suffix("")
            parts = path.parts[:-1] if path.name == "__init__" else path.parts
            found[".".join(parts)] = ast.parse(file.read_text())
    return found


@cache
def imported_by(module: str, *, at_start: bool) -> frozenset[str]:
    """What a module imports, as dotted names of modules. ``at_start``: only what is imported while it is itself."""
    found = set()
    tree = modules()[module]
    inside = {
        below
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.If)
        for below in ast.walk(node)
    }
    for node in ast.walk(tree):
        if at_start and node in inside:
            continue
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            for one in node.names:
                full = f"{node.module}.{one.name}"
                found.add(full if full in modules() else node.module)
    return frozenset(found)


def circles() -> list[set[str]]:
    """Groups of modules that import each other around, each module by way of the others."""
    graph = {name: imported_by(name, at_start=True) & set(modules()) for name in modules()}
    reached: dict[str, set[str]] = {}
    for start in graph:
        seen: set[str] = set()
        todo = [start]
        while todo:
            for target in graph[todo.pop()] - seen:
                seen.add(target)
                todo.append(target)
        reached[start] = seen
    around = {name for name, seen in reached.items() if name in seen}
    return sorted(
        ({other for other in around if other in reached[name] and name in reached[other]} for name in around),
        key=sorted,
    )


def pure() -> set[str]:
    """The modules that compute something and need nothing but the standard library and each other."""
    # Tables of words and figures compute nothing; they may be needed by what does.
    plain = set(modules())
    while True:
        impure = {
            name
            for name in plain
            if any(
                target not in plain and target.split(".")[0] not in sys.stdlib_module_names
                for target in imported_by(name, at_start=False)
            )
        }
        if not impure:
            return {
                name
                for name in plain
                if any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in modules()[name].body)
            }
        plain -= impure
