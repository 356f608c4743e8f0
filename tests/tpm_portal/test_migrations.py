"""Applied migrations are never edited again. ``tests.upgrade`` walks a database from where they end to the present."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

# The migrations that databases had applied by that day, with what stood in them.
APPLIED = {
    "accounts/migrations/0001_create_user.py": "559eac5cfb4a046fba3a4fab2ece11a7",
    "curation/migrations/0001_sources_and_seed_records.py": "9ce4cca7c5d84064b87a81d1d6fd1cd8",
    "curation/migrations/0002_longer_seed_keys.py": "5d1974423db71572d3916398ff9ded06",
    "curation/migrations/0003_import_drafts.py": "43570c99b63fa903456f9b08d7b804b3",
    "evidence/migrations/0001_skills_and_credentials.py": "5997df41362a0920661c84ce51848623",
    "evidence/migrations/0002_one_term_per_skill.py": "bbbee1e5302778787a158d9aa64310cf",
    "evidence/migrations/0003_learners_own_rows.py": "338822760d7e13fb7aa51eb8d3d11b6a",
    "evidence/migrations/0004_first_versions_of_the_rules.py": "885854a46dd9fd9f7db4f825e31dbf03",
    "interviews/migrations/0001_bank_and_practice.py": "ba8a872cf373417684e3e394723ca083",
    "interviews/migrations/0002_mock_interviews.py": "992817f643d70d99479cc39c38c28111",
    "interviews/migrations/0003_editions_of_the_bank.py": "3e67388cfa9426f15aaaf47b6ec4c00d",
    "interviews/migrations/0004_words_are_part_of_an_edition.py": "677a0bed64a6c7f94e4eb0a66c37dd40",
    "roadmap/migrations/0001_steps_progress_and_guide.py": "49df180ef044b82917a8a1dd6ff9fc1e",
    "roadmap/migrations/0002_leave_pay_to_the_salaries.py": "e9e5e427bac4d81c0d11dcd9f62f5a61",
    "roadmap/migrations/0003_evidence_for_milestones.py": "285d0b19374efe579cbb7cf8f8233581",
    "roadmap/migrations/0004_pages_of_this_site_as_resources.py": "be353f9807ab9e4f7b0684bf9d11c095",
    "salaries/migrations/0001_claims.py": "28d4168d2984340444127e8fc5699350",
    "salaries/migrations/0002_rules_in_the_database.py": "e91d0d899440d0e16e50c3c39d68e03f",
    "salaries/migrations/0003_indexes_for_the_filters.py": "9050953785c6bc43995a966c066b02de",
    "salaries/migrations/0004_import_drafts.py": "bb02c05ebe10cc87a324b03ce3a06077",
    "salaries/migrations/0005_longer_names.py": "e4212681f2a3e88e48a1e57efd90f154",
    "salaries/migrations/0006_drafts_of_all_tables.py": "ee3f58a65e2b723f1fec7f55965f1cd9",
}


def test_no_applied_migration_was_edited():
    now = {
        path: hashlib.sha256((ROOT / path).read_bytes()).hexdigest()[:32] for path in APPLIED if (ROOT / path).exists()
    }
    assert now == APPLIED
