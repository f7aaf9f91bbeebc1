// Saves by itself what was typed, block by block and field by field, through the journal of the story; hears what others
// did; keeps in the browser what no server has yet.
import { Refused, ask, el, form, later, same, say, story, t } from "./page.js";
import { Waiting } from "./waiting.js";

const IDLE = 1200;
const LONGEST = 5000;
const ASK_EVERY = 7000;
/** Rights of pictures and states of other stories change by the clock: so often all is asked for again. */
const WHOLE_EVERY = 10;
const NOT_SENT = new Set(["base", "key", "body"]);

const typing = () => document.activeElement?.form === form && ["text", "textarea"].includes(document.activeElement.type);

/** @param {boolean} finished whether names that stand there are typed to their end, so that new ones can be made */
const fields = (finished = !typing()) => {
  const all = {};
  for (const field of form.elements) {
    if (!field.name || NOT_SENT.has(field.name) || field.type === "submit" || field.tagName === "BUTTON") continue;
    if (field.type === "checkbox" && !field.checked) continue;
    if (field.name === "add-names" && !finished) continue;
    (all[field.name] ??= []).push(field.value);
  }
  return all;
};

/** Whether somebody wrote into a field before anybody listened. */
const typedAlready = () =>
  [...form.elements].some((field) => {
    if (!field.name || NOT_SENT.has(field.name) || field.name === "add-names") return false;
    if (field.tagName === "SELECT") {
      return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
    }
    if (field.type === "checkbox") return field.checked !== field.defaultChecked;
    return "defaultValue" in field && field.value !== field.defaultValue;
  });

const first = (values, name) => values[name]?.[0] ?? "";

/** What a save makes of a field: without spaces and separators at the ends of its lines, without empty lines. */
const stripped = (value) =>
  value
    .split("\n")
    .map((line) => line.replace(/[\s;؛]+$/, "").trim())
    .filter(Boolean)
    .join("\n");

const key = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export const tell = (save) =>
  ask("/saves", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(save) });

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
    this.heard = "";
    this.looks = 0;
    this.refused = {};
    this.sentences = {};
    this.running = null;
    this.unanswered = null; // a save that may have been taken: it is sent again as it was, by its key
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

  /**
   * How the story stands. Others may have written since the page was sent: their words come into the fields; what was
   * typed here already is a change of what the page said then.
   */
  begin(answer) {
    this.base = answer.now;
    this.shown = answer.shown;
    this.tag = answer.tag;
    this.heard = answer.heard;
    this.savedAt = answer.savedAt;
    this.show("saved", answer.savedAt, true);
    if (!typedAlready()) return this.fill({ ...answer, wrong: {} });
    this.base = JSON.stringify({ ...JSON.parse(form.elements.base.value), body: JSON.parse(answer.now).body });
    this.touched();
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
    return this.body.changes().changes.length > 0 || this.fieldsDirty() || this.heldBack();
  }

  /** Whether something stands here that the server did not take. */
  heldBack() {
    return Object.keys(this.refused).length > 0 || this.body.refused.stand(this.body.doc);
  }

  /** @return {boolean} whether all is on the server or kept here */
  store() {
    const { changes, sent } = this.body.changes(true);
    if (!changes.length && !this.fieldsDirty() && !this.heldBack()) {
      this.waiting.drop();
      return true;
    }
    return this.waiting.keep({ base: this.base, fields: fields(), changes, ids: sent.ids, unanswered: this.unanswered?.told });
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
    this.body.refused.all.clear();
    this.finished = true;
    try {
      for (let round = 0; round < 4; round++) {
        if (!(await this.save())) return false;
        if (!this.body.changes().changes.length && !this.fieldsDirty()) break;
      }
    } finally {
      this.finished = false;
    }
    return !this.dirty();
  }

  async send() {
    if (!this.unanswered) {
      const { changes, sent } = this.body.changes();
      const typed = fields(this.finished || !typing());
      if (!changes.length && !this.fieldsDirty()) {
        this.body.settle({}, sent);
        this.store();
        return true;
      }
      this.unanswered = { sent, typed, told: { key: key(), seen: this.tag, base: this.base, fields: typed, blocks: changes } };
    }
    const { sent, typed, told } = this.unanswered;
    this.show("saving");
    try {
      const answer = await tell(told);
      this.unanswered = null;
      this.pause = 2000;
      this.take(answer, sent, typed);
      return true;
    } catch (wrong) {
      if (wrong instanceof Refused && wrong.status > 0 && wrong.status < 500) this.unanswered = null;
      this.failed(wrong);
      return false;
    }
  }

  failed(wrong) {
    const kept = this.store();
    if (!(wrong instanceof Refused)) {
      this.show("refused", t("failed"), false, kept);
      throw wrong;
    }
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
    const settled = same({ ...now, "add-names": null }, { ...typed, "add-names": null });
    const again = this.body.take(answer, sent);
    this.refused = {};
    this.sentences = Object.fromEntries(Object.entries(answer.wrong).filter(([name]) => !name.startsWith("block:")));
    for (const name of Object.keys(this.sentences)) this.refused[name] = first(typed, name);
    if ("add-names" in typed && form.elements["add-names"]) form.elements["add-names"].checked = false;
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
    this.tag = again || !settled || this.body.passed ? "" : answer.tag;
    this.heard = answer.heard;
    this.wrong(answer.wrong);
    this.told(answer);
    this.store();
    if (again || !settled) this.soon();
    this.savedAt = answer.savedAt;
    if (!this.heldBack() && (again || !settled)) this.show("writing");
    else this.stands(answer.savedAt);
  }

  stands(savedAt) {
    if (this.heldBack()) this.show("refused", t("saved.partly", savedAt));
    else this.show("saved", savedAt);
  }

  /** Fields that others changed. */
  fill(answer) {
    for (const field of form.elements) {
      if (!field.name || NOT_SENT.has(field.name) || field.type === "checkbox" || field.tagName === "BUTTON") continue;
      const value = first(answer.shown, field.name);
      if (field.name in answer.wrong || field.value === value) continue;
      if (field === document.activeElement && stripped(field.value) === stripped(value)) {
        this.shown = { ...this.shown, [field.name]: [field.value] }; // the space before the next word stays
        continue;
      }
      if (field.tagName === "SELECT" && ![...field.options].some((option) => option.value === value)) {
        field.append(el("option", { value }, "#" + value)); // it came after this page
      }
      field.value = value;
    }
  }

  wrong(sentences) {
    for (const field of form.elements) {
      if (!field.name || !field.id) continue;
      const sentence = sentences[field.name];
      let line = document.getElementById(field.id + "-wrong");
      const hints = (field.dataset.hints ??= field.getAttribute("aria-describedby") ?? "");
      if (!sentence) {
        if (line) line.remove();
        field.removeAttribute("aria-invalid");
        if (hints) field.setAttribute("aria-describedby", hints);
        else field.removeAttribute("aria-describedby");
        continue;
      }
      if (!line) {
        line = el("p", { class: "bad sm", id: field.id + "-wrong" });
        field.after(line);
      }
      line.textContent = sentence;
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", `${hints} ${line.id}`.trim());
    }
  }

  /** What others did, while nobody types here. */
  async look() {
    if (document.visibilityState !== "visible" || this.running || this.unanswered) return;
    const { changes, sent } = this.body.changes();
    if (changes.length || this.fieldsDirty()) return;
    const typed = fields();
    try {
      const heard = ++this.looks % WHOLE_EVERY ? this.heard : "";
      const answer = await ask("/standing?" + new URLSearchParams({ seen: this.tag, heard }));
      if (this.running) return;
      if (!answer) {
        this.body.settle({}, sent);
        this.stands(this.savedAt); // nothing changed, and the server is there
        return;
      }
      this.take({ ...answer, mine: null, wrong: this.sentences }, sent, typed);
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
