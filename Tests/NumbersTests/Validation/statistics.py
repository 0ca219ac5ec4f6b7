"""Computes with SciPy what the tests compare with: reads series from one file, writes answers to another."""
import json
import sys

import numpy
from scipy import signal, stats


def lagged(x, y, lag):
    """The correlation of x with y so many points later; 0 where hardly any points are left."""
    return float(stats.pearsonr(x[: len(x) - lag], y[lag:]).statistic) if len(x) - lag > 2 else 0


def answer(case):
    x, y = numpy.array(case["x"]), numpy.array(case["y"])
    pearson, spearman = stats.pearsonr(x, y), stats.spearmanr(x, y)
    line, welch = stats.linregress(x, y), stats.ttest_ind(x, case["z"], equal_var=False)
    return {
        "pearson": [float(pearson.statistic), float(pearson.pvalue)],
        "spearman": [float(spearman.statistic), float(spearman.pvalue)],
        "line": [float(v) for v in (line.slope, line.intercept, line.rvalue, line.pvalue, line.stderr)],
        "welch": [float(welch.statistic), float(welch.df), float(welch.pvalue)],
        "detrended": [float(v) for v in signal.detrend(x, type="linear")],
        "differences": [float(v) for v in numpy.diff(x)],
        "moments": [float(numpy.mean(x)), float(numpy.std(x, ddof=1))],
        "lagged": lagged(signal.detrend(x), signal.detrend(y), case["lag"]),
        "student": [float(2 * stats.t.sf(t, f)) for t, f in case["student"]],
    }


with open(sys.argv[1]) as questions:
    cases = json.load(questions)
with open(sys.argv[2], "w") as answers:
    json.dump([answer(case) for case in cases], answers)
