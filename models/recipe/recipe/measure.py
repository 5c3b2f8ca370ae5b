"""Measures an exported model on the development questions."""

from pathlib import Path

from recipe.batches import read_rows
from recipe.int8_embedder import Int8Embedder
from recipe.ranking import Figures, measure


EVERY = 3


def measured_articles(questions: list[dict]) -> list[dict]:
    """All articles that answer one of the questions, and every third of the recipe's others."""
    answers = {each for row in questions for each in row["positives"]}
    rows = read_rows("passages.jsonl.gz")
    return [row for at, row in enumerate(rows) if row["id"] in answers or at % EVERY == 0]


def measure_model(folder: Path) -> Figures:
    """Search of the questions kept out of training among the articles chosen for measuring."""
    embedder = Int8Embedder(folder)
    questions = read_rows("development.jsonl.gz")
    articles = measured_articles(questions)
    place = {row["id"]: at for at, row in enumerate(articles)}
    passages = embedder.embed([f"passage: {row['law']}\n{row['text']}" for row in articles])
    asked = embedder.embed([f"query: {row['query']}" for row in questions])
    return measure(asked, passages, [{place[each] for each in row["positives"]} for row in questions])
