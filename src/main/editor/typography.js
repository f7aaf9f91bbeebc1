// What the language of a story asks of spaces, quotation marks and apostrophes: offered, never done unasked in a text
// that stands; while one types, the signs come right by themselves, and one undo takes that back.
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { language, later, t } from "./page.js";

const THIN = "\u202f"; // narrow no-break space
const FIRM = "\u00a0"; // no-break space

const FRENCH = [
  ["quotes", /"([^"\n]+)"/g, (all, inside) => `«${THIN}${inside.trim()}${THIN}»`],
  ["quotes", /“([^”\n]+)”/g, (all, inside) => `«${THIN}${inside.trim()}${THIN}»`],
  ["apostrophe", /(?<=\p{L})'(?=\p{L})/gu, () => "’"],
  ["guillemet", /«(?:[ \u00a0]|(?=[^\s\u202f]))/g, () => "«" + THIN],
  ["guillemet", /(?:[ \u00a0]|(?<=[^\s\u202f]))»/g, () => THIN + "»"],
  ["space", /(?<=[\p{L}\p{N})»”"%€])[ \u00a0]([;!?])/gu, (all, sign) => THIN + sign],
  ["space", /(?<=[\p{L}\p{N})»”"%€]) :(?=\s|$)/gu, () => FIRM + ":"],
  ["space.missing", /(?<=\p{L}|[)»”])([;!?])(?=\s|$)/gu, (all, sign) => THIN + sign],
  ["space.missing", /(?<=\p{L}|[)»”]):(?=\s|$)/gu, () => FIRM + ":"],
  ["number", /(?<=(?<![\d.,])\d{1,3}) (?=\d{3}(?!\d))/g, () => THIN],
  ["number", /(?<=\d) (?=(?:%|€|°C?|km|kg|m|cm|mm|h|min|millions?|milliards?)(?![\p{L}]))/gu, () => FIRM],
  ["dots", /(?<!\.)\.{3}(?!\.)/g, () => "…"],
];

const ENGLISH = [
  ["quotes", /"([^"\n]+)"/g, (all, inside) => `“${inside}”`],
  ["apostrophe", /(?<=\p{L})'(?=\p{L})/gu, () => "’"],
  ["dots", /(?<!\.)\.{3}(?!\.)/g, () => "…"],
];

const ARABIC = [
  ["quotes", /"([^"\n]+)"/g, (all, inside) => `«${inside}»`],
  ["sign", /(?<=\p{Script=Arabic}),/gu, () => "،"],
  ["sign", /(?<=\p{Script=Arabic});/gu, () => "؛"],
  ["sign", /(?<=\p{Script=Arabic})\?/gu, () => "؟"],
  ["dots", /(?<!\.)\.{3}(?!\.)/g, () => "…"],
];

const RULES = { fr: FRENCH, en: ENGLISH, ar: ARABIC }[language.split("-")[0]] ?? [];

/** What should stand otherwise in a text, in order, without overlap: from, to, what should stand there, why. */
export const corrections = (text) => {
  const found = [];
  for (const [why, sign, becomes] of RULES) {
    for (const match of text.matchAll(sign)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const now = becomes(...match);
      if (why === "quotes") {
        // the signs alone, so that links and marks between them stay
        const inside = match[1].trim();
        const at = from + match[0].indexOf(inside);
        const [opening, closing] = now.split(inside);
        const pair = [
          { from, to: at, now: opening, why },
          { from: at + inside.length, to, now: closing, why },
        ];
        if (inside && !found.some((each) => pair.some((sign) => each.from < sign.to && each.to > sign.from))) found.push(...pair);
      } else if (now !== match[0] && !found.some((each) => each.from < to && each.to > from || (each.from === from && each.to === to))) {
        found.push({ from, to, now, why });
      }
    }
  }
  return found.sort((one, other) => one.from - other.from);
};

export const corrected = (text) =>
  corrections(text)
    .reverse()
    .reduce((all, { from, to, now }) => all.slice(0, from) + now + all.slice(to), text);

/** What becomes of a sign that is typed behind a text; null: itself. */
const typed = (before, sign) => {
  const lang = language.split("-")[0];
  const opens = !before || /[\s([{«“\u202f-]$/.test(before);
  if (sign === '"') {
    if (lang === "fr") return opens ? "«" + THIN : THIN + "»";
    if (lang === "ar") return opens ? "«" : "»";
    return lang === "en" ? (opens ? "“" : "”") : null;
  }
  if (sign === "'" && (lang === "fr" || lang === "en") && !opens) return "’";
  if (sign === ":" && /\p{N}$/u.test(before)) return null; // an hour, or a score
  if (lang === "fr" && /[;!?:]/.test(sign) && /[\p{L}\p{N})»%€][ \u00a0]?$/u.test(before) && !/https?$/.test(before)) {
    return (sign === ":" ? FIRM : THIN) + sign;
  }
  if (lang === "ar" && /\p{Script=Arabic}\s*$/u.test(before)) return { ",": "،", ";": "؛", "?": "؟" }[sign] ?? null;
  return null;
};

const KEY = new PluginKey("typography");
const seen = new WeakMap();

const finds = (block) => {
  if (!seen.has(block)) {
    const text = block.textBetween(0, block.content.size, null, "\n");
    const coded = [];
    block.forEach((child, offset) => {
      if (child.marks.some((mark) => mark.type.name === "code")) coded.push([offset, offset + child.nodeSize]);
    });
    seen.set(block, corrections(text).filter(({ from, to }) => !coded.some(([a, b]) => a < to && b > from)));
  }
  return seen.get(block);
};

/** All that should stand otherwise, with places in the document. */
export const inDocument = (doc) => {
  const all = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    for (const each of finds(node)) all.push({ ...each, from: at + 1 + each.from, to: at + 1 + each.to });
    return false;
  });
  return all;
};

export const mend = (editor, list) => {
  const { tr, schema } = editor.state;
  for (const { from, to, now } of [...list].sort((one, other) => other.from - one.from)) {
    tr.replaceWith(from, to, schema.text(now, tr.doc.resolve(to).marks()));
  }
  editor.view.dispatch(tr);
};

/** @param told called with what was found, when the writer pauses */
export const typography = (told) =>
  Extension.create({
    name: "typography",
    addProseMirrorPlugins() {
      return [
        new Plugin({
          key: KEY,
          state: {
            init: () => DecorationSet.empty,
            apply: (tr, set) => tr.getMeta(KEY) ?? (tr.docChanged ? set.map(tr.mapping, tr.doc) : set),
          },
          view: (view) => {
            const look = () => {
              if (view.isDestroyed) return;
              const list = inDocument(view.state.doc);
              const set = DecorationSet.create(view.state.doc, list.map(({ from, to, why }) => Decoration.inline(from, to, { class: "sq", title: t("typography." + why) })));
              view.dispatch(view.state.tr.setMeta(KEY, set).setMeta("addToHistory", false));
              told(list);
            };
            const soon = later(look, 700);
            soon();
            return { update: (now, before) => now.state.doc !== before.doc && soon() };
          },
          props: {
            decorations: (state) => KEY.getState(state),
            handleTextInput: (view, from, to, text) => {
              if (text.length !== 1) return false;
              const $from = view.state.doc.resolve(from);
              if ($from.marks().some((mark) => mark.type.name === "code")) return false;
              const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 12), $from.parentOffset, null, "\n");
              const now = typed(before, text);
              if (now === null) return false;
              const spaced = /^[\u202f\u00a0][;!?:]$/.test(now) && /[ \u00a0]$/.test(before) ? from - 1 : from;
              view.dispatch(view.state.tr.insertText(now, spaced, to).scrollIntoView());
              return true;
            },
          },
        }),
      ];
    },
  });
