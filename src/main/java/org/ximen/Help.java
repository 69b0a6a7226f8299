package org.ximen;

import java.util.Arrays;
import java.util.Set;

/** What the command line offers. */
final class Help {
    private static final Set<String> WORDS = Set.of("--help", "-h", "-?", "help");

    private static final String TEXT =
            """
            西门小助：街道居民、商户的服务助手和工作台。

            用法：java -jar ximen.jar [--设置=值 …]
              在含有 config/ 和 knowledge/ 的文件夹里启动，用 Java 25。
              居民聊天 http://localhost:8080/ ，工作台 http://localhost:8080/console 。
              停止：Ctrl-C。

            设置可以写在 config/application.yaml（自己新建）、环境变量（XIMEN_HOME=…）或命令行里。常用的：
              --server.port=8081              换端口（默认 8080）
              --server.address=0.0.0.0        让内网的同事也能打开（默认只给本机）
              --ximen.home=data               数据放哪里
              --ximen.district=config/district.yaml   街道配置
              --ximen.telegram.token=…        接上 Telegram 机器人
              --ximen.wechat.app-id=…         接上微信公众号（还要 secret、token）
              --spring.profiles.active=demo   先看六周的样例，数据放在 data-demo
              --debug                         启动不了时，把详细原因也打出来

            忘了管理员密码：在数据文件夹里放一个名叫 reset-admin-password 的空文件，再启动。

            量一量：java -jar ximen.jar evaluate 种类 …（先看 evaluate --help）
              retrieval 检索 · refusal 拒答 · answers 回答 · followups 追问 · versions 新旧规定
              intents 意图 · categories 分类 · duplicates 重复

            全部设置、备份和恢复见 README.md。
            """;

    private Help() {}

    static boolean isWanted(String... args) {
        return args.length > 0
                && !args[0].equals("evaluate")
                && Arrays.stream(args).anyMatch(WORDS::contains);
    }

    static void print() {
        Terminal.readable(System.out).print(TEXT);
    }
}
