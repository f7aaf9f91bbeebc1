// What every screen of the newsroom has. Screens work without it.
if (document.body.dataset.singleKeys !== "off") {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const field = document.querySelector("[data-find]");
    if (field) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });
}

// The band, and on the desk the clocks, as they stand now: asked for twice a minute while somebody looks. What is new in
// them is read out (role=alert); what did not change stays where it is.
const band = document.querySelector("[data-alarms]");
const EVERY = 30_000;
if (band?.dataset.alarms) {
  const clocks = document.querySelector("[data-clocks]");
  const title = document.title;
  const ahead = Date.parse(band.dataset.now) - Date.now(); // the server's clock, as near as a page knows it
  let known = "";
  let asked = Date.now();

  const put = (place, fresh) => {
    if (!place || !fresh || place.isEqualNode(fresh)) return;
    const [list, other] = [place, fresh].map((each) => each.querySelector("ol"));
    if (list && other) {
      put(list, other);
      return;
    }
    const before = [...place.children];
    const now = [...fresh.children].map((each) => {
      const same = before.findIndex((old) => old.isEqualNode(each));
      return same < 0 ? document.importNode(each, true) : before.splice(same, 1)[0];
    });
    before.forEach((gone) => gone.remove());
    now.forEach((each, at) => {
      if (place.children[at] !== each) place.insertBefore(each, place.children[at] ?? null);
    });
  };
  const bare = (found) => {
    found?.querySelectorAll("[data-until]").forEach((each) => each.replaceChildren());
    return found;
  };
  const signedOut = () => {
    const line = document.createElement("p");
    const link = document.createElement("a");
    line.className = "band warn";
    line.setAttribute("role", "alert");
    link.className = "lnk";
    link.href = "/newsroom/sign-in";
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = band.dataset.in;
    line.append(`${band.dataset.out} `, link);
    known = "";
    if (![...band.children].some((each) => each.isEqualNode(line))) band.replaceChildren(line);
  };
  const count = () => {
    for (const each of clocks?.querySelectorAll("[data-until]") ?? []) {
      const left = Math.ceil((Date.parse(each.dataset.until) - Date.now() - ahead) / 1000);
      const two = (number) => String(number).padStart(2, "0");
      const text = left > 3600 ? "" : left > 0 ? `${two(Math.floor(left / 60))}:${two(left % 60)}` : "00:00";
      if (each.textContent !== text) each.textContent = text;
    }
  };
  const ask = () => {
    asked = Date.now();
    const request = new XMLHttpRequest(); // it reads a page without writing text as HTML (Trusted Types)
    request.open("GET", band.dataset.alarms + (clocks ? "?clocks=on" : ""));
    request.responseType = "document";
    request.setRequestHeader("Accept", "application/json");
    if (known) request.setRequestHeader("If-None-Match", known);
    request.onload = () => {
      if (request.status === 401) signedOut();
      if (request.status !== 200 || !request.response) return;
      known = request.getResponseHeader("ETag");
      put(band, request.response.querySelector("[data-alarms]"));
      put(bare(clocks), request.response.querySelector("[data-clocks]"));
      count();
      document.title = (band.querySelector(".bad") ? "! " : "") + title;
    };
    request.send();
  };
  const due = () => {
    if (document.hidden) return;
    count();
    if (Date.now() - asked >= EVERY) ask();
  };
  count();
  setInterval(due, 1000);
  document.addEventListener("visibilitychange", due);
}
