// Blocks that the server did not take: each stands marked with the sentence, and is sent again when it was changed.
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { el, same, say } from "./page.js";
import * as tree from "./tree.js";

const BLOCK = "block:";

export class RefusedBlocks {
  constructor() {
    this.all = new Map(); // by id: the block as it was sent, and what is wrong with it
  }

  has(id) {
    return this.all.has(id);
  }

  /** Whether a block stands as it was refused: sent again it would be refused again. */
  holds(block) {
    return this.all.has(block.id) && same(this.all.get(block.id).value, block);
  }

  /** Whether any text stands here that the server does not have. */
  stand(doc) {
    return this.all.size > 0 && tree.blocks(doc).some((block) => this.holds(block));
  }

  /**
   * What an answer says of what was sent; what was not sent because it was refused before stays refused.
   * @return {boolean} whether anything has to be shown or hidden
   */
  take(wrong, sent) {
    const before = this.all.size;
    for (const [id, { value }] of this.all) if (!same(value, sent.blocks.get(id))) this.all.delete(id);
    for (const [part, sentence] of Object.entries(wrong)) {
      const value = part.startsWith(BLOCK) ? sent.blocks.get(part.slice(BLOCK.length)) : null;
      if (!value) continue;
      if (this.all.get(value.id)?.sentence !== sentence) say(sentence);
      this.all.set(value.id, { value, sentence });
    }
    return before + this.all.size > 0;
  }

  decorations(doc) {
    if (!this.all.size) return null;
    const marks = [];
    doc.forEach((node, offset) => {
      const wrong = this.all.get(node.attrs.id);
      if (!wrong) return;
      const end = offset + node.nodeSize;
      marks.push(
        Decoration.node(offset, end, { class: "refused", "aria-invalid": "true" }),
        Decoration.widget(end, () => el("p", { class: "bad sm wrongx", contenteditable: "false" }, wrong.sentence), { side: -1, key: wrong.sentence }),
      );
    });
    return DecorationSet.create(doc, marks);
  }

  extension() {
    return Extension.create({
      name: "refused",
      addProseMirrorPlugins: () => [new Plugin({ props: { decorations: ({ doc }) => this.decorations(doc) } })],
    });
  }
}
