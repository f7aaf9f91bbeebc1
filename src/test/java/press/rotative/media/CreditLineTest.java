package press.rotative.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Credits as they are printed under pictures, in three languages.
class CreditLineTest {

    @Test
    void an_agency_and_its_file_mark_are_told_apart() {
        assertLine("© Agence Littoral / Archives", null, "Agence Littoral", true);
        assertLine("© Reuters / File", null, "Reuters", true);
        assertLine("AFP (archives)", null, "AFP", true);
        assertLine("© رويترز / أرشيف", null, "رويترز", true);
        assertLine("© وكالة الساحل – أرشيف", null, "وكالة الساحل", true);
        assertLine("Getty Images, file photo", null, "Getty Images", true);
    }

    @Test
    void a_person_made_it_and_an_agency_sent_it_in_either_order() {
        assertLine("© Dorian Roche / AFP", "Dorian Roche", "AFP", false);
        assertLine("AFP / Dorian Roche", "Dorian Roche", "AFP", false);
        assertLine("© D. Roche / Agence Littoral", "D. Roche", "Agence Littoral", false);
        assertLine("Dorian Roche via Reuters", "Dorian Roche", "Reuters", false);
        assertLine("Dorian Roche pour Le Phare", "Dorian Roche", "Le Phare", false);
        assertLine("Jean-Noël de Kervarn | Magnum Photos | File", "Jean-Noël de Kervarn", "Magnum Photos", true);
        assertLine("تصوير دوريان روش / رويترز".substring(6), "دوريان روش", "رويترز", false);
    }

    @Test
    void an_outlet_with_its_press_service_is_one_provider_in_two_parts() {
        CreditLine line = CreditLine.of("© Ministère de la Mer . Service de presse");
        assertEquals("Ministère de la Mer", line.text());
        assertEquals(Optional.of("Service de presse"), line.detail());
        assertEquals(Optional.of("Ministère de la Mer / Service de presse"), line.provider());
        assertTrue(line.creator().isEmpty());
    }

    @Test
    void a_single_name_is_a_person_only_when_nothing_speaks_against_it() {
        assertLine("Maud Kervarn", "Maud Kervarn", null, false);
        assertLine("Le Phare", null, "Le Phare", false);
        assertLine("Ville de Port-Sterne", null, "Ville de Port-Sterne", false);
        assertLine("NASA", null, "NASA", false);
        assertLine("Document remis", null, null, false);
    }

    @Test
    void where_the_file_mark_begins_is_known() {
        String line = "© Agence / Archives";
        assertEquals("Agence", CreditLine.of(line).text());
        assertEquals(line.indexOf("/"), CreditLine.of(line).archiveAt());
        assertEquals(7, CreditLine.of("© Agence".substring(1)).archiveAt());
        assertTrue(CreditLine.of("© ").empty());
    }

    private static void assertLine(String line, String creator, String provider, boolean archive) {
        CreditLine found = CreditLine.of(line);
        assertEquals(Optional.ofNullable(creator), found.creator(), line + ": creator");
        assertEquals(Optional.ofNullable(provider), found.provider(), line + ": provider");
        assertEquals(archive, found.archive(), line + ": file mark");
    }
}
