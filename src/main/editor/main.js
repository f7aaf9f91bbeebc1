// The editor of a story: takes the place of the text field in its form. Without it the form works as it stands.
import { Editor } from "@tiptap/core";
import { history, redo, undo } from "@tiptap/pm/history";
import { keymap } from "@tiptap/pm/keymap";
import { dropCursor } from "@tiptap/pm/dropcursor";
import { gapCursor } from "@tiptap/pm/gapcursor";
import { Extension } from "@tiptap/core";
import { touched } from "./acts.js";
import { Body } from "./body.js";
import { Checks } from "./checks.js";
import { Conflicts } from "./conflicts.js";
import { decided, decisions } from "./decisions.js";
import { Ids } from "./ids.js";
import { keys } from "./keys.js";
import { offer, offerOld } from "./offer.js";
import { ask, el, form, later, say, story, t } from "./page.js";
import { paste } from "./paste.js";
import { fields } from "./fields.js";
import { Saving } from "./saving.js";
import { slashMenu, toolbar } from "./menu.js";
import { marks, nodes } from "./schema.js";
import * as tree from "./tree.js";
import { typography } from "./typography.js";
import { RefusedBlocks } from "./refused.js";
import { refresh, shown, withViews } from "./views.js";

const base = Extension.create({
  name: "base",
  addProseMirrorPlugins: () => [
    history({ newGroupDelay: 700 }),
    keymap({ "Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo }),
    dropCursor({ width: 3, class: "dropline" }),
    gapCursor(),
  ],
});

const started = async () => {
  const area = form.elements.body;
  const answer = await ask("/standing");
  if (area.value !== area.defaultValue) return; // what was typed there meanwhile goes by the form as it stands
  const wrap = area.closest(".wide");
  const notes = el("div", { "aria-live": "polite" });
  const count = el("span", { class: "end sm dim num" });
  const place = el("div", { class: "text" });
  let checks = null;
  let saving = null;
  const leave = async (address) => {
    if (await saving.flush()) location.assign(address);
    else say(saving.line.textContent);
  };
  const on = {
    save: () => saving.flush(),
    publish: () => {
      const act = document.querySelector(".acts a[href$='/publication'], .acts a.pri, .acts a.go");
      leave(act?.href ?? story + "/publication");
    },
    checks: () => {
      checks.box.open = true;
      checks.box.querySelector("summary").focus();
    },
    menu: () => slashMenu(editor),
    leave: () => document.querySelector(".bar [tabindex='0']").focus(),
  };
  const refused = new RefusedBlocks();
  const editor = new Editor({
    element: place,
    injectCSS: false,
    enableInputRules: true,
    enablePasteRules: false,
    autofocus: false,
    extensions: [...withViews(nodes), ...marks, Ids, keys(on), paste(notes), typography((list) => checks?.typography(list)), refused.extension(), base],
    content: tree.doc(Object.entries(answer.parts).length ? ordered(answer.parts) : []),
    editorProps: {
      attributes: {
        class: "prose",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": t("text"),
        lang: area.lang,
        dir: area.dir,
        spellcheck: "true",
      },
    },
  });
  const body = new Body(editor, refused);
  for (const [part, value] of Object.entries(answer.parts)) if (part.startsWith("block:")) body.know(part.slice(6), value);
  body.order = answer.parts.order ?? [];
  const conflicts = new Conflicts(async () => {
    saving.tag = "";
    await saving.look();
  });
  const tell = (told) => {
    Object.assign(shown.pictures, told.pictures);
    Object.assign(shown.stories, told.stories);
    refresh();
    decided(told.revision);
    checks.told(told.checks);
    conflicts.show(told.conflicts);
    document.getElementById("others").replaceChildren(...told.people.map((words) => el("span", { class: "sm" }, words)));
  };
  saving = new Saving(body, tell);
  checks = new Checks(editor);
  saving.begin(answer);
  tell(answer);

  const counted = later(() => {
    const words = tree.words(editor.state.doc) + form.elements.standfirst.value.split(/\s+/u).filter(Boolean).length;
    const minutes = Math.max(1, Math.round(words / 220));
    const number = new Intl.NumberFormat(document.documentElement.lang, { numberingSystem: "latn" });
    count.textContent = t("length", number.format(words), number.format(minutes));
  }, 300, 1000);
  counted();

  wrap.hidden = true;
  const label = el("p", { class: "lab", id: "text-label" }, el("span", {}, t("text")));
  wrap.after(el("div", { class: "wide textbox" }, label, toolbar(editor, count), notes, place));
  document.querySelector(".savebar").append(saving.line);
  form.dataset.kept = "on";

  editor.on("transaction", ({ transaction }) => {
    if (!transaction.docChanged || transaction.getMeta("told")) return;
    saving.touched();
    counted();
  });
  editor.on("selectionUpdate", () => {
    const range = touched(editor.state);
    form.dataset.part = range ? "block:" + editor.state.doc.child(range.first).attrs.id : "";
  });
  document.addEventListener("input", (event) => {
    if (event.target.form === form && event.target.name) saving.touched(), counted();
  });
  document.addEventListener("change", (event) => {
    if (event.target.form !== form) return;
    if (event.target.type === "checkbox") saving.refused = {};
    saving.touched();
  });
  document.addEventListener("focusout", (event) => {
    if (event.target.form !== form || !form.elements["add-names"]?.checked) return;
    saving.refused = {};
    saving.touched();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    saving.flush().then((done) => done && say(t("saved", saving.detail)));
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey)) return;
    const act = { s: on.save, Enter: on.publish }[event.key];
    if (act) event.preventDefault(), act();
  });
  document.addEventListener("keydown", (event) => event.key === "F2" && !event.defaultPrevented && (event.preventDefault(), on.checks()));
  decisions(saving, leave);
  fields();
  await offer(saving, body, notes);
  await offerOld(saving.waiting, notes);
};

const ordered = (parts) => (parts.order ?? []).map((id) => parts["block:" + id]).filter(Boolean);

if (form && form.dataset.words && !form.hasAttribute("data-again")) {
  started().catch((failure) => {
    console.error(failure);
    say(t("failed"));
  });
}
