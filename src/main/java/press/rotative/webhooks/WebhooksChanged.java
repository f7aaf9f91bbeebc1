package press.rotative.webhooks;

import press.rotative.platform.Announcement;

/// Somebody added, changed, paused or resumed a webhook: whoever delivers looks again.
record WebhooksChanged() implements Announcement {}
