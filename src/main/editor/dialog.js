// A dialog that asks for something, and gives the focus back to where it was.
import { el, t } from "./page.js";

/**
 * @param content of the dialog; `done(value)` closes it
 * @return {Promise} what it was closed with; undefined: left
 */
export const dialog = (title, content) =>
  new Promise((resolve) => {
    const before = document.activeElement;
    let result;
    const done = (value) => {
      result = value;
      box.close();
    };
    const box = el("dialog", {
      class: "dlg",
      "aria-label": title,
      onclose: () => {
        box.remove();
        before?.focus();
        resolve(result);
      },
    });
    box.append(
      el("div", { class: "rowx dlghd" }, el("h2", {}, title), el("button", { type: "button", class: "end", onclick: () => done() }, t("close"))),
      content(done),
    );
    document.body.append(box);
    box.showModal();
    box.querySelector("[autofocus], input, textarea")?.focus();
  });
