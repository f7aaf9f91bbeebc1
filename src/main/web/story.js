// One open story: says that it is open, and asks before what was typed would be lost. The screen works without it.
const form = document.getElementById("story");
if (form) {
  const address = form.dataset.story + "/presence";
  const window_ = [...crypto.getRandomValues(new Uint8Array(10))].map((b) => b.toString(36).padStart(2, "0")).join("");
  let typed = false;
  let sent = false;
  const say = (more) => {
    const part = form.contains(document.activeElement) && typed ? document.activeElement.name || form.dataset.part || "" : "";
    const body = new URLSearchParams({ window: window_, part, ...more });
    fetch(address, { method: "POST", body, keepalive: true }).catch(() => {});
  };
  say({});
  setInterval(() => document.visibilityState === "visible" && say({}), 10000);
  addEventListener("pagehide", () => say({ leaves: "on" }));
  document.addEventListener("input", (event) => { typed ||= form.contains(event.target) || event.target.form === form; });
  form.addEventListener("submit", () => { sent = true; });
  addEventListener("beforeunload", (event) => { if (typed && !sent && !form.dataset.kept) event.preventDefault(); });
}
