"""What is asked of two vectors besides likeness: whether a sentence answers, whether a condition is met."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from recipe.encoder import HIDDEN

UNITS, DROPPED = 48, 0.1
ANSWERS, ANSWERS_NOT = 1, 0
LABELS = ("met", "unmet", "unknown")


class Head(nn.Module):
    """One hidden layer over the features of pairs."""

    def __init__(self, inputs: int, labels: int) -> None:
        super().__init__()
        self.first = nn.Linear(inputs, UNITS)
        self.second = nn.Linear(UNITS, labels)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, features: Tensor) -> Tensor:
        return self.second(self.drop(functional.gelu(self.first(self.drop(features)))))


def likeness(asked: Tensor, given: Tensor) -> Tensor:
    return (asked * given).sum(1, keepdim=True)


def answer_features(question: Tensor, sentence: Tensor) -> Tensor:
    """[pairs, hidden] twice to [pairs, 2 hidden + 1]."""
    return torch.cat(
        [question * sentence * 20, (question - sentence).abs() * 10, likeness(question, sentence) * 5 - 4], 1
    )


def condition_features(condition: Tensor, said: Tensor) -> Tensor:
    """[pairs, hidden] twice to [pairs, 3 hidden + 1]."""
    return torch.cat(
        [condition * said * 20, (condition - said).abs() * 5, said * 5, likeness(condition, said) * 10 - 8], 1
    )


class Heads(nn.Module):
    """Used in training only: the product learns its own networks over the finished vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = Head(2 * HIDDEN + 1, 2)
        self.conditions = Head(3 * HIDDEN + 1, len(LABELS))
