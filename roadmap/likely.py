"""Milestones that somebody has perhaps done already, judged by their skills. A hint to check, never a state. Pure."""

from collections.abc import Collection, Iterable, Mapping


def perhaps_done(
    skills: Mapping[int, Collection[int]], *, mastered: Collection[int], open_: Iterable[int]
) -> list[int]:
    """Those of the ``open_`` milestones all of whose skills are ``mastered``, in their order.

    ``skills`` has the skills of each milestone. One that names no skill is never likely: nothing speaks for it.
    """
    return [key for key in open_ if skills.get(key) and all(skill in mastered for skill in skills[key])]
