"""Skills and credentials, from their files."""

from pathlib import Path

from django.utils import timezone

from curation.content_files import Children, Seed
from evidence.catalog.models import (
    Credential,
    CredentialFact,
    CredentialFee,
    DescriptionLimit,
    EligibilityPath,
    EligibilityRequirement,
    ExamDomain,
    RenewalRule,
    Sequence,
    SequenceItem,
    Skill,
    SkillAlias,
    SkillGroup,
)

DATA = Path(__file__).parent / "data"
SOURCED = ("as_of", "checked_on", "unconfirmed")


def _keep_version(path: EligibilityPath) -> None:
    path.record_version(at=timezone.now())


SEEDS = [
    Seed(
        file=DATA / "skills.yaml",
        section="groups",
        model=SkillGroup,
        fields=("name", "description"),
        ordered=True,
    ),
    Seed(
        file=DATA / "skills.yaml",
        section="skills",
        model=Skill,
        fields=("name", "weight", "level", "description", "match_note", "onet_task_link"),
        references=("group",),
        children=(Children("aliases", SkillAlias, "skill", ("term", "case_sensitive")),),
        ordered=True,
    ),
    Seed(
        file=DATA / "credentials.yaml",
        section="credentials",
        model=Credential,
        fields=(
            *("name", "kind", "issuer", "level", "relevance", "summary", "alternatives", "good_for"),
            *(
                "less_useful_for",
                "regions",
                "keywords",
                "keyword_note",
                "official_url",
                "official_url_checked_on",
                "hours_min",
                "hours_max",
            ),
            *("eligibility_note", "fee_note", "exam_note"),
        ),
        references=("hours_source",),
        links=("sources",),
        children=(
            Children("fees", CredentialFee, "credential", ("name", "amount", "currency", *SOURCED), ("source",)),
            Children("facts", CredentialFact, "credential", ("kind", "label", "value", *SOURCED), ("source",)),
            Children(
                "domains",
                ExamDomain,
                "credential",
                ("name", "weight", "previous_weight", "tasks", *SOURCED),
                ("source",),
            ),
            Children(
                "renewal_rules",
                RenewalRule,
                "credential",
                ("cycle_years", "units", "unit_name", *SOURCED),
                ("source",),
            ),
            Children(
                "description_limits",
                DescriptionLimit,
                "credential",
                ("least", "most", "unit", *SOURCED),
                ("source",),
            ),
        ),
        ordered=True,
    ),
    Seed(
        file=DATA / "credentials.yaml",
        section="paths",
        model=EligibilityPath,
        fields=("label", "recommended", *SOURCED),
        references=("credential", "source"),
        children=(
            Children(
                "requirements",
                EligibilityRequirement,
                "path",
                EligibilityRequirement.DECIDING,
                links=("waived_by", "holds"),
            ),
        ),
        ordered=True,
        after=_keep_version,
    ),
    Seed(
        file=DATA / "credentials.yaml",
        section="sequences",
        model=Sequence,
        fields=("label", "for_whom", "why"),
        children=(Children("items", SequenceItem, "sequence", (), ("credential",)),),
        ordered=True,
    ),
]
