"""Batches of conditions and what companies say of themselves: it meets them, denies them, or leaves them open."""

import random
from dataclasses import dataclass

from recipe.batches import read_rows
from recipe.heads import LABELS
from recipe.turns import Turns

CONDITIONS = 16
OF_EACH_LABEL = 2


@dataclass(frozen=True)
class ConditionBatch:
    """`pairs` are places of a condition and of what is said among the texts, and the label's place in LABELS."""

    texts: list[str]
    pairs: list[tuple[int, int, int]]


class ConditionBatches:
    """The condition batches of one stage, in the order in which they are drawn."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.rows = Turns(read_rows("conditions.jsonl.gz"), chance)

    def draw(self) -> ConditionBatch:
        rows = [self.rows.next() for _ in range(CONDITIONS)]
        texts = [row["condition"] for row in rows]
        pairs = []
        for at, row in enumerate(rows):
            for label, name in enumerate(LABELS):
                for said in self.chance.sample(row[name], min(OF_EACH_LABEL, len(row[name]))):
                    pairs.append((at, len(texts), label))
                    texts.append(said)
        return ConditionBatch(texts, pairs)
