package org.ximen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
    @TempDir Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"text": "你好", "intent"                  | 第 2 行：不是完整的 JSON
                    ["你好"]                                   | 第 2 行：不是一个 JSON 对象
                    {"intent": "ask"}                          | 第 2 行：缺少字段 text
                    {"text": 7, "intent": "ask"}               | 第 2 行：字段 text 应为文字
                    {"text": "你好", "intent": "sing"}         | 第 2 行：不认识的意图 sing
                    {"text": "好", "intent": "ask", "hard": 1} | 第 2 行：字段 hard 应为 true 或 false
                    {"text": "好", "intent": "ask"} {}         | 第 2 行：不是完整的 JSON
                    """)
    void namesFileAndLineOfWhatItCannotRead(String line, String why) throws IOException {
        var trial = new Trial(home, null);
        var test = trial.write("x.jsonl", "{\"text\": \"您好\", \"intent\": \"greeting\"}\n" + line);
        var result = trial.run("intents", "--test", test);
        assertThat(result).isEqualTo(new Trial.Result(2, "", test + " " + why + "\n"));
    }

    @Test
    void refusesFilesThatAreMissingEmptyOrNotUtf8() throws IOException {
        var trial = new Trial(home, null);
        var missing = home.resolve("none.jsonl");
        assertThat(trial.run("intents", "--test", missing).progress()).contains("文件不存在或读不出");
        var empty = trial.write("empty.jsonl", "\n\n");
        assertThat(trial.run("duplicates", "--test", empty).progress()).contains("文件是空的");
        var other = Files.write(home.resolve("gbk.jsonl"), "{\"a\":\"你好\"}".getBytes("GBK"));
        var result = trial.run("categories", "--test", other);
        assertThat(result.progress()).contains("不是 UTF-8");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void refusesAPassageTwice() throws IOException {
        var trial = new Trial(home, null);
        var passage = "{\"id\": \"甲#一\", \"text\": \"一句话。\"}\n";
        var passages = trial.write("p.jsonl", passage + passage);
        var questions = trial.write("q.jsonl", "{\"question\": \"话\", \"articles\": [\"甲#一\"]}");
        var result = trial.run("retrieval", "--passages", passages, "--questions", questions);
        assertThat(result.progress()).isEqualTo(passages + " 第 2 行：编号重复：甲#一\n");
    }

    @Test
    void saysInChineseHowItIsUsed() {
        var trial = new Trial(home, null);
        var help = trial.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.figures()).startsWith("用法：evaluate").contains("retrieval", "检索", "同案");
        assertThat(trial.run("retrieval", "--help").figures()).contains("选项：", "段落文件");
    }

    @ParameterizedTest
    @CsvSource({
        "retrieval --passages p, 缺少参数：--questions",
        "sing, 不认识的参数：sing",
        "intents --test x --loud, 不认识的参数：--loud",
        "retrieval --passages p --questions q --mode loud, 参数不能用：--mode loud",
        "'', 请写出要测什么",
    })
    void saysWhichArgumentIsWrong(String args, String why) {
        Object[] words = args.isEmpty() ? new Object[0] : args.split(" ");
        var result = new Trial(home, null).run(words);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.progress()).isEqualTo(why + "；用法见 evaluate --help\n");
        assertThat(result.figures()).isEmpty();
    }
}
