/// The screens of the webhooks: programs elsewhere that are told what becomes public.
///
/// Start reading at `WebhooksResource`. Promises: as those of [press.rotative.newsroom]; a secret is shown once.
@NullMarked
package press.rotative.newsroom.webhooks;

import org.jspecify.annotations.NullMarked;
