"""
An encoder that reads two texts together. Its lower layers see each text alone, as the embedding model does, from whose
weights it begins; in the upper ones each text's tokens see the other's too, less at first by a learnt amount a head.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from recipe.encoder import HEADS, HIDDEN, LAYERS, Encoder, split_heads

# Layers that see one text alone; they stay as they are in training.
ALONE = 6
FIRST_BIAS = -1.5
UNITS, DROPPED = 96, 0.1
UNSEEN = -10_000.0
# What is asked of two texts, and how many answers each question has; in the order of the exported numbers.
QUESTIONS = {"conditions": 3, "answers": 2, "rewordings": 2}


class PairHead(nn.Module):
    """One hidden layer over where the two texts' mean rows agree and differ, and the rows themselves."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.first = nn.Linear(HIDDEN * 4 + 1, UNITS)
        self.second = nn.Linear(UNITS, labels)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, first: Tensor, second: Tensor) -> Tensor:
        one, other = functional.normalize(first, dim=1), functional.normalize(second, dim=1)
        likeness = (one * other).sum(1, keepdim=True)
        features = torch.cat(
            [one * other * 20, (one - other).abs() * 8, one * 4, other * 4, likeness * 8 - 6], 1
        )
        return self.second(self.drop(functional.gelu(self.first(self.drop(features)))))


class PairReader(nn.Module):
    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.bias = nn.Parameter(torch.full((LAYERS - ALONE, HEADS), FIRST_BIAS))
        self.heads = nn.ModuleDict({name: PairHead(labels) for name, labels in QUESTIONS.items()})
        encoder.embeddings.requires_grad_(False)
        encoder.encoder["layer"][:ALONE].requires_grad_(False)

    @property
    def layers(self) -> nn.ModuleList:
        return self.encoder.encoder["layer"]

    @staticmethod
    def through(layer: nn.Module, rows: Tensor, added: Tensor) -> Tensor:
        """One layer over [texts, tokens, hidden]; `added` goes on top of the attention's scores."""
        heads = layer.attention["self"]
        query, key, value = (split_heads(part(rows)) for part in (heads.query, heads.key, heads.value))
        scores = query @ key.transpose(2, 3) * (HIDDEN // HEADS) ** -0.5
        mixed = (scores + added.to(scores.dtype)).softmax(-1).to(value.dtype) @ value
        return layer.after_attention(mixed.transpose(1, 2).reshape(rows.shape), rows)

    def alone(self, ids: list[list[int]]) -> tuple[Tensor, Tensor]:
        """Rows of texts after the lower layers, [texts, tokens, hidden], and the texts' lengths in tokens."""
        lengths = torch.tensor([len(each) for each in ids])
        longest = int(lengths.max())
        real = torch.arange(longest)[None] < lengths[:, None]
        padded = torch.tensor([each + [0] * (longest - len(each)) for each in ids])
        with torch.no_grad():
            rows = self.encoder.embeddings(padded, torch.arange(longest)[None], torch.zeros_like(padded))
            added = torch.where(real, 0.0, UNSEEN)[:, None, None, :]
            for layer in self.layers[:ALONE]:
                rows = self.through(layer, rows, added)
        return rows, lengths

    def forward(self, ids: list[list[int]], pairs: list[tuple[int, int]], question: str) -> Tensor:
        """Logits of one question for pairs of places among the texts: [pairs, labels]."""
        rows, lengths = self.alone(ids)
        one, other = (torch.tensor(each) for each in zip(*pairs, strict=True))
        ends, all_ends = lengths[one], lengths[one] + lengths[other]
        longest = int(all_ends.max())
        position = torch.arange(longest)[None].expand(len(pairs), -1)
        is_first, is_real = position < ends[:, None], position < all_ends[:, None]
        is_second = is_real & ~is_first
        width = rows.shape[1]
        from_first = one[:, None] * width + position
        from_second = other[:, None] * width + position - ends[:, None]
        place = torch.where(is_first, from_first, torch.where(is_second, from_second, 0))
        joined = rows.reshape(-1, HIDDEN)[place.reshape(-1)].view(len(pairs), longest, HIDDEN)
        unseen = torch.where(is_real, 0.0, UNSEEN)[:, None, None, :]
        across = (is_first[:, :, None] != is_first[:, None, :])[:, None]
        for depth, layer in enumerate(self.layers[ALONE:]):
            joined = self.through(layer, joined, unseen + across * self.bias[depth][None, :, None, None])
        joined = joined.float()
        sums = ((joined * each[..., None]).sum(1) for each in (is_first, is_second))
        return self.heads[question](*sums)


class ExportedReader(nn.Module):
    """The same over joined ids, `token_type_ids` 0 in the first text and 1 in the second: all logits, [pairs, 7]."""

    def __init__(self, reader: PairReader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        is_second = token_type_ids
        is_first = attention_mask - is_second
        # Each text's positions begin at 0.
        position = torch.arange(input_ids.shape[1]).unsqueeze(0) - is_second * is_first.sum(1, keepdim=True)
        rows = self.reader.encoder.embeddings(
            input_ids, position * attention_mask, torch.zeros_like(input_ids)
        )
        unseen = ((1.0 - attention_mask.float()) * UNSEEN)[:, None, None, :]
        across = (is_second[:, :, None] != is_second[:, None, :]).float()[:, None]
        for depth, layer in enumerate(self.reader.layers):
            bias = UNSEEN if depth < ALONE else self.reader.bias[depth - ALONE][None, :, None, None]
            rows = self.reader.through(layer, rows, unseen + across * bias)
        sums = [(rows * each.float()[..., None]).sum(1) for each in (is_first, is_second)]
        return torch.cat([self.reader.heads[name](*sums) for name in QUESTIONS], 1)
