"""Rows of training data in the order in which they are drawn."""

import random


class Turns:
    """Rows in a chance order, each once before any comes again."""

    def __init__(self, rows: list[dict], chance: random.Random) -> None:
        self.rows, self.chance = rows, chance
        self.order: list[int] = []

    def next(self) -> dict:
        if not self.order:
            self.order = list(range(len(self.rows)))
            self.chance.shuffle(self.order)
        return self.rows[self.order.pop()]
