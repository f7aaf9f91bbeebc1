package press.rotative.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import press.rotative.media.darkroom.Darkroom;
import press.rotative.media.darkroom.FileKind;
import press.rotative.media.darkroom.Lane;
import press.rotative.media.darkroom.Order;
import press.rotative.media.darkroom.Result;
import press.rotative.media.darkroom.Texts;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Database;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;

/// How a picture file comes in: into quarantine, looked at by its first bytes, developed in the darkroom, stored. What
/// was sent is thrown away; what is kept was written anew, pixel by pixel, so that nothing else of the file lives on.
///
/// An act then names it: `KeepPicture` of the story room. Call this outside of any transaction: it takes its time.
public final class Intake {
    /// Bytes that a file has at most.
    public static final long LARGEST = 50L * 1024 * 1024;

    private final Database database;
    private final BlobStore blobs;
    private final Arrivals arrivals;
    private final Darkroom darkroom;
    private final Trays trays;
    private final UploadLimits limits;

    /// @param data the data directory: files wait in its folder `quarantine`
    public Intake(Database database, BlobStore blobs, Darkroom darkroom, Path data, Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.arrivals = new Arrivals(database, blobs);
        this.darkroom = darkroom;
        this.trays = new Trays(data.resolve("quarantine").resolve("uploads"));
        this.limits = new UploadLimits(clock);
    }

    /// Takes a file in.
    ///
    /// @throws Problem INVALID, UNSUPPORTED, TOO_LARGE or UNPROCESSABLE when the file is not taken; TOO_MANY
    /// when this actor sends too much; OVERLOADED when too many files wait; OUT_OF_SPACE
    public Taken take(Actor actor, InputStream file) {
        Policy.require(actor, Power.UPLOAD_PICTURE);
        limits.begin(actor);
        long bytes = 0;
        try (Trays.Tray tray = trays.open()) {
            Path upload = tray.file("upload").toAbsolutePath();
            String digest = receive(file, upload);
            bytes = upload.toFile().length();
            return looked(tray, upload, digest);
        } finally {
            limits.end(actor, bytes);
        }
    }

    private static String receive(InputStream file, Path upload) {
        var digest = Digest.sha256();
        long size = 0;
        byte[] part = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(upload)) {
            while (true) {
                int read = sent(file, part);
                if (read < 0) {
                    return HexFormat.of().formatHex(digest.digest());
                }
                size += read;
                if (size > LARGEST) {
                    throw tooLarge();
                }
                digest.update(part, 0, read);
                out.write(part, 0, read);
            }
        } catch (IOException full) {
            throw Trays.noRoom(full);
        }
    }

    private static int sent(InputStream file, byte[] part) {
        try {
            return file.read(part);
        } catch (IOException broken) {
            throw new Problem(Problem.Category.INVALID, "The upload broke off. Send the picture again.", broken)
                    .as("problem.picture.broke.off");
        }
    }

    public static Problem tooLarge() {
        return new Problem(
                        Problem.Category.TOO_LARGE, "A picture has at most 50 MB. Export it smaller and send it again.")
                .as("problem.picture.bytes", LARGEST / (1024 * 1024));
    }

    private Taken looked(Trays.Tray tray, Path upload, String digest) {
        byte[] head = head(upload);
        Optional<FileKind> kind = FileKind.of(head);
        if (kind.isEmpty()) {
            throw FileKind.refusal(head);
        }
        Optional<Picture> known = database.read(sql -> new Pictures(sql).withSource(digest));
        known.ifPresent(Intake::refuseDestroyed);
        return known.<Taken>map(Taken.Known::new)
                .orElseGet(() -> new Taken.Fresh(developed(
                        tray, new Order.Develop(upload, tray.file("developed").toAbsolutePath(), kind.get()), digest)));
    }

    private static void refuseDestroyed(Picture known) {
        if (known.destroyed()) {
            throw DestroyedPictures.comesBack();
        }
    }

    /// What came in is not wanted after all: no act named it, and none will. What others may have sent, too, stays.
    public void drop(Taken taken) {
        if (taken instanceof Taken.Fresh(NewPicture picture)) {
            arrivals.drop(picture);
        }
    }

    /// What was destroyed in the store once stays away.
    private NewPicture wanted(NewPicture stored) {
        if (database.read(sql -> DestroyedPictures.knows(sql, stored.digest()))) {
            blobs.destroy(stored.digest());
            throw DestroyedPictures.comesBack();
        }
        return stored;
    }

    private static byte[] head(Path upload) {
        try (InputStream in = Files.newInputStream(upload)) {
            return in.readNBytes(FileKind.HEAD);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private NewPicture developed(Trays.Tray tray, Order.Develop order, String digest) {
        return switch (darkroom.perform(Lane.UPLOADS, order)) {
            case Result.Developed picture -> {
                long size = order.to().toFile().length();
                yield wanted(arrivals.store(
                        order.to(),
                        stored -> new NewPicture(
                                digest,
                                stored,
                                size,
                                picture.format(),
                                picture.width(),
                                picture.height(),
                                picture.frames(),
                                description(picture.texts()))));
            }
            case Result.Printed printed -> throw new IllegalStateException("nothing was to be printed in " + tray);
            case Result.Refused(Result.Reason reason) ->
                throw new Problem(category(reason), reason.sentence()).as(reason.key());
        };
    }

    private static Problem.Category category(Result.Reason reason) {
        return switch (reason) {
            case DAMAGED, CUT_SHORT, TOO_LONG_A_SIDE, TOO_MANY_FRAMES, TOO_SLOW, TOO_HARD ->
                Problem.Category.UNPROCESSABLE;
            case TOO_MANY_PIXELS, TOO_LARGE -> Problem.Category.TOO_LARGE;
            case NOT_HERE -> Problem.Category.UNSUPPORTED;
            case NO_DARKROOM -> Problem.Category.OVERLOADED;
        };
    }

    /// The words of the file as the library keeps them. Without a credit line, who made and sent it are the credit.
    private static PictureDescription description(Texts texts) {
        String credit = texts.credit();
        if (credit == null) {
            credit = texts.creator() == null || texts.provider() == null
                    ? texts.creator() == null ? texts.provider() : texts.creator()
                    : texts.creator() + " / " + texts.provider();
        } else if (texts.creator() != null && !credit.contains(texts.creator())) {
            credit = texts.creator() + " / " + credit;
        }
        return new PictureDescription(
                        texts.headline(),
                        texts.caption(),
                        texts.alt(),
                        shortened(credit),
                        texts.creator(),
                        texts.provider(),
                        texts.copyright(),
                        texts.usageTerms(),
                        false,
                        500,
                        500)
                .withMakersOfCredit();
    }

    private static @org.jspecify.annotations.Nullable String shortened(
            @org.jspecify.annotations.Nullable String credit) {
        return credit == null || credit.length() <= PictureDescription.LONGEST
                ? credit
                : credit.substring(0, PictureDescription.LONGEST);
    }
}
