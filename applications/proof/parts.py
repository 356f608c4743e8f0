"""One skill, credential, degree, language or number of months that a row asks for, set against what is held. Pure."""

from collections.abc import Collection, Sequence

from applications.proof.experience import Experience
from applications.proof.joining import all_of, once
from applications.proof.shapes import (
    ABSENT,
    ANSWER_IT,
    APPLIED,
    CLAIMED,
    CREDENTIAL,
    DEGREE,
    DO_IT,
    EARN_IT,
    ENOUGH_MONTHS,
    EXPIRED,
    FIELD_UNSAID,
    IN_PROGRESS,
    INCLUDED,
    LANGUAGE,
    LEARN_IT,
    MET,
    MISSING,
    MONTHS,
    NO_MONTHS_ASKED,
    PARTLY,
    PROVE_IT,
    RATED,
    RENEW_IT,
    ROW,
    SAY_IT,
    SHOWN,
    SKILL,
    TOLD,
    TOO_FEW_MONTHS,
    UNSAID,
    Act,
    CredentialHeld,
    DegreeHeld,
    Gain,
    Held,
    Piece,
    Reason,
    SkillHeld,
    Standing,
)
from evidence.catalog.eligibility import EDUCATION
from evidence.records.skill_states import CLAIMED_FROM

# What "several years" are at least.
SEVERAL_YEARS = 24
# Degrees that the catalog of credentials has: their level, and whether their field has to be a technical one.
DEGREES = {"bachelor-technical": ("bachelor", True), "master-optional": ("master", False)}
NOTHING = SkillHeld()


class Parts:
    """Judges the parts of rows for one learner."""

    def __init__(self, held: Held, experience: Experience) -> None:
        self.held = held
        self._experience = experience
        self._skills: dict[str, Standing] = {}
        self._credentials: dict[str, Standing] = {}
        self._shown = self._pieces()
        self._valid = {one.slug: one for one in held.credentials if self._is_valid(one)}
        self._expired = {
            one.slug: one
            for one in sorted(held.credentials, key=lambda one: one.expires_on or held.today)
            if one.earned_on <= held.today and not self._is_valid(one)
        }
        self._including = {
            slug: one for one in self._valid.values() for slug in held.includes.get(one.slug, frozenset())
        }
        # An application that is pending says more than a course that is under way.
        self._pursuits = {one.slug: one for one in sorted(held.pursuits, key=lambda one: one.state == APPLIED)}

    def _pieces(self) -> dict[str, list[Piece]]:
        """What shows each skill: its own pieces, and the projects whose evidence shows it."""
        found = {slug: list(there.pieces) for slug, there in self.held.skills.items()}
        for work in self.held.works:
            for slug in work.skills:
                found.setdefault(slug, []).append(work.piece)
        return found

    def skill(self, slug: str) -> Standing:
        """Shown by evidence, claimed by a rating from "With help" on or by a story, or missing."""
        if slug not in self._skills:
            self._skills[slug] = self._skill(slug)
        return self._skills[slug]

    def _skill(self, slug: str) -> Standing:
        there = self.held.skills.get(slug, NOTHING)
        if pieces := self._shown.get(slug):
            return Standing(MET, (Reason(SHOWN, slug),), once(pieces), self._say(SKILL, slug))
        ways = (frozenset({Gain(SKILL, slug)}),)
        told = Reason(TOLD, slug) if there.told else None
        if told or (there.now is not None and there.now >= CLAIMED_FROM):
            reasons = (told or Reason(RATED, slug),)
            return Standing(CLAIMED, reasons, there.told, (Act(PROVE_IT, SKILL, slug),), ways)
        teaching = tuple(one.slug for one in self.held.milestones if slug in one.skills)
        return Standing(MISSING, (Reason(ABSENT, slug),), acts=(Act(LEARN_IT, SKILL, slug, teaching),), ways=ways)

    def credential(self, slug: str) -> Standing:
        """Valid today, itself or by one that cannot be had without it; on the way; run out; or missing."""
        if slug not in self._credentials:
            self._credentials[slug] = self._credential(slug)
        return self._credentials[slug]

    def _credential(self, slug: str) -> Standing:
        if slug in DEGREES:
            return self.degree(DEGREES[slug][0], (slug,))
        if one := self._valid.get(slug):
            return Standing(MET, (Reason(SHOWN, slug),), (one.piece,), self._say(CREDENTIAL, one.piece.key))
        if one := self._including.get(slug):
            return Standing(MET, (Reason(INCLUDED, slug),), (one.piece,), self._say(CREDENTIAL, one.piece.key))
        ways = (frozenset({Gain(CREDENTIAL, slug)}),)
        leading = tuple(one.slug for one in self.held.milestones if slug in one.credentials)
        ran_out = self._expired.get(slug)
        earn = Act(RENEW_IT if ran_out else EARN_IT, CREDENTIAL, slug, leading, self.held.earliest.get(slug))
        reasons = (Reason(EXPIRED, slug, on=ran_out.expires_on),) if ran_out else ()
        if under_way := self._pursuits.get(slug):
            earn = Act(earn.code, CREDENTIAL, slug, leading, under_way.on or earn.on)
            reasons = (Reason(under_way.state, slug, on=under_way.on), *reasons)
            return Standing(PARTLY, reasons, (under_way.piece,), (earn,), ways)
        return Standing(MISSING, reasons or (Reason(ABSENT, slug),), acts=(earn,), ways=ways)

    def unlisted(self, name: str) -> Standing:
        """A credential that the catalog does not know: on record by the same name, or for the learner to say."""
        if piece := self.held.named.get(name.casefold()):
            return Standing(MET, (Reason(SHOWN, name),), (piece,), self._say(CREDENTIAL, piece.key))
        acts = (Act(ANSWER_IT, ROW), Act(PROVE_IT, CREDENTIAL, name))
        return Standing(MISSING, (Reason(ABSENT, name),), acts=acts)

    def valid_credentials(self) -> tuple[Piece, ...]:
        return tuple(sorted(one.piece for one in self._valid.values()))

    def degree(self, level: str, credentials: Collection[str]) -> Standing:
        """Schooling of a level or a higher one, in a technical field where one of the ``credentials`` asks for that.

        Without a level any schooling that is finished will do.
        """
        technical = any(DEGREES.get(slug, ("", False))[1] for slug in credentials)
        named = [DEGREES[slug][0] for slug in credentials if slug in DEGREES]
        level = level or max(named, key=EDUCATION.index, default="secondary")
        least = EDUCATION.index(level)
        enough = [
            slug
            for slug, (own, is_technical) in DEGREES.items()
            if EDUCATION.index(own) >= least and (is_technical or not technical)
        ]
        as_credentials = [self._valid[slug].piece for slug in enough if slug in self._valid]
        high = [one for one in self.held.degrees if EDUCATION.index(one.level) >= least]
        done = [one for one in high if one.finished_on <= self.held.today]
        fitting = [*as_credentials, *(one.piece for one in done if one.technical or not technical)]
        if fitting:
            says = [self._say(DEGREE, piece.key) for piece in fitting]
            return Standing(MET, (Reason(SHOWN, level),), tuple(fitting), says[0] if all(says) else ())
        ways = tuple(frozenset({Gain(CREDENTIAL, slug)}) for slug in credentials if slug in enough)
        if done:
            pieces = tuple(one.piece for one in done)
            return Standing(PARTLY, (Reason(FIELD_UNSAID, level),), pieces, (Act(ANSWER_IT, ROW),), ways)
        if coming := self._first(high):
            reasons = (Reason(IN_PROGRESS, level, on=coming.finished_on),)
            return Standing(PARTLY, reasons, (coming.piece,), (Act(DO_IT, DEGREE, level, on=coming.finished_on),), ways)
        return Standing(MISSING, (Reason(ABSENT, level),), acts=(Act(DO_IT, DEGREE, level),), ways=ways)

    def language(self, code: str) -> Standing:
        """A language on record, by ISO 639-1; one that is not has perhaps only not been written down."""
        if piece := self.held.languages.get(code):
            return Standing(MET, (Reason(SHOWN, code),), (piece,), self._say(LANGUAGE, piece.key))
        acts = (Act(ANSWER_IT, ROW), Act(PROVE_IT, LANGUAGE, code))
        return Standing(MISSING, (Reason(UNSAID, code),), acts=acts)

    def another_language(self) -> Standing:
        """ "A second language": any two on record."""
        if len(self.held.languages) > 1:
            codes = sorted(self.held.languages)
            pieces = tuple(self.held.languages[code] for code in codes)
            return Standing(MET, tuple(Reason(SHOWN, code) for code in codes), pieces)
        return Standing(MISSING, (Reason(UNSAID),), acts=(Act(ANSWER_IT, ROW), Act(PROVE_IT, LANGUAGE)))

    def experience(
        self,
        months: int | None,
        skills: tuple[str, ...] = (),
        shown: Standing | None = None,
        *,
        managing: bool = False,
    ) -> Standing:
        """So many months of work with the skills; ``None`` for several years, 0 where none are asked for.

        ``shown`` is where the skills themselves stand together. Claims add no months.
        """
        needed = SEVERAL_YEARS if months is None else months
        spent = self._experience.spent(skills, managing=managing)
        if spent.months >= needed and spent.pieces:
            reason = Reason(ENOUGH_MONTHS, have=spent.months, needed=needed)
            own = Standing(MET, (reason,), spent.pieces, () if shown else self._say_any(spent.pieces))
            return all_of([own, shown]) if shown else own
        if needed == 0:
            return shown or Standing(CLAIMED, (Reason(NO_MONTHS_ASKED),))
        on = self._experience.reached_on(needed, skills, managing=managing)
        reason = Reason(TOO_FEW_MONTHS, have=spent.months, needed=needed, on=on)
        act = Act(DO_IT, MONTHS, skills[0] if len(skills) == 1 else "", on=on)
        own = Standing(PARTLY if spent.months else MISSING, (reason,), spent.pieces, (act,))
        if shown is None:
            return own
        together = all_of([own, shown])
        # A skill that is shown outside of professional projects is a part of it; one that is claimed is none.
        some = spent.months or any(reason.code == SHOWN for reason in shown.reasons)
        return Standing(PARTLY if some else MISSING, together.reasons, together.pieces, together.acts)

    def _is_valid(self, one: CredentialHeld) -> bool:
        today = self.held.today
        return one.earned_on <= today and (one.expires_on is None or today <= one.expires_on)

    def _first(self, degrees: Sequence[DegreeHeld]) -> DegreeHeld | None:
        return min(degrees, key=lambda one: one.finished_on, default=None)

    def _say(self, about: str, target: str) -> tuple[Act, ...]:
        """To say it, if there is a resume and it does not."""
        resume = self.held.resume
        if resume is None or target in (resume.skills if about == SKILL else resume.rows):
            return ()
        return (Act(SAY_IT, about, target),)

    def _say_any(self, pieces: Collection[Piece]) -> tuple[Act, ...]:
        """To say where the months come from, unless the resume has at least one of the works."""
        says = [self._say(MONTHS, piece.key) for piece in pieces]
        return tuple(act for each in says for act in each) if all(says) else ()
