"""Every table of content has the trigger that records its changes, found by rule."""

from django.apps import apps
from django.contrib.admin import site
from django.db import connection

from curation.curated_tables import curated_tables, link_of
from curation.models import Curated

# What follows from other columns or from an act, and what no put back may touch. Generated columns are found by rule.
FOLLOWS = {
    "evidence_eligibilitypath": {"version_number"},
    "interviews_question": {"keywords"},
    "roadmap_milestone": {"version_number", "published_at"},
    "salaries_distribution": {"newest"},
}


def triggers():
    """The arguments of the trigger of each table that has it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgrelid::regclass::text, encode(t.tgargs, 'escape') FROM pg_trigger t WHERE t.tgname = %s "
            "AND t.tgtype & 29 = 29 AND t.tgenabled = 'O'",
            ["curation_record_change"],
        )
        return {table: arguments.split("\\000")[:-1] for table, arguments in cursor.fetchall()}


def test_every_curated_table_and_every_table_of_its_links_is_recorded_and_no_other(db):
    assert set(triggers()) == set(curated_tables())
    assert len([table for table in curated_tables() if link_of(table)]) > 10


def test_what_follows_from_other_columns_is_left_out_and_nothing_else(db):
    for table, (_, *left_out) in triggers().items():
        generated = {field.column for field in curated_tables()[table]._meta.concrete_fields if field.generated}
        assert set(left_out) == generated | FOLLOWS.get(table, set()), table


def test_a_part_is_recorded_with_the_row_on_whose_page_it_is_edited(db):
    wholes = {table: whole for table, (whole, *_) in triggers().items() if whole}
    by_rule = {}
    for table in curated_tables():
        if link := link_of(table):
            by_rule[table] = f"{link.m2m_field_name()}_id"
    for desk in site._registry.values():
        for inline in desk.inlines:
            if issubclass(inline.model, Curated):
                field = next(one for one in inline.model._meta.fields if one.related_model is desk.model)
                by_rule[inline.model._meta.db_table] = field.column
    assert wholes == by_rule


def test_no_row_of_a_learner_is_ever_recorded(db):
    theirs = {model._meta.db_table for model in apps.get_models() if any(f.name == "user" for f in model._meta.fields)}
    assert not theirs & set(triggers())
    assert len(theirs) > 20
