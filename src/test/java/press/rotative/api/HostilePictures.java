package press.rotative.api;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Broken and hostile files, made from good ones: cut, flipped, with wrong sizes, with other files inside.
final class HostilePictures {
    private static final Path SEEDS = Path.of("src/test/corpus/pictures");

    private final Random random;
    private final List<byte[]> seeds = new ArrayList<>();

    HostilePictures(long seed) throws IOException {
        random = new Random(seed);
        for (String name :
                List.of("agency.jpg", "seed.jpg", "seed.png", "seed.gif", "seed.webp", "seed.avif", "seed.tiff")) {
            seeds.add(Files.readAllBytes(SEEDS.resolve(name)));
        }
    }

    byte[] next() throws IOException {
        byte[] file = seeds.get(random.nextInt(seeds.size())).clone();
        return switch (random.nextInt(10)) {
            case 0, 1 -> Arrays.copyOf(file, random.nextInt(file.length));
            case 2, 3 -> flipped(file, 1 + random.nextInt(64), 0);
            case 4 -> flipped(file, 1 + random.nextInt(8), Math.min(80, file.length));
            case 5 -> overwritten(file);
            case 6 -> wrongSize(file);
            case 7 -> polyglot(file);
            case 8 -> shuffled(file);
            default -> special();
        };
    }

    private byte[] flipped(byte[] file, int bits, int within) {
        int limit = within == 0 ? file.length : within;
        for (int i = 0; i < bits; i++) {
            file[random.nextInt(limit)] ^= (byte) (1 << random.nextInt(8));
        }
        return file;
    }

    private byte[] overwritten(byte[] file) {
        int at = random.nextInt(file.length);
        Arrays.fill(file, at, Math.min(file.length, at + 1 + random.nextInt(200)), (byte)
                (random.nextBoolean() ? 0xff : 0));
        return file;
    }

    /// Large numbers where a size stands.
    private byte[] wrongSize(byte[] file) {
        int[] places = {6, 8, 16, 18, 20, 22, 24, 26, 28, 30};
        for (int i = 0; i < 2; i++) {
            int at = Math.min(file.length - 2, places[random.nextInt(places.length)]);
            ByteBuffer.wrap(file)
                    .order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                    .putShort(at, (short) (random.nextBoolean() ? 0xffff : random.nextInt(0x10000)));
        }
        for (int at = 0; at + 8 < file.length; at++) { // start of frame of a JPEG
            if ((file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(file).putShort(at + 5, (short) 0xffdc).putShort(at + 7, (short) 0xffdc);
                break;
            }
        }
        return file;
    }

    private byte[] polyglot(byte[] file) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(file);
        out.write(List.of(
                        "<script>alert(document.domain)</script>",
                        "PK\003\004 and a zip follows",
                        "<?php system($_GET['c']); ?>",
                        "%PDF-1.7")
                .get(random.nextInt(4))
                .getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private byte[] shuffled(byte[] file) {
        int length = 1 + random.nextInt(Math.max(1, file.length / 4));
        int from = random.nextInt(file.length - length + 1);
        int to = random.nextInt(file.length - length + 1);
        byte[] part = Arrays.copyOfRange(file, from, from + length);
        System.arraycopy(part, 0, file, to, length);
        return file;
    }

    private byte[] special() throws IOException {
        return switch (random.nextInt(9)) {
            case 0 -> pngOfSize(60_000, 60_000);
            case 1 -> pngOfSize(1 + random.nextInt(3), 20_000 + random.nextInt(60_000));
            case 2 -> pngOfSize(Integer.MAX_VALUE, Integer.MAX_VALUE);
            case 3 -> flatPng(7000, 7000);
            case 4 -> "<svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
            case 5 -> gifOfFrames(600);
            case 6 -> ("GIF89a" + "/*\u0001\u0001=1;*/alert(1)//").getBytes(StandardCharsets.ISO_8859_1);
            case 7 -> xmpBomb();
            default -> {
                byte[] noise = new byte[random.nextInt(4000)];
                random.nextBytes(noise);
                byte[] head = seeds.get(random.nextInt(seeds.size()));
                System.arraycopy(head, 0, noise, 0, Math.min(noise.length, 16));
                yield noise;
            }
        };
    }

    /// A PNG whose head promises a size and whose data do not keep it.
    static byte[] pngOfSize(int width, int height) throws IOException {
        return png(width, height, deflated(new byte[1000]));
    }

    /// A whole PNG of one colour: few bytes, many pixels.
    static byte[] flatPng(int width, int height) throws IOException {
        var deflater = new Deflater(9);
        var out = new ByteArrayOutputStream();
        byte[] line = new byte[1 + 3 * width];
        byte[] part = new byte[1 << 16];
        for (int y = 0; y < height; y++) {
            deflater.setInput(line);
            while (!deflater.needsInput()) {
                out.write(part, 0, deflater.deflate(part));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return png(width, height, out.toByteArray());
    }

    private static byte[] png(int width, int height, byte[] data) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(out, "IDAT", data);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) throws IOException {
        var chunk = new DataOutputStream(out);
        chunk.writeInt(data.length);
        byte[] typed = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(data)
                .array();
        chunk.write(typed);
        var crc = new CRC32();
        crc.update(typed);
        chunk.writeInt((int) crc.getValue());
    }

    private static byte[] deflated(byte[] data) {
        var deflater = new Deflater(9);
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[2000];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    /// One small frame, many times.
    private static byte[] gifOfFrames(int frames) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write("GIF89a".getBytes(StandardCharsets.ISO_8859_1));
        out.write(new byte[] {8, 0, 8, 0, (byte) 0x80, 0, 0, 0, 0, 0, (byte) 255, (byte) 255, (byte) 255});
        for (int i = 0; i < frames; i++) {
            out.write(new byte[] {0x21, (byte) 0xf9, 4, 0, 1, 0, 0, 0});
            out.write(new byte[] {0x2c, 0, 0, 0, 0, 8, 0, 8, 0, 0});
            out.write(new byte[] {2, 6, (byte) 0x84, (byte) 0x8f, (byte) 0xa9, (byte) 0xcb, (byte) 0xed, 0x4b, 0});
        }
        out.write(0x3b);
        return out.toByteArray();
    }

    /// A JPEG whose XMP packet tries to have entities expanded and files read.
    private byte[] xmpBomb() throws IOException {
        byte[] jpeg = seeds.get(1);
        String xml = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b '"
                + "ha".repeat(500) + "'><!ENTITY c '" + "&b;".repeat(500) + "'><!ENTITY d '" + "&c;".repeat(500)
                + "'>]><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
                + " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'><photoshop:Headline>&a;&d;</photoshop:Headline>"
                + "</rdf:Description></rdf:RDF></x:xmpmeta>";
        byte[] packet = ("http://ns.adobe.com/xap/1.0/\0" + xml).getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (packet.length + 2 >> 8), (byte) (packet.length + 2)});
        out.write(packet);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
