// The wire inbox: captures are dropped onto their form; A takes in, D discards, U leads back or to the form. Works without.
const form = document.querySelector("[data-captures]");
const input = form?.querySelector("input[type=file]");

if (form) {
  const drop = form.querySelector(".drop");
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    input.files = event.dataTransfer.files;
    if (input.files.length) form.requestSubmit();
  });
}

if (document.body.dataset.singleKeys !== "off") {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const act = {
      a: () => document.querySelector("[data-key=a]")?.focus(),
      d: () => {
        const summary = document.querySelector("[data-key=d]");
        if (!summary) return;
        summary.parentElement.open = true;
        summary.parentElement.querySelector("input")?.focus();
      },
      u: () => {
        const back = document.querySelector("[data-back]");
        if (back) back.click();
        else if (form) {
          form.parentElement.open = true;
          input.focus();
        }
      },
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}
