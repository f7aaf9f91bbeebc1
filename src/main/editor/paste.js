// Copying, pasting and dropping. Blocks of this editor come back as they were, everything else through clean.js.
import { Extension } from "@tiptap/core";
import { DOMSerializer, Fragment, Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { insert } from "./acts.js";
import { clean, cleanText } from "./clean.js";
import { el, say, story, t } from "./page.js";
import { send } from "./pictures.js";
import * as tree from "./tree.js";
import { shown } from "./views.js";

const OWN = "application/x-rotative-blocks";

const nodesOf = (blocks, schema) => blocks.map((each) => schema.nodeFromJSON(tree.node(each)));

/** Puts what was pasted where the caret is: a single run of text into the line, more as blocks. */
const put = (view, nodes) => {
  const first = nodes[0];
  const last = nodes.at(-1);
  const open = (node) => (node.type.name === "paragraph" ? 1 : 0);
  const { $from } = view.state.selection;
  const inBlock = $from.parent.isTextblock && $from.parent.type.name !== "paragraph" && nodes.length === 1 && first.isTextblock;
  const slice = new Slice(Fragment.from(nodes), inBlock ? 1 : open(first), inBlock ? 1 : open(last));
  view.dispatch(view.state.tr.replaceSelection(slice).setMeta("paste", true).scrollIntoView());
};

/** Tells what was left out, until the writer has read it. */
const tell = (dropped, host) => {
  host.replaceChildren();
  if (!dropped.size) return;
  const list = [...dropped].map(([what, count]) => t("dropped." + what, count)).join(", ");
  const sentence = t("dropped", list);
  host.append(el("p", { class: "band rowx" }, el("span", {}, sentence), el("button", { type: "button", class: "end", onclick: () => host.replaceChildren() }, t("close"))));
  say(sentence);
};

const ownSlice = (json, view) => {
  const { from, slice } = JSON.parse(json);
  const here = new Set();
  view.state.doc.forEach((node) => here.add(node.attrs.id));
  const freed = (node) => {
    if (node.attrs && "id" in node.attrs && (from !== story || here.has(node.attrs.id))) node.attrs.id = null;
    return node;
  };
  slice.content?.forEach(freed);
  return Slice.fromJSON(view.state.schema, slice);
};

/** @param notes where it is told what was left out */
export const paste = (notes) => {
  const pictures = async (editor, files, at = null) => {
    for (const file of files) {
      try {
        say(t("picture.sending", file.name));
        const picture = await send(file);
        shown.pictures[picture.id] = picture;
        insert(editor, [editor.schema.nodes.picture.create({ picture: picture.id })], at);
        say(t("picture.sent", file.name));
      } catch (problem) {
        notes.replaceChildren(el("p", { class: "band bad" }, `${file.name}: ${problem.message}`));
        say(problem.message);
      }
    }
  };

  const take = (editor, view, data, at = null) => {
    const files = [...data.files].filter((file) => file.type.startsWith("image/"));
    const own = data.getData(OWN);
    if (own) {
      view.dispatch(view.state.tr.replaceSelection(ownSlice(own, view)).scrollIntoView());
      return true;
    }
    const html = data.getData("text/html");
    const text = data.getData("text/plain");
    if (files.length && !(html && text)) {
      pictures(editor, files, at);
      return true;
    }
    const { blocks, dropped } = html ? clean(html) : cleanText(text);
    if (blocks.length) put(view, nodesOf(blocks, view.state.schema));
    tell(dropped, notes);
    return true;
  };

  const copy = (view, event, cut) => {
    const { selection, schema } = view.state;
    if (selection.empty || !event.clipboardData) return false;
    event.preventDefault();
    const slice = selection.content();
    const page = el("div");
    page.append(DOMSerializer.fromSchema(schema).serializeFragment(slice.content));
    event.clipboardData.clearData();
    event.clipboardData.setData(OWN, JSON.stringify({ from: story, slice: slice.toJSON() }));
    event.clipboardData.setData("text/html", page.innerHTML);
    event.clipboardData.setData("text/plain", slice.content.textBetween(0, slice.content.size, "\n\n", "\n"));
    if (cut) view.dispatch(view.state.tr.deleteSelection().scrollIntoView());
    return true;
  };

  return Extension.create({
    name: "paste",
    addProseMirrorPlugins() {
      const { editor } = this;
      let plain = false;
      return [
        new Plugin({
          props: {
            handleDOMEvents: {
              keydown: (view, event) => {
                plain = event.shiftKey && event.key.toLowerCase() === "v";
                return false;
              },
              paste: (view, event) => {
                if (!event.clipboardData || event.target.closest("input, textarea")) return false;
                event.preventDefault();
                if (plain) {
                  const { blocks } = cleanText(event.clipboardData.getData("text/plain"));
                  if (blocks.length) put(view, nodesOf(blocks, view.state.schema));
                  return true;
                }
                return take(editor, view, event.clipboardData);
              },
              copy: (view, event) => !event.target.closest("input, textarea") && copy(view, event, false),
              cut: (view, event) => !event.target.closest("input, textarea") && copy(view, event, true),
              drop: (view, event) => {
                if (view.dragging || !event.dataTransfer || event.target.closest("input, textarea")) return false;
                event.preventDefault();
                const found = view.posAtCoords({ left: event.clientX, top: event.clientY });
                const at = found ? boundary(view.state.doc, found.pos) : null;
                return take(editor, view, event.dataTransfer, at);
              },
            },
          },
        }),
      ];
    },
  });
};

/** Behind the block at a place. */
const boundary = (doc, pos) => {
  const $pos = doc.resolve(pos);
  return $pos.depth ? $pos.after(1) : pos;
};
