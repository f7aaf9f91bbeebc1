// How blocks stand in the editor that are more than a run of text: their fields are fields of the page.
import { el, t } from "./page.js";
import { choosePicture, describePicture, facts, thumb } from "./pictures.js";
import { chooseStory } from "./search.js";
import { embedded } from "./tree.js";

/** What the server told of pictures and stories that the text shows. */
export const shown = { pictures: {}, stories: {} };

const views = new Set();

/** After the server told more. */
export const refresh = () => views.forEach((view) => view.draw());

/** So long may they be: see docs/developers/story-body.md. */
const LONGEST = { caption: 2000, alt: 2000, attribution: 300, by: 200, title: 300, url: 2000 };

const field = (view, name, label, options = {}) => {
  const { rows, ...more } = options;
  const input = el(rows ? "textarea" : "input", {
    "aria-label": label,
    placeholder: label,
    rows,
    dir: "auto",
    maxlength: LONGEST[name],
    ".value": view.node.attrs[name] ?? "",
    oninput: () => view.set({ [name]: input.value.trim() ? input.value : null }),
    onkeydown: (event) => {
      if (event.key === "Escape") view.leave();
    },
    ...more,
  });
  view.inputs.push([name, input]);
  return input;
};

const button = (label, act, more = {}) => el("button", { type: "button", onclick: act, ...more }, label);

/** A block with its label and fields around what it holds. */
class BlockView {
  constructor({ node, editor, getPos }) {
    Object.assign(this, { node, editor, getPos, inputs: [] });
    const kind = node.type.name;
    this.dom = el("div", { class: "blkx k-" + kind, "data-kind": kind, "data-k": t("kind." + kind) });
    this.build();
    views.add(this);
  }

  build() {}

  draw() {}

  set(attrs) {
    const { tr } = this.editor.state;
    const at = this.getPos();
    for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(at, name, value);
    this.editor.view.dispatch(tr);
  }

  leave() {
    this.editor.chain().focus().setNodeSelection(this.getPos()).run();
  }

  remove() {
    const at = this.getPos();
    this.editor.chain().focus().deleteRange({ from: at, to: at + this.node.nodeSize }).run();
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    this.node = node;
    for (const [name, input] of this.inputs) {
      const value = node.attrs[name] ?? "";
      if (document.activeElement !== input && input.value !== value) input.value = value;
    }
    this.draw();
    return true;
  }

  selectNode() {
    this.dom.classList.add("on");
  }

  deselectNode() {
    this.dom.classList.remove("on");
  }

  stopEvent(event) {
    return /^(INPUT|TEXTAREA|BUTTON|SELECT|LABEL)$/.test(event.target.tagName) && event.type !== "dragstart";
  }

  ignoreMutation(mutation) {
    return !this.contentDOM?.contains(mutation.target);
  }

  destroy() {
    views.delete(this);
  }

  tools(...more) {
    return el("p", { class: "rowx sm", contenteditable: "false" }, ...more, button(t("remove"), () => this.remove()));
  }
}

const texts = (tag, name, label) =>
  class extends BlockView {
    build() {
      this.contentDOM = el(tag);
      this.dom.append(this.contentDOM, el("p", { contenteditable: "false" }, field(this, name, t(label))));
    }
  };

class PictureView extends BlockView {
  build() {
    this.image = el("div", { class: "pic" });
    this.facts = el("p", { class: "rowx facts" });
    this.dom.append(
      this.image,
      el(
        "div",
        { class: "stackx" },
        this.facts,
        field(this, "caption", t("caption"), { rows: 2 }),
        field(this, "alt", t("alt"), { rows: 2 }),
        this.tools(
          button(t("picture.other"), async () => {
            const picture = await choosePicture(this.dom);
            if (picture) {
              shown.pictures[picture.id] = picture;
              this.set({ picture: picture.id });
            }
          }),
          button(t("picture.describe"), async () => {
            const picture = await describePicture(shown.pictures[this.node.attrs.picture]);
            if (picture) {
              shown.pictures[picture.id] = picture;
              refresh();
            }
          }),
        ),
      ),
    );
    this.draw();
  }

  draw() {
    const picture = shown.pictures[this.node.attrs.picture];
    const source = picture?.whole?.src;
    if (this.image.dataset.source !== String(source)) {
      this.image.dataset.source = String(source);
      this.image.replaceChildren(
        thumb(picture) ?? t("picture.unheld"),
      );
    }
    this.facts.replaceChildren(...(picture ? facts(picture) : ["#" + this.node.attrs.picture]));
    for (const [name, input] of this.inputs) {
      const own = picture?.[name];
      input.placeholder = own ? t("own", own) : t(name);
    }
  }
}

class TeaserView extends BlockView {
  build() {
    this.head = el("p", { class: "hd", dir: "auto" });
    this.state = el("p", { class: "sm dim" });
    this.dom.append(
      el("div", { class: "stackx" }, this.head, this.state),
      this.tools(
        button(t("teaser.other"), async () => {
          const story = await chooseStory(this.dom, t("kind.teaser"));
          if (story) {
            shown.stories[story.id] = story;
            this.set({ story: story.id, title: null, picture: null });
          }
        }),
      ),
    );
    this.draw();
  }

  draw() {
    const { story, title } = this.node.attrs;
    const told = shown.stories[story];
    this.head.textContent = told?.headline ?? title ?? "#" + story;
    if (told) this.head.lang = told.language;
    this.state.textContent = told ? `${told.state}, ${told.edition}` : story ? "" : t("teaser.awaited");
  }
}

class EmbedView extends BlockView {
  build() {
    this.dom.append(
      el(
        "div",
        { class: "stackx" },
        field(this, "title", t("embed.title"), { required: true, oninput: (event) => this.typed(event.target, (title) => ({ title })) }),
        field(this, "url", t("embed.url"), {
          dir: "ltr",
          type: "url",
          required: true,
          pattern: "https?://.+",
          oninput: (event) => this.typed(event.target, (url) => embedded(url) ?? {}),
        }),
      ),
      this.tools(),
    );
  }

  /** What is typed half is no embed yet: the last whole one stays. */
  typed(input, attrs) {
    const whole = input.checkValidity() && input.value.trim() !== "";
    input.setAttribute("aria-invalid", String(!whole));
    if (whole) this.set(attrs(input.value.trim()));
  }
}

class TableView extends BlockView {
  build() {
    this.grid = el("table");
    this.dom.append(
      field(this, "caption", t("table.caption")),
      el("div", { class: "scroll" }, this.grid),
      this.tools(
        button(t("table.row"), () => this.resize(1, 0)),
        button(t("table.row.less"), () => this.resize(-1, 0)),
        button(t("table.column"), () => this.resize(0, 1)),
        button(t("table.column.less"), () => this.resize(0, -1)),
      ),
    );
    this.draw();
  }

  draw() {
    const { columns, rows } = this.node.attrs;
    const shape = columns.length + "x" + rows.length;
    if (this.shape !== shape) {
      this.shape = shape;
      this.grid.replaceChildren(
        ...[columns, ...rows].map((row, y) =>
          el("tr", {}, ...row.map((cell, x) => el(y ? "td" : "th", y ? {} : { scope: "col" }, this.cell(x, y)))),
        ),
      );
    }
    const inputs = this.grid.querySelectorAll("input");
    [columns, ...rows].flat().forEach((cell, i) => {
      if (inputs[i].value !== cell) inputs[i].value = cell;
    });
  }

  cell(x, y) {
    return el("input", {
      "aria-label": t(y ? "table.cell" : "table.head", x + 1, y),
      dir: "auto",
      maxlength: 500,
      oninput: (event) => {
        const { columns, rows } = this.node.attrs;
        const put = (row) => row.map((cell, i) => (i === x ? event.target.value : cell));
        this.set(y ? { rows: rows.map((row, i) => (i === y - 1 ? put(row) : row)) } : { columns: put(columns) });
      },
    });
  }

  resize(more, wider) {
    let { columns, rows } = this.node.attrs;
    const across = Math.max(1, Math.min(20, columns.length + wider));
    const down = Math.max(0, Math.min(500, rows.length + more));
    const fit = (row) => Array.from({ length: across }, (none, i) => row[i] ?? "");
    rows = Array.from({ length: down }, (none, i) => fit(rows[i] ?? []));
    this.set({ columns: fit(columns), rows });
  }
}

const VIEWS = {
  quote: texts("blockquote", "attribution", "attribution"),
  question: texts("p", "by", "by"),
  picture: PictureView,
  teaser: TeaserView,
  embed: EmbedView,
  table: TableView,
};

/** The nodes with their views. */
export const withViews = (nodes) =>
  nodes.map((node) => {
    const View = VIEWS[node.name];
    return View ? node.extend({ addNodeView: () => (props) => new View(props) }) : node;
  });
