package org.ximen.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.evaluation.Knowledge.Indexed;
import org.ximen.knowledge.Retriever.Mode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What is typed behind {@code evaluate}: the kinds of measurement and their options. */
@Command(name = "evaluate", description = "用带标签的文件测量本产品：过程写到标准错误，最后一行数字写到标准输出。")
final class Kinds {
    private static final String PASSAGES = "段落文件，每行 {id, title?, chapter?, text}";
    private static final String QUESTIONS = "问题文件";
    private static final String TEST = "题目文件";
    private static final String MODEL = "要设置 ximen.model.base-url 和 ximen.model.name";

    private final Knowledge knowledge;
    private final Talk talk;

    Kinds(Knowledge knowledge, Talk talk) {
        this.knowledge = knowledge;
        this.talk = talk;
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "显示这段说明")
    void help(boolean asked) {
        // picocli prints it
    }

    @Command(
            name = "retrieval",
            description = "检索：正确的段落排在第几，一次检索要多久。每题 {question, passage_ids 或 articles, also_ok?}")
    void retrieval(
            @Option(names = "--passages", required = true, description = PASSAGES) Path passages,
            @Option(names = "--questions", required = true, description = QUESTIONS) Path questions,
            @Option(names = "--gold", description = "正确段落的字段：passage_ids 或 articles；缺省看哪个有")
                    @Nullable Gold gold,
            @Option(
                            names = "--mode",
                            defaultValue = "hybrid",
                            description = "hybrid（缺省）、bm25 或 vector")
                    Mode mode,
            @Option(
                            names = "--index",
                            description = "negatives：只收录各题 negative_ids 的段落；末尾多一项 refused，不作答的比例")
                    @Nullable Indexed index,
            @Option(names = "--report", description = "逐题结果写入这个 JSON 文件") @Nullable Path report)
            throws IOException {
        var how = new Knowledge.Search(mode, gold, index, report);
        knowledge.retrieval(passages, questions, how);
    }

    @Command(name = "refusal", description = "拒答：该答的答了多少，不该答的答了多少（与对话用同一道门槛）。每题 {question}")
    void refusal(
            @Option(names = "--passages", required = true, description = PASSAGES) Path passages,
            @Option(names = "--answerable", required = true, description = "库里有答案的问题")
                    Path answerable,
            @Option(names = "--unanswerable", required = true, description = "库里没有答案的问题")
                    Path unanswerable)
            throws IOException {
        knowledge.refusal(passages, answerable, unanswerable);
    }

    @Command(
            name = "answers",
            description =
                    "回答：答复里有标准答案并引到正确段落的比例。每题 {question, answer 或 answers, passage_ids 或 articles}")
    void answers(
            @Option(names = "--passages", required = true, description = PASSAGES) Path passages,
            @Option(names = "--questions", required = true, description = QUESTIONS) Path questions,
            @Option(names = "--model", description = "再让大模型组织一遍文字，并排：" + MODEL) boolean model)
            throws IOException {
        if (model) {
            knowledge.phrasedAnswers(passages, questions);
        } else {
            knowledge.answers(passages, questions);
        }
    }

    @Command(name = "followups", description = "追问：同一对话里的第二问。每题同 answers，另有 turns 或 first_question")
    void followups(
            @Option(names = "--passages", required = true, description = PASSAGES) Path passages,
            @Option(names = "--questions", required = true, description = QUESTIONS) Path questions)
            throws IOException {
        knowledge.followups(passages, questions);
    }

    @Command(name = "versions", description = "新旧版本：同名文件（文件名__日期）有几版时，引用现行的一版。每题同 answers")
    void versions(
            @Option(names = "--passages", required = true, description = PASSAGES) Path passages,
            @Option(names = "--questions", required = true, description = QUESTIONS) Path questions)
            throws IOException {
        knowledge.versions(passages, questions);
    }

    @Command(name = "intents", description = "意图：一句话被当作什么。每题 {text, intent, hard?}")
    void intents(@Option(names = "--test", required = true, description = TEST) Path test) {
        talk.intents(test);
    }

    @Command(
            name = "utterances",
            description =
                    "懂不懂：诉求、危险、类别、地点。每题 {text, act, state?, topic?, category?, danger?, when?,"
                            + " place?}")
    void utterances(
            @ArgGroup(multiplicity = "1") Said said,
            @Option(names = "--model", description = "拿不准的再问大模型，并排（只和 --test 一起用）：" + MODEL)
                    boolean model) {
        if (said.folds) {
            talk.folds();
        } else if (model) {
            talk.heardUtterances(Objects.requireNonNull(said.test));
        } else {
            talk.utterances(Objects.requireNonNull(said.test));
        }
    }

    /** What is read: a file, or the examples of the product. */
    static final class Said {
        @Option(names = "--test", required = true, description = TEST)
        @Nullable Path test;

        @Option(names = "--folds", required = true, description = "用产品自带的例句：轮流留出几位作者，用其余作者训练（要几分钟）")
        boolean folds;
    }

    @Command(
            name = "categories",
            description =
                    "类别：从上报里读出的类别、紧急、危险、地点、居委。每题 {text, category, urgent, danger?, place?,"
                            + " neighbourhood?}")
    void categories(@Option(names = "--test", required = true, description = TEST) Path test) {
        talk.categories(test);
    }

    @Command(name = "duplicates", description = "同案：两条上报是不是一件事。每题 {a, b, same, hours_apart}")
    void duplicates(@Option(names = "--test", required = true, description = TEST) Path test) {
        talk.duplicates(test);
    }
}
