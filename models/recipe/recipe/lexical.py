"""BM25 over the terms of many texts, enough to find hard negatives with."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

import jieba
import numpy as np

K1, B = 1.2, 0.75
RUN = re.compile(r"[0-9A-Za-z]+|[\u3400-\u9fff]+")


def words_of(text: str) -> list[str]:
    """jieba's words, with the shorter words inside long ones."""
    return [word for word in jieba.cut_for_search(text) if RUN.match(word)]


def bigrams_of(text: str) -> list[str]:
    """Pairs of neighbouring Chinese characters; Latin words and numbers whole."""
    terms: list[str] = []
    for run in RUN.findall(text):
        single = len(run) == 1 or run.isascii()
        terms.extend([run.lower()] if single else [run[i : i + 2] for i in range(len(run) - 1)])
    return terms


class Bm25:
    """Scores every text for a question."""

    def __init__(self, texts: Sequence[str], terms_of: Callable[[str], list[str]]) -> None:
        self.terms_of = terms_of
        postings: dict[str, tuple[list[int], list[int]]] = {}
        lengths = np.zeros(len(texts), dtype=np.float32)
        for place, text in enumerate(texts):
            counts = Counter(terms_of(text))
            lengths[place] = counts.total()
            for term, count in counts.items():
                places, occurrences = postings.setdefault(term, ([], []))
                places.append(place)
                occurrences.append(count)
        norm = K1 * (1 - B + B * lengths / lengths.mean())
        self.size = len(texts)
        self.weights: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        for term, (places, occurrences) in postings.items():
            at, times = np.array(places), np.array(occurrences, dtype=np.float32)
            rarity = np.log(1 + (self.size - len(at) + 0.5) / (len(at) + 0.5))
            self.weights[term] = (at, (rarity * times * (K1 + 1) / (times + norm[at])).astype(np.float32))

    def scores(self, question: str) -> np.ndarray:
        """One number for every text: [texts]."""
        total = np.zeros(self.size, dtype=np.float32)
        for term in set(self.terms_of(question)):
            if term in self.weights:
                at, weight = self.weights[term]
                total[at] += weight
        return total
