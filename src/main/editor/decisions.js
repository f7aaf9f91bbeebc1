// The decisions beside the text: they come after what was typed is saved, and know the draft as it stands.
import { say, story } from "./page.js";

const box = () => document.querySelector(".pub");

let last = null;

/** After a save. Where a draft came or went, other decisions are offered. */
export const decided = (revision) => {
  const other = last !== null && (last === 0) !== (revision === 0);
  last = revision;
  for (const field of box().querySelectorAll("[name=revision]")) field.value = revision;
  if (other) renew();
};

/** The same part of the page, read anew. */
const renew = () => {
  const asked = new XMLHttpRequest();
  asked.responseType = "document";
  asked.onload = () => {
    const fresh = asked.response?.querySelector(".pub");
    if (asked.status === 200 && fresh) box().replaceChildren(...fresh.childNodes);
  };
  asked.open("GET", story);
  asked.send();
};

export const decisions = (saving, leave) => {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".acts a");
    if (!link || event.ctrlKey || event.metaKey || !saving.dirty()) return;
    event.preventDefault();
    leave(link.href);
  });
  document.addEventListener("submit", async (event) => {
    const { target, submitter } = event;
    if (!target.matches(".pub form") || !saving.dirty()) return;
    event.preventDefault();
    if (await saving.flush()) target.requestSubmit(submitter);
    else say(saving.line.textContent);
  });
};
