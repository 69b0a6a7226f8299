package org.ximen.evaluation;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code evaluate KIND …}. */
public final class Evaluation {
    private static final Logger LOG = LoggerFactory.getLogger(Evaluation.class);
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int WIDTH = 100;
    private static final String SEE = "用法见 evaluate --help";

    private final PrintStream progress;
    private final CommandLine line;

    /**
     * @param figures gets the one line of figures, or the help
     * @param progress gets everything else
     */
    public Evaluation(Instruments instruments, PrintStream figures, PrintStream progress) {
        this.progress = progress;
        var knowledge = new Knowledge(instruments, figures, progress);
        var talk = new Talk(instruments, figures, progress);
        this.line = new CommandLine(new Kinds(knowledge, talk));
        line.getSubcommands().values().forEach(Evaluation::shape);
        shape(line);
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(figures, true))
                .setErr(new PrintWriter(progress, true))
                .setParameterExceptionHandler((e, args) -> misused(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    }

    private static void shape(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .synopsisHeading("用法：")
                .synopsisSubcommandLabel("种类")
                .descriptionHeading("%n")
                .optionListHeading("%n选项：%n")
                .commandListHeading("%n种类（各有自己的 --help）：%n");
    }

    /**
     * Runs one measurement.
     *
     * @param args what stands behind {@code evaluate}
     * @return the exit code: 0, or 2 if the arguments or a file cannot be used, or 1 if it failed
     */
    public int run(List<String> args) {
        if (args.isEmpty()) {
            progress.println("请写出要测什么；" + SEE);
            return MISUSED;
        }
        return line.execute(args.toArray(String[]::new));
    }

    private int misused(ParameterException e) {
        var why =
                switch (e) {
                    case MissingParameterException missing -> "缺少参数：" + named(missing.getMissing());
                    case UnmatchedArgumentException unknown ->
                            "不认识的参数：" + String.join(" ", unknown.getUnmatched());
                    default ->
                            "参数不能用："
                                    + named(Stream.ofNullable(e.getArgSpec()).toList())
                                    + (e.getValue() == null ? "" : " " + e.getValue());
                };
        progress.println(why + "；" + SEE);
        return MISUSED;
    }

    private static String named(List<ArgSpec> options) {
        return options.stream()
                .map(each -> each instanceof OptionSpec o ? o.longestName() : each.paramLabel())
                .collect(Collectors.joining("、"));
    }

    private int failed(Exception e) {
        if (e instanceof BadInput) {
            progress.println(e.getMessage());
            return MISUSED;
        }
        LOG.debug("The measurement failed", e);
        progress.println("没有测成：" + (e.getMessage() == null ? e : e.getMessage()));
        return FAILED;
    }
}
