// Fields beside the text that are quicker with a script: the lead picture, and the stories to read also.
import { el, form, t } from "./page.js";
import { choosePicture, describePicture, facts, onePicture, thumb } from "./pictures.js";
import { chooseStory } from "./search.js";
import { shown } from "./views.js";

const touch = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));

const hero = () => {
  const field = form.elements.hero;
  const box = el("div", { class: "pic" });
  const told = el("p", { class: "rowx facts" });
  const draw = async () => {
    const id = field.value.trim();
    box.replaceChildren();
    told.replaceChildren();
    if (!/^[1-9]\d*$/.test(id)) return;
    const picture = (shown.pictures[id] ??= await onePicture(id).catch(() => undefined));
    if (!picture || field.value.trim() !== id) return;
    box.append(...[thumb(picture)].filter(Boolean));
    told.append(...facts(picture));
    form.elements["hero-caption"].placeholder = picture.caption ?? "";
    form.elements["hero-alt"].placeholder = picture.alt ?? "";
  };
  const choose = async () => {
    const picture = await choosePicture();
    if (!picture) return;
    shown.pictures[picture.id] = picture;
    field.value = picture.id;
    touch(field);
  };
  const describe = async () => {
    const picture = await describePicture(shown.pictures[field.value.trim()]);
    if (picture) {
      shown.pictures[picture.id] = picture;
      draw();
    }
  };
  field.addEventListener("input", draw);
  field.after(
    box,
    told,
    el(
      "p",
      { class: "rowx acts" },
      el("button", { type: "button", onclick: choose }, t("picture.choose")),
      el("button", { type: "button", onclick: describe }, t("picture.describe")),
      el("button", { type: "button", onclick: () => ((field.value = ""), touch(field)) }, t("remove")),
    ),
  );
  draw();
};

const related = () => {
  const field = form.elements.related;
  field.after(
    el(
      "p",
      { class: "acts" },
      el(
        "button",
        {
          type: "button",
          onclick: async () => {
            const story = await chooseStory(null, t("related"));
            if (!story) return;
            field.value = [field.value.trim(), `#${story.id} ${story.headline}`].filter(Boolean).join("\n");
            touch(field);
          },
        },
        t("related.add"),
      ),
    ),
  );
};

export const fields = () => {
  hero();
  related();
};
