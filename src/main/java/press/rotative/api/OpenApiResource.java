package press.rotative.api;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;

/// The description of this API, as OpenAPI 3.1. The build reads it from the classes; here it is a file like any other.
@SecurityScheme(
        securitySchemeName = "key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An API key, as ./rotative key create prints it once. What it may do hangs on its role.")
@Path("/api")
@NonBlocking
class OpenApiResource {
    private static final String YAML = "application/yaml";

    private @Nullable Description json;
    private @Nullable Description yaml;

    private record Description(byte[] text, EntityTag tag) {
        static Description read(String file) {
            try (InputStream in = Objects.requireNonNull(
                    OpenApiResource.class.getResourceAsStream("/openapi/" + file), file + " is not in the program")) {
                byte[] text = in.readAllBytes();
                return new Description(text, new EntityTag(Digest.of(text)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @GET
    @Path("openapi.json")
    @Operation(hidden = true)
    public Response json(@Context Request request) {
        if (json == null) {
            json = Description.read("openapi.json");
        }
        return answer(json, MediaType.APPLICATION_JSON, request);
    }

    @GET
    @Path("openapi.yaml")
    @Operation(hidden = true)
    public Response yaml(@Context Request request) {
        if (yaml == null) {
            yaml = Description.read("openapi.yaml");
        }
        return answer(yaml, YAML, request);
    }

    /// Who asks for no form in particular gets YAML, or JSON where the request accepts that alone.
    @GET
    @Path("openapi")
    @Operation(hidden = true)
    public Response either(@Context Request request, @Context HttpHeaders headers) {
        boolean wantsJson = headers.getAcceptableMediaTypes().contains(MediaType.APPLICATION_JSON_TYPE);
        return wantsJson ? json(request) : yaml(request);
    }

    private static Response answer(Description description, String type, Request request) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(description.tag());
        return (unchanged != null ? unchanged : Response.ok(description.text(), type + ";charset=UTF-8"))
                .tag(description.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
