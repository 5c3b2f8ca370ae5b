"""
Makes an encoder easy to round to 8 bits without changing what it computes (after SmoothQuant, Xiao and others 2023): a
few channels of the activations are far larger than the rest, and with one scale for all of them the rest lose their
digits. Each channel is divided by a factor that the weights behind it are multiplied by. One channel of every
feed-forward layer is a thousand times the others: it is left out of the rounding.
"""

import copy
from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from recipe.embed_texts import embed_texts
from recipe.encoder import Encoder

LEAST_ACTIVATION, LEAST_WEIGHT = 1e-3, 1e-4
# A channel counts as large by its activation times its weight; weights below this are all alike.
COMMON_WEIGHT = 0.05


class ScaledLinear(nn.Module):
    """A linear layer whose weights expect its inputs divided by the factors."""

    def __init__(self, linear: nn.Linear, factors: Tensor) -> None:
        super().__init__()
        self.inverse = nn.Parameter(1 / factors, requires_grad=False)
        self.linear = linear
        linear.weight.mul_(factors)

    def forward(self, rows: Tensor) -> Tensor:
        return self.linear(rows * self.inverse)


class SplitLinear(nn.Module):
    """The same, with one channel computed apart, where no export rounds it."""

    def __init__(self, linear: nn.Linear, factors: Tensor, channel: int) -> None:
        super().__init__()
        self.channel = channel
        self.column = nn.Parameter(linear.weight[:, channel].clone(), requires_grad=False)
        linear.weight[:, channel] = 0
        self.rest = ScaledLinear(linear, factors)
        self.rest.inverse[channel] = 0

    def forward(self, rows: Tensor) -> Tensor:
        return self.rest(rows) + rows[..., self.channel : self.channel + 1] * self.column


def largest_activations(encoder: Encoder, tokenizer: Tokenizer, texts: Sequence[str]) -> dict[nn.Module, Tensor]:
    """For the linear layers to be smoothed, each input channel's greatest absolute value over the texts."""
    largest: dict[nn.Module, Tensor] = {}

    def note(module: nn.Module, inputs: tuple[Tensor]) -> None:
        values = inputs[0].detach().abs().reshape(-1, inputs[0].shape[-1]).amax(0)
        largest[module] = torch.maximum(largest.get(module, values), values)

    watched = [
        linear
        for layer in encoder.encoder["layer"]
        for linear in (layer.attention["output"].dense, layer.intermediate["dense"], layer.output.dense)
    ]
    hooks = [linear.register_forward_pre_hook(note) for linear in watched]
    embed_texts(encoder, tokenizer, texts)
    for hook in hooks:
        hook.remove()
    return largest


def factors_of(activations: Tensor, linear: nn.Linear) -> Tensor:
    """What each channel is divided by: the root of its activation over its weight, of mean 1 on a logarithmic scale."""
    weights = linear.weight.abs().amax(0).clamp(min=LEAST_WEIGHT)
    factors = (activations.clamp(min=LEAST_ACTIVATION) / weights).sqrt()
    return factors / factors.log().mean().exp()


@torch.no_grad()
def smoothed(encoder: Encoder, tokenizer: Tokenizer, texts: Sequence[str]) -> Encoder:
    """A copy that computes the same and loses less when rounded. `texts` are like those to be embedded, with prefixes."""
    copied = copy.deepcopy(encoder).eval()
    largest = largest_activations(copied, tokenizer, texts)
    for layer in copied.encoder["layer"]:
        value, mixed = layer.attention["self"].value, layer.attention["output"].dense
        factors = factors_of(largest[mixed], mixed)
        value.weight.div_(factors[:, None])
        value.bias.div_(factors)
        mixed.weight.mul_(factors)

        wide = layer.intermediate["dense"]
        layer.intermediate["dense"] = ScaledLinear(wide, factors_of(largest[wide], wide))

        narrow = layer.output.dense
        activations = largest[narrow]
        channel = int((activations * narrow.weight.abs().amax(0).clamp(min=COMMON_WEIGHT)).argmax())
        factors = factors_of(activations, narrow)
        factors[channel] = 1
        layer.output.dense = SplitLinear(narrow, factors, channel)
    return copied
