// Texts of pasted documents: which elements part them, which spaces count, and how long ones are divided.
/** Elements that hold no words for readers. */
export const NOTHING = new Set("SCRIPT STYLE META LINK HEAD TITLE TEMPLATE NOSCRIPT BASE XML COL COLGROUP".split(" "));

/** Elements that stand on lines of their own. */
export const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(" "),
);

/** As long may a block of running text be: see docs/developers/story-body.md. */
export const LONGEST = 20000;

export const spaces = (text) =>
  text
    .replace(/[\u00ad\u200b\ufeff]/g, "")
    .replace(/[\t\r\n ]+/g, " ")
    .replace(/ ?\u00a0[ \u00a0]+| \u00a0/g, " ");

/**
 * A long text in parts that a block takes, each but the last ending behind a word.
 * @return {{text: string, marks: object[]}[]}
 */
export const pieces = (text, marks, longest = LONGEST) => {
  const all = [];
  for (let at = 0; at < text.length; ) {
    let to = Math.min(text.length, at + longest);
    if (to < text.length) {
      const space = text.lastIndexOf(" ", to - 1);
      if (space > to - 200 && space > at) to = space + 1;
      else if (/[\ud800-\udbff]/.test(text[to - 1])) to--;
    }
    const worn = marks
      .map((mark) => ({ ...mark, from: Math.max(0, mark.from - at), to: Math.min(to, mark.to) - at }))
      .filter((mark) => mark.to > mark.from);
    all.push({ text: text.slice(at, to), marks: worn });
    at = to;
  }
  return all;
};
