package press.rotative.address;

import static press.rotative.platform.db.Tables.ADDRESS_CODE;
import static press.rotative.platform.db.Tables.ADDRESS_PATH;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import press.rotative.platform.RowBatch;
import press.rotative.platform.RowNumbers;
import press.rotative.platform.SettingStore;
import press.rotative.platform.Transaction;
import press.rotative.publication.Subject;

/// Codes and paths of subjects. A story's canonical path ends in its code and is found by the code alone; pages of
/// sections, concepts and authors have claimed paths, of which the subject's newest is canonical.
public final class Addresses {
    private static final String SECRET = "address.code-secret";
    private static final int ASKED_AT_ONCE = 500;

    private final DSLContext sql;

    public Addresses(DSLContext sql) {
        this.sql = sql;
    }

    /// Makes the secret of the codes once, at the first start of an installation.
    public static void prepare(DSLContext sql, SecureRandom random) {
        var settings = new SettingStore(sql);
        if (settings.find(SECRET).isEmpty()) {
            byte[] secret = new byte[32];
            random.nextBytes(secret);
            settings.put(SECRET, HexFormat.of().formatHex(secret));
        }
    }

    /// Has this installation its secret?
    public static boolean prepared(DSLContext sql) {
        return new SettingStore(sql).find(SECRET).isPresent();
    }

    /// Forgets the secret, so that a copy of this data directory makes its own; codes already issued go on to resolve.
    public static void forgetSecret(Transaction transaction) {
        new SettingStore(transaction.sql()).remove(SECRET);
    }

    /// The code of a subject, issued on the first call.
    public static String claimCode(Transaction transaction, Subject subject) {
        Optional<String> known = new Addresses(transaction.sql()).codeOf(subject);
        return known.orElseGet(() -> issueCodes(transaction, List.of(subject)).getFirst());
    }

    /// Issues codes to subjects that have none yet, in their order.
    public static List<String> issueCodes(Transaction transaction, List<Subject> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        DSLContext sql = transaction.sql();
        byte[] secret = HexFormat.of()
                .parseHex(new SettingStore(sql)
                        .find(SECRET)
                        .orElseThrow(() -> new IllegalStateException("the secret of the short codes is missing")));
        var alphabet = new CodeAlphabet(secret);
        List<Long> numbers = RowNumbers.take(transaction, ADDRESS_CODE.NUMBER, subjects.size());
        List<String> codes = numbers.stream().map(alphabet::code).toList();
        Set<String> taken = new HashSet<>(sql.select(ADDRESS_CODE.CODE)
                .from(ADDRESS_CODE)
                .where(ADDRESS_CODE.CODE.in(codes))
                .fetch(ADDRESS_CODE.CODE));
        var rows = new RowBatch();
        var issued = new ArrayList<String>(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            String code = codes.get(i);
            String free = taken.contains(code) ? freeCode(sql, alphabet, numbers.get(i)) : code;
            rows.add(
                    numbers.get(i),
                    free,
                    subject.kind().name(),
                    subject.id(),
                    transaction.now().toEpochMilli());
            issued.add(free);
        }
        rows.insert(
                sql,
                ADDRESS_CODE,
                ADDRESS_CODE.NUMBER,
                ADDRESS_CODE.CODE,
                ADDRESS_CODE.SUBJECT_KIND,
                ADDRESS_CODE.SUBJECT_ID,
                ADDRESS_CODE.AT);
        return issued;
    }

    /// Numbers of one secret never collide; after a change of the secret (a copied sample) an old code may stand in the
    /// way, and the next free number beyond every identity is tried.
    private static String freeCode(DSLContext sql, CodeAlphabet alphabet, long number) {
        for (long candidate = number; ; candidate += 1L << 40) {
            String code = alphabet.code(candidate);
            if (!sql.fetchExists(ADDRESS_CODE, ADDRESS_CODE.CODE.eq(code))) {
                return code;
            }
        }
    }

    public Optional<String> codeOf(Subject subject) {
        return sql.select(ADDRESS_CODE.CODE)
                .from(ADDRESS_CODE)
                .where(ADDRESS_CODE.SUBJECT_KIND.eq(subject.kind().name()))
                .and(ADDRESS_CODE.SUBJECT_ID.eq(subject.id()))
                .and(ADDRESS_CODE.CODE.isNotNull())
                .fetchOptional(ADDRESS_CODE.CODE);
    }

    /// The codes of those subjects that have one.
    public Set<String> codesOf(Collection<Subject> subjects) {
        var codes = new HashSet<String>();
        byKind(
                subjects,
                (kind, ids) -> codes.addAll(sql.select(ADDRESS_CODE.CODE)
                        .from(ADDRESS_CODE)
                        .where(ADDRESS_CODE.SUBJECT_KIND.eq(kind.name()))
                        .and(ADDRESS_CODE.SUBJECT_ID.in(ids))
                        .and(ADDRESS_CODE.CODE.isNotNull())
                        .fetch(ADDRESS_CODE.CODE)));
        return codes;
    }

    /// Whose code this is; upper and lower case are the same.
    public Optional<Subject> withCode(String code) {
        if (!CodeAlphabet.looksLikeCode(code)) {
            return Optional.empty();
        }
        return sql.select(ADDRESS_CODE.SUBJECT_KIND, ADDRESS_CODE.SUBJECT_ID)
                .from(ADDRESS_CODE)
                .where(ADDRESS_CODE.CODE.eq(code.toLowerCase(Locale.ROOT)))
                .fetchOptional(row -> new Subject(Subject.Kind.valueOf(row.value1()), row.value2()));
    }

    /// Claims a path for a subject, for ever.
    ///
    /// @param path begins with `/`, percent-decoded
    /// @return false when it already belongs to another subject
    public static boolean claimPath(Transaction transaction, String path, Subject subject) {
        DSLContext sql = transaction.sql();
        Optional<Subject> owner = new Addresses(sql).withPath(path);
        if (owner.isPresent()) {
            return owner.get().equals(subject);
        }
        sql.insertInto(ADDRESS_PATH)
                .set(ADDRESS_PATH.PATH, path)
                .set(ADDRESS_PATH.SUBJECT_KIND, subject.kind().name())
                .set(ADDRESS_PATH.SUBJECT_ID, subject.id())
                .set(ADDRESS_PATH.AT, transaction.now().toEpochMilli())
                .execute();
        return true;
    }

    /// Claims those of these paths that nobody has yet.
    ///
    /// @return those that belong to another subject
    public static Set<String> claimFreePaths(Transaction transaction, Map<String, Subject> paths) {
        DSLContext sql = transaction.sql();
        Map<String, Subject> owners = new HashMap<>();
        sql.select(ADDRESS_PATH.PATH, ADDRESS_PATH.SUBJECT_KIND, ADDRESS_PATH.SUBJECT_ID)
                .from(ADDRESS_PATH)
                .where(ADDRESS_PATH.PATH.in(paths.keySet()))
                .forEach(
                        row -> owners.put(row.value1(), new Subject(Subject.Kind.valueOf(row.value2()), row.value3())));
        var rows = new RowBatch();
        var others = new HashSet<String>();
        paths.forEach((path, subject) -> {
            Subject owner = owners.get(path);
            if (owner == null) {
                rows.add(
                        path,
                        subject.kind().name(),
                        subject.id(),
                        transaction.now().toEpochMilli());
            } else if (!owner.equals(subject)) {
                others.add(path);
            }
        });
        rows.insert(
                sql,
                ADDRESS_PATH,
                ADDRESS_PATH.PATH,
                ADDRESS_PATH.SUBJECT_KIND,
                ADDRESS_PATH.SUBJECT_ID,
                ADDRESS_PATH.AT);
        return others;
    }

    /// Every path of the one belongs to the other from now on.
    public static void hand(Transaction transaction, Subject from, Subject to) {
        transaction
                .sql()
                .update(ADDRESS_PATH)
                .set(ADDRESS_PATH.SUBJECT_KIND, to.kind().name())
                .set(ADDRESS_PATH.SUBJECT_ID, to.id())
                .where(ADDRESS_PATH.SUBJECT_KIND.eq(from.kind().name()))
                .and(ADDRESS_PATH.SUBJECT_ID.eq(from.id()))
                .execute();
    }

    public Optional<Subject> withPath(String path) {
        return sql.select(ADDRESS_PATH.SUBJECT_KIND, ADDRESS_PATH.SUBJECT_ID)
                .from(ADDRESS_PATH)
                .where(ADDRESS_PATH.PATH.eq(path))
                .fetchOptional(row -> new Subject(Subject.Kind.valueOf(row.value1()), row.value2()));
    }

    /// Whose each of some hundreds of paths is; those that are nobody's are left out.
    public Map<String, Subject> withPaths(Collection<String> paths) {
        return paths.isEmpty()
                ? Map.of()
                : sql.select(ADDRESS_PATH.PATH, ADDRESS_PATH.SUBJECT_KIND, ADDRESS_PATH.SUBJECT_ID)
                        .from(ADDRESS_PATH)
                        .where(ADDRESS_PATH.PATH.in(paths))
                        .fetchMap(
                                row -> row.value1(),
                                row -> new Subject(Subject.Kind.valueOf(row.value2()), row.value3()));
    }

    /// Those of these paths that belong to anybody.
    public Set<String> knownPaths(Collection<String> paths) {
        return paths.isEmpty()
                ? Set.of()
                : sql.select(ADDRESS_PATH.PATH)
                        .from(ADDRESS_PATH)
                        .where(ADDRESS_PATH.PATH.in(paths))
                        .fetchSet(ADDRESS_PATH.PATH);
    }

    /// Those of these codes, in lower case, that belong to anybody.
    public Set<String> knownCodes(Collection<String> codes) {
        List<String> likely = codes.stream().filter(CodeAlphabet::looksLikeCode).toList();
        return likely.isEmpty()
                ? Set.of()
                : sql.select(ADDRESS_CODE.CODE)
                        .from(ADDRESS_CODE)
                        .where(ADDRESS_CODE.CODE.in(likely))
                        .fetchSet(ADDRESS_CODE.CODE);
    }

    /// The first path that each of some dozens of subjects of one kind had, else its code, by number.
    public Map<Long, String> firstPaths(Subject.Kind kind, Collection<Long> ids) {
        var paths = new HashMap<Long, String>();
        if (ids.isEmpty()) {
            return paths;
        }
        sql.select(ADDRESS_PATH.SUBJECT_ID, ADDRESS_PATH.PATH)
                .from(ADDRESS_PATH)
                .where(ADDRESS_PATH.SUBJECT_KIND.eq(kind.name()))
                .and(ADDRESS_PATH.SUBJECT_ID.in(ids))
                .orderBy(ADDRESS_PATH.AT, ADDRESS_PATH.PATH)
                .forEach(row -> paths.putIfAbsent(row.value1(), row.value2()));
        sql.select(ADDRESS_CODE.SUBJECT_ID, ADDRESS_CODE.CODE)
                .from(ADDRESS_CODE)
                .where(ADDRESS_CODE.SUBJECT_KIND.eq(kind.name()))
                .and(ADDRESS_CODE.SUBJECT_ID.in(ids))
                .and(ADDRESS_CODE.CODE.isNotNull())
                .forEach(row -> paths.putIfAbsent(row.value1(), "/" + row.value2()));
        return paths;
    }

    /// Whether one of these paths belongs to somebody else.
    public boolean belongToOthers(Collection<String> paths, Subject subject) {
        return sql.fetchExists(sql.selectOne()
                .from(ADDRESS_PATH)
                .where(ADDRESS_PATH.PATH.in(paths))
                .and(ADDRESS_PATH.SUBJECT_KIND.ne(subject.kind().name()).or(ADDRESS_PATH.SUBJECT_ID.ne(subject.id()))));
    }

    /// Every path a subject ever had, oldest first.
    public List<String> pathsOf(Subject subject, int limit) {
        return sql.select(ADDRESS_PATH.PATH)
                .from(ADDRESS_PATH)
                .where(ADDRESS_PATH.SUBJECT_KIND.eq(subject.kind().name()))
                .and(ADDRESS_PATH.SUBJECT_ID.eq(subject.id()))
                .orderBy(ADDRESS_PATH.AT, ADDRESS_PATH.PATH)
                .limit(limit)
                .fetch(ADDRESS_PATH.PATH);
    }

    /// Every path that these subjects ever had, in no order.
    ///
    /// @param each how many paths a subject has at most, on average
    public Map<Subject, List<String>> pathsOf(Collection<Subject> subjects, int each) {
        var paths = new HashMap<Subject, List<String>>();
        byKind(subjects, (kind, ids) -> sql.select(ADDRESS_PATH.SUBJECT_ID, ADDRESS_PATH.PATH)
                .from(ADDRESS_PATH)
                .where(ADDRESS_PATH.SUBJECT_KIND.eq(kind.name()))
                .and(ADDRESS_PATH.SUBJECT_ID.in(ids))
                .limit(each * ids.size())
                .forEach(row -> paths.computeIfAbsent(new Subject(kind, row.value1()), subject -> new ArrayList<>())
                        .add(row.value2())));
        return paths;
    }

    private static void byKind(Collection<Subject> subjects, BiConsumer<Subject.Kind, List<Long>> question) {
        var ids = new EnumMap<Subject.Kind, List<Long>>(Subject.Kind.class);
        subjects.forEach(subject ->
                ids.computeIfAbsent(subject.kind(), kind -> new ArrayList<>()).add(subject.id()));
        ids.forEach((kind, all) -> {
            for (int i = 0; i < all.size(); i += ASKED_AT_ONCE) {
                question.accept(kind, all.subList(i, Math.min(all.size(), i + ASKED_AT_ONCE)));
            }
        });
    }
}
