"""Moments of the laws that claims are tried under, by SciPy. Writes laws.json beside this script."""
import json
from pathlib import Path

from scipy import stats

# Family, convention, parameters, the same law in SciPy.
LAWS = [
    ("normal", "standard", [0.5, 2.25], stats.norm(0.5, 1.5)),
    ("normal", "other", [0.5, 1.5], stats.norm(0.5, 1.5)),
    ("uniform", "standard", [-1.0, 2.5], stats.uniform(-1.0, 3.5)),
    ("uniform", "other", [1.0, 6.0], stats.randint(1, 7)),
    ("bernoulli", "standard", [0.3], stats.bernoulli(0.3)),
    ("binomial", "standard", [7.0, 0.35], stats.binom(7, 0.35)),
    ("poisson", "standard", [2.4], stats.poisson(2.4)),
    ("exponential", "standard", [1.7], stats.expon(scale=1 / 1.7)),
    ("exponential", "other", [1.7], stats.expon(scale=1.7)),
    ("geometric", "standard", [0.35], stats.geom(0.35)),
    ("geometric", "other", [0.35], stats.geom(0.35, loc=-1)),
    ("beta", "standard", [2.0, 3.5], stats.beta(2.0, 3.5)),
    ("gamma", "standard", [2.5, 1.2], stats.gamma(2.5, scale=1.2)),
    ("gamma", "other", [2.5, 1.2], stats.gamma(2.5, scale=1 / 1.2)),
    ("chiSquared", "standard", [4.0], stats.chi2(4)),
    ("laplace", "standard", [0.4, 1.3], stats.laplace(0.4, 1.3)),
]

rows = []
for family, convention, parameters, law in LAWS:
    mean, variance, skewness = (float(x) for x in law.stats("mvs"))
    at = mean + 0.5 * variance**0.5
    rows.append({
        "family": family, "convention": convention, "parameters": parameters, "mean": mean, "variance": variance,
        "skewness": skewness, "at": at, "below": float(law.cdf(at)),
    })
Path(__file__).with_suffix(".json").write_text(json.dumps(rows, indent=1) + "\n")
