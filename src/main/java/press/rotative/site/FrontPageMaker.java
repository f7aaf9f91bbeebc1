package press.rotative.site;

import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;

/// Makes the front of an edition, block by block, as an editor arranged it or as it is usual.
final class FrontPageMaker {
    private final Snapshot snapshot;
    private final ChromeMaker chromes;

    FrontPageMaker(Snapshot snapshot, ChromeMaker chromes) {
        this.snapshot = snapshot;
        this.chromes = chromes;
    }

    FrontPage page(Voice voice) {
        var place = FrontPlace.of(voice.edition().id());
        FrontPlan plan = snapshot.front(place).orElseGet(() -> FrontChoice.usual(snapshot, voice));
        return new FrontPage(chrome(voice), new FrontParts(snapshot, voice, place, plan).all());
    }

    private Chrome chrome(Voice voice) {
        var others = chromes.otherFronts(voice.edition());
        String title = voice.edition().motto() == null
                ? voice.edition().name()
                : voice.edition().name() + " | " + voice.edition().motto();
        var head = chromes.head(
                voice, title, voice.description(), Places.front(voice.edition()), others, chromes.crumbs(voice, null));
        return chromes.chrome(voice, true, null, head, others);
    }
}
