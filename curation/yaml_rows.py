"""YAML files of content: read strictly, and the rows of a list as pieces of text that can be replaced singly."""

from dataclasses import dataclass
from typing import Any

import yaml

WIDTH = 120


class _Strict(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe, fast where libyaml is there, and strict: a key written twice is an error instead of a silent loss."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"the key '{key}' is used twice", node.start_mark)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping


def read(text: str) -> Any:
    """What a file says. Raises ``yaml.YAMLError`` if it is none, or says one thing twice."""
    return yaml.load(text, Loader=_Strict)  # noqa: S506 (a subclass of SafeLoader)


@dataclass(frozen=True)
class Blocks:
    """A file around one of its lists: what stands before its first row, each row by its id, and what follows.

    A row has the comments above it. ``indent`` is how far the dashes stand from the margin. ``key`` is how the list
    begins, which stands at the end of ``head``: ``rows:`` or, while it is empty, ``rows: []``.
    """

    head: str
    of: dict[str, str]
    tail: str
    indent: int
    key: str

    def around(self, rows: list[str]) -> str:
        """The text of the file with these rows."""
        name = self.key.partition(":")[0]
        if not rows:
            return f"{self.head.removesuffix(self.key)}{name}: []\n{self.tail}" if self.of else self.head + self.tail
        head = self.head if self.of else f"{self.head.removesuffix(self.key)}{name}:\n"
        return head + "".join(rows) + self.tail


def blocks(text: str, section: str) -> Blocks:
    """Where the rows of a list stand. Raises ``KeyError`` if the file has no list of that name."""
    document: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    lists = {key.value: value for key, value in document.value}
    rows = lists[section]
    lines = text.splitlines(keepends=True)
    starts = [_dash(lines, row.start_mark.line) for row in rows.value]
    end = _end_of(lines, [key.start_mark.line for key, _ in document.value], rows.start_mark.line)
    line = next(key.start_mark.line for key, _ in document.value if key.value == section)
    if not starts:
        # An empty list is written on the line of its name, and what follows it is of the next one.
        first = rows.end_mark.line + 1
        return Blocks("".join(lines[:first]), {}, "".join(lines[first:]), 0, "".join(lines[line:first]))
    firsts = [_above(lines, start) for start in starts]
    bounds = [*firsts[1:], end]
    of = {
        _id_of(row): "".join(lines[first:bound]) for row, first, bound in zip(rows.value, firsts, bounds, strict=True)
    }
    key = "".join(lines[line : firsts[0]])
    return Blocks("".join(lines[: firsts[0]]), of, "".join(lines[end:]), lines[starts[0]].index("-"), key)


def _dash(lines: list[str], line: int) -> int:
    """A row begins behind its dash, on the same line."""
    assert lines[line].lstrip().startswith("-"), lines[line]
    return line


def _above(lines: list[str], line: int) -> int:
    """The first of the comments and empty lines that stand directly above a line."""
    while line and (not lines[line - 1].strip() or lines[line - 1].lstrip().startswith("#")):
        line -= 1
    return line


def _end_of(lines: list[str], keys: list[int], start: int) -> int:
    """The line after a list: where the comments of the next one begin, or the end of the file."""
    following = [line for line in keys if line > start]
    return _above(lines, following[0]) if following else len(lines)


def _id_of(row: yaml.Node) -> str:
    assert isinstance(row, yaml.MappingNode)
    return str(next(value.value for key, value in row.value if key.value == "id"))


class _Dumper(yaml.SafeDumper):
    """Text of several lines line by line, lists of ids on one line, everything else below one another."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _list(dumper: yaml.SafeDumper, rows: list[Any]) -> yaml.Node:
    on_one_line = all(isinstance(one, str) for one in rows)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", rows, flow_style=on_one_line)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)


def block(row: dict[str, Any], *, indent: int) -> str:
    """One row of a list as text that ends with a line break."""
    return _moved(_dumped([row]), indent)


def revised(text: str, row: dict[str, Any], *, same: set[str], indent: int) -> str:
    """The text of a row whose fields are other now, except those that are the ``same``, which stay as written."""
    rows: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    node = rows.value[0]
    if node.flow_style:
        before = text[: text.index("-")].rstrip(" ")
        return before + _moved(_dumped([row], flow=True), indent)
    lines = text.splitlines(keepends=True)
    keys = [key for key, _ in node.value]
    bounds = [*(key.start_mark.line for key in keys[1:]), len(lines)]
    written = {key.value: lines[key.start_mark.line : end] for key, end in zip(keys, bounds, strict=True)}
    pieces = lines[: keys[0].start_mark.line]
    still = [name for name in written if name in row or name in same]
    for name in [*still, *(name for name in row if name not in written)]:
        if name in written and name in same:
            pieces += written[name]
        else:
            pieces.append(_moved(_dumped({name: row[name]}), indent + 2))
    return "".join(pieces)


def _dumped(what: Any, *, flow: bool = False) -> str:
    if flow:
        row = yaml.dump(
            what[0], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH, default_flow_style=True
        )
        return f"- {row}"
    return yaml.dump(what, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH - 4)


def _moved(text: str, indent: int) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(f"{' ' * indent}{line}" if line.strip() else line for line in lines)
