// Ids of blocks survive editing: whoever holds the text keeps the id; what is new gets a new one.
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** As a save of parts wants the ids of new blocks: `n` and 20 letters or digits at random. */
export const coined = () =>
  "n" + [...crypto.getRandomValues(new Uint8Array(20))].map((byte) => LETTERS[byte % LETTERS.length]).join("");

const tops = (doc) => {
  const all = [];
  doc.forEach((node, offset) => all.push({ node, offset, id: node.attrs.id }));
  return all;
};

const filled = (node) => node.isAtom || node.textContent.length > 0;

/** Old blocks that are gone though their text stands whole in a block that was empty before (joined from below). */
const swaps = (before, after) => {
  const now = new Map(after.map((each) => [each.id, each]));
  const then = new Map(before.map((each) => [each.id, each]));
  const found = new Map();
  for (const old of before) {
    if (now.has(old.id) || !filled(old.node)) continue;
    const heir = after.find(
      (each) => then.has(each.id) && !filled(then.get(each.id).node) && each.node.textContent === old.node.textContent,
    );
    if (heir) found.set(heir, old.id);
  }
  return found;
};

/** What every block's id should be, where it is not. */
const mended = (before, after) => {
  const then = new Map(before.map((each) => [each.id, each.node]));
  const wanted = new Map();
  const byId = new Map();
  for (const each of after) {
    if (each.id) byId.set(each.id, [...(byId.get(each.id) ?? []), each]);
    else wanted.set(each, coined());
  }
  for (const [id, same] of byId) {
    if (same.length === 1) continue;
    const old = then.get(id);
    const keeper =
      same.find((each) => each.node === old) ?? (old && filled(old) ? same.find((each) => filled(each.node)) : null) ?? same[0];
    for (const each of same) if (each !== keeper) wanted.set(each, coined());
  }
  for (const [each, id] of swaps(before, after)) if (!wanted.has(each)) wanted.set(each, id);
  return wanted;
};

export const Ids = Extension.create({
  name: "ids",
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, before, after) {
        if (!transactions.some((each) => each.docChanged) || sameTops(before.doc, after.doc)) return null;
        const wanted = mended(tops(before.doc), tops(after.doc));
        if (!wanted.size) return null;
        const mend = after.tr;
        for (const [{ offset }, id] of wanted) mend.setNodeAttribute(offset, "id", id);
        return mend;
      },
    }),
  ],
});

/** The usual keystroke: as many blocks as before, each with its id. */
const sameTops = (before, after) => {
  if (before.childCount !== after.childCount) return false;
  for (let i = 0; i < before.childCount; i++) {
    const id = after.child(i).attrs.id;
    if (!id || id !== before.child(i).attrs.id) return false;
  }
  return true;
};
