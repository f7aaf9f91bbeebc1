// Finds stories of ours while one types: for cards, links and lists to read also.
import { dialog } from "./dialog.js";
import { ask, el, t } from "./page.js";

/**
 * A list below a field that is filled while one types, walked with the arrow keys (ARIA: combobox with a list).
 * @param find gives what was found for the words
 * @param row an entry's children
 * @param chosen called with what was chosen
 */
export const suggest = (input, find, row, chosen) => {
  const id = "s" + Math.random().toString(36).slice(2);
  const list = el("ul", { id, role: "listbox", class: "found", "aria-label": input.getAttribute("aria-label") });
  const count = el("p", { class: "vh", "aria-live": "polite" });
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", autocomplete: "off" })) {
    input.setAttribute(name, value);
  }
  let all = [];
  let at = -1;
  let asked = 0;
  let timer = 0;
  const pick = (place) => {
    at = place;
    [...list.children].forEach((each, i) => each.setAttribute("aria-selected", i === at));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", id + at);
  };
  const show = (found) => {
    all = found;
    list.replaceChildren(
      ...found.map((each, i) =>
        el("li", { id: id + i, role: "option", onmousedown: (event) => event.preventDefault(), onclick: () => chosen(each) }, ...row(each)),
      ),
    );
    input.setAttribute("aria-expanded", String(found.length > 0));
    count.textContent = t("found", found.length);
    pick(-1);
  };
  const search = async () => {
    const mine = ++asked;
    const found = await find(input.value.trim()).catch(() => []);
    if (mine === asked) show(found);
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      pick((at + step + all.length + (at < 0 && step < 0 ? 1 : 0)) % all.length);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      chosen(all[at]);
    }
  });
  return { list, count, search, clear: () => show([]) };
};

export const findStories = (words) => ask("/suggestions?words=" + encodeURIComponent(words));

export const storyRow = (story) => [
  el("bdi", { lang: story.language, class: "hd" }, story.headline),
  el("small", { class: "dim" }, `${story.state}, ${story.edition}`),
];

/** @return {Promise} the story, or undefined */
export const chooseStory = (near, title) =>
  dialog(title, (done) => {
    const input = el("input", { "aria-label": t("find.story"), placeholder: t("find.story"), dir: "auto", autofocus: true });
    const { list, count, search } = suggest(input, findStories, storyRow, done);
    search();
    return el("div", { class: "stackx" }, input, list, count);
  });

/**
 * Asks where words lead: an address, or a story of ours that is public.
 * @return {Promise<string|null|undefined>} null: nowhere; undefined: as before
 */
export const chooseLink = (href) =>
  dialog(t("link"), (done) => {
    const input = el("input", { "aria-label": t("link.to"), placeholder: t("link.to"), dir: "auto", autofocus: true, ".value": href ?? "" });
    const wrong = el("p", { class: "bad sm", role: "alert" });
    const isAddress = (text) => /^(https?:\/\/\S+|mailto:\S+@\S+|\/(?!\/)\S*)$/.test(text);
    const find = (words) => (isAddress(words) || words.length < 2 ? Promise.resolve([]) : findStories(words));
    const chosen = (story) => {
      if (story.path) done(story.path);
      else wrong.textContent = t("link.not.public");
    };
    const { list, count } = suggest(input, find, storyRow, chosen);
    const take = (event) => {
      event.preventDefault();
      let text = input.value.trim();
      if (/^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(text)) text = "https://" + text;
      if (isAddress(text)) done(text);
      else wrong.textContent = t("link.wrong");
    };
    return el(
      "form",
      { class: "stackx", onsubmit: take },
      input,
      wrong,
      list,
      count,
      el(
        "p",
        { class: "rowx" },
        el("button", { class: "pri" }, t("link.set")),
        href ? el("button", { type: "button", onclick: () => done(null) }, t("link.off")) : null,
      ),
    );
  });
