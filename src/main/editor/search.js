// Finds stories of ours while one types: for cards, links and lists to read also.
import { dialog } from "./dialog.js";
import { ask, el, later, t } from "./page.js";

/** Milliseconds of rest before anything is asked. */
const PAUSE = 200;

/**
 * A list below a field that is filled while one types, walked with the arrow keys (ARIA: combobox with a list).
 * @param find gives what was found for the words, behind a place: `{stories, next}`
 * @param row an entry's children
 * @param chosen called with what was chosen
 */
export const suggest = (input, find, row, chosen) => {
  const id = "s" + Math.random().toString(36).slice(2);
  const list = el("ul", { id, role: "listbox", class: "found", "aria-label": input.getAttribute("aria-label") });
  const count = el("p", { class: "vh", "aria-live": "polite" });
  const more = el("button", { type: "button", class: "sm", hidden: true, onclick: () => search(next) }, t("more"));
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", autocomplete: "off" })) {
    input.setAttribute(name, value);
  }
  let all = [];
  let at = -1;
  let asked = 0;
  let next = null;
  const pick = (place) => {
    at = place;
    [...list.children].forEach((each, i) => each.setAttribute("aria-selected", i === at));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", id + at);
  };
  const show = (found, behind = []) => {
    const known = new Set(behind.map((each) => each.id));
    all = [...behind, ...found.stories.filter((each) => !known.has(each.id))];
    next = found.next;
    more.hidden = !next;
    list.replaceChildren(
      ...all.map((each, i) =>
        el("li", { id: id + i, role: "option", onmousedown: (event) => event.preventDefault(), onclick: () => chosen(each) }, ...row(each)),
      ),
    );
    input.setAttribute("aria-expanded", String(all.length > 0));
    count.textContent = t("found", all.length);
    pick(behind.length && behind.length < all.length ? behind.length : -1);
    if (behind.length) input.focus();
  };
  /** @param {string|null} from the place of another page; null: the first */
  const search = async (from = null) => {
    const mine = ++asked;
    const found = await find(input.value.trim(), from).catch((refused) => refused);
    if (mine !== asked) return;
    if (!(found instanceof Error)) show(found, from ? all : []);
    else if (from) count.textContent = found.message; // what was found stays, and so does the button
    else show({ stories: [], next: null });
  };
  input.addEventListener("input", () => {
    asked++; // what comes for the words of before is no use
    more.hidden = true;
  });
  input.addEventListener("input", later(() => search(), PAUSE));
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
  return { list, foot: el("div", {}, count, more), search };
};

export const findStories = (words, before) => ask(`/suggestions?words=${encodeURIComponent(words)}&before=${before ?? ""}`);

export const storyRow = (story) => [
  el("bdi", { lang: story.language, class: "hd" }, story.headline),
  el("small", { class: "dim" }, `${story.state}, ${story.edition}`),
];

/** @return {Promise} the story, or undefined */
export const chooseStory = (near, title) =>
  dialog(title, (done) => {
    const input = el("input", { "aria-label": t("find.story"), placeholder: t("find.story"), dir: "auto", autofocus: true });
    const { list, foot, search } = suggest(input, findStories, storyRow, done);
    search();
    return el("div", { class: "stackx" }, input, list, foot);
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
    const find = async (words, before) => (isAddress(words) || words.length < 2 ? { stories: [], next: null } : findStories(words, before));
    const chosen = (story) => {
      if (story.path) done(story.path);
      else wrong.textContent = t("link.not.public");
    };
    const { list, foot } = suggest(input, find, storyRow, chosen);
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
      foot,
      el(
        "p",
        { class: "rowx" },
        el("button", { class: "pri" }, t("link.set")),
        href ? el("button", { type: "button", onclick: () => done(null) }, t("link.off")) : null,
      ),
    );
  });
