package press.rotative.command.terminal;

/// How a command ended, as the shell sees it.
public enum ExitStatus {
    DONE(0),
    FAILED(1),
    WRONG_USAGE(2);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
