// Text that no server has yet waits in this browser, for this person, and is offered again. Each window keeps its own;
// a window that lives holds a lock, so that what it keeps is not offered to another.
const PREFIX = "rotative.story.";
const DAY = 86400000;

/** Days after which somebody is asked whether what they left is to be thrown away; nothing is without their word. */
export const OLD_AFTER = 30;

export class Waiting {
  constructor(story, person) {
    this.person = person;
    this.prefix = `${PREFIX}${story.split("/").pop()}.${person}.`;
    this.key = this.prefix + crypto.getRandomValues(new Uint32Array(2)).join("");
    navigator.locks?.request(this.key, () => new Promise(() => {}));
  }

  /** @return {boolean} whether it is kept */
  keep(text) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), ...text }));
      return true;
    } catch {
      return false;
    }
  }

  drop(key = this.key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // nothing was kept
    }
  }

  /** What other windows left behind in this story, the oldest first. */
  left() {
    return this.found((key) => key.startsWith(this.prefix));
  }

  /** What this person left behind in other stories long ago, and was not asked about lately; the oldest first. */
  async old() {
    const known = new RegExp(`^${PREFIX.replaceAll(".", "\\.")}(\\d+)\\.${this.person}\\.`);
    const found = await this.found((key) => known.test(key) && !key.startsWith(this.prefix));
    return found
      .filter(({ at, asked }) => Math.max(at ?? 0, asked ?? 0) < Date.now() - OLD_AFTER * DAY)
      .map((each) => ({ ...each, story: known.exec(each.key)[1] }));
  }

  /** Somebody wants to keep what they left: they are asked again when it is old once more. */
  keepOn({ key, story, ...text }) {
    try {
      localStorage.setItem(key, JSON.stringify({ ...text, asked: Date.now() }));
    } catch {
      // it stays as it was
    }
  }

  async found(wanted) {
    const alive = new Set(((await navigator.locks?.query())?.held ?? []).map((lock) => lock.name));
    const keys = Array.from({ length: localStorage.length }, (none, i) => localStorage.key(i));
    const found = [];
    for (const key of keys.filter((each) => wanted(each) && each !== this.key && !alive.has(each))) {
      try {
        found.push({ key, ...JSON.parse(localStorage.getItem(key)) });
      } catch {
        localStorage.removeItem(key);
      }
    }
    return found.sort((one, other) => one.at - other.at);
  }
}
