"""Fine-tunes the encoder; goes on where a run was stopped."""

import json
import math
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from recipe.batches import Batch, Batches
from recipe.embed_texts import token_ids
from recipe.encoder import Encoder

STEPS = 600
PEAK_RATE, LAST_SHARE, WARM_UP = 2.5e-5, 0.05, 0.08
TEMPERATURE = 0.02
QUESTION_TOKENS, PASSAGE_TOKENS = 72, 128
SAVE_EVERY = 50


def rate_at(step: int, steps: int) -> float:
    """Rises over the first steps, then falls along a cosine."""
    warm = max(1, round(steps * WARM_UP))
    if step < warm:
        return PEAK_RATE * (step + 1) / warm
    share = (step - warm) / max(1, steps - warm)
    return PEAK_RATE * (LAST_SHARE + (1 - LAST_SHARE) * (1 + math.cos(math.pi * share)) / 2)


def ranking_loss(asked: torch.Tensor, found: torch.Tensor, hidden: list[tuple[int, int]]) -> torch.Tensor:
    """Cross-entropy of finding each question's passage, which stands at its own place, among all; not those hidden."""
    scores = asked @ found.T / TEMPERATURE
    if hidden:
        at, place = (torch.tensor(each) for each in zip(*hidden, strict=True))
        scores = scores.index_put((at, place), torch.tensor(float("-inf")))
    return functional.cross_entropy(scores, torch.arange(len(asked)))


def loss_of(encoder: Encoder, tokenizer: Tokenizer, batch: Batch) -> torch.Tensor:
    """Cross-entropy of finding each question's passage among all of the batch's."""
    questions = token_ids(tokenizer, [f"query: {text}" for text in batch.questions], QUESTION_TOKENS)
    passages = token_ids(tokenizer, [f"passage: {text}" for text in batch.passages], PASSAGE_TOKENS)
    with torch.autocast("cpu", torch.bfloat16):
        asked, found = encoder.embed(questions), encoder.embed(passages)
    return ranking_loss(asked, found, batch.hidden)


def train(encoder: Encoder, tokenizer: Tokenizer, folder: Path, steps: int = STEPS) -> Encoder:
    """
    Trains in place and returns the encoder. The state is saved in `folder` now and then, and read from there at the
    start; `train.jsonl` there has a line for every step.
    """
    encoder.embeddings.requires_grad_(False)
    trained = [each for each in encoder.parameters() if each.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=PEAK_RATE, betas=(0.9, 0.98), weight_decay=0.01)
    batches = Batches(steps)
    saved = folder / "state.pt"
    first = 0
    if saved.exists():
        state = torch.load(saved)
        if state["steps"] != steps:
            raise ValueError(f"{saved} is of a run of {state['steps']} steps, not {steps}")
        encoder.load_state_dict(state["encoder"])
        optimizer.load_state_dict(state["optimizer"])
        first = state["step"]
    encoder.train()
    with (folder / "train.jsonl").open("a", encoding="utf-8") as log:
        for step in range(first, steps):
            started = time.monotonic()
            for group in optimizer.param_groups:
                group["lr"] = rate_at(step, steps)
            batch = batches.at(step)
            loss = loss_of(encoder, tokenizer, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            taken = round(time.monotonic() - started, 2)
            log.write(json.dumps({"step": step, "kind": batch.kind, "loss": round(loss.item(), 4), "seconds": taken}))
            log.write("\n")
            log.flush()
            if (step + 1) % SAVE_EVERY == 0 or step + 1 == steps:
                save(saved, {"steps": steps, "step": step + 1, "encoder": encoder.state_dict(),
                             "optimizer": optimizer.state_dict()})
    return encoder.eval()


def save(file: Path, state: dict) -> None:
    """Writes beside the file first, so that a stop in between leaves the last state whole."""
    aside = file.with_suffix(".new")
    torch.save(state, aside)
    aside.replace(file)
