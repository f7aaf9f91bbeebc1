package press.rotative.publication;

import press.rotative.platform.Transaction;

/// What has to be right together with what an act did: it is written in the act's own transaction, once the act has
/// done everything else.
public interface Consequence {

    /// @param transaction of an act that is done; its announcements tell what it did
    void follow(Transaction transaction);
}
