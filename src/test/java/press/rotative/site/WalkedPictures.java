package press.rotative.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.media.NewPicture;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Rights;
import press.rotative.media.darkroom.Format;
import press.rotative.people.Actor;
import press.rotative.story.acts.ChangeRights;
import press.rotative.story.acts.CreatePicture;
import press.rotative.story.acts.DescribePicture;
import press.rotative.story.acts.DestroyPicture;
import press.rotative.story.acts.EndRights;
import press.rotative.story.acts.KeepPicture;

/// What happens to pictures on a walk. A description that was changed may stand nowhere.
final class WalkedPictures {
    private static final Path SEED = Path.of("src/test/corpus/pictures/seed.jpg");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WalkedNewsroom newsroom;
    private @Nullable PictureId shown;

    WalkedPictures(WalkedNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    List<WalkStep> steps() {
        return List.of(
                new WalkStep("keep a picture", 1, () -> held().toString()),
                new WalkStep("describe a picture without a file", 1, () -> unheld().toString()),
                new WalkStep("change a credit", 1, this::changeCredit),
                new WalkStep("change rights", 2, this::changeRights),
                new WalkStep("end rights", 1, this::endRights),
                new WalkStep("destroy a picture", 1, this::destroy));
    }

    PictureId held() {
        return held(new byte[0]);
    }

    /// @param behind bytes that no decoder looks at, which make the file another one
    private PictureId held(byte[] behind) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(SEED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes);
        whole.writeBytes(behind);
        bytes = whole.toByteArray();
        String digest = newsroom.press.blobs().put(bytes);
        String word = newsroom.name("");
        PictureDescription words = described(word);
        return known(
                newsroom.perform(new KeepPicture(
                                Actor.OPERATOR,
                                new NewPicture(null, digest, bytes.length, Format.JPEG, 120, 67, 1, words),
                                words))
                        .id(),
                word);
    }

    PictureId unheld() {
        String word = newsroom.name("");
        return known(
                newsroom.perform(new CreatePicture(Actor.OPERATOR, described(word)))
                        .id(),
                word);
    }

    private PictureId known(PictureId id, String word) {
        newsroom.pictures.add(id);
        newsroom.pictureWords.put(id, word);
        return id;
    }

    private PictureDescription described(String word) {
        return PictureDescription.EMPTY.withWords(
                "Vue" + word, "On voit" + word, "©" + word, newsroom.random.nextBoolean());
    }

    private String changeCredit() {
        PictureId picture = newsroom.any(newsroom.pictures);
        String word = newsroom.name("");
        newsroom.perform(new DescribePicture(Actor.OPERATOR, picture, null, described(word)));
        newsroom.gone.add(newsroom.pictureWords.put(picture, word));
        return picture.toString();
    }

    private String changeRights() {
        PictureId picture = newsroom.any(newsroom.pictures);
        Rights rights =
                switch (newsroom.random.nextInt(4)) {
                    case 0 -> Rights.between(null, newsroom.clock.instant());
                    case 1 -> Rights.between(newsroom.in(MINUTE), null);
                    case 2 -> Rights.between(newsroom.clock.instant(), newsroom.in(MINUTE));
                    default -> Rights.OPEN;
                };
        newsroom.perform(new ChangeRights(Actor.OPERATOR, picture, null, rights));
        return picture + " " + rights;
    }

    /// One that stories show since an earlier step, whose bytes no other has; such a one is kept for the next time.
    private String destroy() {
        PictureId picture = shown == null ? ofItsOwn() : shown;
        newsroom.perform(new DestroyPicture(Actor.OPERATOR, picture, null, "Court order"));
        newsroom.pictures.remove(picture);
        newsroom.gone.add(newsroom.pictureWords.remove(picture));
        List<PictureId> others = List.copyOf(newsroom.pictures);
        shown = ofItsOwn();
        newsroom.pictures.removeAll(others);
        newsroom.publishNew();
        newsroom.publishNew();
        newsroom.pictures.addAll(others);
        return picture.toString();
    }

    private PictureId ofItsOwn() {
        return held(newsroom.name("").getBytes(StandardCharsets.UTF_8));
    }

    private String endRights() {
        PictureId picture = newsroom.any(newsroom.pictures);
        newsroom.perform(new EndRights(picture));
        return picture.toString();
    }
}
