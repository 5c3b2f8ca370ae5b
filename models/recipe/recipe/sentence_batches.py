"""Batches of questions and the sentences of policies that answer them, for the further training."""

import random
from dataclasses import dataclass

from recipe.batches import Batch, read_rows

# The first of a question's negatives are those that the product's search, or the model before, put highest.
HARD = 4
OTHERS = 2
WITHOUT_HEADING = 0.6


@dataclass(frozen=True)
class Stage:
    """A stretch of further training. `share` of its batches are sentences, the rest go on in the first training's mix."""

    steps: int
    rate: float
    share: float
    # Questions of the parts up to this one.
    part: int
    # Which of the first training's batches come next.
    goes_on_at: int
    # Questions in a batch of sentences, and hard negatives for each.
    questions: int = 16
    hard: int = 1


STAGES = (
    Stage(steps=260, rate=2.5e-5, share=0.5, part=1, goes_on_at=600),
    Stage(steps=170, rate=2.2e-5, share=0.65, part=2, goes_on_at=900),
    Stage(steps=520, rate=2.4e-5, share=0.75, part=3, goes_on_at=1200, questions=14, hard=2),
)


class SentenceBatches:
    """The sentence batches of one stage, in the order in which they are drawn."""

    def __init__(self, stage: Stage, chance: random.Random) -> None:
        self.sentences = read_rows("sentences.jsonl.gz")
        self.rows = [row for row in read_rows("sentence-questions.jsonl.gz") if row["part"] <= stage.part]
        self.stage = stage
        self.chance = chance
        self.order: list[int] = []

    def next_row(self) -> dict:
        if not self.order:
            self.order = list(range(len(self.rows)))
            self.chance.shuffle(self.order)
        return self.rows[self.order.pop()]

    def draw(self) -> Batch:
        """
        Each question with one sentence that answers it and some that do not; other answers of a question among the
        batch's sentences are hidden. Sentences stand alone, as the product ranks them, or behind title and headings.
        """
        bare = self.chance.random() < WITHOUT_HEADING

        def text(place: int) -> str:
            row = self.sentences[place]
            return row["sentence"] if bare else f"{row['heading']}\n{row['sentence']}"

        rows = [self.next_row() for _ in range(self.stage.questions)]
        questions = [
            row["other"] if row.get("other") and self.chance.random() < 0.5 else row["query"] for row in rows
        ]
        places = [self.chance.choice(row["positives"]) for row in rows]
        for row in rows:
            hard = row["negatives"][:HARD]
            places += self.chance.sample(hard, min(self.stage.hard, len(hard)))
            places += self.chance.sample(row["negatives"], min(OTHERS, len(row["negatives"])))
        texts = [text(place) for place in places]
        hidden = []
        for at, row in enumerate(rows):
            own = {text(place) for place in row["positives"]}
            hidden += [(at, place) for place, each in enumerate(texts) if place != at and each in own]
        return Batch("sentence", questions, texts, hidden)
