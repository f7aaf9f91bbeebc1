// Keys and signs while one writes: what a line begins with makes it a heading, a quote, a list, a question.
import { Extension, InputRule } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { link, move, turn } from "./acts.js";

const begins = (find, kind, attrs) =>
  new InputRule({
    find,
    handler: ({ state, range, match, chain }) => {
      const { $from } = state.selection;
      if ($from.parent.type.name !== "paragraph" || $from.depth !== 1) return null;
      chain()
        .deleteRange(range)
        .command(({ editor, tr, state: now }) => becomes(tr, now, kind, typeof attrs === "function" ? attrs(match) : attrs, editor))
        .run();
    },
  });

const becomes = (tr, state, kind, attrs) => {
  const { $from } = tr.selection;
  const top = $from.node(1);
  const at = $from.before(1);
  const { schema } = state;
  const id = top.attrs.id;
  if (kind === "list") {
    tr.replaceWith(at, at + top.nodeSize, schema.nodes.list.create({ id, ...attrs }, schema.nodes.item.create(null, top.content)));
    tr.setSelection(TextSelection.near(tr.doc.resolve(at + 2)));
  } else {
    tr.setBlockType(at + 1, at + 1, schema.nodes[kind], { id, ...attrs });
  }
  return true;
};

const wraps = (find, mark) =>
  new InputRule({
    find,
    handler: ({ state, range, match, chain }) => {
      const [whole, before, inside] = match;
      const from = range.from + before.length;
      if (state.doc.resolve(range.from).parent.type.spec.marks === "") return null;
      chain()
        .insertContentAt({ from, to: range.from + whole.length }, { type: "text", text: inside, marks: [{ type: mark }] })
        .unsetMark(mark)
        .run();
    },
  });

/** Leaves a list: an empty item becomes a paragraph behind it. */
const leaveList = (editor) => {
  const { state, view, schema } = editor;
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.name !== "item" || $from.parent.content.size) return false;
  const list = $from.node(1);
  const index = $from.index(1);
  const at = $from.before(1);
  const items = [];
  list.forEach((item) => items.push(item));
  const before = items.slice(0, index);
  const after = items.slice(index + 1);
  const nodes = [];
  if (before.length) nodes.push(list.type.create(list.attrs, before));
  nodes.push(schema.nodes.paragraph.create({ id: before.length || after.length ? null : list.attrs.id }));
  const caret = at + (before.length ? nodes[0].nodeSize : 0) + 1;
  if (after.length) nodes.push(list.type.create({ ...list.attrs, id: before.length ? null : list.attrs.id }, after));
  const tr = state.tr.replaceWith(at, at + list.nodeSize, nodes);
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(caret))).scrollIntoView());
  return true;
};

/** Backspace at the very beginning: what is no paragraph becomes one before anything is joined. */
const plainFirst = (editor) => {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parentOffset) return false;
  const top = $from.node(1);
  if (top.type.name === "paragraph" || ($from.depth === 2 && $from.index(1))) return false;
  return top.type.name === "list" ? turn(editor, "paragraph") : turn(editor, top.type.name, { ...top.attrs });
};

/** @param on what the page does: `save`, `publish`, `checks`, `menu`, `leave` */
export const keys = (on) =>
  Extension.create({
    name: "keys",
    addInputRules: () => [
      begins(/^(#{2,3}) $/, "heading", ([, signs]) => ({ level: signs.length })),
      begins(/^> $/, "quote"),
      begins(/^\? $/, "question"),
      begins(/^[-*] $/, "list", { ordered: false }),
      begins(/^1\. $/, "list", { ordered: true }),
      wraps(/(^|[\s([])\*\*([^*\s][^*]*)\*\*$/, "strong"),
      wraps(/(^|[\s([])_([^_\s][^_]*)_$/, "emphasis"),
      wraps(/(^|[\s([])`([^`\s][^`]*)`$/, "code"),
    ],
    addKeyboardShortcuts() {
      const { editor } = this;
      const mark = (name) => () => editor.commands.toggleMark(name);
      const kind = (name, attrs) => () => turn(editor, name, attrs);
      return {
        "Mod-b": mark("strong"),
        "Mod-i": mark("emphasis"),
        "Mod-e": mark("code"),
        "Mod-,": mark("subscript"),
        "Mod-.": mark("superscript"),
        "Mod-k": () => (link(editor), true),
        "Mod-Alt-0": kind("paragraph"),
        "Mod-Alt-2": kind("heading", { level: 2 }),
        "Mod-Alt-3": kind("heading", { level: 3 }),
        "Mod-Alt-q": kind("quote"),
        "Mod-Shift-7": kind("list", { ordered: true }),
        "Mod-Shift-8": kind("list", { ordered: false }),
        "Alt-ArrowUp": () => move(editor, -1),
        "Alt-ArrowDown": () => move(editor, 1),
        "Shift-Enter": () => editor.commands.insertContent({ type: "hardBreak" }),
        Enter: () => leaveList(editor),
        Backspace: () => plainFirst(editor),
        "Mod-s": () => (on.save(), true),
        "Mod-Enter": () => (on.publish(), true),
        F2: () => (on.checks(), true),
        "/": () => on.menu(),
        Escape: () => (on.leave(), true),
      };
    },
  });
