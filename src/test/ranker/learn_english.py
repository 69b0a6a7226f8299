"""Learns english-ranker.txt and english-gate.txt (src/main/resources/org/ximen/knowledge).

Needs Python 3 with scikit-learn and numpy. The table comes from org.ximen.knowledge.EnglishLearning:
everything found for every question that an English article of the sample lists, once without the
question in the list ("there") and once without the article ("gone"), and for what goes on from
another question, asked alone ("next"). english-headings.tsv and english-next.tsv say which section
answers which question. Both are linear: the ranker tells the right section from the others,
the gate the right section found first from a wrong one, or from anything where the article is gone.
Figures are of fivefold cross-validation over the articles.

    learn_english.py rows.tsv OUT_FOLDER
"""

import collections
import csv
import math
import pathlib
import sys

import numpy
from sklearn.linear_model import LogisticRegression

RANKER = (
    "TITLE_COVERAGE HEADING_COVERAGE BODY_COVERAGE COVERAGE ARTICLE_COVERAGE"
    " HEADING_LIKENESS HEADING_FORM".split()
)
GATE = RANKER + ["WEIGHT", "SCORE", "MARGIN"]
FOLDS = 5
HERE = pathlib.Path(__file__).parent
# From here on a question is answered, by cost: a wrong answer is worse than a choice of three.
BORDER = 0.4
# What the gate calls the border: EnglishGate.ANSWER.
ANSWER = 0.6


def lines(name):
    return [line.split("\t") for line in (HERE / name).read_text().splitlines()]


def read(table):
    right = {(a, q): h for a, q, h in lines("english-headings.tsv")}
    right.update({(a, q): h for _, q, a, h in lines("english-next.tsv")})
    questions = collections.OrderedDict()
    with open(table) as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for row in rows:
            if row["set"] in ("there", "gone", "next"):
                key = (row["set"], row["gold"], row["question"])
                values = {name: float(row[name]) for name in RANKER + ["WEIGHT"]}
                questions.setdefault(key, []).append((row["article"], row["heading"], values))
    return right, questions


def vector(values, names):
    return numpy.array([values[name] for name in names])


def is_right(right, key, found):
    return key[0] != "gone" and found[:2] == (key[1], right[key[1], key[2]])


def learn_ranker(right, questions):
    x, y, weights = [], [], []
    for key, found in questions.items():
        if key[0] == "next":
            continue
        best = [vector(f[2], RANKER) for f in found if is_right(right, key, f)]
        others = [vector(f[2], RANKER) for f in found if not is_right(right, key, f)]
        for other in others if best else []:
            x += [best[0] - other, other - best[0]]
            y += [1, 0]
            weights += [1 / len(others)] * 2
    model = LogisticRegression(C=1, fit_intercept=False, max_iter=2000)
    return model.fit(numpy.array(x), y, sample_weight=weights).coef_[0]


def first(found, ranker):
    scores = [vector(f[2], RANKER) @ ranker for f in found]
    at = int(numpy.argmax(scores))
    others = [s for s, f in zip(scores, found) if f[0] != found[at][0]]
    margin = scores[at] - max(others, default=0)
    return found[at], dict(found[at][2], SCORE=scores[at], MARGIN=margin)


def learn_gate(right, questions, ranker):
    x, y, weights = [], [], []
    for key, found in questions.items():
        best, values = first(found, ranker)
        # The right article with another section half answers.
        good = 1 if is_right(right, key, best) else 0.5 * (key[0] == "there" and best[0] == key[1])
        x += [vector(values, GATE)] * 2
        y += [1, 0]
        weights += [good, 1 - good]
    x = numpy.array(x)
    mean, spread = x.mean(0), x.std(0) + 1e-9
    model = LogisticRegression(C=0.03, max_iter=5000).fit((x - mean) / spread, y, sample_weight=weights)
    gate = model.coef_[0] / spread
    return gate, model.intercept_[0] - gate @ mean


def logit(p):
    return math.log(p / (1 - p))


def figures(right, questions, ranker, gate, bias):
    count = collections.Counter()
    for key, found in questions.items():
        best, values = first(found, ranker)
        says = vector(values, GATE) @ gate + bias >= logit(BORDER)
        kind = "right" if is_right(right, key, best) else "article" if best[0] == key[1] else "other"
        count[key[0]] += 1
        count[key[0], kind] += 1
        count[key[0], kind, "answered"] += says
    return count


def main(table, out):
    right, questions = read(table)
    articles = sorted({key[1] for key in questions})
    count = collections.Counter()
    for fold in range(FOLDS):
        test = set(articles[fold::FOLDS])
        seen = {k: f for k, f in questions.items() if k[1] not in test}
        ranker = learn_ranker(right, seen)
        gate, bias = learn_gate(right, seen, ranker)
        unseen = {k: f for k, f in questions.items() if k[1] in test}
        count += figures(right, unseen, ranker, gate, bias)
    for name, number in sorted(count.items(), key=str):
        print(name, number)
    ranker = learn_ranker(right, questions)
    gate, bias = learn_gate(right, questions, ranker)
    bias += logit(ANSWER) - logit(BORDER)
    write(pathlib.Path(out) / "english-ranker.txt", zip(RANKER, ranker))
    write(pathlib.Path(out) / "english-gate.txt", [("BIAS", bias), *zip(GATE, gate)])


def write(path, weights):
    lines = ["# Learnt by src/test/ranker/learn_english.py."]
    path.write_text("\n".join(lines + [f"{name} {value:.4f}" for name, value in weights]) + "\n")


main(*sys.argv[1:])
