// What of the body the server knows, what was changed since, and how what others did comes in.
import { Fragment } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import * as tree from "./tree.js";
import { same } from "./page.js";

const BLOCK = "block:";

export class Body {
  /**
   * @param editor the editor of TipTap
   * @param refused blocks that the server did not take
   */
  constructor(editor, refused) {
    this.editor = editor;
    this.refused = refused;
    this.known = new Map(); // by id: the server's block, and the same as the editor writes it
    this.order = [];
    this.passed = false; // whether others changed a block that is refused here, which is not shown yet
  }

  get doc() {
    return this.editor.state.doc;
  }

  written(value) {
    return tree.block(this.editor.schema.nodeFromJSON(tree.node(value)));
  }

  know(id, value) {
    if (value) this.known.set(id, { told: value, written: this.written(value) });
    else this.known.delete(id);
  }

  /**
   * What was changed since, as a save wants it; and the state it was taken from.
   * @param {boolean} all also what was refused and stands as it was
   */
  changes(all = false) {
    const blocks = tree.blocks(this.doc);
    const changes = [];
    const here = new Set();
    const ids = [];
    for (const block of blocks) {
      here.add(block.id);
      const held = !all && this.refused.holds(block);
      if (!held || this.known.has(block.id)) ids.push(block.id);
      if (held) continue;
      const known = this.known.get(block.id);
      if (!known || !same(known.written, block)) {
        changes.push({ part: BLOCK + block.id, base: known?.told ?? null, mine: block });
      }
    }
    for (const [id, known] of this.known) {
      if (!here.has(id)) changes.push({ part: BLOCK + id, base: known.told, mine: null });
    }
    if (!same(ids, this.order)) changes.push({ part: "order", base: this.order, mine: ids });
    return { changes, sent: { blocks: new Map(blocks.map((block) => [block.id, block])), ids: blocks.map((block) => block.id) } };
  }

  /** Shows what an answer says of what was sent, and hides what was said of a block that was changed since. */
  settle(wrong, sent) {
    if (this.refused.take(wrong, sent)) this.editor.view.dispatch(this.editor.state.tr.setMeta("told", true));
  }

  /**
   * Takes what the server told. What was typed since it was asked stays, and counts as changed from what was sent.
   * @return {boolean} whether something has to be told once more
   */
  take(answer, sent) {
    const now = new Map(tree.blocks(this.doc).map((block) => [block.id, block]));
    const ids = [...now.keys()];
    const settled = same(ids, sent.ids);
    this.settle(answer.wrong, sent);
    this.passed = false;
    const values = new Map();
    for (const [part, value] of Object.entries(answer.parts)) if (part.startsWith(BLOCK)) values.set(part.slice(BLOCK.length), value);
    if (answer.whole) for (const id of this.known.keys()) if (!values.has(id)) values.set(id, null);
    let again = false;
    const put = new Map();
    const came = new Map();
    for (const [id, value] of values) {
      if (this.refused.has(id)) {
        this.passed ||= !same(value, this.known.get(id)?.told ?? null);
        continue; // what the writer made of it begins from what was known
      }
      if (same(now.get(id) ?? null, sent.blocks.get(id) ?? null)) {
        if (settled || Boolean(value) === now.has(id)) {
          const unlike = value && !same(this.written(value), now.get(id));
          if (value && !now.has(id)) came.set(id, value);
          else if (!value && now.has(id)) put.set(id, null);
          else if (unlike) put.set(id, value);
          this.know(id, value);
        } else again = true;
      } else {
        again = true;
        const mine = sent.blocks.get(id);
        if (mine) this.known.set(id, { told: mine, written: mine });
        else this.known.delete(id);
      }
    }
    if (settled) this.order = answer.parts.order ?? this.order;
    else {
      this.order = sent.ids.filter((id) => this.known.has(id) || !this.refused.has(id));
      again = true;
    }
    this.write(put, came, settled ? this.order : null);
    return again;
  }

  /** Changes the text without the writer's doing: nothing of it can be undone, and the caret stays in its words. */
  write(put, came, order) {
    const { state, schema } = this.editor;
    const tr = state.tr;
    state.doc.forEach((node, offset) => {
      const value = put.get(node.attrs.id);
      if (!value) return;
      const fresh = schema.nodeFromJSON(tree.node(value));
      const at = tr.mapping.map(offset);
      if (fresh.type !== node.type || fresh.isAtom) {
        tr.replaceWith(at, at + node.nodeSize, fresh);
        return;
      }
      const start = node.content.findDiffStart(fresh.content);
      if (start !== null) {
        let { a, b } = node.content.findDiffEnd(fresh.content);
        const overlap = start - Math.min(a, b);
        if (overlap > 0) (a += overlap), (b += overlap);
        tr.replace(at + 1 + start, at + 1 + a, fresh.slice(start, b));
      }
      for (const [name, each] of Object.entries(fresh.attrs)) {
        if (!same(node.attrs[name], each)) tr.setNodeAttribute(tr.mapping.map(offset), name, each);
      }
    });
    if (order) this.arrange(tr, put, came, order);
    if (!tr.docChanged) return;
    tr.setMeta("addToHistory", false).setMeta("told", true);
    this.editor.view.dispatch(tr);
  }

  arrange(tr, put, came, order) {
    const { schema } = this.editor;
    const here = new Map();
    const tails = new Map([[null, []]]); // what the server does not have, behind the block it stands behind
    const placed = new Set(order);
    let last = null;
    tr.doc.forEach((node) => {
      const id = node.attrs.id;
      if (came.has(id) || (put.has(id) && !put.get(id))) return; // what was emptied here comes back in the same place
      if (!id || (tree.block(node) && (placed.has(id) || !this.refused.has(id)))) {
        here.set(id, node);
        last = id;
        tails.set(last, []);
      } else tails.get(last).push(node);
    });
    for (const [id, value] of came) here.set(id, schema.nodeFromJSON(tree.node(value)));
    const nodes = [...tails.get(null)];
    const done = new Set();
    const add = (id) => {
      if (!here.has(id) || done.has(id)) return;
      done.add(id);
      nodes.push(here.get(id), ...(tails.get(id) ?? []));
    };
    order.forEach(add);
    [...here.keys()].forEach(add);
    if (!nodes.length) nodes.push(schema.nodes.paragraph.create());
    const fresh = Fragment.from(nodes);
    const start = tr.doc.content.findDiffStart(fresh);
    if (start === null) return;
    const caret = place(tr);
    let { a, b } = tr.doc.content.findDiffEnd(fresh);
    const overlap = start - Math.min(a, b);
    if (overlap > 0) (a += overlap), (b += overlap);
    const whole = schema.nodes.doc.create(null, fresh);
    tr.replace(start, a, whole.slice(start, b));
    back(tr, caret);
  }
}

/** The block that holds the caret, and how far in. */
const place = (tr) => {
  const { $anchor } = tr.selection;
  return $anchor.depth ? { id: $anchor.node(1).attrs.id, offset: $anchor.pos - $anchor.before(1) } : null;
};

const back = (tr, caret) => {
  if (!caret?.id) return;
  tr.doc.forEach((node, offset) => {
    if (node.attrs.id === caret.id && !node.isAtom) {
      tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(offset + caret.offset, offset + node.nodeSize - 1))));
    }
  });
};
