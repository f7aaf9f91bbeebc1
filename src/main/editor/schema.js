// The typed body of a story as nodes of the editor: one node for each kind of block, each with the id of its block.
import { Mark, Node, mergeAttributes } from "@tiptap/core";
import { t } from "./page.js";

const labelled = (kind) => ({ "data-kind": kind, "data-k": kind === "paragraph" ? null : t("kind." + kind) });

const plain = (names) => Object.fromEntries(names.map((name) => [name, { default: null, rendered: false }]));

const block = (name, options) =>
  Node.create({
    name,
    group: "block",
    addAttributes() {
      return { id: { default: null, keepOnSplit: false, rendered: false }, ...plain(options.fields ?? []) };
    },
    parseHTML: () => [],
    ...options.node,
  });

const text = (name, tag, fields, more) =>
  block(name, {
    fields,
    node: {
      content: "inline*",
      defining: true,
      renderHTML: ({ node }) => [typeof tag === "function" ? tag(node) : tag, labelled(name), 0],
      ...more,
    },
  });

const atom = (name, fields) =>
  block(name, { fields, node: { atom: true, draggable: true, renderHTML: () => ["div", { "data-kind": name }] } });

const mark = (name, tag, more) =>
  Mark.create({
    name,
    parseHTML: () => [],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
    ...more,
  });

export const nodes = [
  Node.create({ name: "doc", topNode: true, content: "block+" }),
  Node.create({ name: "text", group: "inline" }),
  Node.create({
    name: "hardBreak",
    group: "inline",
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    parseHTML: () => [],
    renderHTML: () => ["br"],
    renderText: () => "\n",
  }),
  text("paragraph", "p", [], { priority: 1000 }),
  text("heading", (node) => (node.attrs.level === 3 ? "h3" : "h2"), ["level"], { content: "text*", marks: "" }),
  text("quote", "blockquote", ["attribution"]),
  text("question", "p", ["by"]),
  text("correction", "p", ["at"], { content: "(text|hardBreak)*", marks: "" }),
  block("list", {
    fields: ["ordered"],
    node: { content: "item+", renderHTML: ({ node }) => [node.attrs.ordered ? "ol" : "ul", labelled("list"), 0] },
  }),
  Node.create({ name: "item", content: "inline*", defining: true, parseHTML: () => [], renderHTML: () => ["li", 0] }),
  atom("picture", ["picture", "caption", "alt"]),
  atom("teaser", ["story", "title", "picture"]),
  atom("embed", ["url", "title", "provider"]),
  atom("table", ["caption", "columns", "rows"]),
];

export const marks = [
  mark("link", "a", {
    priority: 1000,
    inclusive: false,
    addAttributes: () => ({ href: { default: null, rendered: false } }),
    renderHTML: ({ mark: { attrs } }) => ["a", { "data-href": attrs.href, title: attrs.href }, 0],
  }),
  mark("strong", "strong"),
  mark("emphasis", "em"),
  mark("subscript", "sub", { excludes: "superscript" }),
  mark("superscript", "sup", { excludes: "subscript" }),
  mark("code", "code"),
];
