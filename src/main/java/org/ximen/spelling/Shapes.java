package org.ximen.spelling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Characters that are taken for each other because they look alike. */
final class Shapes {
    private static final Map<Character, String> MATES =
            mates(
                    "己已巳 末未 帐账 贷货 师帅 蓝篮 住往 板版 拆折 栏拦 诺若 治冶 晴睛 竞竟 燥噪躁 概慨 辩辨辫 徒陡"
                            + " 沾粘 今令 处外 千干 土士 日曰 人入 天夭 大太犬 乌鸟 免兔 刀力 午牛 申甲由 具真 崇祟"
                            + " 侯候 侍待 即既 拔拨 券卷 坏环怀 茶荼 戍戌戊 肓盲 孤弧狐 洒酒 抡抢 傅博 暑署 准淮"
                            + " 幕墓慕暮 斤斥 延廷 仅仪 扰拢 休体 借措 情清请 没设 官宫 问间 买卖 证政 帖贴 撒撤 捡检"
                            + " 赔陪培 偿尝 裁栽载 拣练炼 缴激 遣遗 籍藉 锻煅 纂篡 候喉 驱躯 缆览 辆俩 陷掐 梳疏 爆暴"
                            + " 场扬 汽气 象像 挡档 密蜜 挥辉 历厉 型形 优忧 坐座 向响 佩配 复覆 园圆 泄泻 隐稳 拾抬 冶治"
                            + " 抗坑 扫归 圾级极 拉垃 钢纲 网冈 析折 杨扬 烧浇 伞企 厂广 压庄 库厍 房户 凭任 供拱 摊滩 滞带");

    private Shapes() {}

    private static Map<Character, String> mates(String groups) {
        var mates = new HashMap<Character, String>();
        for (var group : groups.split(" ")) {
            for (char one : group.toCharArray()) {
                mates.merge(one, group.replace(String.valueOf(one), ""), String::concat);
            }
        }
        return mates;
    }

    /** What a character may have been taken for; mostly nothing. */
    static List<Character> mates(char one) {
        return MATES.getOrDefault(one, "").chars().mapToObj(mate -> (char) mate).toList();
    }

    static boolean alike(char one, char other) {
        return MATES.getOrDefault(one, "").indexOf(other) >= 0;
    }
}
