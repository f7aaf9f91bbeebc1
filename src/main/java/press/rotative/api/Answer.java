package press.rotative.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// One answer of the API, in the form in which it can be kept and given again.
///
/// @param tag the entity tag without quotes; null: none
/// @param json the body
record Answer(int status, @Nullable String tag, String json) {
    static final String PROBLEM_TYPE = "application/problem+json";

    static Answer of(int status, @Nullable String tag, Object view) {
        return new Answer(status, tag, Json.write(view));
    }

    static Answer ok(@Nullable String tag, Object view) {
        return of(200, tag, view);
    }

    /// A created thing; its address stands in the view as `self`.
    static Answer created(@Nullable String tag, Object view) {
        return of(201, tag, view);
    }

    boolean done() {
        return status < 400;
    }

    Response response() {
        var response = Response.status(status)
                .type(done() ? MediaType.APPLICATION_JSON : PROBLEM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json);
        if (tag != null) {
            response.header(HttpHeaders.ETAG, '"' + tag + '"');
        }
        if (status == 201) {
            // As text, relative: an address made of `Host` would be whatever the asker wrote there.
            response.header("Location", Json.tree(json).path("self").asText());
        }
        return response.build();
    }
}
