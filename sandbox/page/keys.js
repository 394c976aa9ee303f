// What pressing a button of an inline keyboard does: open, copy, or ask the bot and show that it is busy.
import { alertBox, toast } from "./overlay.js";
import { say } from "./words.js";

const PATIENCE = 15000; // ms after which a pressed button rests when no answer came

/** ask(data) tells the bot and resolves to undefined when that failed; deepLink(payload) offers START. */
export async function pressKey(key, button, { ask, deepLink, username }) {
  if (key.url) openLink(key.url, deepLink, username);
  else if (key.web_app) openLink(key.web_app.url, deepLink, username);
  else if (key.copy_text) await copy(key.copy_text.text);
  else if (key.callback_data) {
    button.classList.add("busy");
    button.ariaBusy = "true";
    setTimeout(rest, PATIENCE, button);
    if (!(await ask(key.callback_data))) rest(button);
  }
}

function rest(button) {
  button.classList.remove("busy");
  button.ariaBusy = "false";
}

/** The bot answered a press: buttons rest, and what it says is shown for a moment or until confirmed. */
export function answered({ text, show_alert: loud }) {
  for (const button of document.querySelectorAll(".keyboard .busy")) rest(button);
  if (text) (loud ? alertBox : toast)(text);
}

/** The payload of a deep link t.me/<username>?start=<payload>, or null for any other address. */
export function payloadOf(address, username) {
  const url = URL.canParse(address) ? new URL(address) : null;
  const ours = url?.host === "t.me" && url.pathname.toLowerCase() === `/${username.toLowerCase()}`;
  return ours ? url.searchParams.get("start") : null;
}

/** Open a link in a new tab; a deep link to this very bot stays here. */
function openLink(address, deepLink, username) {
  const payload = payloadOf(address, username);
  if (payload !== null) deepLink(payload);
  else if (/^https?:/i.test(address)) window.open(address, "_blank", "noopener");
}

export async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(say("copied"));
}
