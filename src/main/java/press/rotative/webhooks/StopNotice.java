package press.rotative.webhooks;

/// Who tells people that a webhook is not delivered to any more.
@FunctionalInterface
public interface StopNotice {

    /// @return false when it could not be told just now, and is to be told later
    boolean tell(Webhook stopped);
}
