// Reads what is pasted (HTML of Word, Google Docs, LibreOffice, Outlook, web pages) into blocks of a story. What has no
// place there is left out and counted, so that the writer is told. The document that is read is never shown: no script
// of it runs, and nothing is loaded.
import { LONGEST_CELL, MOST_COLUMNS, rowsOf, wordsOf } from "./cells.js";
import { BLOCKS, LONGEST, NOTHING, pieces, spaces } from "./texts.js";
import { embedded } from "./tree.js";

const policy = globalThis.trustedTypes?.createPolicy("rotative-paste", { createHTML: (text) => text });

const CONTROLS = new Set("BUTTON INPUT SELECT TEXTAREA OBJECT EMBED CANVAS DIALOG".split(" "));
const SOUND = new Set(["AUDIO", "VIDEO"]);
const LONGEST_HEADING = 300;
const MOST_ITEMS = 200;

const style = (node, name) => {
  const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, "i").exec(node.dataset?.style ?? "");
  return found ? found[1].trim().toLowerCase() : "";
};

class Reading {
  constructor() {
    this.blocks = [];
    this.dropped = new Map();
    this.run = null; // the text that is being put together
  }

  drop(what, count = 1) {
    this.dropped.set(what, (this.dropped.get(what) ?? 0) + count);
  }

  begin(kind = "paragraph", more = {}) {
    this.end();
    this.run = { kind, more, text: "", marks: [] };
  }

  /** @param {boolean} pre spaces at the begin of a line count */
  write(text, worn, pre = false) {
    if (!this.run) this.run = { kind: "paragraph", more: {}, text: "", marks: [] };
    const { run } = this;
    if (!pre && (/[\s]$/.test(run.text) || !run.text)) text = text.replace(/^ +/, "");
    if (!text) return;
    const from = run.text.length;
    run.text += text;
    for (const [kind, href] of worn) {
      const last = run.marks.findLast((each) => each.kind === kind && each.href === href && each.to === from);
      if (last) last.to = run.text.length;
      else run.marks.push({ from, to: run.text.length, kind, ...(href ? { href } : {}) });
    }
  }

  breakLine() {
    const { run } = this;
    if (!run) return;
    if (run.text.endsWith("\n")) {
      this.begin(run.kind === "heading" ? "paragraph" : run.kind, run.kind === "heading" ? {} : run.more);
      return;
    }
    run.text = run.text.replace(/ +$/, "");
    if (run.text) run.text += "\n";
  }

  end() {
    const { run } = this;
    this.run = null;
    if (!run) return;
    const start = run.text.length - run.text.replace(/^[\s]+/, "").length;
    const text = run.text.trim();
    if (!text) return;
    const marks = run.marks
      .map((mark) => ({ ...mark, from: Math.max(0, mark.from - start), to: Math.min(text.length, mark.to - start) }))
      .filter((mark) => mark.to > mark.from);
    this.add(run.kind, text, marks, run.more);
  }

  add(kind, text, marks, more) {
    const last = this.blocks.at(-1);
    if (kind === "item") {
      const { list, ordered } = more;
      for (const item of pieces(text, marks)) {
        const open = this.blocks.at(-1);
        if (open?.type === "list" && open.of === list && open.items.length < MOST_ITEMS) open.items.push(item);
        else this.blocks.push({ type: "list", ordered, items: [item], of: list });
      }
      return;
    }
    if (kind === "quote" && last?.type === "quote" && last.of === more.quote && last.text.length + text.length < LONGEST) {
      const shift = last.text.length + 1;
      last.text += "\n" + text;
      last.marks.push(...marks.map((mark) => ({ ...mark, from: mark.from + shift, to: mark.to + shift })));
      return;
    }
    if (kind === "heading" && text.length <= LONGEST_HEADING) {
      this.blocks.push({ type: "heading", text: text.replace(/\s+/g, " "), level: more.level });
      return;
    }
    for (const piece of pieces(text, marks)) this.blocks.push({ type: kind === "quote" ? "quote" : "paragraph", ...piece, of: more.quote });
  }

  walk(node, worn, around) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (around.pre) node.data.split("\n").forEach((line, i) => (i ? this.breakLine() : null, this.write(line, worn, true)));
      else this.write(spaces(node.data), worn);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const tag = node.tagName.toUpperCase();
    if (NOTHING.has(tag) || this.left(node, tag)) return;
    if (tag === "BR") this.breakLine();
    else if (tag === "TABLE") this.table(node, worn, around);
    else if (BLOCKS.has(tag)) this.block(node, tag, worn, around);
    else this.children(node, this.dressed(node, tag, worn), around);
  }

  children(node, worn, around) {
    for (const child of node.childNodes) this.walk(child, worn, around);
  }

  /** What is left out whole. */
  left(node, tag) {
    const element = style(node, "mso-element");
    if (/ignore/.test(style(node, "mso-list"))) return true;
    if (element.startsWith("comment") || /\bMsoCommentReference\b|\bmsocomanchor\b/.test(node.className)) {
      if (element !== "comment-list" || node.textContent.trim()) this.drop("comments");
      return true;
    }
    if (style(node, "display") === "none" || style(node, "mso-hide") === "all" || node.hidden || node.getAttribute("aria-hidden") === "true") {
      if (node.textContent.trim()) this.drop("hidden");
      return true;
    }
    if (tag === "DEL") return this.drop("deleted"), true;
    if (tag === "IMG" || tag === "PICTURE" || tag === "SVG" || tag === "V:IMAGEDATA") {
      const tracks = Number(node.getAttribute("width") ?? 9) <= 1;
      if (!tracks) this.drop("pictures");
      return true;
    }
    if (tag === "IFRAME") return this.frame(node), true;
    if (SOUND.has(tag)) return this.drop("media"), true;
    if (CONTROLS.has(tag)) return this.drop("controls"), true;
    return false;
  }

  frame(node) {
    const url = node.getAttribute("src") ?? "";
    const embed = /^https?:\/\//.test(url) ? embedded(url) : null;
    if (!embed) return this.drop("frames");
    this.end();
    const title = node.getAttribute("title") || embed.provider;
    if (title.length > LONGEST_HEADING) this.drop("cut");
    this.blocks.push({ type: "embed", title: pieces(title, [], LONGEST_HEADING)[0].text, ...embed });
  }

  /** Marks of an element; looks that have no place are counted. */
  dressed(node, tag, worn) {
    const more = new Map(worn);
    const weight = style(node, "font-weight");
    const bold = weight ? weight === "bold" || weight === "bolder" || Number(weight) >= 600 : tag === "B" || tag === "STRONG";
    if (bold) more.set("strong", undefined);
    else if (weight) more.delete("strong");
    const slope = style(node, "font-style");
    if (slope ? slope === "italic" || slope === "oblique" : ["I", "EM", "CITE", "DFN"].includes(tag)) more.set("emphasis", undefined);
    else if (slope) more.delete("emphasis");
    const raised = style(node, "vertical-align");
    if (tag === "SUB" || raised === "sub") more.set("subscript", undefined);
    if (tag === "SUP" || raised === "super") more.set("superscript", undefined);
    if (["CODE", "KBD", "SAMP", "TT"].includes(tag)) more.set("code", undefined);
    if (tag === "A") this.link(node, more);
    this.looks(node, tag);
    return more;
  }

  looks(node, tag) {
    if (!node.textContent.trim()) return;
    const line = style(node, "text-decoration") + style(node, "text-decoration-line");
    if (tag === "S" || tag === "STRIKE" || /line-through/.test(line)) this.drop("strike");
    else if (tag === "U" || (tag !== "A" && /underline/.test(line))) this.drop("underline");
    const colour = style(node, "color");
    const ground = style(node, "background(?:-color)?") + style(node, "mso-highlight");
    const plain = /^(#000000|#000|black|windowtext|rgb\(0, ?0, ?0\)|inherit|)$/;
    if (tag === "MARK" || (ground && !/transparent|white|#fff|none|rgb\(255, ?255, ?255\)/.test(ground))) this.drop("highlight");
    else if (tag !== "A" && !plain.test(colour)) this.drop("colour");
  }

  link(node, more) {
    let href = (node.getAttribute("href") ?? "").trim();
    if (!href) return;
    try {
      const url = new URL(href);
      if (/(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url") href = url.searchParams.get("q") ?? url.searchParams.get("url") ?? href;
      if (/safelinks\.protection\.outlook\.com$/.test(url.hostname)) href = url.searchParams.get("url") ?? href;
      if (/^(https?|mailto):/.test(href) && href.length <= 2000) {
        more.set("link", new URL(href).href);
        return;
      }
    } catch {
      // no whole address: counted below
    }
    this.drop("links");
  }

  block(node, tag, worn, around) {
    const level = /^H[1-6]$/.test(tag) ? Number(tag[1]) : /\bMsoTitle\b|\bMsoSubtitle\b/.test(node.className) || style(node, "mso-outline-level") === "1" ? 1 : 0;
    const listed = /level(\d)/.exec(style(node, "mso-list"));
    const bare = new Map([...worn].filter(([kind]) => kind === "link"));
    const inside = this.dressed(node, tag, level ? bare : worn);
    if (level) {
      inside.clear();
      if (around.in === "quote" || around.in === "item") this.children(node, inside, around);
      else {
        this.begin("heading", { level: level <= 2 ? 2 : 3 });
        this.children(node, inside, { ...around, in: "heading" });
        this.end();
      }
    } else if (listed) this.wordItem(node, inside, Number(listed[1]));
    else if (tag === "UL" || tag === "OL") {
      if (around.in === "item") this.drop("nested");
      this.list(node, tag === "OL", inside, around);
    } else if (tag === "BLOCKQUOTE" || /\bMso(Intense)?Quote\b/.test(node.className)) {
      this.inner(node, inside, { ...around, in: "quote", kind: "quote", more: { quote: around.more?.quote ?? node } });
    } else if (tag === "HR") {
      this.end();
      this.drop("rules");
    } else if (tag === "PRE") {
      inside.set("code", undefined);
      this.inner(node, inside, { ...around, pre: true });
    } else if (tag === "FIGCAPTION") {
      this.inner(node, inside, around);
    } else this.inner(node, inside, around);
  }

  /** A part with its own run of text. */
  inner(node, worn, around) {
    this.begin(around.kind, around.more);
    this.children(node, worn, around);
    this.end();
    if (around.kind) this.begin(around.kind, around.more);
  }

  list(node, ordered, worn, around) {
    const last = this.blocks.at(-1);
    const onward = last?.of?.onward && last.ordered === ordered && last.of;
    const wrapped = Boolean(node.closest("[class*=ListContainerWrapper]")); // Word on the web: a list for each item
    this.end();
    const list = around.list && around.in === "item" ? around.list : wrapped && onward ? onward : { ordered, onward: wrapped };
    const more = { list, ordered: list.ordered };
    const within = { ...around, in: "item", list, kind: "item", more };
    for (const child of node.childNodes) {
      if (child.tagName === "LI") {
        this.inner(child, this.dressed(child, "LI", worn), within);
        continue;
      }
      if (!this.run && child.textContent.trim() && !BLOCKS.has(child.tagName)) this.begin("item", more); // words that no LI holds
      this.walk(child, worn, within);
    }
    this.end();
    if (around.kind) this.begin(around.kind, around.more);
  }

  wordItem(node, worn, level) {
    const sign = [...node.querySelectorAll("[data-style]")].find((each) => /ignore/.test(style(each, "mso-list")))?.textContent ?? "";
    const ordered = /^\s*\(?(\d+|[a-z]|[ivxlc]+)[.)]/i.test(sign);
    const of = /(l\d+)/.exec(style(node, "mso-list"))?.[1] ?? "l";
    if (level > 1) this.drop("nested");
    const last = this.blocks.at(-1);
    const list = last?.of?.word === of ? last.of : { word: of };
    this.begin("item", { list, ordered: last?.of === list ? last.ordered : ordered });
    this.children(node, worn, { in: "item" });
    this.end();
  }

  /** A table of data stays one; what only lays out a page is read cell by cell. */
  table(node, worn, around) {
    this.end();
    const before = { dropped: new Map(this.dropped), blocks: this.blocks.length };
    const left = (each, tag) => this.left(each, tag);
    const rows = rowsOf(node, left, (what) => this.drop(what));
    const width = Math.max(0, ...rows.map((row) => row.length));
    const laid =
      width < 2 || width > MOST_COLUMNS || rows.length < 2 || rows.length > 501 || node.querySelector("table, ul, ol, h1, h2, h3") || rows.flat().some((cell) => cell.length > LONGEST_CELL) || around.kind;
    if (laid) {
      this.dropped = before.dropped;
      this.blocks.length = before.blocks;
      if (node.caption) this.inner(node.caption, worn, around);
      for (const row of node.rows) for (const cell of row.cells) this.inner(cell, worn, around);
      return;
    }
    if (node.querySelector("a[href], b, strong, i, em")) this.drop("cells");
    const fit = (row) => Array.from({ length: width }, (none, i) => row[i] ?? "");
    let caption = node.caption ? wordsOf(node.caption, left) : "";
    if (caption.length > LONGEST_CELL) {
      this.add("paragraph", caption, [], {});
      caption = "";
    }
    this.blocks.push({ type: "table", ...(caption ? { caption } : {}), columns: fit(rows[0]), rows: rows.slice(1).map(fit) });
  }
}

/** Styles are only read, never applied: under another name the policy of the page has nothing to refuse. */
const quiet = (html) =>
  html.replace(/<style\b[\s\S]*?<\/style\s*>/gi, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, " data-style"));

/** @return {{blocks: object[], dropped: Map<string, number>}} blocks without ids */
export const clean = (html) => {
  const calm = quiet(html);
  const page = new DOMParser().parseFromString(policy ? policy.createHTML(calm) : calm, "text/html");
  const reading = new Reading();
  reading.children(page.body, new Map(), {});
  reading.end();
  const blocks = reading.blocks.map(({ of, ...block }) => block);
  return { blocks, dropped: reading.dropped };
};

/** Plain text: an empty line separates paragraphs. */
export const cleanText = (text) => ({
  blocks: text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => pieces(part, []).map(({ text }) => ({ type: "paragraph", text }))),
  dropped: new Map(),
});
