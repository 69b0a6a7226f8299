"""Learns whether a question goes on from an answer, and which section cited there answers it.

Needs Python 3 with lightgbm, numpy and scikit-learn. The tables come from GoingOnTraining
(target/ranker);
the trees go to src/main/resources/org/ximen/knowledge: going-on.txt and sections.txt. Printed are
figures of dialogues that the trees had not seen.

    learn_next.py target/ranker src/main/resources/org/ximen/knowledge [false answers, default .2]
"""

import sys

import lightgbm
import numpy
from learn_gate import AGAINST, ANSWER, NEITHER, node
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

QUESTIONS = ("QUESTION", "QUESTION_GAP", "QUESTION_WITHIN", "UNASKED")
ROUNDS = 200
SETTINGS = {
    "objective": "binary",
    "num_leaves": 8,
    "min_data_in_leaf": 30,
    "learning_rate": 0.05,
    "lambda_l2": 5,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "deterministic": True,
    "num_threads": 1,
    "verbosity": -1,
}


def table(name, keys):
    with open(name, encoding="utf-8") as file:
        names = file.readline().rstrip("\n").split("\t")[keys:]
        rows = [line.rstrip("\n").split("\t") for line in file]
    values = numpy.array([[float(value) for value in row[keys:]] for row in rows])
    return names, [row[:keys] for row in rows], values


def unasked(values, names):
    """The same as if nothing were known of what people ask of the articles cited before.

    So it is with notices and with what staff have just written.
    """
    values = values.copy()
    cited = values[:, names.index("CITED")] == 1
    for way in ("ALONE_", "TOGETHER_"):
        column = {name: names.index(way + name) for name in QUESTIONS}
        values[cited, column["QUESTION_GAP"]] -= values[cited, column["QUESTION"]]
        values[cited, column["QUESTION_WITHIN"]] = 0
        values[cited, column["QUESTION"]] = 0
        values[cited, column["UNASKED"]] = 1
    return values


def learn_going_on(values, right):
    return lightgbm.train(SETTINGS, lightgbm.Dataset(values, right), ROUNDS)


def going_on(folder, out):
    names, keys, values = table(folder + "/going-on.tsv", 3)
    groups = numpy.array([int(key[0]) for key in keys])
    right = numpy.array([int(key[1]) for key in keys])
    scores = numpy.zeros(len(right))
    for rest, fold in GroupKFold(10).split(values, right, groups):
        scores[fold] = learn_going_on(values[rest], right[rest]).predict(values[fold], raw_score=True)
    print("goes on: auc %.3f, by words alone %.3f" % (
        roc_auc_score(right, scores),
        roc_auc_score(right, values[:, names.index("WORDS")])))
    for border in (-0.5, 0, 0.5):
        print("  border %.1f: kept %.3f, taken for going on %.3f" % (
            border, (scores[right == 1] > border).mean(), (scores[right == 0] > border).mean()))
    write(out + "/going-on.txt", "see GoingOnFeature", learn_going_on(values, right), names, [])


def direction(name):
    """More of most features speaks for a section, of some against it, of others neither."""
    feature = name.split("_", 1)[-1]
    return -1 if feature in AGAINST else 0 if feature in NEITHER | {"CITED", "UNASKED"} else 1


def write(name, remark, model, names, before):
    trees = [node(tree["tree_structure"], names) for tree in model.dump_model()["tree_info"]]
    with open(name, "w", encoding="utf-8") as file:
        file.write("# Learnt by learn_next.py; %s.\n" % remark)
        file.writelines(" ".join(tree) + "\n" for tree in before + trees)


def learn_sections(names, values, hidden, right):
    """Every section twice: the second time as if nobody were known to ask of what was cited."""
    settings = dict(SETTINGS, monotone_constraints=[direction(name) for name in names])
    both = lightgbm.Dataset(numpy.concatenate([values, hidden]), numpy.tile(right, 2))
    return lightgbm.train(settings, both, ROUNDS)


def unseen_sections(names, values, hidden, right, groups):
    scores = numpy.zeros((2, len(right)))
    for rest, fold in GroupKFold(10).split(values, right, groups):
        model = learn_sections(names, values[rest], hidden[rest], right[rest])
        for way, there in enumerate((values, hidden)):
            scores[way][fold] = model.predict(there[fold], raw_score=True)
    return scores


def surest(lines, scores):
    best = {}
    for i, line in enumerate(lines):
        if line not in best or scores[i] > scores[best[line]]:
            best[line] = i
    return numpy.array(sorted(best.values()))


def figures(lines, answerable, right, scores, false):
    first = surest(lines, scores)
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
    return border


def sections(folder, out, false):
    names, keys, values = table(folder + "/sections.tsv", 5)
    hidden = unasked(values, names)
    groups = numpy.array([int(key[0]) for key in keys])
    lines = numpy.array([int(key[1]) for key in keys])
    answerable = numpy.array([int(key[2]) for key in keys])
    right = numpy.array([int(key[3]) for key in keys])
    known, asked = unseen_sections(names, values, hidden, right, groups)
    border = figures(lines, answerable, right, known, false)
    print("where nothing is known of what people ask of the articles cited before:")
    figures(lines, answerable, right, asked, false)
    model = learn_sections(names, values, hidden, right)
    shift = "%.4g" % (numpy.log(ANSWER / (1 - ANSWER)) - border)
    remark = "see NextSection. The first tree puts the border"
    write(out + "/sections.txt", remark, model, names, [[shift]])


if __name__ == "__main__":
    going_on(sys.argv[1], sys.argv[2])
    sections(sys.argv[1], sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 0.2)
