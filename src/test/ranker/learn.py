"""Learns the trees of FeatureRanker (src/main/resources/org/ximen/knowledge/ranker.txt).

Needs Python 3 with lightgbm and numpy. The tables come from org.ximen.evaluation.LearningMain, one
for each set of labelled questions. With --unseen every set is ranked by trees that learnt from the
others only, without the questions that stand in it, too; with --folds by trees that have not seen
the question. Only such figures are honest; they move by a point or two with --seed.

    learn.py [--unseen] [--folds] --out ranker.txt residents.tsv:2 laws.tsv encyclopaedia.tsv::400

A number after a table is the weight of its questions, a second one how many of them are taken.
"""

import argparse
import hashlib
import random

import lightgbm
import numpy

TREES = 120
FOLDS = 5
NEGATIVES = 80
# FeatureRanker adds these by hand.
BY_HAND = {"FACT": 0.4, "LOCAL": 0.4}
LEFT_OUT = {"LOCAL"}
# More of these never lowers a passage, less of the ranks neither.
SPEAKS_FOR = set(
    "LEXICAL BODY_WORDS BODY_PAIRS TITLE_SHARE HEADING_SHARE HEADING_PAIRS COSINE COSINE_GAP"
    " DOCUMENT_COSINE DOCUMENT_LEXICAL DOCUMENT_COVERAGE WITHIN_COSINE WITHIN_LEXICAL COVERAGE"
    " FACT_COVERAGE NUMBER_MATCH PENAL_MATCH TOKENS TOKENS_GAP DOCUMENT_TOKENS"
    " WITHIN_TOKENS".split()
)
SETTINGS = {
    "objective": "lambdarank",
    "learning_rate": 0.1,
    "num_leaves": 8,
    "min_data_in_leaf": 200,
    "lambdarank_truncation_level": 12,
    "monotone_constraints_method": "intermediate",
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "deterministic": True,
    "verbosity": -1,
}


class Question:
    def __init__(self, text, weight):
        self.text, self.weight = text, weight
        self.right, self.ids, self.values = [], [], []


class Table:
    def __init__(self, argument):
        name, weight, most = (argument.split(":") + ["", ""])[:3]
        self.name = name
        with open(name, encoding="utf-8") as file:
            self.columns = file.readline().rstrip("\n").split("\t")[3:]
            questions = {}
            for line in file:
                text, right, passage, *values = line.rstrip("\n").split("\t")
                question = questions.setdefault(text, Question(text, float(weight or 1)))
                question.right.append(int(right))
                question.ids.append(passage)
                question.values.append([float(value) for value in values])
        self.questions = list(questions.values())
        for question in self.questions:
            question.right = numpy.array(question.right)
            question.values = numpy.array(question.values)
        taken = self.questions
        if most:
            taken = random.Random(0).sample(taken, int(most))
        self.taken = taken


class Trees:
    def __init__(self, columns, questions, seed):
        self.columns = columns
        self.names = [name for name in columns if name not in LEFT_OUT and not name.startswith("ANSWER_")]
        self.at = [columns.index(name) for name in self.names]
        score = columns.index("ANSWER_SCORE")
        values, labels, groups, weights = [], [], [], []
        for question in questions:
            if not question.right.any():
                continue
            best = numpy.argsort(-question.values[:, score], kind="stable")
            wrong = [i for i in best if not question.right[i]][:NEGATIVES]
            rows = [i for i in best if question.right[i]] + wrong
            values.append(question.values[numpy.ix_(rows, self.at)])
            labels.append(question.right[rows])
            groups.append(len(rows))
            weights += [question.weight] * len(rows)
        monotone = [
            1 if name in SPEAKS_FOR else -1 if name.endswith("_RANK") else 0 for name in self.names
        ]
        data = lightgbm.Dataset(
            numpy.concatenate(values), numpy.concatenate(labels), group=groups, weight=weights
        )
        self.model = lightgbm.train({**SETTINGS, "seed": seed, "monotone_constraints": monotone}, data, TREES)

    def order(self, question):
        scores = self.model.predict(question.values[:, self.at])
        for name, points in BY_HAND.items():
            scores += points * question.values[:, self.columns.index(name)]
        return numpy.argsort(-scores, kind="stable")

    def lines(self):
        for tree in self.model.dump_model()["tree_info"]:
            yield " ".join(self.node(tree["tree_structure"]))

    def node(self, node):
        if "leaf_value" in node:
            return ["%.4g" % node["leaf_value"]]
        limit = "%s<%.5g" % (self.names[node["split_feature"]], node["threshold"])
        return [limit] + self.node(node["left_child"]) + self.node(node["right_child"])


def ranks(questions, trees_of):
    """Of each question the rank of the first right passage, 0 where none was found."""
    for question in questions:
        seen = []
        rank = 0
        for i in trees_of(question).order(question):
            if question.ids[i] not in seen:
                seen.append(question.ids[i])
                if question.right[i]:
                    rank = len(seen)
                    break
        yield rank


def tell(what, table, ranks_of_all):
    ranks_of_all = list(ranks_of_all)
    hits = [sum(0 < r <= n for r in ranks_of_all) / len(ranks_of_all) for n in (1, 5, 10)]
    print("%s %s hit@1=%.3f hit@5=%.3f hit@10=%.3f" % (what, table.name, *hits))


def fold(question):
    return int(hashlib.md5(question.text.encode()).hexdigest(), 16) % FOLDS


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out")
    parser.add_argument("tables", nargs="+")
    arguments = parser.parse_args()
    tables = [Table(argument) for argument in arguments.tables]
    columns = tables[0].columns

    def learn(questions):
        return Trees(columns, questions, arguments.seed)

    taken = [question for table in tables for question in table.taken]
    if arguments.unseen:
        for table in tables:
            texts = {question.text for question in table.questions}
            others = [q for other in tables if other is not table for q in other.taken]
            trees = learn([q for q in others if q.text not in texts])
            tell("unseen", table, ranks(table.questions, lambda question: trees))
    if arguments.folds:
        folds = [learn([q for q in taken if fold(q) != n]) for n in range(FOLDS)]
        for table in tables:
            tell("folds", table, ranks(table.taken, lambda question: folds[fold(question)]))
    if arguments.out:
        with open(arguments.out, "w", encoding="utf-8") as file:
            file.write("# Learnt from labelled questions; see FeatureRanker.\n")
            file.writelines(line + "\n" for line in learn(taken).lines())


if __name__ == "__main__":
    main()
