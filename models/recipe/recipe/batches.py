"""Training batches, the same for the same step whenever they are made."""

import gzip
import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
SEED = 2026

# Of every hundred batches; STARD's own questions are few but nearest to what is asked.
SHARES = {"stard": 52, "civil-code": 10, "advice": 8, "advice-article": 7, "policy": 5, "service": 7, "term": 4, "law": 7}
WITH_NEGATIVES, WITHOUT = 16, 28
NEGATIVES = 2
ANSWER_AS_QUESTION = 0.15
WITHOUT_TITLE = 0.15
GREETING = re.compile(r"^您好[，,！!]?(?:根据[^，,]{0,20}[，,])?")


@dataclass(frozen=True)
class Batch:
    """
    Questions, and passages of which the first `len(questions)` answer the question at the same place. `hidden` are
    (question, passage) places that must not count as wrong.
    """

    kind: str
    questions: list[str]
    passages: list[str]
    hidden: list[tuple[int, int]]


def read_rows(name: str) -> list[dict]:
    return [json.loads(line) for line in gzip.decompress((DATA / name).read_bytes()).decode("utf-8").splitlines()]


class Batches:
    """All batches of a run of `steps` steps."""

    def __init__(self, steps: int) -> None:
        chance = random.Random(SEED)
        self.kinds = chance.choices(list(SHARES), list(SHARES.values()), k=steps)
        self.articles = {row["id"]: row for row in read_rows("passages.jsonl.gz")}
        questions = read_rows("questions.jsonl.gz")
        pairs = read_rows("pairs.jsonl.gz")
        advice = [row for row in questions if row["source"] == "advice"]
        self.rows: dict[str, list[dict]] = {
            "stard": [row for row in questions if row["source"] == "stard"],
            "civil-code": [row for row in questions if row["source"] == "civil-code"],
            "advice": advice,
            "advice-article": [row for row in advice if row["positives"]],
            **{kind: [row for row in pairs if row["source"] == kind] for kind in ("policy", "service", "term", "law")},
        }

    def at(self, step: int) -> Batch:
        """The batch of one step, counted from 0."""
        kind = self.kinds[step]
        chance = random.Random(SEED * 1_000_003 + step)
        if kind in ("stard", "civil-code", "advice-article"):
            return self.with_negatives(kind, self.turn(kind, step, WITH_NEGATIVES), chance)
        rows = self.turn(kind, step, WITHOUT)
        if kind == "advice":
            return matched(kind, [(row["query"], row["answer"]) for row in rows])
        return matched(kind, [(row["query"], titled(row["title"], row["passage"], chance)) for row in rows])

    def turn(self, kind: str, step: int, count: int) -> list[dict]:
        """The next rows of a kind, each row once before any comes again; policy pairs stay beside their like."""
        rows = self.rows[kind]
        done = self.kinds[:step].count(kind)
        per_pass = max(1, len(rows) // count)
        chance = random.Random(f"{SEED} {kind} {done // per_pass}")
        order = list(range(len(rows)))
        chance.shuffle(order)
        if kind == "policy":
            groups = sorted({row["group"] for row in rows})
            chance.shuffle(groups)
            order.sort(key=lambda i: groups.index(rows[i]["group"]))
        first = done % per_pass * count
        return [rows[i] for i in order[first : first + count]]

    def with_negatives(self, kind: str, rows: Sequence[dict], chance: random.Random) -> Batch:
        positives = [chance.choice(row["positives"]) for row in rows]
        negatives = [
            article
            for row in rows
            for article in chance.sample(row["negatives"], min(NEGATIVES, len(row["negatives"])))
        ]
        ids = [*positives, *negatives]
        hidden = [
            (at, place)
            for at, row in enumerate(rows)
            for place, article in enumerate(ids)
            if place != at and article in row["positives"]
        ]
        texts = [titled(self.articles[i]["law"], self.articles[i]["text"], chance) for i in ids]
        return Batch(kind, [question_of(row, chance) for row in rows], texts, hidden)


def question_of(row: dict, chance: random.Random) -> str:
    """The question; now and then the answer that was given to it, which speaks more like the law."""
    if row["source"] == "stard" and row["answer"] and chance.random() < ANSWER_AS_QUESTION:
        return GREETING.sub("", row["answer"])[:120]
    return row["query"]


def titled(title: str, text: str, chance: random.Random) -> str:
    """A passage as the product embeds it: its title and headings on a line before it; sometimes without."""
    return text if title == "" or chance.random() < WITHOUT_TITLE else f"{title}\n{text}"


def matched(kind: str, pairs: Sequence[tuple[str, str]]) -> Batch:
    """A batch in which the other passages are the wrong ones; equal questions or passages do not count as wrong."""
    hidden = [
        (at, place)
        for at, (question, passage) in enumerate(pairs)
        for place, (other, text) in enumerate(pairs)
        if at != place and (question == other or passage == text)
    ]
    return Batch(kind, [question for question, _ in pairs], [passage for _, passage in pairs], hidden)
