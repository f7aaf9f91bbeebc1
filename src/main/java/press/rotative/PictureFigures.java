package press.rotative;

import java.util.Locale;
import press.rotative.media.Renditions;
import press.rotative.media.darkroom.Darkroom;
import press.rotative.media.darkroom.Lane;
import press.rotative.platform.Figures;
import press.rotative.platform.Figures.Kind;

/// What those who watch the server are told of pictures.
final class PictureFigures {
    private PictureFigures() {}

    static void register(Figures figures, Renditions renditions, Darkroom darkroom) {
        figures.add(new Figures.Figure(
                "rotative_renditions_files", Kind.GAUGE, "Renditions of pictures that are kept", () -> renditions
                        .figures()
                        .files()));
        figures.add(new Figures.Figure(
                "rotative_renditions_bytes",
                Kind.GAUGE,
                "Disk space that kept renditions take; they may be deleted and are made again",
                () -> renditions.figures().bytes()));
        for (Lane lane : Lane.values()) {
            String name = "rotative_darkroom_" + lane.name().toLowerCase(Locale.ROOT);
            figures.add(new Figures.Figure(
                    name + "_waiting", Kind.GAUGE, "Pictures that wait in this lane", () -> darkroom.figures(lane)
                            .waiting()));
            figures.add(new Figures.Figure(
                    name + "_done_total", Kind.COUNTER, "Orders performed in this lane", () -> darkroom.figures(lane)
                            .done()));
            figures.add(new Figures.Figure(
                    name + "_lost_total", Kind.COUNTER, "Child processes that a picture ended", () -> darkroom.figures(
                                    lane)
                            .lost()));
        }
    }
}
