// Passkeys: asks the server for a challenge, asks the browser, and sends the form with the answer. Without it people come
// in by password and code.
const REFRESH = 4 * 60 * 1000; // a challenge lasts five minutes

const bytes = (letters) =>
  Uint8Array.from(atob(letters.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const letters = (buffer) =>
  buffer
    ? btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
    : undefined;
const known = (list) => list?.map((each) => ({ ...each, id: bytes(each.id) }));

// A sentence of the server's own.
class Told extends Error {}

const ask = async (block) => {
  const answer = await fetch(block.dataset.challenge, { method: "POST", headers: { Accept: "application/json" } });
  const told = await answer.json();
  if (!answer.ok) throw new Told(told.detail);
  return told;
};

// Who joins types on the page how they are called.
const holder = (user, fields) => {
  const email = user.name || fields.email?.value || "";
  return { id: bytes(user.id), name: email, displayName: user.displayName || fields.name?.value || email };
};

const ready = (options, fields) => ({
  ...options,
  challenge: bytes(options.challenge),
  ...(options.user && { user: holder(options.user, fields) }),
  allowCredentials: known(options.allowCredentials),
  excludeCredentials: known(options.excludeCredentials),
});

const written = ({ id, rawId, type, authenticatorAttachment, response }) =>
  JSON.stringify({
    id,
    rawId: letters(rawId),
    type,
    authenticatorAttachment: authenticatorAttachment ?? undefined,
    response: response.attestationObject
      ? {
          clientDataJSON: letters(response.clientDataJSON),
          attestationObject: letters(response.attestationObject),
          transports: response.getTransports?.() ?? [],
        }
      : {
          clientDataJSON: letters(response.clientDataJSON),
          authenticatorData: letters(response.authenticatorData),
          signature: letters(response.signature),
          userHandle: letters(response.userHandle),
        },
    clientExtensionResults: {},
  });

const run = async (block, how) => {
  const form = block.closest("form");
  const { options, ticket } = await ask(block);
  const publicKey = ready(options, form.elements);
  const made = await navigator.credentials[block.dataset.passkey]({ publicKey, ...how });
  block.querySelector("[data-answer]").value = written(made);
  block.querySelector("[data-ticket]").value = ticket;
  form.submit();
};

const say = (block, sentence, look = "bad") => {
  const said = block.querySelector("[data-said]");
  said.className = look;
  said.textContent = sentence ?? "";
  said.hidden = !sentence;
};

const sentence = (block, failure) => {
  if (failure instanceof Told) return failure.message;
  switch (failure.name) {
    case "AbortError":
      return "";
    case "NotAllowedError":
      return block.dataset.cancelled;
    case "InvalidStateError":
      return block.dataset.held;
    case "SecurityError":
      return block.dataset.elsewhere;
    default:
      return block.dataset.failed;
  }
};

// What the browser offers in the field of the e-mail address, as long as nobody asks for more.
let waiting;
const wait = async (block) => {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  const mine = new AbortController();
  waiting = mine;
  const turn = setTimeout(() => {
    mine.abort();
    wait(block);
  }, REFRESH);
  try {
    await run(block, { mediation: "conditional", signal: mine.signal });
  } catch {
    // The button is there.
  } finally {
    clearTimeout(turn);
  }
};

const go = async (block, button) => {
  const fields = [...block.closest("form").querySelectorAll("input:not([type=hidden],[type=password])")];
  if (block.dataset.passkey === "create" && !fields.every((field) => field.reportValidity())) return;
  waiting?.abort();
  say(block, "");
  button.disabled = true;
  try {
    await run(block, {});
  } catch (failure) {
    say(block, sentence(block, failure));
    if ("autofill" in block.dataset) wait(block);
  } finally {
    button.disabled = false;
  }
};

// Browsers fill in what a form held when somebody comes back to it.
addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("[data-answer],[data-ticket]")) field.value = "";
});

for (const block of document.querySelectorAll("[data-passkey]")) {
  const { home, elsewhere, unsupported } = block.dataset;
  if (location.origin !== home) {
    say(block, elsewhere, "dim");
  } else if (!window.PublicKeyCredential) {
    say(block, unsupported, "dim");
  } else {
    const button = block.querySelector("[data-go]");
    block.querySelector("[data-offer]").hidden = false;
    button.addEventListener("click", () => go(block, button));
    if ("only" in block.dataset) {
      block.closest("form").addEventListener("submit", (event) => {
        event.preventDefault();
        go(block, button);
      });
    }
    if ("autofill" in block.dataset) wait(block);
  }
}
