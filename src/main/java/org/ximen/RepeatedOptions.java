package org.ximen;

import java.util.Arrays;
import java.util.HashSet;

/** Options that stand twice on the command line: both values together would make a third. */
final class RepeatedOptions {
    private RepeatedOptions() {}

    /**
     * Looks through the command line.
     *
     * @throws CannotStart if an option with a value is given twice
     */
    static void check(String... args) {
        var seen = new HashSet<String>();
        Arrays.stream(args)
                .filter(arg -> arg.matches("--[\\w.-]+=.*"))
                .map(arg -> arg.substring(2, arg.indexOf('=')))
                .filter(name -> !seen.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new CannotStart("命令行里 --" + name + " 写了两次。请只留一个，再启动一次。");
                });
    }
}
