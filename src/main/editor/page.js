// Small things that every part of the editor uses: words, elements, questions to the server.
const host = document.getElementById("story");
const words = host?.dataset.words ? JSON.parse(host.dataset.words) : {};

/** The words for a key, `{0}`, `{1}` filled in. */
export const t = (key, ...args) => (words[key] ?? key).replace(/\{(\d)\}/g, (all, i) => args[i] ?? all);

export const form = host;
export const story = host?.dataset.story;
export const language = host?.dataset.language ?? "en";

/** An element: attributes, `on...` listeners, properties by `.name`, children. */
export const el = (tag, attrs = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name.startsWith(".")) made[name.slice(1)] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((each) => each !== null && each !== undefined));
  return made;
};

/** Something that was asked for and not done. `status` 0: nobody answered; `told`: the JSON of the answer. */
export class Refused extends Error {
  constructor(status, sentence, told) {
    super(sentence);
    this.status = status;
    this.told = told;
  }
}

/** Asks the server below the story's address. */
export const ask = (path, options) => askAt(story + path, options);

/** Asks the server. */
export const askAt = async (path, options = {}) => {
  let answer;
  try {
    answer = await fetch(path, { ...options, headers: { Accept: "application/json", ...options.headers } });
  } catch {
    throw new Refused(0, t("offline"));
  }
  if (answer.redirected) throw new Refused(401, t("signed.out"));
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  const problem = await answer.json().catch(() => ({}));
  const known = { 401: "signed.out", 403: "forbidden", 413: "too.large", 415: "unsupported", 429: "too.many", 507: "full" };
  const said = known[answer.status] ? t(known[answer.status]) : answer.status >= 500 ? t("failed") : null;
  throw new Refused(answer.status, said ?? problem.detail ?? t("failed"), problem);
};

/** Says something to a screen reader, once. */
const voice = el("p", { class: "vh", "aria-live": "polite" });
document.body.append(voice);
export const say = (sentence) => {
  voice.textContent = "";
  setTimeout(() => (voice.textContent = sentence), 50);
};

/** Calls once, when nothing was called for so long; at the latest after `most`. */
export const later = (call, wait, most = Infinity) => {
  let timer = 0;
  let first = 0;
  const now = () => {
    clearTimeout(timer);
    first = 0;
    call();
  };
  return () => {
    first ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(now, Math.max(0, Math.min(wait, first + most - Date.now())));
  };
};

/** Whether two values of JSON are the same, whatever the order of their fields. */
export const same = (one, other) => {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => same(one[name], other[name]));
};
