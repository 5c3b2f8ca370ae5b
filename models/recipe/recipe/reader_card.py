"""The pair reader's card, with the figures of this very run."""

from pathlib import Path

from recipe.measure_reader import ReaderFigures

CARD = """# zhengwen-read

Reads two Chinese texts together: whether a sentence answers a question, whether what a company says of itself meets a
condition, whether a sentence says what its quote says. The encoder of `zhengwen-embed` before its weights are averaged;
its six upper layers see both texts. int8, {size:.1f} MB. Made by `models/recipe`, which holds the training data.

- Inputs `input_ids`, `attention_mask`, `token_type_ids`: the ids of both texts one after the other, each with its own
  beginning and end mark, `token_type_ids` 0 in the first and 1 in the second. The tokenizer is that of `zhengwen-embed`.
- Output `logits`, seven a pair: met, unmet, unknown; does not answer, answers; says more, says the same.
- Prefixes: `query: ` question and `passage: ` sentence; `query: ` before both, condition and what is said; `passage: `
  quote and `query: ` what is said of it. At most 72 tokens of the first and 110 of the second text.

## Measured

{pairs:,} pairs of conditions and statements that were kept from training, each read by itself, int8: the right one of
three labels {right:.3f}. Where it is sure (.9) that a condition is met, it is right in {met[0]:.3f}, and finds
{met[1]:.3f} of those that are; of unmet ones {unmet[0]:.3f} and {unmet[1]:.3f}.

## Limits

It judges wording: numbers, dates and places are for rules to compare. It is no proof of anything: what it holds to be an
answer is still a quote of the document.

## Licences

As `zhengwen-embed`. This model: MIT.
"""


def write_reader_card(folder: Path, figures: ReaderFigures) -> None:
    """Writes README.md into the model's folder."""
    size = (folder / "onnx" / "model_quantized.onnx").stat().st_size / 1e6
    text = CARD.format(size=size, pairs=figures.pairs, right=figures.right, met=figures.met, unmet=figures.unmet)
    (folder / "README.md").write_text(text, "utf-8")
