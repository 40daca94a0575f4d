"""Asks two usual classifiers what we were asked, and prints them beside us.

TF-IDF of 2 to 5 characters with logistic regression (scikit-learn), and fastText: both learn from our own training lines,
once on the folds of our cross-validation and once on all lines to answer a file of labelled sentences. First

    .build/release/retailmind-bench understanding [--sentences FILE]

leaves questions, folds and our own answers in .build/understanding; then

    python3 -m venv .build/understanding-venv
    .build/understanding-venv/bin/pip install -r Benchmarks/understanding/requirements.txt
    .build/understanding-venv/bin/python Benchmarks/understanding/peers.py

Peers see what we see beside the text, role and context, as one more word. They see no goods, as they know no shop.
"""

import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict

ANSWERS = pathlib.Path(".build/understanding")
OUTSIDE = "oos"
ROUNDS = 3


class CharacterRegression:
    name = "TF-IDF characters + logistic regression"

    def fit(self, texts, labels):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline

        self.pipeline = make_pipeline(
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, max_features=50_000),
            LogisticRegression(C=10, solver="saga", tol=1e-3, max_iter=100),
        )
        self.pipeline.fit(texts, labels)
        return self

    def answer(self, text):
        shares = self.pipeline.predict_proba([text])[0]
        best = shares.argmax()
        return self.pipeline.classes_[best], float(shares[best])

    def save(self, path):
        import joblib

        joblib.dump(self.pipeline, path)

    def load(self, path):
        import joblib

        self.pipeline = joblib.load(path)
        return self

    @staticmethod
    def libraries():
        import joblib, sklearn.feature_extraction.text, sklearn.linear_model, sklearn.pipeline  # noqa: E401, F401


class FastText:
    name = "fastText"

    def fit(self, texts, labels):
        import fasttext

        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.writelines(f"__label__{label} {text}\n" for text, label in zip(texts, labels))
            file.flush()
            self.model = fasttext.train_supervised(
                file.name, epoch=50, lr=0.5, dim=100, minn=2, maxn=5, wordNgrams=2, bucket=200_000, thread=1, seed=1,
                verbose=0)
        return self

    def answer(self, text):
        # Not the library's own predict(): with NumPy 2 that one fails.
        share, label = self.model.f.predict(text + "\n", 1, 0.0, "strict")[0]
        return label.removeprefix("__label__"), min(1.0, float(share))

    def save(self, path):
        self.model.save_model(str(path))

    def load(self, path):
        import fasttext

        self.model = fasttext.load_model(str(path))
        return self

    @staticmethod
    def libraries():
        import fasttext  # noqa: F401


PEERS = {"regression": CharacterRegression, "fasttext": FastText}


def seen(line):
    text = " ".join(line["text"].lower().split())
    return f"{line['role']}_{line['ctx']} {text}"


def learn(peer, lines):
    return peer().fit([seen(line) for line in lines], [line["intents"][0] for line in lines])


def cross_validated(peer, lines):
    answers = []
    for fold in sorted({line["fold"] for line in lines}):
        model = learn(peer, [line for line in lines if line["fold"] != fold])
        answers += [(line, *model.answer(seen(line))) for line in lines if line["fold"] == fold]
    return answers


def scores(answers):
    """Accuracy, out-of-scope precision and recall, expected calibration error in 15 bins: as Accuracy.swift has it."""
    right = [answer in line["intents"] for line, answer, _ in answers]
    taken = [ok for (_, answer, _), ok in zip(answers, right) if answer == OUTSIDE]
    outside = [ok for (line, _, _), ok in zip(answers, right) if line["intents"][0] == OUTSIDE]
    bins = defaultdict(lambda: [0.0, 0])
    for (_, _, confidence), ok in zip(answers, right):
        found = bins[min(14, int(confidence * 15))]
        found[0] += confidence
        found[1] += ok
    error = sum(abs(said - was) for said, was in bins.values()) / len(answers)
    return [share(right), share(taken), share(outside), error]


def share(found):
    return sum(found) / len(found) if found else float("nan")


def resident_megabytes():
    pages = int(pathlib.Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def measure(peer, path, questions):
    """In a process of its own: what loading the model adds to the memory, and the best of the medians of latency."""
    peer.libraries()
    before = resident_megabytes()
    model = peer().load(path)
    for text in questions[:100]:
        model.answer(text)
    memory = resident_megabytes() - before
    rounds = [sorted(timed(model, text) for text in questions) for _ in range(ROUNDS)]
    best = min(rounds, key=statistics.median)
    return [statistics.median(best), best[len(best) * 99 // 100], memory]


def timed(model, text):
    began = time.perf_counter()
    model.answer(text)
    return (time.perf_counter() - began) * 1e6


def cost(name, model, questions):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "model"
        model.save(path)
        asked = json.dumps([seen(line) for line in questions])
        command = [sys.executable, __file__, "--measure", name, str(path)]
        return json.loads(subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout)


def row(name, found, spent=None):
    cells = [name] + [f"{value:.3f}" for value in found]
    cells += [f"{spent[0]:.0f} µs", f"{spent[1]:.0f} µs", f"{spent[2]:.0f} MB"] if spent else ["", "", ""]
    print("| " + " | ".join(cells) + " |", flush=True)


def head(what, lines):
    print(f"\n{what}, {len(lines)} lines\n")
    print("| | intent | out of scope: precision | recall | calibration error | p50 | p99 | memory |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|", flush=True)


def ours(lines):
    spent = json.loads((ANSWERS / "cost.json").read_text())
    found = scores([(line, line["answer"], line["confidence"]) for line in lines])
    row("RetailMind", found, [spent["p50"], spent["p99"], spent["megabytes"]])


def answers_of(name):
    path = ANSWERS / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def main():
    lines, sentences = answers_of("lines"), answers_of("sentences")
    if not lines:
        sys.exit("run `retailmind-bench understanding` first: it leaves the training lines and their folds")
    head("Cross-validation on the training lines", lines)
    ours(lines)
    for name, peer in PEERS.items():
        row(peer.name, scores(cross_validated(peer, lines)))
    if not sentences:
        return
    head("The labelled sentences", sentences)
    ours(sentences)
    for name, peer in PEERS.items():
        model = learn(peer, lines)
        found = scores([(line, *model.answer(seen(line))) for line in sentences])
        row(peer.name, found, cost(name, model, sentences))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(PEERS[sys.argv[2]], sys.argv[3], json.load(sys.stdin))))
    else:
        main()
