// Pictures: from the library, from a file, with what the library says of them.
import { dialog } from "./dialog.js";
import { askAt, el, later, Refused, t } from "./page.js";

const LIBRARY = "/newsroom/pictures";
const PICKER = "/newsroom/picture-picker";

/** Milliseconds of rest before anything is asked. */
const PAUSE = 200;

export const onePicture = (id) => askAt(`${PICKER}/${id}`);

/** Sends a file to the library. @return {Promise} the picture; one that the library has already is the same picture */
export const send = async (file) => {
  const body = new FormData();
  body.append("file", file);
  const [sent] = await askAt(LIBRARY, { method: "POST", body }).catch((refused) => {
    throw new Refused(refused.status, refused.told?.[0]?.sentence ?? refused.message);
  });
  return onePicture(sent.path.slice(LIBRARY.length + 1));
};

/** The whole picture, small; null: its file is not held. */
export const thumb = (picture) =>
  picture?.whole ? el("img", { src: picture.whole.src, width: picture.whole.width, height: picture.whole.height, alt: "", loading: "lazy" }) : null;

/** @return {Promise} the picture, or undefined */
export const choosePicture = () =>
  dialog(t("kind.picture"), (done) => {
    const input = el("input", { type: "search", "aria-label": t("find.picture"), placeholder: t("find.picture"), dir: "auto", autofocus: true });
    const wrong = el("p", { class: "bad sm", role: "alert" });
    const grid = el("ul", { class: "grid" });
    const said = el("p", { class: "sm dim", "aria-live": "polite" });
    const more = el("button", { type: "button", hidden: true, onclick: () => search(next) }, t("more"));
    const file = el("input", {
      type: "file",
      accept: "image/*",
      "aria-label": t("picture.file"),
      onchange: async () => {
        wrong.textContent = "";
        try {
          for (const each of file.files) done(await send(each));
        } catch (problem) {
          wrong.textContent = problem.message;
        }
      },
    });
    let asked = 0;
    let next = null;
    /** @param {string|null} from the address of another page; null: the first for these words */
    const search = async (from = null) => {
      const mine = ++asked;
      try {
        const found = await askAt(from ?? `${PICKER}?words=${encodeURIComponent(input.value)}`);
        if (mine !== asked) return;
        if (!from) grid.replaceChildren();
        const behind = grid.children.length;
        grid.append(
          ...found.pictures.map((picture) =>
            el(
              "li",
              { class: picture.usable ? null : "no" },
              el(
                "button",
                { type: "button", class: "thumb", disabled: !picture.usable, onclick: () => done(picture) },
                thumb(picture),
                el("span", { dir: "auto" }, picture.title),
              ),
              ...facts(picture),
            ),
          ),
        );
        next = found.next;
        more.hidden = !next;
        said.textContent = grid.children.length ? t("found", grid.children.length) : t(next ? "found.so.far" : "found.none");
        if (from) grid.children[behind]?.querySelector("button").focus();
      } catch (problem) {
        wrong.textContent = problem.message;
      }
    };
    input.addEventListener("input", () => {
      asked++; // what comes for the words of before is no use
      more.hidden = true;
    });
    input.addEventListener("input", later(() => search(), PAUSE));
    search();
    return el("div", { class: "stackx" }, el("p", { class: "rowx" }, input, file), wrong, grid, said, more);
  });

/** What has to be seen of a picture wherever it is chosen or stands: credit, file picture or not, rights. */
export const facts = (picture) => [
  el("small", { class: picture.credit ? "dim" : "bad" }, picture.credit ?? t("no.credit")),
  ...(picture.archive ? [el("small", { class: "arch" }, t("archive"))] : []),
  el("small", { class: picture.rights.look }, picture.rights.words),
];

/** Caption, credit, alternative text and focal point, as the library says them wherever the picture is shown. */
export const describePicture = (picture) =>
  picture &&
  dialog(t("picture.library", picture.id), (done) => {
    const wrong = el("p", { class: "bad sm", role: "alert" });
    const focal = { x: picture.focalX, y: picture.focalY };
    const input = (name, rows) => el("textarea", { rows, dir: "auto", ".value": picture[name] ?? "", readonly: !picture.editable });
    const caption = input("caption", 3);
    const alt = input("alt", 2);
    const credit = input("credit", 1);
    const range = (axis) =>
      el("input", {
        type: "range",
        dir: "ltr",
        min: 0,
        max: 1000,
        step: 10,
        ".value": focal[axis],
        disabled: !picture.editable,
        oninput: (event) => {
          focal[axis] = Number(event.target.value);
          draw();
        },
      });
    const x = range("x");
    const y = range("y");
    const point = el("span", { class: "focal", "aria-hidden": "true" });
    const image = el("div", {
      class: "pic focus",
      dir: "ltr",
      onclick: (event) => {
        if (!picture.editable) return;
        const box = image.getBoundingClientRect();
        focal.x = Math.round((1000 * (event.clientX - box.left)) / box.width);
        focal.y = Math.round((1000 * (event.clientY - box.top)) / box.height);
        draw();
      },
    });
    image.append(...[thumb(picture), point].filter(Boolean));
    const draw = () => {
      x.value = focal.x;
      y.value = focal.y;
      point.style.left = focal.x / 10 + "%";
      point.style.top = focal.y / 10 + "%";
    };
    draw();
    const save = async (event) => {
      event.preventDefault();
      const body = new URLSearchParams({
        version: picture.version,
        caption: caption.value,
        alt: alt.value,
        credit: credit.value,
        across: focal.x / 10,
        down: focal.y / 10,
      });
      try {
        done(await askAt(`${LIBRARY}/${picture.id}`, { method: "POST", body }));
      } catch (problem) {
        wrong.textContent = problem.message;
      }
    };
    const label = (words, field) => el("label", {}, words, field);
    return el(
      "form",
      { class: "stackx", onsubmit: save },
      el("p", { class: "dim sm" }, t(picture.editable ? "picture.everywhere" : "picture.read")),
      image,
      label(t("focal.x"), x),
      label(t("focal.y"), y),
      label(t("caption"), caption),
      label(t("alt"), alt),
      label(t("credit"), credit),
      wrong,
      picture.editable ? el("p", {}, el("button", { class: "pri" }, t("picture.save"))) : null,
    );
  });
