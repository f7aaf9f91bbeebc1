// Text that no server has yet waits in this browser, for this person, and is offered again. Each window keeps its own;
// a window that lives holds a lock, so that what it keeps is not offered to another.
const PREFIX = "rotative.story.";

export class Waiting {
  constructor(story, person) {
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

  /** What other windows left behind, the oldest first. */
  async left() {
    const alive = new Set(((await navigator.locks?.query())?.held ?? []).map((lock) => lock.name));
    const found = [];
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (key.startsWith(this.prefix) && key !== this.key && !alive.has(key)) {
        try {
          found.push({ key, ...JSON.parse(localStorage.getItem(key)) });
        } catch {
          localStorage.removeItem(key);
        }
      }
    }
    return found.sort((one, other) => one.at - other.at);
  }
}
