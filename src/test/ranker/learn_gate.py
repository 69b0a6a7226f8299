"""Learns whether a passage that was found answers (src/main/resources/org/ximen/knowledge/gate.txt).

Needs Python 3 with lightgbm, numpy and scikit-learn. The tables come from
org.ximen.evaluation.LearningMain, one for each set of labelled questions; the first seven passages
of a question, and three that others asked for in like words, are rows. judged.jsonl says which
passages somebody looked at: others are no rows.
Passages under mere numbers are no rows either; Gate has a formula for them. Printed are
figures of questions that the trees had not seen; the border is put where, of the judged questions,
the given share is answered wrongly.

    learn_gate.py --judged judged.tsv:4 --wrong .08 --out gate.txt with.tsv:1 without.tsv:.5
"""

import argparse
import hashlib
import json
import os

import lightgbm
import numpy
from sklearn.metrics import roc_auc_score

BY_RANK = 7
BY_QUESTION = 3
FOLDS = 5
ROUNDS = 150
# The border between answering and asking in Gate.
ANSWER = 0.6
PREFIX = "ANSWER_"
# More of these speaks against a passage, of the last three neither way; of all others for it.
AGAINST = set(
    "MISSING_1 MISSING_2 MISSING_3 MISSING_4 UNCOVERED KNOWN_UNCOVERED ELSEWHERE UNHEARD_OF".split()
)
NEITHER = {"TITLED", "TOKEN_COUNT", "COSINE_MARGIN"}
SETTINGS = {
    "objective": "binary",
    "num_leaves": 12,
    "min_data_in_leaf": 30,
    "learning_rate": 0.06,
    "lambda_l2": 5,
    "feature_fraction": 0.7,
    "deterministic": True,
    "num_threads": 1,
    "verbosity": -1,
}


def looked_at():
    path = os.path.join(os.path.dirname(__file__), "judged.jsonl")
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    return {line["question"]: set(line["passages"]) for line in lines}


class Table:
    def __init__(self, argument, judged=None):
        name, weight = (argument.split(":") + ["1"])[:2]
        self.weight = float(weight)
        self.values, self.right, self.groups, self.asked = [], [], [], []
        found = {}
        with open(name, encoding="utf-8") as file:
            columns = file.readline().rstrip("\n").split("\t")[3:]
            places = [i for i, column in enumerate(columns) if column.startswith(PREFIX)]
            self.names = [columns[i][len(PREFIX):] for i in places]
            for line in file:
                question, right, passage, *values = line.rstrip("\n").split("\t")
                values = [float(values[i]) for i in places]
                found.setdefault(question, []).append((passage, int(right), values))
        for question, rows in found.items():
            for passage, right, values in self.looked_at(rows):
                known = judged is None or passage in judged.get(question, ())
                if known and values[self.names.index("TITLED")]:
                    self.values.append(values)
                    self.right.append(right)
                    self.groups.append(int(hashlib.md5(question.encode()).hexdigest(), 16) % FOLDS)
                    self.asked.append(question)
        self.values, self.right = numpy.array(self.values), numpy.array(self.right)
        self.groups = numpy.array(self.groups)

    def looked_at(self, rows):
        """The first by rank and by what others asked, as Inquiry has them."""
        asked = self.names.index("QUESTION")
        near = sorted((row for row in rows if row[2][asked] > 0), key=lambda row: -row[2][asked])
        taken = {}
        for row in rows[:BY_RANK] + near[:BY_QUESTION]:
            taken.setdefault(row[0], row)
        return taken.values()

    def surest(self, scores):
        """By question the score of its surest passage, and whether that answers."""
        best = {}
        for question, score, right in zip(self.asked, scores, self.right):
            if question not in best or score > best[question][0]:
                best[question] = (score, right)
        best = list(best.values())
        return numpy.array([b[0] for b in best]), numpy.array([b[1] for b in best])


def learn(tables, out=None):
    rest = [t.groups != out for t in tables]
    values = numpy.concatenate([t.values[r] for t, r in zip(tables, rest)])
    right = numpy.concatenate([t.right[r] for t, r in zip(tables, rest)])
    weights = numpy.concatenate([t.weight * numpy.ones(r.sum()) for t, r in zip(tables, rest)])
    names = tables[0].names
    constraints = [-1 if n in AGAINST else 0 if n in NEITHER else 1 for n in names]
    settings = dict(SETTINGS, monotone_constraints=constraints)
    return lightgbm.train(settings, lightgbm.Dataset(values, right, weight=weights), ROUNDS)


def node(tree, names):
    if "leaf_value" in tree:
        return ["%.4g" % tree["leaf_value"]]
    name = names[tree["split_feature"]]
    low, high = node(tree["left_child"], names), node(tree["right_child"], names)
    return ["%s<%.5g" % (name, tree["threshold"])] + low + high


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--judged", required=True)
    parser.add_argument("--wrong", type=float, default=0.08)
    parser.add_argument("--out", required=True)
    parser.add_argument("tables", nargs="*")
    arguments = parser.parse_args()
    judged = Table(arguments.judged, looked_at())
    tables = [judged] + [Table(table) for table in arguments.tables]
    scores = [numpy.zeros(len(t.right)) for t in tables]
    for fold in range(FOLDS):
        model = learn(tables, fold)
        for table, score in zip(tables, scores):
            there = table.groups == fold
            if there.any():
                score[there] = model.predict(table.values[there], raw_score=True)
    surest = [t.surest(score) for t, score in zip(tables, scores)]
    first, right = surest[0]
    print("judged: %d questions, the surest %.3f right, auc %.3f, of all passages %.3f" % (
        len(first), right.mean(), roc_auc_score(right, first),
        roc_auc_score(judged.right, scores[0])))
    for wrong in (0.03, 0.05, 0.07, 0.08, 0.1, 0.13, 0.16, 0.2):
        border = wrong_border(first, right, wrong)
        said = first >= border
        print("  wrong %.2f (border %.2f): right %.3f; %s" % (
            wrong, border, (said & (right == 1)).mean(),
            " ".join("%.3f/%.3f" % ((s >= border).mean(), ((s >= border) & (r == 1)).mean())
                     for s, r in surest[1:])))
    write(
        arguments.out, learn(tables), judged.names, wrong_border(first, right, arguments.wrong))


def write(out, model, names, border):
    trees = [node(tree["tree_structure"], names) for tree in model.dump_model()["tree_info"]]
    shift = ["%.4g" % (numpy.log(ANSWER / (1 - ANSWER)) - border)]
    with open(out, "w", encoding="utf-8") as file:
        file.write("# Learnt by learn_gate.py; see Gate. The first tree puts the border.\n")
        file.writelines(" ".join(tree) + "\n" for tree in [shift] + trees)


def wrong_border(scores, right, share):
    """The score from which on so large a share of all is answered wrongly."""
    wrong = numpy.sort(scores[right == 0])[::-1]
    most = int(share * len(scores))
    return wrong[most] + 1e-6 if most < len(wrong) else scores.min()


if __name__ == "__main__":
    main()
