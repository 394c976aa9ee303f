// The menus of the chat: on a message, the bot's commands, things to send along, and the main menu.
import { $ } from "./dom.js";
import { copy } from "./keys.js";
import { closeMenu, openMenu, toast } from "./overlay.js";
import { say } from "./words.js";

/** begin(about) answers or edits, as in composer.js. */
export function messageMenu(message, anchor, begin) {
  const items = [{ label: say("reply"), icon: "reply", act: () => begin({ mode: "reply", message }) }];
  if (message.own && message.text) items.push({ label: say("edit"), icon: "edit", act: () => begin({ mode: "edit", message }) });
  const text = message.text ?? message.caption;
  if (text && !message.has_protected_content) items.push({ label: say("copy"), icon: "copy", act: () => copy(text) });
  openMenu(anchor, items);
}

let known = Promise.resolve([]);

/**
 * The commands that begin with what was `typed`; "" is the button. load() resolves to the bot's commands and is asked
 * anew whenever a menu begins, send(text) sends one. While someone types the cursor stays in the text box.
 */
export async function commandMenu(typed, load, send) {
  if (typed.length < 2) known = load();
  const commands = await known;
  if (typed && $("text").value !== typed) return;
  const items = commands.filter(({ command }) => `/${command}`.startsWith(typed)).map(({ command, description }) =>
    ({ label: `/${command}`, hint: description, act: () => send(`/${command}`) }));
  if (items.length) openMenu($("commands"), items, Boolean(typed));
  else if (typed) closeMenu();
  else toast(say("nothingHere"));
}

export function attachMenu(send) {
  const kinds = ["photo", "document", "voice", "sticker", "location", "contact"];
  openMenu($("attach"), kinds.map((kind) => ({ label: say(kind), icon: kind, act: () => send(kind) })));
}

export function mainMenu({ blocked, switchLanguage, leave, block }) {
  openMenu($("more"), [
    { label: say("otherLanguage"), icon: "language", act: switchLanguage },
    { label: say("people"), icon: "contact", act: leave },
    blocked
      ? { label: say("unblock"), icon: "check", act: () => block(false) }
      : { label: say("block"), icon: "block", danger: true, act: () => block(true) },
  ]);
}
