package press.rotative.search;

import java.io.EOFException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;

/// Tells a damaged index, which must be built anew, from a disk or database that is out of order for a while.
final class Damage {
    private Damage() {}

    static boolean causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof CorruptIndexException
                        || cause instanceof IndexFormatTooOldException
                        || cause instanceof IndexFormatTooNewException
                        || cause instanceof IndexNotFoundException
                        || cause instanceof NoSuchFileException
                        || cause instanceof EOFException);
    }
}
