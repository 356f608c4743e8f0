"""Skills and credentials, from their files."""

from pathlib import Path

from curation.content_files import Children, Seed
from evidence.models import (
    Credential,
    CredentialFact,
    CredentialFee,
    EligibilityPath,
    EligibilityRequirement,
    ExamDomain,
    Sequence,
    SequenceItem,
    Skill,
    SkillAlias,
    SkillGroup,
)

DATA = Path(__file__).parent / "data"
SOURCED = ("as_of", "checked_on", "unconfirmed")

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
                (
                    *("kind", "education", "experience", "months", "within_years", "non_overlapping"),
                    *("training", "hours", "flag", "note"),
                ),
                links=("waived_by", "holds"),
            ),
        ),
        ordered=True,
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
