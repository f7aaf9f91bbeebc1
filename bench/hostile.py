"""Hostile and broken pictures, made of good ones: cut short, bits flipped, wrong sizes, parts moved, other files inside, bombs."""
import os
import struct
import zlib

from bench import ROOT

CORPUS = os.path.join(ROOT, "src", "test", "corpus", "pictures")
GOOD = []
for name in ("agency.jpg", "seed.jpg", "seed.png", "seed.gif", "seed.webp", "seed.avif", "seed.tiff"):
    with open(os.path.join(CORPUS, name), "rb") as seed:
        GOOD.append(seed.read())
PAYLOADS = (b"<script>alert(document.domain)</script>", b"PK\003\004 and a zip follows", b"<?php system($_GET['c']); ?>",
            b"%PDF-1.7", b"#!/bin/sh\nid\n")


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, data):
    head = struct.pack(">IIBBBBB", width & 0xffffffff, height & 0xffffffff, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def flat_png(width, height):  # few bytes, many pixels
    pack, row = zlib.compressobj(9), b"\0" * (1 + 3 * width)
    return png(width, height, b"".join(pack.compress(row) for _ in range(height)) + pack.flush())


FLAT = flat_png(7000, 7000)


def gif_of_frames(frames):
    frame = bytes([0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0, 8, 0, 8, 0, 0, 2, 6, 0x84, 0x8f, 0xa9, 0xcb, 0xed, 0x4b, 0])
    return b"GIF89a" + bytes([8, 0, 8, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]) + frame * frames + b";"


def xmp_bomb():
    xml = ("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b '" + "ha" * 500
           + "'><!ENTITY c '" + "&b;" * 500 + "'>]><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
           "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
           "xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'><photoshop:Headline>&a;&c;</photoshop:Headline>"
           "</rdf:Description></rdf:RDF></x:xmpmeta>").encode()
    packet = b"http://ns.adobe.com/xap/1.0/\0" + xml
    return GOOD[1][:2] + b"\xff\xe1" + struct.pack(">H", len(packet) + 2) + packet + GOOD[1][2:]


def special(chance):
    noise = chance.randbytes(chance.randrange(1, 4000))
    return chance.choice((
        lambda: png(60_000, 60_000, zlib.compress(bytes(1000))),
        lambda: png(chance.randrange(1, 4), chance.randrange(20_000, 80_000), zlib.compress(bytes(1000))),
        lambda: png(0x7fffffff, 0x7fffffff, zlib.compress(bytes(1000))),
        lambda: FLAT,
        lambda: b"<svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>",
        lambda: gif_of_frames(600),
        lambda: b"GIF89a/*\1\1=1;*/alert(1)//",
        xmp_bomb,
        lambda: b"",
        lambda: chance.choice(GOOD)[:16] + noise))()


def file(chance):
    """The next one, by chance."""
    bad = bytearray(chance.choice(GOOD))
    size = len(bad)
    how = chance.randrange(10)
    if how < 2:
        return bytes(bad[:chance.randrange(size)])
    if how < 5:  # bits, anywhere or in the head
        within = size if how < 4 else min(80, size)
        for _ in range(chance.randrange(1, 64 if how < 4 else 8)):
            bad[chance.randrange(within)] ^= 1 << chance.randrange(8)
    elif how == 5:
        at = chance.randrange(size)
        end = min(size, at + chance.randrange(1, 200))
        bad[at:end] = chance.choice((b"\xff", b"\0")) * (end - at)
    elif how == 6:  # large numbers where a size stands
        for at in chance.sample((6, 8, 16, 18, 20, 22, 24, 26, 28, 30), 2):
            bad[at:at + 2] = chance.choice((b"\xff\xff", chance.randbytes(2)))
        frame = bad.find(b"\xff\xc0")
        if frame >= 0:
            bad[frame + 5:frame + 9] = b"\xff\xdc\xff\xdc"
    elif how == 7:
        bad += chance.choice(PAYLOADS)
    elif how == 8:
        length = chance.randrange(1, max(2, size // 4))
        at, to = chance.randrange(size - length), chance.randrange(size - length)
        bad[to:to + length] = bad[at:at + length]
    else:
        return special(chance)
    return bytes(bad)
