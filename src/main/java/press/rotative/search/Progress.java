package press.rotative.search;

/// How far the index is.
///
/// @param followed up to which number of the publication log searches are right
/// @param rebuilt how many stories a rebuild has read; 0 while none runs
/// @param toRebuild how many it will read; 0 while none runs
public record Progress(long followed, long rebuilt, long toRebuild) {

    public boolean rebuilding() {
        return toRebuild > 0;
    }
}
