package press.rotative.people.signin;

/// Where a request comes from.
///
/// @param address the network it comes from, never the whole address: `192.0.2.0/24`
/// @param whole the whole address, for limits only; it is kept nowhere
/// @param agent what the browser says it is, at most 200 characters
public record Asker(String address, String whole, String agent) {
    private static final int LONGEST_AGENT = 200;

    public Asker {
        agent = agent.replaceAll("\\p{Cntrl}", "");
        agent = agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
    }
}
