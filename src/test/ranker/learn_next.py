"""Learns whether a question goes on from an answer, and which section cited there answers it.

Needs Python 3 with numpy and scikit-learn. The tables come from GoingOnTraining (target/ranker);
the weights go to src/main/resources/org/ximen/knowledge: going-on.txt and sections.txt. Printed are
figures of dialogues that the weights had not seen.

    learn_next.py target/ranker src/main/resources/org/ximen/knowledge [false answers, default .2]
"""

import sys

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

# The border between answering and asking in Gate.
ANSWER = 0.6
SECTION = (
    "SCORE COSINE TOKENS HEADING_COSINE SAME_HEADING FACT COVERAGE WITHIN_COSINE MISSING_1"
    " MISSING_2 MEAN LEAST COVERED UNCOVERED ELSEWHERE CITED"
    " QUESTION QUESTION_GAP QUESTION_WITHIN"
).split()


def table(name, keys):
    with open(name, encoding="utf-8") as file:
        names = file.readline().rstrip("\n").split("\t")[keys:]
        rows = [line.rstrip("\n").split("\t") for line in file]
    values = numpy.array([[float(value) for value in row[keys:]] for row in rows])
    return names, [row[:keys] for row in rows], values


def learn(values, right, strength):
    mean, spread = values.mean(0), values.std(0) + 1e-9
    model = LogisticRegression(C=strength, max_iter=3000).fit((values - mean) / spread, right)
    weights = model.coef_[0] / spread
    return weights, model.intercept_[0] - (weights * mean).sum()


def unseen(values, right, groups, strength):
    scores = numpy.zeros(len(right))
    for rest, fold in GroupKFold(10).split(values, right, groups):
        weights, bias = learn(values[rest], right[rest], strength)
        scores[fold] = values[fold] @ weights + bias
    return scores


def write(name, remark, names, weights, bias):
    with open(name, "w", encoding="utf-8") as file:
        file.write("# " + remark + "\nBIAS %.5g\n" % bias)
        for each, weight in zip(names, weights):
            file.write("%s %.5g\n" % (each, weight))


def going_on(folder, out):
    names, keys, values = table(folder + "/going-on.tsv", 3)
    groups = numpy.array([int(key[0]) for key in keys])
    right = numpy.array([int(key[1]) for key in keys])
    scores = unseen(values, right, groups, 0.3)
    print("goes on: auc %.3f, by words alone %.3f" % (
        roc_auc_score(right, scores),
        roc_auc_score(right, values[:, names.index("WORDS")])))
    for border in (-0.5, 0, 0.5):
        print("  border %.1f: kept %.3f, taken for going on %.3f" % (
            border, (scores[right == 1] > border).mean(), (scores[right == 0] > border).mean()))
    weights, bias = learn(values, right, 0.3)
    write(out + "/going-on.txt", "Learnt by learn_next.py; see GoingOnFeature.", names, weights, bias)


def sections(folder, out, false):
    names, keys, values = table(folder + "/sections.tsv", 5)
    chosen = [i for i, name in enumerate(names) if name.split("_", 1)[-1] in SECTION]
    values = values[:, chosen]
    groups = numpy.array([int(key[0]) for key in keys])
    lines = numpy.array([int(key[1]) for key in keys])
    answerable = numpy.array([int(key[2]) for key in keys])
    right = numpy.array([int(key[3]) for key in keys])
    scores = unseen(values, right, groups, 0.05)
    best = {}
    for i, line in enumerate(lines):
        if line not in best or scores[i] > scores[best[line]]:
            best[line] = i
    first = numpy.array(sorted(best.values()))
    known = answerable[first] == 1
    border = numpy.quantile(scores[first][~known], 1 - false)
    said = scores[first] > border
    print("sections: %d questions, %d answerable; right first %.3f; auc %.3f" % (
        len(first), known.sum(), right[first][known].mean(),
        roc_auc_score(right[first], scores[first])))
    print("  answered rightly %.3f, with another section %.3f, though not there %.3f" % (
        (said & (right[first] == 1))[known].mean(), (said & (right[first] == 0))[known].mean(),
        said[~known].mean()))
    for share in (0.3, 0.4, 0.5, 0.6):
        low = numpy.quantile(scores[first][~known], 1 - share)
        print("  as a guess from %.2f: %.3f of the answerable, %.3f of the others" % (
            low - border, (scores[first][known] > low).mean(), share))
    weights, bias = learn(values, right, 0.05)
    bias += numpy.log(ANSWER / (1 - ANSWER)) - border
    write(
        out + "/sections.txt", "Learnt by learn_next.py; see NextSection.",
        [names[i] for i in chosen], weights, bias)


if __name__ == "__main__":
    going_on(sys.argv[1], sys.argv[2])
    sections(sys.argv[1], sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 0.2)
