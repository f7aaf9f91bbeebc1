package press.rotative.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.Settings;
import press.rotative.command.socket.RunningServer;
import press.rotative.command.socket.ServerLock;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Command;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;
import press.rotative.platform.Fetcher;
import press.rotative.wire.Filing;
import press.rotative.wire.Import;
import press.rotative.wire.ImportSources;
import press.rotative.wire.NoFiling;
import press.rotative.wire.PagePictures;
import press.rotative.wire.StoryFiling;

/// `import`: captures of pages become stories.
final class ImportCommand implements Command {
    private static final long MOST_COUNTED = 200_000;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String purpose() {
        return "Read captured pages and file them as stories";
    }

    @Override
    public String synopsis() {
        return "[--data DIR] [--edition CODE] [--publish] [--fetch] [--dry-run] [--report FILE.json] SOURCE...";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.data(),
                Option.with("--edition", "CODE", "the edition to file into (default: the language of the capture)"),
                Option.flag("--publish", "publish what was filed"),
                Option.flag("--fetch", "fetch pictures of pages that do not lie beside them from the web"),
                Option.flag("--dry-run", "read and report, write nothing"),
                Option.with(
                        "--report", "FILE", "write the whole report as JSON, with the fate of every part of a source"));
    }

    @Override
    public String details() {
        return """
                A source is a saved page (HTML, or the plain text of one), a folder (every file in it; pictures, styles and
                scripts beside saved pages are passed over) or - for standard input. Pictures that lie beside a page, in
                its own folder, come along; others only with --fetch, never from private networks, 10 MB and 10 seconds
                each. Where a server works on the data
                directory, it does the filing; else this command does. Status 0 only if every source was filed, or knowingly
                skipped because it is here already.""";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) throws IOException {
        if (arguments.operands().isEmpty()) {
            return console.wrongUsage(this, "Name at least one file, a folder, or - for standard input.");
        }
        if (arguments.has("--dry-run")) {
            return work(new NoFiling(), arguments, console, watched());
        }
        Settings settings;
        try {
            arguments.value("--data").ifPresent(data -> System.setProperty("rotative.data", data));
            settings = Settings.ofProcess();
        } catch (IllegalArgumentException wrong) {
            return console.failed(String.valueOf(wrong.getMessage()));
        }
        Optional<RunningServer> running = RunningServer.at(settings.data());
        if (running.isPresent()) {
            try (RunningServer server = running.get()) {
                boolean input = arguments.operands().contains("-");
                Console asking =
                        input ? console : new Console(InputStream.nullInputStream(), console.out(), console.err());
                return server.ask(wordsForServer(arguments), asking);
            }
        }
        try (ServerLock lock = ServerLock.take(settings.data());
                Press press = Press.open(settings.data(), settings.databaseUrl(), Clock.systemUTC())) {
            return work(filing(press, arguments), arguments, console, watched());
        } catch (ServerLock.Held held) {
            return console.failed(held.sentence());
        }
    }

    /// The same inside the server, which has the data directory open.
    ExitStatus inServer(Press press, Arguments arguments, Console console) throws IOException {
        return work(filing(press, arguments), arguments, console, false);
    }

    private static Filing filing(Press press, Arguments arguments) {
        PagePictures pictures = arguments.has("--fetch")
                ? PagePictures.fetched(press.intake(), Fetcher.ofTheWeb())
                : PagePictures.beside(press.intake());
        return new StoryFiling(press.acts(), press.database(), press.blobs(), pictures);
    }

    /// The server has a working directory of its own, so every path is given whole.
    private static List<String> wordsForServer(Arguments arguments) {
        List<String> words = new ArrayList<>();
        words.add("import");
        arguments.value("--edition").ifPresent(code -> words.add("--edition=" + code));
        arguments
                .value("--report")
                .ifPresent(file -> words.add("--report=" + Path.of(file).toAbsolutePath()));
        for (String flag : new String[] {"--publish", "--fetch"}) {
            if (arguments.has(flag)) {
                words.add(flag);
            }
        }
        words.add("--");
        for (String source : arguments.operands()) {
            words.add(
                    source.equals("-")
                            ? source
                            : Path.of(source).toAbsolutePath().toString());
        }
        return words;
    }

    private static ExitStatus work(Filing filing, Arguments arguments, Console console, boolean watched)
            throws IOException {
        Optional<Path> report = arguments.value("--report").map(Path::of);
        try (ImportReportFile file = report.isPresent() ? ImportReportFile.at(report.get()) : null) {
            ImportProgress progress =
                    new ImportProgress(console, count(arguments), watched, arguments.has("--dry-run"));
            Filing.Wishes wishes = new Filing.Wishes(arguments.value("--edition"), arguments.has("--publish"));
            new Import(filing).run(new ImportSources(arguments.operands(), console.in()), wishes, imported -> {
                progress.tell(imported);
                if (file != null) {
                    file.add(imported);
                }
            });
            if (file != null) {
                file.finish();
            }
            progress.finish();
            return progress.allWell() ? ExitStatus.DONE : ExitStatus.FAILED;
        }
    }

    private static boolean watched() {
        return System.console() != null && System.console().isTerminal();
    }

    /// How many sources there will be, for the bar; 0 when standard input is among them or there are very many.
    private static long count(Arguments arguments) {
        if (arguments.operands().contains("-")) {
            return 0;
        }
        ImportSources sources = new ImportSources(arguments.operands(), InputStream.nullInputStream());
        long count = 0;
        while (sources.hasNext() && count < MOST_COUNTED) {
            sources.next();
            count++;
        }
        return count == MOST_COUNTED ? 0 : count;
    }
}
