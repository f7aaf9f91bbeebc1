package press.rotative.newsroom.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

/// Picture files, and the form a browser sends them in.
public final class SentPictures {
    private static final String BOUNDARY = "----tide";

    private SentPictures() {}

    /// A picture whose bytes follow from the seed.
    public static byte[] png(int seed, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setPaint(new GradientPaint(
                0,
                0,
                new Color(10 + seed * 37 % 200, 90, 140),
                width,
                height,
                new Color(240, 180, 20 + seed * 53 % 200)));
        drawing.fillRect(0, 0, width, height);
        drawing.setColor(Color.WHITE);
        drawing.fillOval(width / 4, height / 3, width / 6, width / 6);
        drawing.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static HttpResponse<String> send(URI server, String session, String accept, Map<String, byte[]> files)
            throws Exception {
        var body = new ByteArrayOutputStream();
        for (var file : files.entrySet()) {
            body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + file.getKey() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(file.getValue());
            body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(server.resolve("/newsroom/pictures"))
                            .header("Cookie", "rotative=" + session)
                            .header("Sec-Fetch-Site", "same-origin")
                            .header("Accept", accept)
                            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
