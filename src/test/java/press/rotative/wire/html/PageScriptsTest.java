package press.rotative.wire.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scripts and styles are taken out of a page before it is parsed, and nothing else is.
class PageScriptsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>a</p><script>var a = 1;</script><p>b</p>                 | <p>a</p><script></script><p>b</p>
            <style media=print>p { }</style><p>a</p>                    | <style media=print></style><p>a</p>
            <SCRIPT SRC=x>a</SCRIPT><Style>b</sTYLE>                    | <SCRIPT SRC=x></SCRIPT><Style></sTYLE>
            <script data-a="1 > 0">a</script>                           | <script data-a="1 > 0"></script>
            <script type="application/ld+json">{}</script>              | <script type="application/ld+json">{}</script>
            <script type=application&#x2F;ld&#x2B;json>{}</script>      | <script type=application&#x2F;ld&#x2B;json>{}</script>
            <script type=application/json>{}</script>                   | <script type=application/json></script>
            <scripted>a</scripted><styles>b</styles><s>c</s>            | <scripted>a</scripted><styles>b</styles><s>c</s>
            <p>a</p><script>never closed <p>b</p>                       | <p>a</p><script>never closed <p>b</p>
            <div data-a='<script>x<\\/script>'><p>a</p></div><script>b</script> | <div data-a='<script>x<\\/script>'><p>a</p></div><script>b</script>
            <script>w("<script>x<\\/script>")</script><p>a</p><script>b</script> | <script>w("<script>x<\\/script>")</script><p>a</p><script></script>
            <met<script>a<p>b</p></script>c                             | <met<script>a<p>b</p></script>c
            a < b <script>c</script>                                    | a < b <script></script>
            <!-- <script>a</script> --><p>b</p>                         | <!-- <script></script> --><p>b</p>
            """)
    void only_what_surely_is_a_script_or_a_style_goes(String page, String rest) {
        assertEquals(rest, new PageScripts(page).html);
    }

    @Test
    void linked_data_that_speaks_of_scripts_stays_whole() {
        String page = "<script type='application/ld+json'>{\"articleBody\": \"<script>a<\\/script>\"}</script><p>b</p>";
        assertEquals(page, new PageScripts(page).html);
    }

    @Test
    void what_was_taken_out_can_still_be_read_in_the_order_of_the_page() {
        var scripts = new PageScripts("<style>p {}</style><script type='text/data'>one</script>"
                + "<script type=application/ld+json>{}</script><SCRIPT>two</SCRIPT>");
        assertEquals(
                List.of(
                        new PageScripts.Script("text/data", "one"),
                        new PageScripts.Script("application/ld+json", "{}"),
                        new PageScripts.Script("", "two")),
                scripts.all());
    }
}
