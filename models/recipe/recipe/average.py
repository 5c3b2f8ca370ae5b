"""The mean of two encoders' weights."""

from torch import Tensor

State = dict[str, Tensor]


def average(tuned: State, untuned: State, share: float) -> State:
    """`share` of the tuned weights, the rest of the untuned ones."""
    return {name: share * tensor + (1 - share) * untuned[name] for name, tensor in tuned.items()}
