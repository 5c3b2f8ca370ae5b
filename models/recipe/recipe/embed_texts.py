"""Vectors of many texts, with a cut tokenizer and an encoder."""

from collections.abc import Sequence

import numpy as np
import torch
from tokenizers import Tokenizer

from recipe.encoder import HIDDEN, Encoder

TOKENS_AT_ONCE = 4096


def token_ids(tokenizer: Tokenizer, texts: Sequence[str], longest: int) -> list[list[int]]:
    """Ids of the texts, cut to `longest` with the end mark kept."""
    tokenizer.enable_truncation(longest)
    return [each.ids for each in tokenizer.encode_batch(list(texts))]


def embed_texts(
    encoder: Encoder, tokenizer: Tokenizer, texts: Sequence[str], longest: int = 512, fast: bool = False
) -> np.ndarray:
    """Unit vectors in the order of the texts: [texts, 384]. `fast` computes in bfloat16."""
    ids = token_ids(tokenizer, texts, longest)
    order = sorted(range(len(ids)), key=lambda i: -len(ids[i]))
    vectors = np.zeros((len(ids), HIDDEN), dtype=np.float32)
    at = 0
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=fast):
        while at < len(order):
            count = max(1, TOKENS_AT_ONCE // len(ids[order[at]]))
            part = order[at : at + count]
            vectors[part] = encoder.embed([ids[i] for i in part]).numpy()
            at += count
    return vectors
