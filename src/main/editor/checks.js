// The checks beside the text: what the server found, and what the typography of the language asks.
import { ask, el, form, t } from "./page.js";
import { corrected, corrections, inDocument, mend } from "./typography.js";

const LINES = ["headline", "standfirst"];
const MOST = 8;

export class Checks {
  constructor(editor) {
    this.editor = editor;
    this.box = document.getElementById("checks");
    this.list = this.box.querySelector("ul");
    this.count = this.box.querySelector("summary .dim");
    this.found = [];
    this.signs = [];
    this.links = [];
    this.list.after(el("p", { class: "acts" }, el("button", { type: "button", onclick: () => this.askLinks() }, t("links.ask"))));
    for (const name of LINES) form.elements[name].addEventListener("input", () => this.draw());
  }

  told(found) {
    this.found = found;
    this.draw();
  }

  async askLinks() {
    try {
      this.links = (await ask("/link-checks", { method: "POST" })).checks;
    } catch (problem) {
      this.links = [{ look: "bad", words: problem.message, part: null }];
    }
    this.draw();
  }

  typography(signs) {
    this.signs = signs;
    this.draw();
  }

  /** Where a finding stands gets the focus. */
  go(part) {
    if (!part.startsWith("block:")) {
      const field = form.elements[part];
      field?.closest("details")?.setAttribute("open", "");
      field?.focus();
      return;
    }
    const { editor } = this;
    editor.state.doc.forEach((node, offset) => {
      if (node.attrs.id === part.slice(6)) {
        const chain = editor.chain().focus();
        (node.isAtom ? chain.setNodeSelection(offset) : chain.setTextSelection(offset + 1)).scrollIntoView().run();
      }
    });
  }

  draw() {
    const rows = [...this.found, ...this.links].map(({ look, words, part }) =>
      el("li", {}, el("span", { class: "l " + look }, words), part && look !== "okc" ? el("button", { type: "button", onclick: () => this.go(part) }, t("check.show")) : null),
    );
    const lines = LINES.map((name) => [form.elements[name], corrections(form.elements[name].value)]);
    const number = this.signs.length + lines.reduce((sum, [, list]) => sum + list.length, 0);
    if (number) {
      const kinds = [...new Set(this.signs.concat(...lines.map(([, list]) => list)).map(({ why }) => t("typography." + why)))];
      const all = () => {
        mend(this.editor, inDocument(this.editor.state.doc));
        for (const [field] of lines) {
          field.value = corrected(field.value);
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }
      };
      rows.unshift(
        el(
          "li",
          {},
          el("span", { class: "l warn" }, t("typography", number), el("span", { class: "dim sm" }, " " + kinds.slice(0, MOST).join(", "))),
          el("button", { type: "button", onclick: all }, t("typography.all")),
        ),
      );
    }
    const now = rows.map((row) => row.outerHTML).join("");
    if (now !== this.drawn) this.list.replaceChildren(...rows); // who stands on a button here keeps it
    this.drawn = now;
    const open = this.found.filter(({ look }) => look !== "okc").length + (number ? 1 : 0);
    this.count.textContent = open ? t("checks.open", open) : t("checks.good");
  }
}
