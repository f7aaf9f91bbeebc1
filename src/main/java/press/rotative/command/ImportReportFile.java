package press.rotative.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import press.rotative.wire.ImportReport;
import press.rotative.wire.Imported;

/// The report of an import in a file: a JSON array that grows while the import runs and takes its name only when it is
/// whole, so that a broken-off import leaves no half report.
final class ImportReportFile implements AutoCloseable {
    private final Path file;
    private final Path growing;
    private final JsonGenerator json;

    private ImportReportFile(Path file, Path growing, JsonGenerator json) {
        this.file = file;
        this.growing = growing;
        this.json = json;
    }

    /// @throws IOException with a sentence when the file cannot be written there
    static ImportReportFile at(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(target)) {
            throw new IOException("The report cannot be written to " + file + ": name a file in a folder that exists.");
        }
        Path growing = target.resolveSibling("." + target.getFileName() + ".part");
        JsonGenerator json = new ObjectMapper().createGenerator(Files.newBufferedWriter(growing));
        json.useDefaultPrettyPrinter();
        json.writeStartArray();
        return new ImportReportFile(target, growing, json);
    }

    void add(Imported imported) {
        try {
            json.writePOJO(ImportReport.of(imported));
        } catch (IOException failure) {
            throw new UncheckedIOException("The report could not be written: " + failure.getMessage(), failure);
        }
    }

    /// The report is whole.
    void finish() throws IOException {
        json.writeEndArray();
        json.close();
        Files.move(growing, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        json.close();
        Files.deleteIfExists(growing);
    }
}
