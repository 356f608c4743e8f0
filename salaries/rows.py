"""One distribution as the pages show it: a row of marks on an axis, and the same as cells."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from salaries import pay, placing, ruler
from salaries.models import Distribution, Kind, Level, Period, SalaryClaim
from salaries.naming import COLUMNS, figure, in_column, label, source_name, where, who

NOT_PUBLISHED = SafeString(
    '<span aria-hidden="true">\N{EN DASH}</span><span class="visually-hidden">not published</span>'
)

# Heights in pixels: a row of the ruler, and each lane under it for letters that would cover another mark.
ROW_HEIGHT, MIDDLE, LANE_HEIGHT = 34, 22, 22


@dataclass(frozen=True)
class Mark:
    x: str
    letter: str  # empty for the mean
    lane: int = 0

    @property
    def y(self) -> int:
        return MIDDLE + self.lane * LANE_HEIGHT

    @property
    def drawing(self) -> str:
        """As SVG. The letter stands so that it sits in the middle of its circle, which hangs from the bar's middle."""
        x, y = self.x, self.y
        if not self.letter:
            return f'<svg class="mean" x="{x}%" y="{y}"><path d="M0-6 6 0 0 6-6 0Z"/></svg>'
        stem = f'<line class="stem" x1="{x}%" x2="{x}%" y1="{MIDDLE}" y2="{y - 9}"/>' if self.lane else ""
        letter = f'<text x="{x}%" y="{y + 4}" text-anchor="middle">{self.letter}</text>'
        return f'<g class="mark">{stem}<circle cx="{x}%" cy="{y}" r="9"/>{letter}</g>'


@dataclass
class Row:
    """One distribution in one period, with everything a template places.

    What a page has dozens of is put together here: a template takes several times as long over so many tags.
    """

    distribution: Distribution
    period: str
    claims: list[SalaryClaim]
    equivalent: bool
    age: pay.Age
    shapes: ruler.Shapes | None = None
    marks: list[Mark] = field(default_factory=list)
    mine: str | None = None
    result: placing.Result | None = None
    shared: frozenset[str] = frozenset()
    # What other rows of the page have rendered already.
    rendered: dict[Any, SafeString] = field(default_factory=dict)

    @cached_property
    def address(self) -> str:
        return self.distribution.get_absolute_url()

    @property
    def source_line(self) -> SafeString:
        """Source, time and day of the last check, once for all rows that share them."""
        row, checked_on = self.distribution, self.claims[0].checked_on
        context = {"source": row.source, "as_of": row.as_of_text, "checked_on": checked_on}
        return self._once("includes/source_line.html", (row.source_id, row.as_of, checked_on), context)

    @property
    def age_marks(self) -> SafeString:
        return self._once("salaries/_old.html", self.age, {"age": self.age})

    def _once(self, template: str, key: Any, context: dict[str, Any]) -> SafeString:
        if (template, key) not in self.rendered:
            self.rendered[template, key] = render_to_string(template, context)
        return self.rendered[template, key]

    @property
    def drawing(self) -> SafeString:
        """The bar and the marks as SVG, in percent of the row's width."""
        parts = []
        if self.shapes and (thin := self.shapes.range):
            parts.append(f'<rect class="range" x="{thin.x}%" width="{thin.width}%" y="20" height="4"/>')
        if self.shapes and (thick := self.shapes.middle):
            parts.append(f'<rect class="middle" x="{thick.x}%" width="{thick.width}%" y="15" height="14"/>')
        if self.shapes and (x := self.shapes.median):
            parts.append(f'<line class="median" x1="{x}%" x2="{x}%" y1="11" y2="33"/>')
        parts += [mark.drawing for mark in self.marks]
        if x := self.mine:
            parts.append(f'<line class="mine" x1="{x}%" x2="{x}%" y1="0" y2="100%"/>')
        return SafeString("".join(parts))

    @property
    def height(self) -> int:
        return ROW_HEIGHT + LANE_HEIGHT * max((mark.lane for mark in self.marks), default=0)

    @cached_property
    def who(self) -> str:
        """Whose figures: the source as sentences name it, at the start of one."""
        return source_name(self.distribution.source)

    @cached_property
    def what(self) -> str:
        """Role, place and industry, the last only if it is not all of them."""
        place, industry = self.distribution.place, self.distribution.industry
        parts = [self.distribution.occupation.name, str(place)]
        if industry.slug != "all-industries":
            parts.append(industry.name)
        if self.distribution.kind == Kind.TOTAL:
            parts.append("total pay")
        return ", ".join(parts)

    @cached_property
    def label(self) -> str:
        """What tells this row from the others beside it; empty if that is only the source and the time."""
        row = self.distribution
        parts = {"role": row.occupation.name, "place": str(row.place), "industry": row.industry.name}
        told = [text for name, text in parts.items() if name not in self.shared]
        if row.industry.slug == "all-industries" and len(told) > 1 and "industry" not in self.shared:
            told.pop()
        return ", ".join([*told, *(["total pay"] if row.kind == Kind.TOTAL else [])])

    @property
    def token(self) -> str:
        """The row as an address names it on the page that compares."""
        row = self.distribution
        return f"{row.occupation.slug}.{row.place.slug}.{row.industry.slug}"

    @property
    def named(self) -> list[str]:
        """The role in the source's own words, each wording once."""
        return list(dict.fromkeys(claim.role_as_named for claim in self.claims))

    def amount(self, claim: SalaryClaim) -> Decimal:
        """The claim's amount in this row's period."""
        return pay.yearly(claim.amount, claim.period) if self.converts(claim) else claim.amount

    def converts(self, claim: SalaryClaim) -> bool:
        return self.equivalent and claim.period != Period.YEAR

    @property
    def title(self) -> str:
        """All figures of the row in words, for those who do not see it."""
        figures = "; ".join(f"{label(claim)} {self._text(claim)}" for claim in self.claims)
        return f"{self.what}. {self.who}, {self.distribution.as_of_text}. {figures}."

    def _text(self, claim: SalaryClaim) -> str:
        currency = self.distribution.currency
        stated = pay.money(claim.amount, currency)
        if not self.converts(claim):
            return f"{stated} {claim.period_text}"
        return f"{pay.money(pay.whole(self.amount(claim)), currency)} a year, stated as {stated} {claim.period_text}"

    def html(self, claim: SalaryClaim) -> SafeString:
        """The figure, tied to its claim; an equivalent with the figure it was worked out from."""
        currency = self.distribution.currency
        stated = figure(claim, currency)
        if not self.converts(claim):
            return stated
        amount = pay.whole(self.amount(claim))
        return format_html(
            '<data value="{}" data-claim="{}" data-equivalent="year">{}</data> '
            '<span class="quiet small">from {} {}</span>',
            amount,
            claim.pk,
            pay.money(amount, currency),
            stated,
            claim.period_text,
        )

    @property
    def cells(self) -> list[tuple[str, SafeString]]:
        """The percentiles and the mean of all levels, each under its column's name; empty where none was published."""
        found = {claim.statistic: claim for claim in self.claims if claim.level == Level.ALL}
        return [
            (name, self.html(found[column]) if column in found else SafeString("")) for column, name in COLUMNS.items()
        ]

    @property
    def columns(self) -> SafeString:
        """The cells as the table has them."""
        return SafeString(
            "".join(
                f'<td data-label="{name}" class="number{"" if figure else " none"}">{figure or NOT_PUBLISHED}</td>'
                for name, figure in self.cells
            )
        )

    @property
    def others(self) -> list[tuple[str, SafeString, str]]:
        """Every other figure: what it is, the figure, and the rule that made it a level."""
        return [(label(claim), self.html(claim), claim.level_rule) for claim in self.claims if not in_column(claim)]

    @property
    def words(self) -> str:
        """Where the number that was placed sits, beside its row: ``Below the median; above its entry figure.``"""
        return self._said("")

    @property
    def sentence(self) -> str:
        """The same by itself: ``Below the median for managers in Texas (the survey, May 2024); below its average.``"""
        row = self.distribution
        about = f"{who(row.occupation)} in {where(row.place)}"
        if row.industry.slug != "all-industries":
            about += f", {row.industry}"
        source = f"{self.who[:1].lower()}{self.who[1:]}" if self.who.startswith("The ") else self.who
        total = ", total pay" if row.kind == Kind.TOTAL else ""
        return self._said(f" for {about} ({source}, {row.as_of_text}{total})")

    def _said(self, about: str) -> str:
        if self.result is None or self.result.obstacle:
            return ""
        parts = []
        if self.result.placement:
            between, _, near = placing.in_words(self.result.placement).partition(", about the ")
            parts.append(f"{between}{f' (about the {near.split()[0]})' if near else ''}{about}")
        for name, relation in self.result.beside:
            parts.append(f"{relation} its {name}" if parts else f"{relation} the {name}{about}")
        return _sentence(parts)


def _sentence(parts: list[str]) -> str:
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."
