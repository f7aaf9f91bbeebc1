package press.rotative.publication;

import press.rotative.platform.Work;

/// A function of (transaction, inputs) that changes what the newsroom keeps; see the rules at [Work].
@FunctionalInterface
public interface Act<T> extends Work<T> {}
