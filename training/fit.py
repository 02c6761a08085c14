"""Fitting the encoder to labelled sentences, with fixed seeds."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import numpy as np
import torch
from encoder import Encoder, build, keep_pieces
from sentences import Labelled
from torch.nn import functional as F  # noqa: N812

from sightline.regime.themes import THEME_IDS
from sightline.reports.wordpiece import pieces

POLARITIES = ("strength", "weakness", "mixed", "neutral")
TRAJECTORIES = ("none", "improving", "worsening", "unchanged")
THEMES = tuple(THEME_IDS)
OUTPUTS = (len(POLARITIES), len(TRAJECTORIES), len(THEMES))
BATCH, SEED = 32, 11
# How much each kind of label counts; themes are many and mostly absent.
_TRAJECTORY_WEIGHT, _THEME_WEIGHT = 0.5, 40.0


def padded(rows: Sequence[Sequence[int]]) -> torch.Tensor:
    """Piece numbers as one tensor, 0 where a sentence is shorter than the longest."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])


def fit(rows: Sequence[Labelled], epochs: int, seed: int = SEED) -> tuple[Encoder, list[str]]:
    """An encoder fitted to the rows, and its pieces."""
    torch.manual_seed(seed)
    shuffled = random.Random(seed)
    kept = keep_pieces([r.text for r in rows])
    place = {piece: n for n, piece in enumerate(kept)}
    cut = [pieces(r.text, place) for r in rows]
    targets = _targets(rows)
    model = build(kept, OUTPUTS)
    steps = epochs * -(-len(rows) // BATCH)
    optimiser, schedule = _optimiser(model, steps)
    model.train()
    started, done = time.time(), 0
    for _ in range(epochs):
        for chosen in _batches(cut, shuffled):
            loss = _loss(model(padded([cut[n] for n in chosen])), targets, chosen)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            done += 1
            if done % 100 == 0:
                print(
                    f"  step {done}/{steps}, loss {loss.item():.3f}, {time.time() - started:.0f} s",
                    flush=True,
                )
    return model.eval(), kept


def _batches(cut: Sequence[Sequence[int]], shuffled: random.Random) -> list[list[int]]:
    """Sentences of like length together, the batches in random order."""
    order = list(range(len(cut)))
    shuffled.shuffle(order)
    pools = [order[n : n + 50 * BATCH] for n in range(0, len(order), 50 * BATCH)]
    ordered = [n for pool in pools for n in sorted(pool, key=lambda n: len(cut[n]))]
    batches = [ordered[n : n + BATCH] for n in range(0, len(ordered), BATCH)]
    shuffled.shuffle(batches)
    return batches


def _targets(rows: Sequence[Labelled]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    polarity = torch.tensor([POLARITIES.index(r.polarity) for r in rows])
    trajectory = torch.tensor([TRAJECTORIES.index(r.trajectory) for r in rows])
    themes = torch.tensor([[float(t in r.themes) for t in THEMES] for r in rows])
    return polarity, trajectory, themes


def _loss(
    scores: list[torch.Tensor],
    targets: tuple[torch.Tensor, torch.Tensor, torch.Tensor],
    chosen: list[int],
) -> torch.Tensor:
    polarity, trajectory, themes = (t[chosen] for t in targets)
    return (
        F.cross_entropy(scores[0], polarity, label_smoothing=0.05)
        + _TRAJECTORY_WEIGHT * F.cross_entropy(scores[1], trajectory)
        + _THEME_WEIGHT * F.binary_cross_entropy_with_logits(scores[2], themes)
    )


def _optimiser(
    model: Encoder, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    heads = list(model.heads.parameters())
    known = {id(p) for p in heads}
    rest = [p for p in model.parameters() if id(p) not in known]
    groups = [{"params": rest, "lr": 2e-4}, {"params": heads, "lr": 1e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)

    def rate(step: int) -> float:
        warm = 0.08 * steps
        return min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))

    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, rate)


def scores(model: Encoder, kept: list[str], texts: Sequence[str]) -> list[np.ndarray]:
    """Probabilities of polarity and trajectory, and of each theme, for some texts."""
    place = {piece: n for n, piece in enumerate(kept)}
    cut = [pieces(t, place) for t in texts]
    out: list[list[np.ndarray]] = [[], [], []]
    with torch.no_grad():
        for n in range(0, len(cut), 64):
            polarity, trajectory, themes = model(padded(cut[n : n + 64]))
            for held, made in zip(
                out, (polarity.softmax(1), trajectory.softmax(1), themes.sigmoid())
            ):
                held.append(made.numpy())
    return [np.concatenate(held) for held in out]
