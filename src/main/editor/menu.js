// The bar over the text, and the menu that a slash in an empty line opens.
import { link, put, turn } from "./acts.js";
import { el, t } from "./page.js";

const KINDS = [
  ["heading", (editor) => turn(editor, "heading", { level: 2 }), "Ctrl Alt 2"],
  ["heading.smaller", (editor) => turn(editor, "heading", { level: 3 }), "Ctrl Alt 3"],
  ["quote", (editor) => turn(editor, "quote"), "Ctrl Alt Q"],
  ["list", (editor) => turn(editor, "list", { ordered: false }), "Ctrl ⇧ 8"],
  ["list.numbered", (editor) => turn(editor, "list", { ordered: true }), "Ctrl ⇧ 7"],
  ["question", (editor) => turn(editor, "question"), "?"],
  ["picture", (editor) => put(editor, "picture")],
  ["teaser", (editor) => put(editor, "teaser")],
  ["embed", (editor) => put(editor, "embed")],
  ["table", (editor) => put(editor, "table")],
  ["correction", (editor) => put(editor, "correction")],
];

const MARKS = [
  ["strong", "B", "Control+B"],
  ["emphasis", "I", "Control+I"],
  ["code", "</>", "Control+E"],
  ["subscript", "x₂", "Control+,"],
  ["superscript", "x²", "Control+."],
];

/** Arrow keys walk along the buttons of a bar; one of them is in the way of the Tab key (ARIA: toolbar). */
const walked = (bar) => {
  const all = () => [...bar.querySelectorAll("button")];
  const rove = (to) => all().forEach((each) => (each.tabIndex = each === to ? 0 : -1));
  bar.addEventListener("keydown", (event) => {
    const rtl = getComputedStyle(bar).direction === "rtl";
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = all();
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
    rove(next);
    next.focus();
  });
  rove(all()[0]);
};

export const toolbar = (editor, count) => {
  const marks = MARKS.map(([name, sign, keys]) =>
    el(
      "button",
      { type: "button", class: "m-" + name, "aria-pressed": "false", title: t(name), "aria-keyshortcuts": keys, "data-mark": name, onclick: () => editor.chain().focus().toggleMark(name).run() },
      el("span", { "aria-hidden": "true" }, sign),
      el("span", { class: "vh" }, t(name)),
    ),
  );
  const kinds = KINDS.map(([name, act]) => el("button", { type: "button", "data-kind": name, onclick: () => act(editor) }, t("kind." + name)));
  const bar = el(
    "div",
    { class: "bar", role: "toolbar", "aria-label": t("toolbar") },
    ...marks,
    el("button", { type: "button", "aria-keyshortcuts": "Control+K", onclick: () => link(editor) }, t("link")),
    ...kinds,
    count,
  );
  walked(bar);
  const draw = () => {
    for (const button of marks) button.setAttribute("aria-pressed", String(editor.isActive(button.dataset.mark)));
  };
  editor.on("selectionUpdate", draw);
  editor.on("transaction", ({ transaction }) => transaction.storedMarksSet && draw());
  return bar;
};

/** @return {boolean} whether it was opened: only in an empty line */
export const slashMenu = (editor) => {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parent.content.size || $from.depth !== 1) return false;
  const input = el("input", { "aria-label": t("menu"), placeholder: t("menu"), dir: "auto", role: "combobox", "aria-expanded": "true", "aria-controls": "slash-list", autocomplete: "off" });
  const list = el("ul", { id: "slash-list", role: "listbox", class: "found", "aria-label": t("menu") });
  const box = el("div", { class: "slash", role: "group", "aria-label": t("menu") }, input, list);
  let rows = [];
  let at = 0;
  let open = true;
  const close = (focus = true) => {
    if (!open) return; // taking it out of the page blurs its field
    open = false;
    box.remove();
    if (focus) editor.commands.focus();
  };
  const pick = (to) => {
    at = to;
    rows.forEach(({ row }, i) => row.setAttribute("aria-selected", String(i === at)));
    if (rows[at]) input.setAttribute("aria-activedescendant", rows[at].row.id);
  };
  const run = (act) => {
    close();
    act(editor);
  };
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const draw = () => {
    const wanted = plain(input.value);
    rows = KINDS.filter(([name]) => plain(t("kind." + name)).includes(wanted)).map(([name, act, keys], i) => ({
      act,
      row: el("li", { id: "slash-" + i, role: "option", onmousedown: (event) => event.preventDefault(), onclick: () => run(act) }, t("kind." + name), keys ? el("kbd", {}, keys) : ""),
    }));
    list.replaceChildren(...rows.map(({ row }) => row));
    pick(0);
  };
  input.addEventListener("input", draw);
  input.addEventListener("blur", () => close(false));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) pick((at + step + rows.length) % Math.max(1, rows.length));
    else if (event.key === "Enter" && rows[at]) run(rows[at].act);
    else if (event.key === "Escape" || (event.key === "Backspace" && !input.value)) close();
    else if (event.key === "/" && !input.value) {
      close();
      editor.commands.insertContent("/");
    } else return;
    event.preventDefault();
  });
  editor.view.dom.parentElement.append(box);
  const caret = editor.view.coordsAtPos($from.pos);
  const around = box.parentElement.getBoundingClientRect();
  box.style.top = caret.bottom - around.top + 4 + "px";
  draw();
  input.focus();
  return true;
};
