// The desk: single keys, while no field has the focus and the reader has not switched them off. Works without it.
const cards = () => [...document.querySelectorAll(".board .hd, .desklist .hd, .shelf .hd")];
const go = (step) => {
  const all = cards();
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
  if (next) next.focus();
};
/** From one column of the board to the next that holds a story; H is to the left, whichever way the page is written. */
const across = (step) => {
  const columns = [...document.querySelectorAll(".board > section")];
  const along = document.documentElement.dir === "rtl" ? -step : step;
  let at = columns.findIndex((each) => each.contains(document.activeElement));
  for (at = at < 0 ? (along > 0 ? 0 : columns.length - 1) : at + along; columns[at]; at += along) {
    const card = columns[at].querySelector(".hd");
    if (card) return card.focus();
  }
};
const preview = () => {
  const card = cards().find((each) => each === document.activeElement);
  if (card && /^\/newsroom\/stories\/\d+$/.test(card.pathname)) location.assign(card.pathname + "/preview");
};
if (document.body.dataset.singleKeys !== "off") {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox")) return;
    const act = {
      j: () => go(1),
      k: () => go(-1),
      h: () => across(-1),
      l: () => across(1),
      p: preview,
      n: () => document.querySelector("[data-key=n]")?.click(),
      x: () => {
        const box = document.activeElement?.closest?.(".pickable li")?.querySelector("[name=story]");
        if (box) box.checked = !box.checked;
      },
      X: () => {
        const boxes = [...document.querySelectorAll(".pickable [name=story]")];
        const all = boxes.some((box) => !box.checked);
        boxes.forEach((box) => (box.checked = all));
      },
      f: () => document.querySelector(".filters select, .filters input")?.focus(),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}
