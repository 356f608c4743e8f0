"""A role's pay in every state by one survey of one time: for the map, and for its table."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from salaries import pay, tile_map
from salaries.flat_files import SOURCE
from salaries.models import Level, Period, PlaceKind, SalaryClaim, Statistic

# By what the map is shaded, as an address names it.
BY = {Statistic.P50: "Median", Statistic.P10: "10th percentile", Statistic.P90: "90th percentile"}
CURRENCY = "USD"
EXTREMES = 3


@dataclass(frozen=True)
class StatePay:
    """One figure of one state: ``claim`` is its primary key, ``code`` that of the state in two letters."""

    code: str
    name: str
    address: str
    claim: int
    amount: Decimal

    @property
    def money(self) -> str:
        return pay.money(self.amount, CURRENCY)

    @property
    def html(self) -> SafeString:
        """The amount, tied to its claim."""
        return format_html(
            '<data value="{}" data-claim="{}">{}</data>', f"{self.amount.normalize():f}", self.claim, self.money
        )


@dataclass(frozen=True)
class States:
    """Every state that has a figure, by name; the map of them, and what its shades mean."""

    by: str
    rows: Sequence[StatePay]

    @property
    def shown(self) -> str:
        return BY[Statistic(self.by)]

    @property
    def extremes(self) -> list[tuple[str, list[StatePay]]]:
        """The states that pay most and those that pay least."""
        ordered = sorted(self.rows, key=lambda row: (-row.amount, row.name))
        return [("Highest", ordered[:EXTREMES]), ("Lowest", ordered[: -EXTREMES - 1 : -1])]

    @cached_property
    def tiles(self) -> list[tile_map.Tile]:
        return tile_map.tiles(
            [tile_map.State(row.code, row.name, row.amount, row.address, row.money) for row in self.rows]
        )

    @property
    def drawing(self) -> SafeString:
        return SafeString(tile_map.drawing(self.tiles))

    @property
    def box(self) -> str:
        return f"0 0 {tile_map.WIDTH} {tile_map.HEIGHT}"

    @property
    def legend(self) -> list[tuple[int, str]]:
        """Each shade with the amounts it stands for, in thousands."""
        ranges = tile_map.bounds([tile.state.amount for tile in self.tiles])
        return [(shade, f"{tile_map.short(low)} to {tile_map.short(high)}") for shade, low, high in ranges]


def by_state(occupation: str, *, by: str) -> States:
    """The newest pay of a role in every state, in one query. Without figures there are no rows."""
    frame = "distribution__"
    claims = SalaryClaim.objects.published().filter(
        distribution__source__slug=SOURCE,
        distribution__newest=True,
        distribution__occupation__slug=occupation,
        distribution__place__kind=PlaceKind.REGION,
        distribution__industry__slug="all-industries",
        level=Level.ALL,
        period=Period.YEAR,
        statistic=by,
    )
    place = [f"{frame}place__{name}" for name in ("name", "slug", "code")]
    found = claims.order_by(*place).values_list("pk", "amount", *place)
    return States(
        by,
        [
            StatePay(
                code=code.removeprefix("US-"),
                name=name,
                address=reverse("salaries:distribution", args=[occupation, slug, "all-industries"]),
                claim=pk,
                amount=amount,
            )
            for pk, amount, name, slug, code in found
        ],
    )
