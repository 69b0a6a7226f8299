package org.ximen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A conversation as a text file. Lines: {@code 我: words}, {@code 我[label]} presses a button, {@code
 * 我@lat,lon} sends a location, {@code 我#} a photo; a name in 我's place is another person; {@code 答:
 * [KIND] words…words} is the next reply (… is anything, line breaks do not count), {@code 钮: a | b}
 * buttons it has, {@code 源: words} a source it cites, {@code 无: words} words it must not hold;
 * {@code 收: …} a message that arrives unasked; {@code 员: VERB number note | field=value} a move by
 * staff, with fields of the staff API or {@code as=ROLE department}, {@code VERB#} with a picture;
 * {@code 图} the last reply has a picture, {@code 无图} it has none; {@code 通知: title | body} a notice
 * that is written, approved and sent, {@code | 钮} behind it with the buttons 知道了 and 有问题, {@code
 * 更正: change | body} and {@code 撤回: reason} of the newest, {@code 查: title | question} all that was
 * asked under the newest; {@code 补: question | answer} an editor's answer to what is asked for
 * most; {@code 码: name ROLE department area} opens an account and takes a code to bind its chat,
 * which 〈码〉 stands for, 〈错〉 for another; {@code 夜} looks for what comes back, {@code 题: STEP words}
 * takes a step with the sign or topic that comes back most; {@code 活动: title | body | begins |
 * place | seats} a notice of an activity that is written, approved and sent, {@code 醒} looks what
 * those who signed up have to be told; {@code 议: title | body | option | …} proposes what is talked
 * over, {@code 步: VERB} takes a step with it, {@code 票: n} makes codes, which 〈票1〉 and so on stand
 * for; {@code 文: id | title | tags | body} publishes an article for merchants, {@code 推} tells them
 * what is new, {@code 约: PT48H | unit、unit | why} plans a joint visit of the newest shop, {@code 去:
 * result} ends it; {@code 等: PT2H} lets time pass, {@code 到时: PT2H} too, and who has to be told of
 * limits is told; {@code 重启} starts the product again; {@code #} is a comment.
 */
public record Transcript(String name, List<Line> lines) {

    /**
     * @param number in the file, from 1
     * @param head what stands before the colon, or the whole line
     * @param rest what stands after it
     */
    public record Line(int number, String head, String rest) {
        static Line of(int number, String line) {
            int colon = line.indexOf(':');
            return colon < 0
                    ? new Line(number, line, "")
                    : new Line(number, line.substring(0, colon), line.substring(colon + 1).strip());
        }
    }

    /** All transcripts, by name. */
    public static List<Transcript> all() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/transcripts"))) {
            return files.filter(f -> f.toString().endsWith(".txt"))
                    .sorted()
                    .map(Transcript::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them, by the name of its file. */
    public static Transcript of(String name) {
        return read(Path.of("src/test/resources/transcripts", name));
    }

    private static Transcript read(Path file) {
        List<Line> lines = new ArrayList<>();
        try {
            var text = Files.readAllLines(file);
            for (int i = 0; i < text.size(); i++) {
                var line = text.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    lines.add(Line.of(i + 1, line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Transcript(file.getFileName().toString(), lines);
    }

    @Override
    public String toString() {
        return name;
    }
}
