"""Labels sentences: what each is about, what it says of practice, and whether things change.

A small encoder whose weights are package data, run with numpy alone. How it was trained and how
often it is right stand in ``docs/reference/model.md``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from sightline.reports.findings import Labels
from sightline.reports.wordpiece import pieces

# As many pieces as are worked on at once: sentences of like length together.
_AT_ONCE = 2048
_MOST_THEMES = 3
_FAR = -1e4


@dataclass(frozen=True)
class Model:
    """The weights by name, the pieces, the names of what is told apart, and the thresholds."""

    weights: dict[str, Any]
    vocabulary: dict[str, int]
    polarities: tuple[str, ...]
    trajectories: tuple[str, ...]
    themes: tuple[str, ...]
    layers: int
    heads: int
    enough: float
    least: float


def classify(texts: Sequence[str]) -> list[Labels]:
    """The labels of each text, in order. Line breaks and the form of apostrophes do not matter.

    One to three themes, the likeliest first, or ``none`` where no theme is likely enough.
    """
    if not texts:
        return []
    import numpy as np  # noqa: F401  loaded first, so that its threads can be limited
    from threadpoolctl import threadpool_limits

    model = load()
    # Small matrices: a second thread costs more than it gives, and documents run side by side.
    with threadpool_limits(limits=1):
        polarity, trajectory, themes = probabilities(texts, model)
    return [
        Labels(
            _themes(model, themes[n]),
            model.polarities[int(polarity[n].argmax())],
            model.trajectories[int(trajectory[n].argmax())],
        )
        for n in range(len(texts))
    ]


def _themes(model: Model, chances: Any) -> tuple[str, ...]:
    """Those likely enough, at most three; the likeliest alone where none is, if not unlikely."""
    order = (-chances).argsort()[:_MOST_THEMES]
    chosen = [int(n) for n in order if chances[n] >= model.enough]
    if not chosen and chances[order[0]] >= model.least:
        chosen = [int(order[0])]
    return tuple(model.themes[n] for n in chosen) or ("none",)


@cache
def load() -> Model:
    """The model that is shipped, read once."""
    import numpy as np

    folder = resources.files("sightline.reports").joinpath("model")
    about = json.loads(folder.joinpath("model.json").read_text(encoding="utf-8"))
    with resources.as_file(folder.joinpath("weights.npz")) as path, np.load(path) as held:
        stored = {name: held[name] for name in held.files}
    names = {name.removesuffix(".scale") for name in stored}
    return Model(
        weights={name: _restored(stored, name) for name in names},
        vocabulary={piece: n for n, piece in enumerate(about["pieces"])},
        polarities=tuple(about["polarities"]),
        trajectories=tuple(about["trajectories"]),
        themes=tuple(about["themes"]),
        layers=about["layers"],
        heads=about["heads"],
        enough=about["enough"],
        least=about["least"],
    )


def _restored(stored: dict[str, Any], name: str) -> Any:
    """A matrix kept in whole numbers, row by row, as it was; anything else in single precision."""
    import numpy as np

    values = stored[name].astype(np.float32)
    scale = stored.get(f"{name}.scale")
    return values if scale is None else values * scale.astype(np.float32)[:, None]


def probabilities(texts: Sequence[str], model: Model) -> tuple[Any, Any, Any]:
    """Arrays of shape (texts, names): of polarities and trajectories, and of each theme."""
    import numpy as np

    cut = [pieces(text, model.vocabulary) for text in texts]
    order = sorted(range(len(cut)), key=lambda n: len(cut[n]))
    out = [
        np.empty((len(cut), len(names)), np.float32)
        for names in (model.polarities, model.trajectories, model.themes)
    ]
    for chosen in _batches(order, cut):
        made = _forward(model, [cut[n] for n in chosen])
        for held, scores, shape in zip(out, made, (_softmax, _softmax, _sigmoid)):
            held[chosen] = shape(scores)
    return out[0], out[1], out[2]


def _batches(order: Sequence[int], cut: Sequence[Sequence[int]]) -> list[list[int]]:
    batches: list[list[int]] = []
    for n in order:
        if batches and (len(batches[-1]) + 1) * len(cut[n]) <= _AT_ONCE:
            batches[-1].append(n)
        else:
            batches.append([n])
    return batches


def _forward(model: Model, rows: Sequence[Sequence[int]]) -> list[Any]:
    """The scores of some sentences; see ``training/encoder.py`` for the same in torch."""
    import numpy as np

    w = model.weights
    longest = max(map(len, rows))
    x = np.zeros((len(rows), longest), np.int64)
    for n, row in enumerate(rows):
        x[n, : len(row)] = row
    there = x != 0
    h = _norm(w["words.weight"][x] + w["places.weight"][:longest], w, "norm")
    for layer in range(model.layers):
        h = _layer(h, there, w, f"layers.{layer}", model.heads)
    weight = there[:, :, None].astype(np.float32)
    mean = (h * weight).sum(1) / weight.sum(1)
    most = np.where(there[:, :, None], h, _FAR).max(1)
    pooled = np.concatenate([mean, most], 1)
    return [_linear(pooled, w, f"heads.{n}") for n in range(3)]


def _layer(h: Any, there: Any, w: dict[str, Any], name: str, heads: int) -> Any:
    n, length, width = h.shape
    parts = _linear(h, w, f"{name}.qkv").reshape(n, length, 3, heads, width // heads)
    query, key, value = parts.transpose(2, 0, 3, 1, 4)
    scores = query @ key.swapaxes(2, 3) * (width // heads) ** -0.5
    scores += (~there)[:, None, None, :] * _FAR
    seen = (_softmax(scores) @ value).swapaxes(1, 2).reshape(n, length, width)
    h = _norm(h + _linear(seen, w, f"{name}.out"), w, f"{name}.norm1")
    inner = _gelu(_linear(h, w, f"{name}.up"))
    return _norm(h + _linear(inner, w, f"{name}.down"), w, f"{name}.norm2")


def _linear(x: Any, w: dict[str, Any], name: str) -> Any:
    return x @ w[f"{name}.weight"].T + w[f"{name}.bias"]


def _norm(x: Any, w: dict[str, Any], name: str) -> Any:
    import numpy as np

    centred = x - x.mean(-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(-1, keepdims=True) + 1e-12)
    return centred / spread * w[f"{name}.weight"] + w[f"{name}.bias"]


def _gelu(x: Any) -> Any:
    import numpy as np

    return 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))


def _softmax(x: Any) -> Any:
    import numpy as np

    raised = np.exp(x - x.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def _sigmoid(x: Any) -> Any:
    import numpy as np

    return 1 / (1 + np.exp(-x))
