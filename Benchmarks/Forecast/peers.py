"""Asks statsforecast's AutoETS, DynamicOptimizedTheta and TSB what `retailmind forecast` is asked, on the same series in
one run, and prints accuracy and processor time beside each other.

    python3 -m venv .build/forecast-venv
    .build/forecast-venv/bin/pip install -r Benchmarks/Forecast/requirements.txt
    swift build -c release --product retailmind
    .build/forecast-venv/bin/python Benchmarks/Forecast/peers.py FILE [SERIES]

FILE has the columns series_id, origin, h, freq, start_date, t, y (also packed by gzip). The last 28 days of each daily
series are held back and forecast; SERIES of them, spread over the file, 60 unless told.
"""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import warnings

import numpy
import pandas

DAYS = 28
LEVELS = [round(0.05 * step, 2) for step in range(1, 20)]
PROGRAM = os.environ.get("RETAILMIND", ".build/release/retailmind")


def sample(path, count):
    rows = pandas.read_csv(path)
    rows = rows[rows.freq == "D"]
    lengths = rows.groupby("series_id").size()
    names = [name for name in rows.series_id.unique() if lengths[name] > 3 * DAYS]
    chosen = names[:: max(1, len(names) // count)][:count]
    rows = rows[rows.series_id.isin(chosen)]
    ends = rows.groupby("series_id").t.transform("max") - DAYS
    known, ahead = rows[rows.t <= ends].copy(), rows[rows.t > ends]
    known["origin"], known["h"] = ends[rows.t <= ends], DAYS
    return known, {name: group.y.to_numpy() for name, group in ahead.groupby("series_id")}


def ours(known):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "input.csv")
        known.to_csv(path, index=False)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with open(pathlib.Path(folder, "output.csv"), "w") as output:
            subprocess.run([PROGRAM, "forecast", "--input", str(path)], stdout=output, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        table = pandas.read_csv(pathlib.Path(folder, "output.csv"))
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    table = table[~table.step.astype(str).str.startswith("S")]
    return {
        name: (group["mean"].to_numpy(), group[[f"q{level:g}" for level in LEVELS]].to_numpy().T)
        for name, group in table.groupby("series_id")
    }, seconds


def theirs(model, known):
    from scipy.stats import norm

    found, began = {}, time.process_time()
    for name, group in known.groupby("series_id"):
        values = group.y.to_numpy(float)
        answer = model.forecast(values, DAYS, level=[80]) if model.has_range else model.forecast(values, DAYS)
        mean = numpy.asarray(answer["mean"])
        if model.has_range:
            deviation = (numpy.asarray(answer["hi-80"]) - mean) / norm.ppf(0.9)
        else:
            deviation = numpy.full(DAYS, numpy.std(values[-180:]))
        found[name] = mean, numpy.array([mean + deviation * norm.ppf(level) for level in LEVELS])
    return found, time.process_time() - began


def score(found, ahead, known):
    loss, total, errors = 0.0, 0.0, []
    for name, actual in ahead.items():
        mean, quantiles = found[name]
        for level, line in zip(LEVELS, quantiles):
            line = numpy.maximum(line, 0)
            loss += 2 / len(LEVELS) * numpy.maximum(level * (actual - line), (level - 1) * (actual - line)).sum()
        total += numpy.abs(actual).sum()
        steps = numpy.diff(known[known.series_id == name].y.to_numpy())
        scale = numpy.sqrt((steps**2).mean())
        if scale > 0:
            errors.append(numpy.sqrt(((actual - mean) ** 2).mean()) / scale)
    return numpy.mean(errors), loss / total


def main():
    warnings.filterwarnings("ignore")
    from statsforecast.models import TSB, AutoETS, DynamicOptimizedTheta

    known, ahead = sample(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60)
    models = {
        "AutoETS": (AutoETS(season_length=7), True),
        "DynamicOptimizedTheta": (DynamicOptimizedTheta(season_length=7), True),
        "TSB": (TSB(alpha_d=0.1, alpha_p=0.1), False),
    }
    found, seconds = ours(known)
    base = *score(found, ahead, known), seconds
    print(f"{len(ahead)} series, {DAYS} days ahead\n\n| | RMSSE | wQL | CPU ms a series | RMSSE, ours beside | wQL | CPU |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    print(f"| retailmind (with reading and writing) | {base[0]:.3f} | {base[1]:.3f} | {1000 * seconds / len(ahead):.2f} | 1 | 1 | 1 |")
    for name, (model, has_range) in models.items():
        model.has_range = has_range
        for _, group in list(known.groupby("series_id"))[:1]:  # the first call compiles
            model.forecast(group.y.to_numpy(float), DAYS)
        found, seconds = theirs(model, known)
        error, loss = score(found, ahead, known)
        ratios = f"{base[0] / error:.3f} | {base[1] / loss:.3f} | 1/{seconds / base[2]:.0f}"
        print(f"| {name} | {error:.3f} | {loss:.3f} | {1000 * seconds / len(ahead):.2f} | {ratios} |")


main()
