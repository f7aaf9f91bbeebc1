// Cells of pasted tables.
import { BLOCKS, NOTHING, spaces } from "./texts.js";

/** As much fits a table of a story: see docs/developers/story-body.md. */
export const LONGEST_CELL = 500;
export const MOST_COLUMNS = 20;

/**
 * The words of a cell or caption, its paragraphs apart.
 * @param left whether an element is left out whole
 */
export const wordsOf = (node, left) => {
  let text = "";
  const read = (each) => {
    if (each.nodeType === Node.TEXT_NODE) text += each.data;
    if (each.nodeType !== Node.ELEMENT_NODE) return;
    const tag = each.tagName.toUpperCase();
    if (NOTHING.has(tag) || left(each, tag)) return;
    const apart = tag === "BR" || BLOCKS.has(tag) ? " " : "";
    text += apart;
    each.childNodes.forEach(read);
    text += apart;
  };
  node.childNodes.forEach(read);
  return spaces(text).trim();
};

/**
 * Rows of cells. One that spans several stands in the first of them, so that all others keep their
 * columns.
 * @param drop called with what is not kept
 */
export const rowsOf = (table, left, drop) => {
  const open = []; // by column: through how many rows more a cell above reaches
  return [...table.rows].map((row) => {
    const cells = [];
    const reached = () => {
      while (open[cells.length] > 0) {
        open[cells.length]--;
        cells.push("");
      }
    };
    for (const cell of row.cells) {
      reached();
      if (cell.colSpan > 1 || cell.rowSpan > 1) drop("spans");
      const text = wordsOf(cell, left);
      const down = (cell.rowSpan || 1) - 1;
      for (let i = 0; i < Math.min(MOST_COLUMNS + 1, cell.colSpan); i++) {
        open[cells.length] = down;
        cells.push(i ? "" : text);
      }
    }
    reached();
    return cells;
  });
};
