"""
Writes the files in data/ that training reads, from the project's data folder. Run once; the files are kept.

    python -m recipe.prepare_data --data FOLDER --model FOLDER [--vectors corpus.npy]
"""

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from recipe.embed_texts import embed_texts
from recipe.encoder import Encoder
from recipe.lexical import Bm25, bigrams_of, words_of
from recipe.structural_pairs import law_pairs, policy_pairs, service_pairs, term_pairs

OUT = Path(__file__).parent.parent / "data"
ROOT = Path(__file__).parents[3]
DEVELOPMENT_PASSAGES = 13_000
NEGATIVES_OF_METHOD = 8
ADVICE_WITH_ARTICLE = 2_500
LAW_PAIRS = 3_000
# Two texts that share this much say the same (older versions of a law, mostly).
SAME_COSINE, SAME_TERMS = 0.965, 0.6


def read_rows(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in gzip.decompress(file.read_bytes()).decode("utf-8").splitlines()]


def write_rows(name: str, rows: Iterable[dict[str, object]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (OUT / name).write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def is_kept(index: int) -> bool:
    """The benchmark's rule: every fifth question of the file is for measuring alone."""
    return index % 5 == 4


def is_development(index: int) -> bool:
    """Questions that choose among models and are not trained on."""
    return index % 6 == 0


class Corpus:
    """The articles with three ways to search them."""

    def __init__(self, articles: Sequence[dict[str, str]], vectors: np.ndarray) -> None:
        self.articles = articles
        self.vectors = vectors
        self.place = {row["id"]: i for i, row in enumerate(articles)}
        texts = [f"{row['law']}\n{row['text']}" for row in articles]
        self.terms = [frozenset(bigrams_of(row["text"])) for row in articles]
        self.methods = (Bm25(texts, words_of), Bm25(texts, bigrams_of))

    def rankings(self, question: str, vector: np.ndarray, count: int) -> list[np.ndarray]:
        """The first places by dense, word and bigram search."""
        scores = [self.vectors @ vector, *(method.scores(question) for method in self.methods)]
        return [top(each, count) for each in scores]

    def alike(self, one: int, other: int) -> bool:
        if float(self.vectors[one] @ self.vectors[other]) >= SAME_COSINE:
            return True
        a, b = self.terms[one], self.terms[other]
        return len(a & b) >= SAME_TERMS * max(1, min(len(a), len(b)))

    def negatives(
        self, rankings: list[np.ndarray], positives: Sequence[int], ranks: tuple[int, int], chance: random.Random
    ) -> list[str]:
        """Ids from the given ranks of every method, positives and their near twins left out."""
        chosen: list[int] = []
        for ranking in rankings:
            places = [int(p) for p in ranking[ranks[0] : ranks[1]] if int(p) not in chosen]
            chance.shuffle(places)
            good = (p for p in places if p not in positives and not any(self.alike(p, q) for q in positives))
            chosen.extend(p for p, _ in zip(good, range(NEGATIVES_OF_METHOD), strict=False))
        return [self.articles[p]["id"] for p in chosen]


def top(scores: np.ndarray, count: int) -> np.ndarray:
    first = np.argpartition(-scores, count)[:count]
    return first[np.argsort(-scores[first], kind="stable")]


def judgements(file: Path) -> dict[str, list[str]]:
    relevant: dict[str, list[str]] = {}
    for line in file.read_text("utf-8").splitlines():
        question, article, grade = line.split("\t")
        if int(grade) > 0:
            relevant.setdefault(question, []).append(article)
    return relevant


def stard_questions(folder: Path) -> list[dict[str, object]]:
    """STARD's questions but the kept ones, those for development marked."""
    relevant = judgements(folder / "qrels.tsv")
    return [
        {
            "id": row["id"],
            "source": "development" if is_development(index) else "stard",
            "query": row["text"],
            "answer": row["answer"] or "",
            "positives": relevant[row["id"]],
        }
        for index, row in enumerate(read_rows(folder / "queries.jsonl.gz"))
        if not is_kept(index) and row["id"] in relevant
    ]


def civil_code_questions(file: Path, corpus: Corpus) -> list[dict[str, object]]:
    number = {row["article"]: row["id"] for row in corpus.articles if row["law"] == "中华人民共和国民法典"}
    articles: dict[str, list[str]] = {}
    for row in read_rows(file):
        found = re.match(r"《民法典》(第[^条]+条(?:之[一二三四五六七八九十]+)?)", row["positive"])
        if found is not None and found[1] in number:
            articles.setdefault(row["query"], []).append(number[found[1]])
    return [
        {"id": f"c{i}", "source": "civil-code", "query": query, "answer": "", "positives": positives}
        for i, (query, positives) in enumerate(articles.items())
    ]


def advice_questions(file: Path) -> list[dict[str, object]]:
    return [
        {"id": f"a{i}", "source": "advice", "query": row["query"], "answer": row["positive"], "positives": []}
        for i, row in enumerate(read_rows(file))
    ]


def agreed_article(corpus: Corpus, question: str, answer: str, vector: np.ndarray) -> tuple[int, float]:
    """The article that question and advice together lead to most surely, and how far it is ahead."""
    dense = corpus.vectors @ vector
    total = (dense - dense.mean()) / dense.std()
    for method in corpus.methods:
        found = method.scores(f"{question}\n{answer}")
        total = total + (found - found.mean()) / found.std()
    first, second = top(total, 2)
    return int(first), float(total[first])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--model", type=Path, required=True, help="folder with encoder.pt and tokenizer.json")
    options.add_argument("--vectors", type=Path, help="vectors of the corpus, in its order")
    chosen = options.parse_args()
    chance = random.Random(7)
    tokenizer = Tokenizer.from_file(str(chosen.model / "tokenizer.json"))
    state = torch.load(chosen.model / "encoder.pt")
    encoder = Encoder(len(state["embeddings.word_embeddings.weight"]))
    encoder.load_state_dict(state)
    articles = read_rows(chosen.data / "stard/corpus.jsonl.gz")
    if chosen.vectors is None:
        texts = [f"passage: {row['law']}\n{row['text']}" for row in articles]
        vectors = embed_texts(encoder, tokenizer, texts, fast=True)
    else:
        vectors = np.load(chosen.vectors)

    write_rows("pairs.jsonl.gz", structural(chosen.data, random.Random(8)))
    corpus = Corpus(articles, vectors)
    print("corpus indexed", flush=True)

    questions = stard_questions(chosen.data / "stard")
    questions += civil_code_questions(chosen.data / "training/questions-to-civil-code.jsonl.gz", corpus)
    questions += advice_questions(chosen.data / "training/questions-to-legal-advice.jsonl.gz")
    asked = embed_texts(encoder, tokenizer, [f"query: {row['query']}" for row in questions], 64, fast=True)
    print("questions embedded", flush=True)

    sure: list[float] = []
    for row, vector in zip(questions, asked, strict=True):
        query = str(row["query"])
        if row["source"] == "advice":
            best, lead = agreed_article(corpus, query, str(row["answer"]), vector)
            row["positives"] = [articles[best]["id"]]
            row["sure"] = lead
            sure.append(lead)
        rankings = corpus.rankings(query, vector, 80)
        ranks = (4, 60) if row["source"] in ("stard", "development") else (15, 80)
        places = [corpus.place[i] for i in row["positives"]]
        row["negatives"] = corpus.negatives(rankings, places, ranks, chance)
    least = sorted(sure, reverse=True)[:ADVICE_WITH_ARTICLE][-1]
    for row in questions:
        if row.pop("sure", least) < least:
            row["positives"], row["negatives"] = [], []

    write_rows("questions.jsonl.gz", [row for row in questions if row["source"] != "development"])
    development = [row for row in questions if row["source"] == "development"]
    write_rows("development.jsonl.gz", [{k: row[k] for k in ("id", "query", "positives")} for row in development])
    used = {i for row in questions for i in (*row["positives"], *row["negatives"])}
    others = [row["id"] for row in articles if row["id"] not in used]
    used |= set(chance.sample(others, max(0, DEVELOPMENT_PASSAGES - len(used))))
    kept = [{k: row[k] for k in ("id", "law", "text")} for row in articles if row["id"] in used]
    write_rows("passages.jsonl.gz", kept)
    print(len(questions), "questions,", len(development), "for development,", len(kept), "passages")


def structural(data: Path, chance: random.Random) -> list[dict[str, object]]:
    """Pairs from documents that no question of the evaluation is about."""
    asked_about = {file.stem for file in (ROOT / "eval/documents").glob("*.txt")}
    pairs: list[dict[str, object]] = []
    for row in read_rows(data / "policies/state-council-2018-2019.jsonl.gz"):
        if row["id"] not in asked_about:
            pairs += [{"source": "policy", **pair} for pair in policy_pairs(row, chance)]
    for row in read_rows(data / "policies/guangdong-service-items.jsonl.gz"):
        pairs += [{"source": "service", **pair} for pair in service_pairs(row, chance)]
    terms: dict[str, dict[str, str]] = {}
    sentences: dict[str, dict[str, str]] = {}
    for row in read_rows(data / "laws/articles.jsonl.gz"):
        for pair in term_pairs(row, chance):
            terms.setdefault(pair["passage"], pair)
        if row["category"] in ("行政法规", "部门规章"):
            for pair in law_pairs(row, chance):
                sentences.setdefault(pair["passage"], pair)
    some = chance.sample(list(sentences.values()), min(LAW_PAIRS, len(sentences)))
    pairs += [{"source": "term", **pair} for pair in terms.values()]
    return pairs + [{"source": "law", **pair} for pair in some]


if __name__ == "__main__":
    main()
