package press.rotative.media;

import static press.rotative.platform.db.Tables.BLOB;
import static press.rotative.platform.db.Tables.PICTURE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.KeptQuery;
import press.rotative.platform.Problem;
import press.rotative.platform.RowBatch;
import press.rotative.platform.RowLocks;
import press.rotative.platform.RowNumbers;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.PictureRecord;

/// The picture library.
public final class Pictures {
    private static final KeptQuery<Picture> THESE = KeptQuery.ofEach(
            ids -> DSL.select(
                            PICTURE.ID,
                            PICTURE.VERSION,
                            PICTURE.DIGEST,
                            PICTURE.WIDTH,
                            PICTURE.HEIGHT,
                            PICTURE.HEADLINE,
                            PICTURE.CAPTION,
                            PICTURE.ALT,
                            PICTURE.CREDIT,
                            PICTURE.CREATOR,
                            PICTURE.PROVIDER,
                            PICTURE.COPYRIGHT,
                            PICTURE.USAGE_TERMS,
                            PICTURE.ARCHIVE,
                            PICTURE.FOCAL_X,
                            PICTURE.FOCAL_Y,
                            PICTURE.RIGHTS_START_AT,
                            PICTURE.RIGHTS_END_AT,
                            PICTURE.RIGHTS_ENDED_AT,
                            PICTURE.SHOWN_AT,
                            PICTURE.DESTROYED_AT)
                    .from(PICTURE)
                    .where(PICTURE.ID.in(ids)),
            Pictures::read);

    private final DSLContext sql;

    public Pictures(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<Picture> find(PictureId id) {
        return sql.selectFrom(PICTURE).where(PICTURE.ID.eq(id.value())).fetchOptional(Pictures::read);
    }

    public Picture get(PictureId id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no picture " + id.value() + "."));
    }

    /// The same for who will change it: nobody else does until the transaction ends.
    ///
    /// @throws Problem NOT_FOUND; CONFLICT for one that was destroyed
    public Picture locked(PictureId id) {
        RowLocks.change(sql, PICTURE.ID, List.of(id.value()));
        return get(id).there();
    }

    /// All of these that exist.
    public Map<PictureId, Picture> find(Collection<PictureId> ids) {
        var found = new HashMap<PictureId, Picture>();
        THESE.fetchEach(sql, ids.stream().map(PictureId::value).toList())
                .forEach(picture -> found.put(picture.id(), picture));
        return found;
    }

    /// Pictures after `id`, by number.
    public List<Picture> after(long id, int limit) {
        return sql.selectFrom(PICTURE)
                .where(PICTURE.ID.gt(id))
                .orderBy(PICTURE.ID)
                .limit(limit)
                .fetch(Pictures::read);
    }

    /// A piece of the library, the newest numbers first.
    ///
    /// @param next the pictures before this number are not looked at yet; null: it ends here
    /// @param looked how many were looked at, at least
    public record Piece(List<Picture> pictures, @Nullable Long next, int looked) {
        public Piece {
            pictures = List.copyOf(pictures);
        }
    }

    /// Of the pictures before `id`: those that these words are said of. Looks at `looked` of them and answers with
    /// `most`, whichever is reached first, so it costs the same over any library.
    public Piece before(long id, PictureWords words, int looked, int most) {
        Long last = words.wanted().isEmpty() ? null : numberOf(id, looked);
        List<PictureRecord> rows = sql.selectFrom(PICTURE)
                .where(PICTURE.ID.lt(id))
                .and(last == null ? DSL.noCondition() : PICTURE.ID.ge(last))
                .and(words.mayStand())
                .orderBy(PICTURE.ID.desc())
                .limit(most)
                .fetch();
        List<Picture> found = rows.stream()
                .filter(row -> !PictureWords.waits(row) || words.stand(PictureWords.key(described(row))))
                .map(Pictures::read)
                .toList();
        return rows.size() == most ? new Piece(found, rows.getLast().getId(), most) : new Piece(found, last, looked);
    }

    /// The number of the last of so many pictures before `id`; null: there are not so many.
    private @Nullable Long numberOf(long id, int many) {
        return sql.select(PICTURE.ID)
                .from(PICTURE)
                .where(PICTURE.ID.lt(id))
                .orderBy(PICTURE.ID.desc())
                .limit(1)
                .offset(many - 1)
                .fetchOne(PICTURE.ID);
    }

    /// Adds a picture whose file is not held.
    public static PictureId addWithoutFile(Transaction transaction, PictureDescription description) {
        long id = transaction
                .sql()
                .insertInto(PICTURE)
                .set(PICTURE.VERSION, 1)
                .set(words(description, 1))
                .set(PICTURE.CREATED_AT, transaction.now().toEpochMilli())
                .returningResult(PICTURE.ID)
                .fetchSingle()
                .value1();
        return new PictureId(id);
    }

    /// The picture that a file of this digest became when it was sent.
    public Optional<Picture> withSource(String sourceDigest) {
        return sql.selectFrom(PICTURE)
                .where(PICTURE.SOURCE_DIGEST.eq(sourceDigest))
                .fetchOptional(Pictures::read);
    }

    /// Adds a picture that came in.
    ///
    /// @param description in the place of the one that the file carried
    public static PictureId add(Transaction transaction, NewPicture picture, PictureDescription description) {
        return addAll(transaction, List.of(picture.described(description))).getFirst();
    }

    /// Adds many pictures that came in, in their order.
    public static List<PictureId> addAll(Transaction transaction, List<NewPicture> pictures) {
        long now = transaction.now().toEpochMilli();
        List<Long> ids = RowNumbers.take(transaction, PICTURE.ID, pictures.size());
        var blobs = new RowBatch();
        var rows = new RowBatch();
        for (int i = 0; i < pictures.size(); i++) {
            NewPicture picture = pictures.get(i);
            blobs.add(picture.digest(), picture.size(), picture.format().mediaType(), now);
            var row = new ArrayList<@Nullable Object>(
                    List.of(ids.get(i), 1, picture.digest(), picture.width(), picture.height(), now));
            row.add(picture.sourceDigest());
            row.addAll(words(picture.description(), 1).values());
            rows.add(row.toArray());
        }
        blobs.insertMissing(transaction.sql(), BLOB, BLOB.DIGEST, BLOB.SIZE, BLOB.MEDIA_TYPE, BLOB.AT);
        var columns = new ArrayList<Field<?>>(List.of(
                PICTURE.ID,
                PICTURE.VERSION,
                PICTURE.DIGEST,
                PICTURE.WIDTH,
                PICTURE.HEIGHT,
                PICTURE.CREATED_AT,
                PICTURE.SOURCE_DIGEST));
        columns.addAll(words(PictureDescription.EMPTY, 1).keySet());
        rows.insert(transaction.sql(), PICTURE, columns.toArray(Field<?>[]::new));
        return ids.stream().map(PictureId::new).toList();
    }

    /// Names a blob in the tables; its bytes must already be in the store.
    public static void addBlob(Transaction transaction, String digest, long size, String mediaType) {
        transaction
                .sql()
                .insertInto(BLOB)
                .set(BLOB.DIGEST, digest)
                .set(BLOB.SIZE, size)
                .set(BLOB.MEDIA_TYPE, mediaType)
                .set(BLOB.AT, transaction.now().toEpochMilli())
                .onConflictDoNothing()
                .execute();
    }

    /// Changes the description; the caller's act appends to the log.
    ///
    /// @return the picture after the change
    public static Picture describe(Transaction transaction, PictureId id, PictureDescription description) {
        DSLContext sql = transaction.sql();
        Picture before = new Pictures(sql).get(id);
        sql.update(PICTURE)
                .set(PICTURE.VERSION, before.version() + 1)
                .set(words(description, before.version() + 1))
                .where(PICTURE.ID.eq(id.value()))
                .execute();
        return new Pictures(sql).get(id);
    }

    /// @param version of the picture with these words
    private static Map<Field<?>, @Nullable Object> words(PictureDescription description, int version) {
        var words = new LinkedHashMap<Field<?>, @Nullable Object>();
        words.put(PICTURE.HEADLINE, description.headline());
        words.put(PICTURE.CAPTION, description.caption());
        words.put(PICTURE.ALT, description.alt());
        words.put(PICTURE.CREDIT, description.credit());
        words.put(PICTURE.CREATOR, description.creator());
        words.put(PICTURE.PROVIDER, description.provider());
        words.put(PICTURE.COPYRIGHT, description.copyright());
        words.put(PICTURE.USAGE_TERMS, description.usageTerms());
        words.put(PICTURE.ARCHIVE, description.archive());
        words.put(PICTURE.FOCAL_X, description.focalX());
        words.put(PICTURE.FOCAL_Y, description.focalY());
        words.put(PICTURE.WORDS_KEY, PictureWords.key(description));
        words.put(PICTURE.WORDS_VERSION, version);
        return words;
    }

    /// Changes the time in which the picture may be shown; the caller's act appends to the log.
    ///
    /// @return the picture after the change
    public static Picture changeRights(Transaction transaction, PictureId id, Rights rights) {
        DSLContext sql = transaction.sql();
        Picture before = new Pictures(sql).get(id);
        sql.update(PICTURE)
                .set(PICTURE.VERSION, before.version() + 1)
                .set(
                        PICTURE.WORDS_VERSION,
                        DSL.when(PICTURE.WORDS_VERSION.eq(PICTURE.VERSION), before.version() + 1)
                                .otherwise(PICTURE.WORDS_VERSION))
                .set(PICTURE.RIGHTS_START_AT, millis(rights.starts()))
                .set(PICTURE.RIGHTS_END_AT, millis(rights.ends()))
                .set(PICTURE.RIGHTS_ENDED_AT, rights.ended() ? transaction.now().toEpochMilli() : null)
                .where(PICTURE.ID.eq(id.value()))
                .execute();
        return new Pictures(sql).get(id);
    }

    /// Remembers that the public has seen these pictures.
    public static void show(Transaction transaction, Collection<PictureId> ids) {
        if (!ids.isEmpty()) {
            transaction
                    .sql()
                    .update(PICTURE)
                    .set(PICTURE.SHOWN_AT, transaction.now().toEpochMilli())
                    .where(PICTURE.ID.in(ids.stream().map(PictureId::value).toList()))
                    .and(PICTURE.SHOWN_AT.isNull())
                    .execute();
        }
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static Picture read(ResultSet row) throws SQLException {
        Long width = KeptQuery.number(row, 4);
        Long height = KeptQuery.number(row, 5);
        var whole = new Picture(
                new PictureId(row.getLong(1)),
                row.getInt(2),
                row.getString(3),
                width == null ? null : width.intValue(),
                height == null ? null : height.intValue(),
                new PictureDescription(
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13),
                        row.getBoolean(14),
                        row.getInt(15),
                        row.getInt(16)),
                new Rights(
                        instant(KeptQuery.number(row, 17)),
                        instant(KeptQuery.number(row, 18)),
                        KeptQuery.number(row, 19) != null),
                KeptQuery.number(row, 20) != null,
                instant(KeptQuery.number(row, 21)));
        return whatIsLeft(whole);
    }

    private static Picture read(PictureRecord row) {
        var whole = new Picture(
                new PictureId(row.getId()),
                row.getVersion(),
                row.getDigest(),
                row.getWidth(),
                row.getHeight(),
                described(row),
                new Rights(
                        instant(row.getRightsStartAt()), instant(row.getRightsEndAt()), row.getRightsEndedAt() != null),
                row.getShownAt() != null,
                instant(row.getDestroyedAt()));
        return whatIsLeft(whole);
    }

    /// One that was destroyed has no file and no rights any more.
    private static Picture whatIsLeft(Picture picture) {
        Instant destroyedAt = picture.destroyedAt();
        return destroyedAt == null
                ? picture
                : new Picture(
                        picture.id(),
                        picture.version(),
                        null,
                        null,
                        null,
                        picture.description(),
                        new Rights(null, destroyedAt, true),
                        picture.shown(),
                        destroyedAt);
    }

    static PictureDescription described(PictureRecord row) {
        return new PictureDescription(
                row.getHeadline(),
                row.getCaption(),
                row.getAlt(),
                row.getCredit(),
                row.getCreator(),
                row.getProvider(),
                row.getCopyright(),
                row.getUsageTerms(),
                row.getArchive(),
                row.getFocalX(),
                row.getFocalY());
    }
}
