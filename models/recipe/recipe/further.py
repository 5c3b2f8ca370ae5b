"""
Goes on training on sentences of policies, in stages, mixed with the first training's batches; in the last one also on
questions that nothing answers and on conditions that are met or not.
"""

import json
import math
import random
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from recipe.batches import Batches
from recipe.condition_batches import ConditionBatch, ConditionBatches
from recipe.embed_texts import token_ids
from recipe.encoder import Encoder
from recipe.heads import Heads, answer_features, condition_features
from recipe.sentence_batches import STAGES, SentenceBatch, SentenceBatches, Stage
from recipe.train import LAST_SHARE, PASSAGE_TOKENS, QUESTION_TOKENS, WARM_UP, loss_of, ranking_loss, save

SEED = 11
# Batches of the first kind are drawn from a run of this length.
MIX = 2000
# The heads learn this much faster than the encoder, and this much counts whether a sentence answers at all.
HEADS_FASTER, ANSWERS_COUNT = 25, 0.7
# Sentences that do not answer, and those that do.
ANSWER_WEIGHTS = (1.0, 1.5)


def rate_at(step: int, stage: Stage) -> float:
    """Rises over the first steps, then falls along a cosine."""
    warm = stage.steps * WARM_UP
    share = max(0.0, (step - warm) / (stage.steps - warm))
    return stage.rate * min(1.0, (step + 1) / warm) * (LAST_SHARE + (1 - LAST_SHARE) * (1 + math.cos(math.pi * share)) / 2)


def sentence_loss(encoder: Encoder, heads: Heads, tokenizer: Tokenizer, batch: SentenceBatch) -> torch.Tensor:
    """The ranking loss; where questions without an answer are among them, also whether each pair's sentence answers."""
    if not batch.unanswered:
        return loss_of(encoder, tokenizer, batch.found)
    texts = [f"query: {text}" for text in [*batch.found.questions, *batch.unanswered]]
    questions = token_ids(tokenizer, texts, QUESTION_TOKENS)
    passages = token_ids(tokenizer, [f"passage: {text}" for text in batch.found.passages], PASSAGE_TOKENS)
    with torch.autocast("cpu", torch.bfloat16):
        asked, found = encoder.embed(questions), encoder.embed(passages)
    question, sentence, label = (torch.tensor(each) for each in zip(*batch.pairs, strict=True))
    said = heads.answers(answer_features(asked[question], found[sentence]))
    ranked = ranking_loss(asked[: len(batch.found.questions)], found, batch.found.hidden)
    return ranked + ANSWERS_COUNT * functional.cross_entropy(said, label, weight=torch.tensor(ANSWER_WEIGHTS))


def condition_loss(encoder: Encoder, heads: Heads, tokenizer: Tokenizer, batch: ConditionBatch) -> torch.Tensor:
    """Cross-entropy of what a statement makes of its condition."""
    ids = token_ids(tokenizer, [f"query: {text}" for text in batch.texts], QUESTION_TOKENS)
    with torch.autocast("cpu", torch.bfloat16):
        vectors = encoder.embed(ids)
    condition, said, label = (torch.tensor(each) for each in zip(*batch.pairs, strict=True))
    return functional.cross_entropy(heads.conditions(condition_features(vectors[condition], vectors[said])), label)


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
        sentences, conditions, heads = SentenceBatches(stage, chance), ConditionBatches(chance), Heads()
        groups = [{"params": trained, "faster": 1}, {"params": list(heads.parameters()), "faster": HEADS_FASTER}]
        optimizer = torch.optim.AdamW(groups, lr=stage.rate, betas=(0.9, 0.98), weight_decay=0.01)
        encoder.train()
        with (folder / "further.jsonl").open("a", encoding="utf-8") as log:
            for step in range(stage.steps):
                for group in optimizer.param_groups:
                    group["lr"] = rate_at(step, stage) * group["faster"]
                drawn = chance.random()
                if drawn < stage.share:
                    kind, loss = "sentence", sentence_loss(encoder, heads, tokenizer, sentences.draw())
                elif drawn < stage.share + stage.conditions:
                    kind, loss = "condition", condition_loss(encoder, heads, tokenizer, conditions.draw())
                else:
                    batch = mix.at((stage.goes_on_at + step) % MIX)
                    kind, loss = batch.kind, loss_of(encoder, tokenizer, batch)
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(trained, 1.0)
                optimizer.step()
                log.write(json.dumps({"stage": number, "step": step, "kind": kind, "loss": round(loss.item(), 4)}))
                log.write("\n")
                log.flush()
        save(saved, encoder.state_dict())
    return encoder.eval()
