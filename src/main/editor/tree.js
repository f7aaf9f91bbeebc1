// From the body of a story to nodes of the editor and back: see docs/developers/story-body.md. A line break is one
// unit of text, so that places of marks are the same on both sides.
const MARKS = ["link", "strong", "emphasis", "subscript", "superscript", "code"];

const runs = (text, marks = []) => {
  const cuts = new Set([0, text.length]);
  for (const { from, to } of marks) cuts.add(from).add(to);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) cuts.add(at).add(at + 1);
  const places = [...cuts].sort((one, other) => one - other);
  const nodes = [];
  for (let i = 0; i + 1 < places.length; i++) {
    const piece = text.slice(places[i], places[i + 1]);
    const worn = marks
      .filter(({ from, to }) => from <= places[i] && to >= places[i + 1])
      .map(({ kind, href }) => (kind === "link" ? { type: kind, attrs: { href } } : { type: kind }));
    if (piece === "\n") nodes.push({ type: "hardBreak", marks: worn });
    else if (piece) nodes.push({ type: "text", text: piece, marks: worn });
  }
  return nodes;
};

/** A block as JSON of the editor. */
export const node = (block) => {
  const { type, id = null, text, marks, items, ...attrs } = block;
  if (type === "list") {
    return { type, attrs: { id, ...attrs }, content: items.map((item) => ({ type: "item", content: runs(item.text, item.marks) })) };
  }
  return text === undefined ? { type, attrs: { id, ...attrs } } : { type, attrs: { id, ...attrs }, content: runs(text, marks) };
};

/** All blocks; a body always has a place to write in. */
export const doc = (blocks) => ({
  type: "doc",
  content: blocks.length ? blocks.map(node) : [{ type: "paragraph", attrs: { id: null } }],
});

const inline = (parent) => {
  let text = "";
  const open = new Map();
  const marks = [];
  const close = (name) => {
    const { from, href } = open.get(name);
    marks.push({ from, to: text.length, kind: name, ...(href ? { href } : {}) });
    open.delete(name);
  };
  parent.forEach((child) => {
    for (const name of [...open.keys()].reverse()) {
      const worn = child.marks.find((each) => each.type.name === name);
      if (!worn || (worn.attrs.href ?? null) !== open.get(name).href) close(name);
    }
    for (const name of MARKS) {
      const worn = child.marks.find((each) => each.type.name === name);
      if (worn && !open.has(name)) open.set(name, { from: text.length, href: worn.attrs.href ?? null });
    }
    text += child.isText ? child.text : "\n";
  });
  for (const name of [...open.keys()]) close(name);
  const order = (mark) => MARKS.indexOf(mark.kind);
  marks.sort((one, other) => one.from - other.from || other.to - one.to || order(one) - order(other));
  return { text, ...(marks.length ? { marks: nested(marks) } : {}) };
};

/** Marks nest: one that leaves an earlier one is cut in two where that ends. */
const nested = (marks) => {
  const whole = [];
  const wait = [...marks];
  const open = [];
  while (wait.length) {
    const mark = wait.shift();
    while (open.length && open.at(-1).to <= mark.from) open.pop();
    const outer = open.at(-1);
    if (outer && outer.to < mark.to) {
      const rest = { ...mark, from: outer.to };
      const place = wait.findIndex((each) => each.from > rest.from || (each.from === rest.from && each.to < rest.to));
      wait.splice(place < 0 ? wait.length : place, 0, rest);
      mark.to = outer.to;
    }
    whole.push(mark);
    open.push(mark);
  }
  return whole;
};

const made = new WeakMap();

const put = (block, attrs, names) => {
  for (const name of names) if (attrs[name] !== null && attrs[name] !== undefined && attrs[name] !== "") block[name] = attrs[name];
  return block;
};

const FIELDS = {
  quote: ["attribution"],
  question: ["by"],
  correction: ["at"],
  picture: ["picture", "caption", "alt"],
  teaser: ["story", "title", "picture"],
  embed: ["url", "title", "provider"],
  table: ["caption", "columns", "rows"],
};

/** A top node as a block; null for an empty text, which is not stored. */
export const block = (top) => {
  if (made.has(top)) return made.get(top);
  const { id, ...attrs } = top.attrs;
  const type = top.type.name;
  let result = { type, id };
  if (type === "list") {
    const items = [];
    top.forEach((item) => items.push(inline(item)));
    result = items.every((item) => !item.text.trim()) ? null : { type, id, ordered: Boolean(attrs.ordered), items };
  } else if (top.isTextblock) {
    const content = inline(top);
    if (!content.text.trim()) result = null;
    else if (type === "heading") result = { type, id, text: content.text, level: attrs.level === 3 ? 3 : 2 };
    else put(Object.assign(result, content), attrs, FIELDS[type] ?? []);
  } else {
    put(result, attrs, FIELDS[type]);
  }
  made.set(top, result);
  return result;
};

/** The body. */
export const blocks = (root) => {
  const all = [];
  root.forEach((top) => {
    const each = block(top);
    if (each) all.push(each);
  });
  return all;
};

/** An address as an embed keeps it, with the name of who provides it; null for what is none. */
export const embedded = (url) => {
  try {
    const address = new URL(url);
    return { url: address.href, provider: address.hostname.replace(/^www\./, "").slice(0, 100) };
  } catch {
    return null;
  }
};

/** Words of the body, as the desk counts them. */
export const words = (root) => {
  let count = 0;
  root.forEach((top) => {
    if (!counted.has(top)) {
      const text = top.textBetween(0, top.content.size, " ", " ").trim();
      counted.set(top, top.isAtom || !text ? 0 : text.split(/\s+/u).length);
    }
    count += counted.get(top);
  });
  return count;
};
const counted = new WeakMap();
