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
