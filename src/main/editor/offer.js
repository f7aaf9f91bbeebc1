// Text that an earlier window could not save is offered again: taken up, it is put together with what others did since.
import { Refused, el, form, say, t } from "./page.js";
import { tell } from "./saving.js";
import { OLD_AFTER } from "./waiting.js";

const time = (at) => new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short", numberingSystem: "latn" }).format(at);

const words = (block) => block?.text ?? block?.items?.map((item) => item.text).join("\n") ?? block?.title ?? block?.caption ?? "";

/** What stands in the editor now, with what was left over it. */
const over = (left, body) => {
  const mine = new Map(left.changes.filter(({ part }) => part.startsWith("block:")).map((each) => [each.part.slice(6), each]));
  const blocks = new Map([...body.known].map(([id, { told }]) => [id, told]));
  for (const [id, change] of mine) {
    if (change.mine) blocks.set(id, change.mine);
    else blocks.delete(id);
  }
  const ids = left.ids.filter((id) => blocks.has(id));
  for (const id of body.order) {
    if (!blocks.has(id) || ids.includes(id)) continue;
    const before = body.order.slice(0, body.order.indexOf(id)).findLast((each) => ids.includes(each));
    ids.splice(before ? ids.indexOf(before) + 1 : 0, 0, id);
  }
  return { blocks, ids, mine };
};

/** What was sent by that window and not answered may have been saved: sent again by its key, it is saved once. */
const answered = async (left) => {
  const { unanswered } = left;
  if (!unanswered) return left;
  let mine, refused;
  try {
    ({ mine, wrong: refused } = await tell(unanswered));
  } catch (wrong) {
    if (wrong instanceof Refused && wrong.status >= 400 && wrong.status < 500 && wrong.status !== 401) return left; // never taken
    throw wrong;
  }
  const saved = new Map(unanswered.blocks.filter(({ part }) => !(part in refused)).map((change) => [change.part, change.mine]));
  const changes = left.changes.map((change) => (saved.has(change.part) ? { ...change, base: saved.get(change.part) } : change));
  return { ...left, base: mine ?? left.base, changes };
};

const takeUp = (left, saving, body) => {
  const { blocks, ids, mine } = over(left, body);
  const order = left.changes.find(({ part }) => part === "order");
  const came = new Map([...blocks].filter(([id]) => !body.known.has(id)));
  const put = new Map();
  for (const [id, change] of mine) if (body.known.has(id)) put.set(id, change.mine);
  body.write(put, came, ids);
  for (const [id, change] of mine) body.know(id, change.base);
  if (order) body.order = order.base;
  for (const field of form.elements) {
    const value = left.fields[field.name]?.[0];
    if (value !== undefined && field.type !== "checkbox" && field.tagName !== "BUTTON") field.value = value;
  }
  saving.base = left.base;
  saving.tag = "";
};

/** Text that has lain here for long, in other stories: it is thrown away or kept, as its writer says. */
export const offerOld = async (waiting, notes) => {
  const old = await waiting.old();
  if (!old.length) return;
  const box = el("section", { class: "band offer old", "aria-label": t("old.title") });
  const decide = (each) => () => {
    old.forEach(each);
    box.remove();
  };
  box.append(
    el("p", {}, el("b", {}, t("old", OLD_AFTER))),
    el("ul", {}, ...old.map(({ story, at }) => el("li", {}, el("a", { class: "lnk", href: "/newsroom/stories/" + story }, t("old.story", story, time(at)))))),
    el(
      "p",
      { class: "rowx" },
      el("button", { type: "button", onclick: decide((each) => waiting.keepOn(each)) }, t("old.keep")),
      el("button", { type: "button", onclick: decide(({ key }) => waiting.drop(key)) }, t("old.drop")),
    ),
  );
  notes.append(box);
  say(t("old", OLD_AFTER));
};

export const offer = async (saving, body, notes) => {
  for (const left of await saving.waiting.left()) {
    const changed = left.changes.filter(({ part, mine }) => part.startsWith("block:") && mine).map(({ mine }) => words(mine));
    const box = el("section", { class: "band offer", "aria-label": t("offer.title") });
    const close = () => {
      saving.waiting.drop(left.key);
      box.remove();
    };
    box.append(
      el("p", {}, el("b", {}, t("offer", time(left.at)))),
      el("details", {}, el("summary", {}, t("offer.look")), el("div", { lang: form.dataset.language, dir: form.dataset.dir }, ...[left.fields.headline?.[0], ...changed].filter(Boolean).map((text) => el("p", {}, text)))),
      el(
        "p",
        { class: "rowx" },
        el(
          "button",
          {
            type: "button",
            class: "pri",
            onclick: async () => {
              if (!(await saving.flush())) return; // what was typed here since comes first
              try {
                takeUp(await answered(left), saving, body);
              } catch (wrong) {
                saving.failed(wrong);
                return;
              }
              saving.store();
              close();
              await saving.flush();
            },
          },
          t("offer.take"),
        ),
        el("button", { type: "button", onclick: close }, t("offer.drop")),
      ),
    );
    notes.append(box);
    say(t("offer", time(left.at)));
  }
};
