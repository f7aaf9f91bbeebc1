package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import press.rotative.ProgramClasses;

/// Every method that answers a request of the newsroom says who may enter.
class GuardTest {
    private static final List<Class<? extends Annotation>> WHO = List.of(Open.class, SignedIn.class, Needs.class);

    private static final Set<String> FORMS =
            Set.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA, MediaType.WILDCARD);

    @Test
    void every_method_says_once_who_may_enter() {
        List<String> wrong = routes().filter(method ->
                        WHO.stream().filter(method::isAnnotationPresent).count() != 1)
                .map(Method::toString)
                .toList();
        assertEquals(List.of(), wrong);
        assertTrue(routes().count() > 5, "the routes were looked for where they are");
    }

    @Test
    void an_act_that_asks_who_one_is_takes_a_form() {
        List<String> wrong = new ArrayList<>();
        routes().filter(method -> method.isAnnotationPresent(Proved.class)).forEach(method -> {
            Consumes takes = method.getAnnotation(Consumes.class);
            boolean reads = isOf(method, "GET");
            if (method.isAnnotationPresent(Open.class)
                    || !reads && (takes == null || !FORMS.containsAll(List.of(takes.value())))) {
                wrong.add(method.toString());
            }
        });
        assertEquals(List.of(), wrong);
    }

    /// A screen that merely stands open keeps nobody in.
    @Test
    void what_scripts_ask_for_by_themselves_keeps_no_session_alive() {
        assertEquals(
                Set.of("AlarmsResource.now", "StoryResource.present", "EditorResource.standing"),
                routes().filter(method -> method.isAnnotationPresent(Unattended.class))
                        .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                        .collect(Collectors.toSet()));
    }

    @Test
    void nothing_outside_the_newsroom_answers_under_its_address() {
        List<String> wrong = ProgramClasses.resources().stream()
                .filter(type -> type.getAnnotationOfType(Path.class)
                                .value()
                                .replaceFirst("^/", "")
                                .startsWith("newsroom")
                        != type.getPackageName().startsWith("press.rotative.newsroom"))
                .map(JavaClass::getName)
                .toList();
        assertEquals(List.of(), wrong);
    }

    static Stream<Method> routes() {
        return ProgramClasses.resources().stream()
                .filter(type -> type.getPackageName().startsWith("press.rotative.newsroom"))
                .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class)));
    }

    private static boolean isOf(Method method, String name) {
        return Arrays.stream(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .anyMatch(each -> each != null && each.value().equals(name));
    }
}
