package press.rotative.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One message to a webhook, ready to be signed.
///
/// @param id the same whenever it is sent, so that whoever gets it twice knows
/// @param type label of a [HookEvent], or [HookEvent#TEST]
/// @param json the body
record Message(String id, String type, String json) {

    byte[] body() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /// What it is sent with (Standard Webhooks 1.0, "Webhook headers").
    ///
    /// @param secrets each signs
    Map<String, String> headers(Instant now, List<SigningSecret> secrets) {
        long seconds = now.getEpochSecond();
        byte[] body = body();
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "*/*");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", "" + seconds);
        headers.put(
                "webhook-signature",
                secrets.stream()
                        .map(secret -> secret.signature(id, seconds, body))
                        .collect(Collectors.joining(" ")));
        return headers;
    }
}
