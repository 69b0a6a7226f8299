package org.ximen.staffapi;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import org.ximen.staff.StaffRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests strictly: a field that nobody knows is a mistake, not a detail. */
final class Json {
    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Json() {}

    /** The request's body; what cannot be read is refused with a sentence that names the field. */
    static <T> T read(byte[] body, Class<T> type) {
        try {
            var value = STRICT.readValue(body, type);
            if (value == null) {
                throw new StaffRefused(INVALID, "请求里没有内容，请发送一个 JSON 对象。");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw new StaffRefused(INVALID, unknownField(e));
        } catch (DatabindException e) {
            throw new StaffRefused(INVALID, "字段 " + field(e) + " 的值不对，请按接口说明填写。");
        } catch (JacksonException e) {
            throw new StaffRefused(INVALID, "请求不是正确的 JSON，请检查括号、引号和逗号。");
        }
    }

    static String write(Object value) {
        return STRICT.writeValueAsString(value);
    }

    private static String unknownField(UnrecognizedPropertyException e) {
        var known = e.getKnownPropertyIds();
        return "不认识的字段 " + e.getPropertyName() + (known == null ? "。" : "，可用的有 " + known + "。");
    }

    private static String field(DatabindException e) {
        for (var step : e.getPath().reversed()) {
            if (step.getPropertyName() != null) {
                return step.getPropertyName();
            }
        }
        return "（整个请求）";
    }
}
