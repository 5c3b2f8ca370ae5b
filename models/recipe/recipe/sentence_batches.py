"""Batches of questions and the sentences of policies that answer them, for the further training."""

import random
from dataclasses import dataclass

from recipe.batches import Batch, read_rows
from recipe.heads import ANSWERS, ANSWERS_NOT
from recipe.turns import Turns

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
    # Questions in a batch that their text does not answer, and the share of batches of conditions.
    unanswered: int = 0
    conditions: float = 0.0
    # Share of the questions that are of the stage's own part, where the rest are of those before.
    newest: float | None = None


STAGES = (
    Stage(steps=260, rate=2.5e-5, share=0.5, part=1, goes_on_at=600),
    Stage(steps=170, rate=2.2e-5, share=0.65, part=2, goes_on_at=900),
    Stage(steps=520, rate=2.4e-5, share=0.75, part=3, goes_on_at=1200, questions=14, hard=2),
    Stage(steps=700, rate=2.4e-5, share=0.56, part=4, goes_on_at=300, questions=14, hard=2, unanswered=6,
          conditions=0.34, newest=0.72),
)


@dataclass(frozen=True)
class SentenceBatch:
    """
    `found` is to be ranked; `unanswered` are further questions, and `pairs` are places of a question (these after
    those of `found`) and of a sentence with 1 where it answers and 0 where it does not.
    """

    found: Batch
    unanswered: list[str]
    pairs: list[tuple[int, int, int]]


class SentenceBatches:
    """The sentence batches of one stage, in the order in which they are drawn."""

    def __init__(self, stage: Stage, chance: random.Random) -> None:
        self.sentences = read_rows("sentences.jsonl.gz")
        self.stage = stage
        self.chance = chance
        rows = [row for row in read_rows("sentence-questions.jsonl.gz") if row["part"] <= stage.part]
        self.answered = self.turns([row for row in rows if row["positives"]])
        self.unanswered = self.turns([row for row in rows if not row["positives"]])

    def turns(self, rows: list[dict]) -> list[Turns]:
        """The rows of the stage's own part and those of the parts before, or all together."""
        if self.stage.newest is None:
            return [Turns(rows, self.chance)]
        is_newest = [row["part"] == self.stage.part for row in rows]
        newest = [row for row, new in zip(rows, is_newest, strict=True) if new]
        older = [row for row, new in zip(rows, is_newest, strict=True) if not new]
        return [Turns(newest, self.chance), Turns(older, self.chance)]

    def next_of(self, turns: list[Turns]) -> dict:
        if self.stage.newest is None:
            return turns[0].next()
        return turns[0 if self.chance.random() < self.stage.newest else 1].next()

    def hard(self, row: dict) -> list[int]:
        hard = row["negatives"][:HARD]
        return self.chance.sample(hard, min(self.stage.hard, len(hard)))

    def draw(self) -> SentenceBatch:
        """
        Each question with one sentence that answers it and some that do not; other answers of a question among the
        batch's sentences are hidden. Sentences stand alone, as the product ranks them, or behind title and headings.
        """
        bare = self.chance.random() < WITHOUT_HEADING

        def text(place: int) -> str:
            row = self.sentences[place]
            return row["sentence"] if bare else f"{row['heading']}\n{row['sentence']}"

        def wording(row: dict) -> str:
            return row["other"] if row.get("other") and self.chance.random() < 0.5 else row["query"]

        rows = [self.next_of(self.answered) for _ in range(self.stage.questions)]
        nobody = [self.next_of(self.unanswered) for _ in range(self.stage.unanswered)]
        questions = [wording(row) for row in rows]
        places = [self.chance.choice(row["positives"]) for row in rows]
        pairs = [(at, at, ANSWERS) for at in range(len(rows))]
        for at, row in enumerate(rows):
            hard = self.hard(row)
            pairs += [(at, len(places) + place, ANSWERS_NOT) for place in range(len(hard))]
            places += hard + self.chance.sample(row["negatives"], min(OTHERS, len(row["negatives"])))
        unanswered = [wording(row) for row in nobody]
        for at, row in enumerate(nobody, len(rows)):
            hard = self.hard(row)
            pairs += [(at, len(places) + place, ANSWERS_NOT) for place in range(len(hard))]
            places += hard
        texts = [text(place) for place in places]
        hidden = []
        for at, row in enumerate(rows):
            own = {text(place) for place in row["positives"]}
            hidden += [(at, place) for place, each in enumerate(texts) if place != at and each in own]
        found = Batch("sentence", questions, texts, hidden)
        return SentenceBatch(found, unanswered, [pair for pair in pairs if pair[:2] not in set(hidden)])
