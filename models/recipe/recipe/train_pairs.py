"""Trains the pair reader from the embedding model's tuned weights."""

import json
import math
import random
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from recipe.embed_texts import token_ids
from recipe.encoder import Encoder
from recipe.pair_batches import PairBatch, PairBatches
from recipe.pair_reader import PairReader
from recipe.train import save

SEED = 7
RATE, LAST_SHARE, WARM_UP = 1.2e-4, 0.04, 0.06
HEADS_FASTER, BIAS_FASTER = 10, 100
QUESTION_TOKENS, PAIR_TOKENS = 72, 110
# Sentences that do not answer, and those that do.
ANSWER_WEIGHTS = (1.0, 1.6)


# Two runs, one after the other: steps, the share of batches of each kind, and whether conditions are mixed.
RUNS = (
    (573, {"conditions": 0.6, "rewordings": 0.0}, False),
    (855, {"conditions": 0.38, "rewordings": 0.14}, True),
)


def rate_at(step: int, steps: int) -> float:
    """Rises over the first steps, then falls along a cosine."""
    warm = steps * WARM_UP
    share = max(0.0, (step - warm) / (steps - warm))
    return RATE * min(1.0, (step + 1) / warm) * (LAST_SHARE + (1 - LAST_SHARE) * (1 + math.cos(math.pi * share)) / 2)


def pair_loss(reader: PairReader, tokenizer: Tokenizer, batch: PairBatch) -> torch.Tensor:
    """Cross-entropy of the labels; for questions with an answer also of finding it among their own sentences."""
    longest = QUESTION_TOKENS if batch.question == "conditions" else PAIR_TOKENS
    with torch.autocast("cpu", torch.bfloat16):
        logits = reader(token_ids(tokenizer, batch.texts, longest), batch.pairs, batch.question).float()
    labels = torch.tensor(batch.labels)
    if batch.question != "answers":
        return functional.cross_entropy(logits, labels)
    odds = logits[:, 1] - logits[:, 0]
    found = [-functional.log_softmax(odds[begin : begin + count], 0)[0] for begin, count in batch.ranked]
    return functional.cross_entropy(logits, labels, weight=torch.tensor(ANSWER_WEIGHTS)) + torch.stack(found).mean()


def train_pairs(encoder: Encoder, tokenizer: Tokenizer, folder: Path) -> PairReader:
    """Trains a reader over the encoder in place; a run that was finished before is read from `folder`."""
    reader = PairReader(encoder)
    for number, (steps, shares, mixed) in enumerate(RUNS, 1):
        saved = folder / f"pairs-{number}.pt"
        if saved.exists():
            reader.load_state_dict(torch.load(saved))
            continue
        chance = random.Random(SEED)
        batches = PairBatches(chance, mixed)
        trained = [each for each in reader.encoder.parameters() if each.requires_grad]
        groups = [
            {"params": trained, "faster": 1},
            {"params": list(reader.heads.parameters()), "faster": HEADS_FASTER},
            {"params": [reader.bias], "faster": BIAS_FASTER, "weight_decay": 0.0},
        ]
        optimizer = torch.optim.AdamW(groups, lr=RATE, betas=(0.9, 0.98), weight_decay=0.01)
        reader.train()
        with (folder / "pairs.jsonl").open("a", encoding="utf-8") as log:
            for step in range(steps):
                for group in optimizer.param_groups:
                    group["lr"] = rate_at(step, steps) * group["faster"]
                drawn, kind = chance.random(), "answers"
                if drawn < shares["conditions"]:
                    kind = "conditions"
                elif drawn < shares["conditions"] + shares["rewordings"]:
                    kind = "rewordings"
                loss = pair_loss(reader, tokenizer, batches.kinds[kind]())
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(trained, 1.0)
                optimizer.step()
                log.write(json.dumps({"run": number, "step": step, "kind": kind, "loss": round(loss.item(), 4)}) + "\n")
                log.flush()
        save(saved, reader.state_dict())
    return reader.eval()
