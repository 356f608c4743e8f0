"""The question bank: questions, their words, the rubric and kinds of rounds; found, filtered, shown."""
