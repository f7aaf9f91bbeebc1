package press.rotative.newsroom;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/// `/newsroom/proof`: who is in shows once more who they are, before a screen that asks for it.
@Path("/newsroom/proof")
@RunOnVirtualThread
class ProofResource {
    private static final String HERE = "/newsroom/proof";

    private final Screens screens;
    private final Proofs proofs;

    ProofResource(Screens screens, Proofs proofs) {
        this.screens = screens;
        this.proofs = proofs;
    }

    @GET
    @SignedIn
    public Response ask(@QueryParam("then") @DefaultValue("") String then) {
        return proofs.page(200, screens.form().with("then", then), HERE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    public Response prove(MultivaluedMap<String, String> sent) {
        Proofs.Shown shown = Proofs.Shown.in(sent);
        Form form = screens.form(sent);
        Response refused = proofs.prove(screens.visit().session().orElseThrow(), shown, form, HERE);
        String then = form.value("then");
        return refused != null ? refused : screens.to(Screens.isOurs(then) ? then : "/newsroom");
    }
}
