"""Writes models as int8 ONNX in the layout that transformers.js loads."""

import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from recipe.encoder import FEED_FORWARD, HEADS, HIDDEN, LAYERS, POSITIONS, TYPES, Encoder
from recipe.pair_reader import QUESTIONS, ExportedReader, PairReader

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
TOKENIZER_CONFIG = {
    "tokenizer_class": "PreTrainedTokenizerFast",
    "model_max_length": 512,
    "bos_token": "<s>",
    "eos_token": "</s>",
    "unk_token": "<unk>",
    "pad_token": "<pad>",
    "cls_token": "<s>",
    "sep_token": "</s>",
}


def config_of(vocabulary: int) -> dict[str, object]:
    return {
        "model_type": "bert",
        "architectures": ["BertModel"],
        "hidden_size": HIDDEN,
        "num_hidden_layers": LAYERS,
        "num_attention_heads": HEADS,
        "intermediate_size": FEED_FORWARD,
        "vocab_size": vocabulary,
        "max_position_embeddings": POSITIONS,
        "type_vocab_size": TYPES,
        "pad_token_id": 1,
    }


def write_int8(model: nn.Module, sample: tuple[Tensor, ...], output: str, axes: list[str], folder: Path) -> Path:
    """Writes a model with the three inputs and one output, whose `axes` may differ in length; returns its file."""
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    target = folder / "onnx" / "model_quantized.onnx"
    inputs = {name: {0: "batch", 1: "tokens"} for name in INPUTS}
    with tempfile.TemporaryDirectory() as aside:
        plain = Path(aside) / "model.onnx"
        torch.onnx.export(
            model.eval(),
            sample,
            str(plain),
            input_names=INPUTS,
            output_names=[output],
            dynamic_axes={**inputs, output: dict(enumerate(axes))},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, target, per_channel=True, weight_type=QuantType.QInt8)
    return target


def export(encoder: Encoder, tokenizer: dict[str, object], folder: Path) -> Path:
    """Writes model, tokenizer and configuration into `folder`; returns the model's file."""
    sample = torch.tensor([[0, 4, 5, 2]])
    inputs = (sample, torch.ones_like(sample), torch.zeros_like(sample))
    target = write_int8(encoder, inputs, "last_hidden_state", ["batch", "tokens"], folder)
    write_json(folder / "tokenizer.json", tokenizer)
    write_json(folder / "tokenizer_config.json", TOKENIZER_CONFIG)
    write_json(folder / "config.json", config_of(encoder.embeddings.word_embeddings.num_embeddings))
    return target


def export_reader(reader: PairReader, folder: Path) -> Path:
    """Writes the pair reader and its configuration into `folder`; it shares the embedding model's tokenizer."""
    sample = torch.tensor([[0, 4, 5, 2, 0, 6, 2]])
    second = torch.tensor([[0, 0, 0, 0, 1, 1, 1]])
    target = write_int8(
        ExportedReader(reader), (sample, torch.ones_like(sample), second), "logits", ["batch"], folder
    )
    vocabulary = reader.encoder.embeddings.word_embeddings.num_embeddings
    labels = sum(QUESTIONS.values())
    write_json(
        folder / "config.json",
        {**config_of(vocabulary), "architectures": ["BertForSequenceClassification"], "num_labels": labels},
    )
    return target


def write_json(file: Path, content: object) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")
