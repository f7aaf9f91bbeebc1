// What a writer does to blocks: turn one into another kind, put one in, move, take out.
import { Fragment } from "@tiptap/pm/model";
import { NodeSelection, TextSelection } from "@tiptap/pm/state";
import { choosePicture } from "./pictures.js";
import { el, t } from "./page.js";
import { chooseLink, chooseStory } from "./search.js";
import { dialog } from "./dialog.js";
import { embedded } from "./tree.js";
import { shown } from "./views.js";

/** The blocks that the selection touches: first and last index, and where they begin and end. */
export const touched = (state) => {
  const { from, to } = state.selection;
  let range = null;
  state.doc.forEach((node, offset, index) => {
    const end = offset + node.nodeSize;
    if (offset <= to && end >= from && (from === to ? offset <= from && end > from : offset < to && end > from)) {
      range ??= { first: index, start: offset };
      Object.assign(range, { last: index, end });
    }
  });
  return range;
};

const plainText = (content, schema, breaks) => {
  const text = content.textBetween(0, content.size, " ", breaks ? "\n" : " ");
  if (!breaks) return text ? Fragment.from(schema.text(text)) : Fragment.empty;
  return Fragment.from(
    text.split("\n").flatMap((line, i) => [...(i ? [schema.nodes.hardBreak.create()] : []), ...(line ? [schema.text(line)] : [])]),
  );
};

const fits = (content, type, schema) => {
  if (type.name === "heading") return plainText(content, schema, false);
  if (type.name === "correction") return plainText(content, schema, true);
  return content;
};

/** Turns the touched texts and lists into another kind. Each keeps its id. */
export const turn = (editor, kind, attrs = {}) => {
  const { state, schema, view } = editor;
  const range = touched(state);
  if (!range) return false;
  const lines = [];
  for (let i = range.first; i <= range.last; i++) {
    const top = state.doc.child(i);
    if (top.isAtom) return false;
    if (top.type.name === "list") top.forEach((item, none, at) => lines.push({ id: at ? null : top.attrs.id, content: item.content }));
    else lines.push({ id: top.attrs.id, content: top.content });
  }
  const same = state.doc.child(range.first);
  const is = same.type.name === kind && Object.entries(attrs).every(([name, value]) => same.attrs[name] === value);
  const type = schema.nodes[is ? "paragraph" : kind];
  const nodes =
    type.name === "list"
      ? [type.create({ id: lines[0].id, ...attrs }, lines.map(({ content }) => schema.nodes.item.create(null, content)))]
      : lines.map(({ id, content }) => type.create({ id, ...(is ? {} : attrs) }, fits(content, type, schema)));
  const { $from } = state.selection;
  const into = $from.parentOffset;
  const tr = state.tr.replaceWith(range.start, range.end, nodes);
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(range.start + 1 + into + (type.name === "list" ? 1 : 0), tr.doc.content.size))));
  view.dispatch(tr.scrollIntoView());
  view.focus();
  return true;
};

/** Puts blocks behind the one with the caret, or in its place where it is empty; a text to write in follows. */
export const insert = (editor, nodes, at = null) => {
  const { state, schema, view } = editor;
  const range = touched(state);
  const tr = state.tr;
  let place = at ?? range?.end ?? state.doc.content.size;
  const empty = at === null && range && state.doc.child(range.first).type.name === "paragraph" && !state.doc.child(range.first).content.size;
  if (empty) {
    tr.delete(range.start, range.end);
    place = range.start;
  }
  const follows = place < tr.doc.content.size || nodes.at(-1).isTextblock;
  tr.insert(place, follows ? nodes : [...nodes, schema.nodes.paragraph.create()]);
  const size = nodes.reduce((sum, node) => sum + node.nodeSize, 0);
  const last = nodes.at(-1);
  const focus = place + size - last.nodeSize;
  tr.setSelection(last.isAtom ? NodeSelection.create(tr.doc, focus) : TextSelection.near(tr.doc.resolve(focus + 1)));
  view.dispatch(tr.scrollIntoView());
  view.focus();
};

/** Moves the touched blocks up (-1) or down (1). */
export const move = (editor, step) => {
  const { state, view } = editor;
  const range = touched(state);
  if (!range || (step < 0 ? range.first === 0 : range.last === state.doc.childCount - 1)) return false;
  const other = state.doc.child(step < 0 ? range.first - 1 : range.last + 1);
  const tr = state.tr;
  if (step < 0) tr.delete(range.start - other.nodeSize, range.start).insert(range.end - other.nodeSize, other);
  else tr.delete(range.end, range.end + other.nodeSize).insert(range.start, other);
  view.dispatch(tr.scrollIntoView());
  return true;
};

export const link = async (editor) => {
  const selection = editor.state.selection.getBookmark();
  const { empty } = editor.state.selection;
  const type = editor.schema.marks.link;
  const href = editor.getAttributes("link").href;
  const wanted = await chooseLink(href);
  if (wanted === undefined) return;
  editor.view.dispatch(editor.state.tr.setSelection(selection.resolve(editor.state.doc)));
  const chain = editor.chain().focus();
  if (empty && href) chain.extendMarkRange("link");
  if (wanted === null) chain.unsetMark("link");
  else if (empty && !href) chain.insertContent({ type: "text", text: wanted, marks: [{ type: type.name, attrs: { href: wanted } }] });
  else chain.setMark("link", { href: wanted });
  chain.run();
};

const ask = (title, fields) =>
  dialog(title, (done) => {
    const inputs = fields.map(([name, label, more]) => [name, el("input", { "aria-label": label, placeholder: label, required: true, dir: "auto", ...more })]);
    const take = (event) => {
      event.preventDefault();
      done(Object.fromEntries(inputs.map(([name, input]) => [name, input.value.trim()])));
    };
    return el("form", { class: "stackx", onsubmit: take }, ...inputs.map(([, input]) => input), el("p", {}, el("button", { class: "pri" }, t("insert"))));
  });

/** What can be put in: by its kind, a node or null. */
const makers = {
  picture: async () => {
    const picture = await choosePicture();
    if (!picture) return null;
    shown.pictures[picture.id] = picture;
    return { picture: picture.id };
  },
  teaser: async () => {
    const story = await chooseStory(null, t("kind.teaser"));
    if (!story) return null;
    shown.stories[story.id] = story;
    return { story: story.id };
  },
  embed: async () => {
    const typed = await ask(t("kind.embed"), [
      ["url", t("embed.url"), { type: "url", pattern: "https?://.*", dir: "ltr" }],
      ["title", t("embed.title")],
    ]);
    return typed && { ...typed, ...embedded(typed.url) };
  },
  table: async () => ({ columns: ["", ""], rows: [["", ""], ["", ""]] }),
  correction: async () => ({ at: Date.now() }),
};

export const put = async (editor, kind) => {
  const selection = editor.state.selection.getBookmark();
  const attrs = await makers[kind]();
  if (!attrs) return;
  const { state, view } = editor;
  view.dispatch(state.tr.setSelection(selection.resolve(state.doc)));
  insert(editor, [editor.schema.nodes[kind].create(attrs)]);
};
