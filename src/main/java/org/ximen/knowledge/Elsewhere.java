package org.ximen.knowledge;

import java.util.List;
import java.util.regex.Pattern;

/** Places whose rules are not ours, and titles that the files do not have. */
final class Elsewhere {
    private static final List<String> PLACES =
            List.of(
                    "北京", "天津", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西",
                    "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾",
                    "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门", "广州", "深圳", "杭州", "南京", "苏州", "无锡",
                    "常州", "南通", "昆山", "太仓", "扬州", "徐州", "宁波", "温州", "嘉兴", "绍兴", "湖州", "金华", "台州",
                    "舟山", "合肥", "芜湖", "福州", "厦门", "泉州", "南昌", "济南", "青岛", "烟台", "郑州", "洛阳", "武汉",
                    "长沙", "成都", "贵阳", "昆明", "西安", "兰州", "西宁", "银川", "乌鲁木齐", "拉萨", "南宁", "桂林", "海口",
                    "三亚", "石家庄", "太原", "沈阳", "大连", "长春", "哈尔滨", "呼和浩特", "东莞", "佛山", "珠海", "中山市",
                    "惠州", "美国", "日本", "韩国", "英国", "新加坡", "加拿大", "澳大利亚");
    private static final Pattern TITLE = Pattern.compile("《([^》]{2,60})》");

    private Elsewhere() {}

    /** Whether the question is about a place that the passage does not name. */
    static boolean asks(String question, Passage passage) {
        return PLACES.stream()
                .filter(question::contains)
                .anyMatch(place -> !passage.meaning().contains(place));
    }

    /** Whether the question names a document that this passage neither is nor mentions. */
    static boolean namesOther(String question, Passage passage) {
        var titles = TITLE.matcher(question);
        while (titles.find()) {
            var name = titles.group(1).replaceFirst("^(中华人民共和国|上海市)", "");
            if (!passage.meaning().contains(name)) {
                return true;
            }
        }
        return false;
    }
}
