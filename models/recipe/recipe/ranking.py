"""How well vectors find what answers a question."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Figures:
    """Means over the questions."""

    ndcg10: float
    recall100: float
    questions: int


def ranking_of(scores: np.ndarray, count: int) -> list[int]:
    first = np.argpartition(-scores, min(count, len(scores) - 1))[:count]
    return [int(place) for place in first[np.argsort(-scores[first], kind="stable")]]


def measure(questions: np.ndarray, passages: np.ndarray, relevant: Sequence[set[int]]) -> Figures:
    """Cosine search of every question over all passages; `relevant` holds the places that answer it."""
    gains, found = [], []
    for vector, right in zip(questions, relevant, strict=True):
        ranked = ranking_of(passages @ vector, 100)
        gain = sum(1 / np.log2(place + 2) for place, each in enumerate(ranked[:10]) if each in right)
        best = sum(1 / np.log2(place + 2) for place in range(min(10, len(right))))
        gains.append(gain / best)
        found.append(len(right & set(ranked)) / len(right))
    return Figures(float(np.mean(gains)), float(np.mean(found)), len(gains))
