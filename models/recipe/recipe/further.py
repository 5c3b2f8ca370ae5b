"""Goes on training on sentences of policies, in stages, mixed with the first training's batches."""

import json
import math
import random
from pathlib import Path

import torch
from tokenizers import Tokenizer

from recipe.batches import Batches
from recipe.encoder import Encoder
from recipe.sentence_batches import STAGES, SentenceBatches, Stage
from recipe.train import LAST_SHARE, WARM_UP, loss_of, save

SEED = 11
# Batches of the first kind are drawn from a run of this length.
MIX = 2000


def rate_at(step: int, stage: Stage) -> float:
    """Rises over the first steps, then falls along a cosine."""
    warm = stage.steps * WARM_UP
    share = max(0.0, (step - warm) / (stage.steps - warm))
    return stage.rate * min(1.0, (step + 1) / warm) * (LAST_SHARE + (1 - LAST_SHARE) * (1 + math.cos(math.pi * share)) / 2)


def train_further(encoder: Encoder, tokenizer: Tokenizer, folder: Path) -> Encoder:
    """Trains in place, stage by stage; a stage that was finished before is read from `folder`."""
    encoder.embeddings.requires_grad_(False)
    trained = [each for each in encoder.parameters() if each.requires_grad]
    mix = Batches(MIX)
    for number, stage in enumerate(STAGES, 1):
        saved = folder / f"stage-{number}.pt"
        if saved.exists():
            encoder.load_state_dict(torch.load(saved))
            continue
        chance = random.Random(SEED)
        sentences = SentenceBatches(stage, chance)
        optimizer = torch.optim.AdamW(trained, lr=stage.rate, betas=(0.9, 0.98), weight_decay=0.01)
        encoder.train()
        with (folder / "further.jsonl").open("a", encoding="utf-8") as log:
            for step in range(stage.steps):
                for group in optimizer.param_groups:
                    group["lr"] = rate_at(step, stage)
                is_sentences = chance.random() < stage.share
                batch = sentences.draw() if is_sentences else mix.at(stage.goes_on_at + step)
                loss = loss_of(encoder, tokenizer, batch)
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(trained, 1.0)
                optimizer.step()
                log.write(json.dumps({"stage": number, "step": step, "kind": batch.kind, "loss": round(loss.item(), 4)}))
                log.write("\n")
                log.flush()
        save(saved, encoder.state_dict())
    return encoder.eval()
