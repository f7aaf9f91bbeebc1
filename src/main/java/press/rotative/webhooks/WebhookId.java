package press.rotative.webhooks;

/// Number of a webhook.
public record WebhookId(long value) {}
