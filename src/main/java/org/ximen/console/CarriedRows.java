package org.ximen.console;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.ximen.casefiles.HotlineImport;
import org.ximen.staff.StaffRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list on its way from one page to the next: no machine has to remember it, so any may serve the
 * next page.
 */
final class CarriedRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<List<String>>> ROWS = new TypeReference<>() {};
    // Tomcat takes forms of 2 MB.
    private static final int LONGEST = 1_900_000;
    private static final int MOST_BYTES = 20_000_000;

    private CarriedRows() {}

    static String write(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(JSON.writeValueAsBytes(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var text = Base64.getEncoder().encodeToString(bytes.toByteArray());
        if (text.length() > LONGEST) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "表里的字太多，请拆成几个文件。");
        }
        return text;
    }

    static List<List<String>> read(String text) {
        try (var packed =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            var rows = JSON.readValue(packed.readNBytes(MOST_BYTES), ROWS);
            if (rows.size() <= HotlineImport.MOST + 1) {
                return rows;
            }
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "表没有完整传回来，请重新上传。");
        }
        throw new StaffRefused(
                StaffRefused.Reason.INVALID, "超过 " + HotlineImport.MOST + " 行，请拆成几个文件。");
    }
}
