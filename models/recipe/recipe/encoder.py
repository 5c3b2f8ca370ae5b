"""The BERT encoder, written out so that texts of mixed length need no padding outside attention."""

import torch
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, LAYERS, HEADS, FEED_FORWARD, POSITIONS, TYPES = 384, 12, 12, 1536, 512, 2
EPSILON = 1e-12


class Embeddings(nn.Module):
    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(vocabulary, HIDDEN)
        self.position_embeddings = nn.Embedding(POSITIONS, HIDDEN)
        self.token_type_embeddings = nn.Embedding(TYPES, HIDDEN)
        self.LayerNorm = nn.LayerNorm(HIDDEN, EPSILON)

    def forward(self, ids: Tensor, positions: Tensor, types: Tensor) -> Tensor:
        word = self.word_embeddings(ids)
        return self.LayerNorm(word + self.token_type_embeddings(types) + self.position_embeddings(positions))


class Projection(nn.Module):
    """A dense layer whose result is added to what came in, then normalised."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.dense = nn.Linear(size, HIDDEN)
        self.LayerNorm = nn.LayerNorm(HIDDEN, EPSILON)

    def forward(self, changed: Tensor, before: Tensor) -> Tensor:
        return self.LayerNorm(self.dense(changed) + before)


class Heads(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(HIDDEN, HIDDEN)
        self.key = nn.Linear(HIDDEN, HIDDEN)
        self.value = nn.Linear(HIDDEN, HIDDEN)


class Layer(nn.Module):
    """One layer; its parts bear transformers' names, so that a state has the same keys."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = nn.ModuleDict({"self": Heads(), "output": Projection(HIDDEN)})
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(HIDDEN, FEED_FORWARD)})
        self.output = Projection(FEED_FORWARD)

    def after_attention(self, mixed: Tensor, before: Tensor) -> Tensor:
        attended = self.attention["output"](mixed, before)
        return self.output(functional.gelu(self.intermediate["dense"](attended)), attended)


def split_heads(rows: Tensor) -> Tensor:
    """[texts, tokens, hidden] to [texts, heads, tokens, hidden / heads]."""
    texts, tokens, _ = rows.shape
    return rows.view(texts, tokens, HEADS, HIDDEN // HEADS).transpose(1, 2)


def attend(query: Tensor, key: Tensor, value: Tensor, unseen: Tensor) -> Tensor:
    """Attention written out: on a processor its backward pass takes a third of the fused one's time."""
    scores = query @ key.transpose(2, 3) * (HIDDEN // HEADS) ** -0.5
    return (scores + unseen.to(scores.dtype)).softmax(-1).to(value.dtype) @ value


class Encoder(nn.Module):
    """multilingual-e5-small's encoder over a cut vocabulary."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.embeddings = Embeddings(vocabulary)
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(Layer() for _ in range(LAYERS))})

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """The padded form, for the exported model: [texts, tokens] to [texts, tokens, hidden]."""
        positions = torch.arange(input_ids.shape[1], device=input_ids.device).unsqueeze(0)
        rows = self.embeddings(input_ids, positions, token_type_ids)
        unseen = (1.0 - attention_mask[:, None, None, :].to(rows.dtype)) * -10_000.0
        for layer in self.encoder["layer"]:
            heads = layer.attention["self"]
            query, key, value = (split_heads(part(rows)) for part in (heads.query, heads.key, heads.value))
            mixed = attend(query, key, value, unseen).transpose(1, 2).reshape(rows.shape)
            rows = layer.after_attention(mixed, rows)
        return rows

    def embed(self, ids: list[list[int]]) -> Tensor:
        """Unit vectors of texts given as token ids: [texts, hidden], float32."""
        lengths = torch.tensor([len(each) for each in ids])
        longest = int(lengths.max())
        real = torch.arange(longest)[None, :] < lengths[:, None]
        flat = torch.tensor([token for each in ids for token in each])
        positions = torch.arange(longest).expand(len(ids), -1)[real]
        rows = self.embeddings(flat, positions, torch.zeros_like(flat))
        unseen = torch.where(real, 0.0, -10_000.0)[:, None, None, :]
        index = real.reshape(-1).nonzero().squeeze(1)
        for layer in self.encoder["layer"]:
            heads = layer.attention["self"]
            padded = (
                self.pad(part(rows), index, real.shape) for part in (heads.query, heads.key, heads.value)
            )
            mixed = attend(*map(split_heads, padded), unseen)
            flat_mixed = mixed.transpose(1, 2).reshape(-1, HIDDEN)[index]
            rows = layer.after_attention(flat_mixed, rows)
        text_of = torch.arange(len(ids)).repeat_interleave(lengths)
        sums = torch.zeros(len(ids), HIDDEN).index_add(0, text_of, rows.float())
        return functional.normalize(sums, dim=1)

    @staticmethod
    def pad(rows: Tensor, index: Tensor, shape: torch.Size) -> Tensor:
        """Rows of tokens laid out as [texts, tokens, hidden], zeros between."""
        flat = rows.new_zeros(shape[0] * shape[1], HIDDEN).index_copy(0, index, rows)
        return flat.view(shape[0], shape[1], HIDDEN)
