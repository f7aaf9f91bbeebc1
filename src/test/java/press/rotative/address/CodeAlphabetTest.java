package press.rotative.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class CodeAlphabetTest {
    private final CodeAlphabet codes = new CodeAlphabet("secret one".getBytes());

    @Test
    void codes_never_collide_and_are_not_in_order() {
        var seen = new HashSet<String>();
        int rising = 0;
        String last = "";
        for (int i = 0; i < 20_000; i++) {
            String code = codes.code(i);
            assertTrue(CodeAlphabet.looksLikeCode(code), code);
            assertTrue(seen.add(code), code);
            rising += code.compareTo(last) > 0 ? 1 : 0;
            last = code;
        }
        assertTrue(rising > 8_000 && rising < 12_000, "rising " + rising);
    }

    @Test
    void another_secret_gives_other_codes_and_a_full_length_makes_room() {
        assertNotEquals(codes.code(1), new CodeAlphabet("secret two".getBytes()).code(1));
        assertEquals(5, codes.code(17_210_367).length());
        assertEquals(6, codes.code(17_210_368).length());
    }

    @Test
    void slugs_are_latin_and_hold_to_their_rule() {
        assertEquals("l-ete-a-port-lannec", Slug.from("L’été à Port-Lannec !"));
        assertEquals("qtar", Slug.from("قطار"));
        assertEquals("story", Slug.from("…"));
        assertFalse(CodeAlphabet.looksLikeCode("hello"));
    }
}
