// Where two people wrote different things in the same place: both texts, side by side, until somebody decides.
import { el, form, say, story, t } from "./page.js";

export class Conflicts {
  /** @param decided called after a decision */
  constructor(decided) {
    this.decided = decided;
    this.box = document.getElementById("differences");
    this.shown = "";
  }

  show(all) {
    const now = JSON.stringify(all);
    if (now === this.shown) return;
    this.shown = now;
    this.box.hidden = !all.length;
    this.box.querySelectorAll("article").forEach((each) => each.remove());
    this.box.append(...all.map((each) => this.article(each)));
  }

  article({ id, label, who, when, mine, theirs }) {
    const decide = async (take) => {
      const body = new URLSearchParams({ take });
      const answer = await fetch(`${story}/differences/${id}`, { method: "POST", body }).catch(() => null);
      if (answer?.ok) await this.decided();
      else say(t("failed"));
    };
    const side = (name, text, button, take) =>
      el("div", {}, el("h4", {}, name), el("p", { lang: form.dataset.language, dir: form.dataset.dir }, text), el("button", { type: "button", onclick: () => decide(take) }, button));
    return el(
      "article",
      {},
      el("h3", {}, `${label}, ${who}, ${when}`),
      el("div", { class: "sides" }, side(t("stands"), theirs, t("leave"), "theirs"), side(t("beside"), mine, t("take"), "mine")),
    );
  }
}
