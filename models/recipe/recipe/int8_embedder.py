"""Vectors from the exported model, each text alone, as the product embeds."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from recipe.embed_texts import token_ids
from recipe.encoder import HIDDEN


class Int8Embedder:
    """The model in a folder."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.session = onnxruntime.InferenceSession(
            folder / "onnx" / "model_quantized.onnx", providers=["CPUExecutionProvider"]
        )

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors in the order of the texts: [texts, 384]."""
        vectors = np.zeros((len(texts), HIDDEN), dtype=np.float32)
        for place, ids in enumerate(token_ids(self.tokenizer, texts, 512)):
            tokens = np.array([ids], dtype=np.int64)
            inputs = {
                "input_ids": tokens,
                "attention_mask": np.ones_like(tokens),
                "token_type_ids": np.zeros_like(tokens),
            }
            mean = self.session.run(None, inputs)[0][0].mean(0)
            vectors[place] = mean / np.linalg.norm(mean)
        return vectors
