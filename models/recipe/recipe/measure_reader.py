"""Measures an exported pair reader on pairs that were kept from its training."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from recipe.batches import read_rows
from recipe.embed_texts import token_ids
from recipe.heads import LABELS
from recipe.pair_reader import QUESTIONS
from recipe.train_pairs import PAIR_TOKENS, QUESTION_TOKENS

SURE = 0.9


@dataclass(frozen=True)
class ReaderFigures:
    """Shares (0–1) over conditions and what companies say of them."""

    pairs: int
    # Of all three labels.
    right: float
    # Of what is held to be met, or unmet, with a probability of .9: the share that is, and the share of those found.
    met: tuple[float, float]
    unmet: tuple[float, float]


def condition_pairs(rows: list[dict]) -> list[tuple[str, str, int]]:
    """Condition, what is said, and the label's place."""
    return [
        (row["condition"], said, label)
        for row in rows
        for label, name in enumerate(LABELS)
        for said in row[name]
    ]


def probabilities(folder: Path, tokenizer: Tokenizer, pairs: list[tuple[str, str, int]]) -> np.ndarray:
    """Of each label for each pair, each pair by itself as the product reads them: [pairs, 3]."""
    session = onnxruntime.InferenceSession(
        folder / "onnx" / "model_quantized.onnx", providers=["CPUExecutionProvider"]
    )
    found = np.zeros((len(pairs), QUESTIONS["conditions"]))
    for place, (condition, said, _) in enumerate(pairs):
        first = token_ids(tokenizer, [f"query: {condition}"], QUESTION_TOKENS)[0]
        second = token_ids(tokenizer, [f"query: {said}"], PAIR_TOKENS)[0]
        tokens = np.array([first + second], dtype=np.int64)
        types = np.array([[0] * len(first) + [1] * len(second)], dtype=np.int64)
        inputs = {"input_ids": tokens, "attention_mask": np.ones_like(tokens), "token_type_ids": types}
        logits = session.run(None, inputs)[0][0][: QUESTIONS["conditions"]]
        powers = np.exp(logits - logits.max())
        found[place] = powers / powers.sum()
    return found


def measure_reader(folder: Path, tokenizer: Tokenizer) -> ReaderFigures:
    """The figures over the conditions kept for development."""
    pairs = condition_pairs(read_rows("development-conditions.jsonl.gz"))
    found = probabilities(folder, tokenizer, pairs)
    labels = np.array([label for _, _, label in pairs])

    def sure_of(label: int) -> tuple[float, float]:
        sure = found[:, label] >= SURE
        right = (labels[sure] == label).sum()
        return float(right / max(1, sure.sum())), float(right / (labels == label).sum())

    return ReaderFigures(len(pairs), float((found.argmax(1) == labels).mean()), sure_of(0), sure_of(1))
