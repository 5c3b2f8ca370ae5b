"""Batches of two texts that are read together: questions and sentences, conditions and statements, quotes and rewordings."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recipe.batches import read_rows
from recipe.heads import ANSWERS, ANSWERS_NOT, LABELS
from recipe.turns import Turns

# Rows a batch.
CONDITIONS, ANSWERED, UNANSWERED, QUOTES = 11, 11, 6, 11
# The first negatives of a question are those that a model before put highest.
HARD, HARD_OF_ANSWERED, HARD_OF_UNANSWERED = 4, 2, 3
WITHOUT_HEADING = 0.7
SAYS_SAME, SAYS_MORE = 1, 0
UNKNOWN = LABELS.index("unknown")
# With statements of other conditions: rows a batch, how many of them are put to each condition, and how often one is
# joined to a condition's own. They are of conditions that share hardly a pair of characters with it.
MIXED_CONDITIONS, OF_OTHERS, JOINED = 10, 3, 0.35
MOST_SHARED, TRIES = 0.12, 6


def character_pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


@dataclass(frozen=True)
class PairBatch:
    """
    Texts with their prefixes, places of two of them with a label, and for the answered questions where their pairs begin
    (the right one first) and how many they are.
    """

    question: str
    texts: list[str]
    pairs: list[tuple[int, int]]
    labels: list[int]
    ranked: list[tuple[int, int]]


class PairBatches:
    """Batches of each kind, in the order in which they are drawn."""

    def __init__(self, chance: random.Random, mixed: bool) -> None:
        self.chance = chance
        self.mixed = mixed
        self.sentences = read_rows("sentences.jsonl.gz")
        rows = [row for row in read_rows("sentence-questions.jsonl.gz") if row["negatives"]]
        self.answered = Turns([row for row in rows if row["positives"]], chance)
        self.unanswered = Turns([row for row in rows if not row["positives"]], chance)
        self.conditions = Turns(read_rows("conditions.jsonl.gz"), chance)
        self.quotes = Turns(read_rows("rewordings.jsonl.gz"), chance)
        self.kinds: dict[str, Callable[[], PairBatch]] = {
            "conditions": self.of_conditions,
            "answers": self.of_answers,
            "rewordings": self.of_rewordings,
        }

    def of_conditions(self) -> PairBatch:
        """Every statement with its own condition; where mixed, some joined to others', and others' by themselves."""
        batch = PairBatch("conditions", [], [], [], [])
        for _ in range(MIXED_CONDITIONS if self.mixed else CONDITIONS):
            row = self.conditions.next()
            at = len(batch.texts)
            batch.texts.append(f"query: {row['condition']}")
            for label, name in enumerate(LABELS):
                for said in row[name]:
                    self.add(batch, at, f"query: {self.joined(row, said) if self.mixed else said}", label)
            for _ in range(OF_OTHERS if self.mixed else 0):
                other = self.of_another(row, LABELS[:UNKNOWN])
                if other is not None:
                    self.add(batch, at, f"query: {other}", UNKNOWN)
        return batch

    def of_another(self, row: dict, labels: Sequence[str]) -> str | None:
        """What a company says of another matter."""
        own = character_pairs(row["condition"])
        for _ in range(TRIES):
            other = self.chance.choice(self.conditions.rows)
            shared = len(character_pairs(other["condition"]) & own)
            if shared <= max(1, MOST_SHARED * len(own)):
                return self.chance.choice(other[self.chance.choice(labels)])
        return None

    def joined(self, row: dict, said: str) -> str:
        """The statement as it is, or before or behind one of another matter."""
        other = self.of_another(row, LABELS) if self.chance.random() < JOINED else None
        if other is None:
            return said
        return f"{other}，{said}" if self.chance.random() < 0.5 else f"{said}，{other}"

    def of_rewordings(self) -> PairBatch:
        """Every rewording, honest or false, with its quote."""
        batch = PairBatch("rewordings", [], [], [], [])
        for _ in range(QUOTES):
            row = self.quotes.next()
            at = len(batch.texts)
            batch.texts.append(f"passage: {row['quote']}")
            for label, name in ((SAYS_SAME, "honest"), (SAYS_MORE, "false")):
                for said in row[name]:
                    self.add(batch, at, f"query: {said}", label)
        return batch

    def of_answers(self) -> PairBatch:
        """Each question with a sentence that answers it, where there is one, and with some that come near."""
        bare = self.chance.random() < WITHOUT_HEADING
        batch = PairBatch("answers", [], [], [], [])

        def text(place: int) -> str:
            row = self.sentences[place]
            return f"passage: {row['sentence'] if bare else row['heading'] + chr(10) + row['sentence']}"

        for number in range(ANSWERED + UNANSWERED):
            is_answered = number < ANSWERED
            row = (self.answered if is_answered else self.unanswered).next()
            at, begin = len(batch.texts), len(batch.pairs)
            batch.texts.append(f"query: {self.wording(row)}")
            hard = row["negatives"][:HARD]
            if is_answered:
                self.add(batch, at, text(self.chance.choice(row["positives"])), ANSWERS)
            count = min(len(hard), HARD_OF_ANSWERED if is_answered else HARD_OF_UNANSWERED)
            for place in self.chance.sample(hard, count):
                self.add(batch, at, text(place), ANSWERS_NOT)
            if is_answered:
                self.add(batch, at, text(self.chance.choice(row["negatives"])), ANSWERS_NOT)
                batch.ranked.append((begin, len(batch.pairs) - begin))
        return batch

    def wording(self, row: dict) -> str:
        return row["other"] if row.get("other") and self.chance.random() < 0.5 else row["query"]

    @staticmethod
    def add(batch: PairBatch, at: int, text: str, label: int) -> None:
        batch.pairs.append((at, len(batch.texts)))
        batch.texts.append(text)
        batch.labels.append(label)
