package press.rotative.wire.account;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import press.rotative.story.StoryImports;
import press.rotative.wire.clipping.LossLedger;

/// An account as bytes: gzip of its JSON, at most [StoryImports#LARGEST_BYTES]. Where it is larger, first the lines
/// that stand in the story anyway are shortened, then all, and at last those at the end are only counted; the
/// capture itself is kept whole.
public final class AccountFile {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int SHORT = 200;
    private static final int LARGEST_JSON_BYTES = 64 * 1024 * 1024;

    private AccountFile() {}

    public static byte[] write(Account account) {
        byte[] whole = packed(account);
        if (whole.length <= StoryImports.LARGEST_BYTES) {
            return whole;
        }
        Account shorter = shortened(account, false);
        byte[] bytes = packed(shorter);
        if (bytes.length > StoryImports.LARGEST_BYTES) {
            shorter = shortened(account, true);
            bytes = packed(shorter);
        }
        while (bytes.length > StoryImports.LARGEST_BYTES) {
            int half = shorter.lines().size() / 2;
            int missing = account.lines().size() - half;
            shorter = shorter.withLines(shorter.lines().subList(0, half), missing);
            bytes = packed(shorter);
        }
        return bytes;
    }

    public static Account read(byte[] bytes) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return MAPPER.readValue(in.readNBytes(LARGEST_JSON_BYTES), Account.class);
        } catch (IOException broken) {
            throw new UncheckedIOException("the account of an import cannot be read", broken);
        }
    }

    private static Account shortened(Account account, boolean all) {
        List<Account.Line> lines = account.lines().stream()
                .map(line -> (all || line.fate() == LossLedger.Fate.MAPPED)
                                && line.part().length() > SHORT
                        ? new Account.Line(line.part().substring(0, SHORT) + "…", line.fate(), line.field(), true)
                        : line)
                .toList();
        return account.withLines(lines, 0);
    }

    private static byte[] packed(Account account) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(MAPPER.writeValueAsBytes(account));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
