/// The API `/api/v1/`: programs read, write and publish stories with a bearer key; `/health` and `/metrics`.
///
/// Start reading at [press.rotative.api.StoriesResource] (what can be asked) and [press.rotative.api.Door] (the way
/// every request goes: key, idempotency key, act). The guide with examples is `docs/developers/api.md`.
/// Promises: every change is an act of the story room under the one policy; every problem is RFC 9457 JSON; a repeated
/// request with the same idempotency key is answered from memory and done once.
/// May import: webhooks, story, media, address, jobs, people, publication, platform.
@NullMarked
@OpenAPIDefinition(info = @Info(title = "Rotative", version = "1"), security = @SecurityRequirement(name = "key"))
package press.rotative.api;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.NullMarked;
