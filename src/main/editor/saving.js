// Saves by itself what was typed, block by block and field by field, through the journal of the story; hears what others
// did; keeps in the browser what no server has yet.
import { Refused, ask, el, form, later, same, say, story, t } from "./page.js";
import { Waiting } from "./waiting.js";

const IDLE = 1200;
const LONGEST = 5000;
const ASK_EVERY = 7000;
const NOT_SENT = new Set(["base", "key", "body"]);

const fields = () => {
  const all = {};
  for (const field of form.elements) {
    if (!field.name || NOT_SENT.has(field.name) || field.type === "submit" || field.tagName === "BUTTON") continue;
    if (field.type === "checkbox" && !field.checked) continue;
    (all[field.name] ??= []).push(field.value);
  }
  return all;
};

const first = (values, name) => values[name]?.[0] ?? "";

const key = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export class Saving {
  /**
   * @param body the text
   * @param told what else an answer tells: called with every answer
   */
  constructor(body, told) {
    this.body = body;
    this.told = told;
    this.waiting = new Waiting(story, form.dataset.person);
    this.tag = "";
    this.refused = {};
    this.running = null;
    this.unsent = null;
    this.pause = 2000;
    this.line = el("p", { class: "sm saveline", "aria-live": "polite" });
    this.keep = later(() => this.store(), 250, 1000);
    this.soon = later(() => this.save(), IDLE, LONGEST);
    setInterval(() => this.look(), ASK_EVERY);
    addEventListener("online", () => this.save());
    addEventListener("pagehide", () => this.store());
    addEventListener("beforeunload", (event) => {
      if (this.dirty() && !this.store()) event.preventDefault();
    });
  }

  /** How the story stands, before anything is written. */
  begin(answer) {
    this.base = answer.now;
    this.shown = answer.shown;
    this.tag = answer.tag;
    this.show("saved", answer.savedAt, true);
  }

  touched() {
    this.keep();
    this.soon();
    this.show("writing");
  }

  fieldsDirty() {
    const now = fields();
    const names = new Set([...Object.keys(now), ...Object.keys(this.shown)]);
    names.delete("add-names");
    return [...names].some((name) => first(now, name) !== first(this.shown, name) && first(now, name) !== this.refused[name]);
  }

  dirty() {
    return this.body.changes().changes.length > 0 || this.fieldsDirty() || Object.keys(this.refused).length > 0;
  }

  /** @return {boolean} whether all is on the server or kept here */
  store() {
    const { changes, sent } = this.body.changes();
    if (!changes.length && !this.fieldsDirty() && !Object.keys(this.refused).length) {
      this.waiting.drop();
      return true;
    }
    return this.waiting.keep({ base: this.base, fields: fields(), changes, ids: sent.ids });
  }

  /** @return {Promise<boolean>} whether all that was typed is on the server */
  save() {
    this.running ??= this.send().finally(() => (this.running = null));
    return this.running;
  }

  /**
   * Until nothing is left to save; what was refused is tried again.
   * @return {Promise<boolean>} whether all of it is saved
   */
  async flush() {
    this.refused = {};
    for (let round = 0; round < 4; round++) {
      if (!(await this.save())) return false;
      if (!this.body.changes().changes.length && !this.fieldsDirty()) break;
    }
    return !this.dirty();
  }

  async send() {
    const { changes, sent } = this.body.changes();
    const typed = fields();
    if (!changes.length && !this.fieldsDirty()) {
      this.store();
      return true;
    }
    const wish = JSON.stringify({ seen: this.tag, base: this.base, fields: typed, blocks: changes });
    if (this.unsent?.wish !== wish) this.unsent = { wish, key: key() };
    this.show("saving");
    try {
      const answer = await ask("/saves", {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify({ key: this.unsent.key, ...JSON.parse(wish) }),
      });
      this.unsent = null;
      this.pause = 2000;
      this.take(answer, sent, typed);
      return true;
    } catch (wrong) {
      this.failed(wrong);
      return false;
    }
  }

  failed(wrong) {
    if (!(wrong instanceof Refused)) throw wrong;
    const kept = this.store();
    const lasts = wrong.status === 0 || wrong.status === 401 || wrong.status === 429 || wrong.status >= 500;
    this.show(wrong.status === 401 ? "signed.out" : wrong.status === 0 ? "offline" : "refused", wrong.message, false, kept);
    if (lasts) {
      clearTimeout(this.retry);
      this.retry = setTimeout(() => this.save(), this.pause);
      this.pause = Math.min(this.pause * 1.5, 15000);
    }
  }

  take(answer, sent, typed) {
    const now = fields();
    const settled = same(now, typed);
    const again = this.body.take(answer, sent);
    this.refused = {};
    for (const name of Object.keys(answer.wrong)) this.refused[name] = first(typed, name);
    if (settled) {
      this.base = answer.now;
      this.shown = answer.shown;
      this.fill(answer);
    } else {
      this.base = answer.mine ?? this.base;
      if (answer.mine) {
        this.shown = { ...answer.shown };
        for (const name of Object.keys(typed)) if (!(name in answer.wrong)) this.shown[name] = typed[name];
      }
    }
    this.tag = again || !settled ? "" : answer.tag;
    this.wrong(answer.wrong);
    this.told(answer);
    this.store();
    if (again || !settled) this.soon();
    const whole = !Object.keys(answer.wrong).length;
    this.show(whole ? "saved" : "refused", whole ? answer.savedAt : t("saved.partly", answer.savedAt));
  }

  /** Fields that others changed. */
  fill(answer) {
    for (const field of form.elements) {
      if (!field.name || NOT_SENT.has(field.name) || field.type === "checkbox" || field.tagName === "BUTTON") continue;
      const value = first(answer.shown, field.name);
      if (field.name in answer.wrong || field.value === value) continue;
      field.value = value;
    }
  }

  wrong(sentences) {
    for (const field of form.elements) {
      if (!field.name || !field.id) continue;
      const sentence = sentences[field.name];
      let line = document.getElementById(field.id + "-wrong");
      if (!sentence) {
        if (line) line.remove();
        field.removeAttribute("aria-invalid");
        continue;
      }
      if (!line) {
        line = el("p", { class: "bad sm", id: field.id + "-wrong" });
        field.after(line);
      }
      line.textContent = sentence;
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", `${field.id}-hint ${line.id}`);
    }
  }

  /** What others did, while nobody types here. */
  async look() {
    if (document.visibilityState !== "visible" || this.running || this.dirty()) return;
    const { sent } = this.body.changes();
    const typed = fields();
    try {
      const answer = await ask("/standing?seen=" + encodeURIComponent(this.tag));
      if (this.running) return;
      this.take({ ...answer, mine: null, wrong: {} }, sent, typed);
    } catch (wrong) {
      this.failed(wrong);
    }
  }

  show(state, detail = "", quiet = false, kept = true) {
    if (this.state === state && this.detail === detail) return;
    Object.assign(this, { state, detail });
    const sentence = {
      saved: () => t("saved", detail),
      writing: () => t("writing"),
      saving: () => t("saving"),
      offline: () => t(kept ? "offline.kept" : "offline.lost"),
      "signed.out": () => t("signed.out.kept"),
      refused: () => detail,
    }[state]();
    this.line.dataset.state = state;
    this.line.className = "sm saveline" + (state === "saved" ? " okc" : ["writing", "saving"].includes(state) ? " dim" : " bad");
    this.line.replaceChildren(sentence);
    if (state === "signed.out") {
      this.line.append(" ", el("a", { href: "/newsroom/sign-in", target: "_blank", rel: "opener", class: "lnk" }, t("sign.in")));
    }
    if (!quiet && state === "refused") say(sentence);
  }
}
