// One message as a list item: who, quote, media, text, time, keyboard. The caller's `hands` act on presses.
import { fromUnix, timeOf } from "./dates.js";
import { icon, make } from "./dom.js";
import { rich } from "./entities.js";
import { say } from "./words.js";

const KINDS = ["photo", "document", "sticker", "voice", "location", "contact"];
const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*){1,3}$/u;

const kindOf = (message) => KINDS.find((kind) => message[kind]);
const mediaUrl = (id) => `/media/${encodeURIComponent(id)}`;

/** One line that stands for the message, in a quote or an announcement. */
export const gist = (message) => message.text || message.caption || say(kindOf(message) ?? "other");

export const nameOf = (message, hands) => (message.own ?? !message.from?.is_bot ? say("you") : hands.botName());

/**
 * hands: botName(), command(text), jump(id), enlarge(url), options(message, anchor),
 * press(message, key, button) and reply(message).
 */
export function draw(message, hands) {
  const item = make("li", { className: message.own ? "message own" : "message", id: `m-${message.message_id}` });
  const stack = make("div", { className: "stack" }, bubble(message, hands));
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (message.reactions?.length) stack.append(reactions(message.reactions, hands));
  if (rows.length) stack.append(keyboard(message, rows, hands));
  item.append(make("span", { className: "unseen", textContent: `${nameOf(message, hands)}: ` }), stack, more(message, hands));
  item.classList.toggle("keyed", rows.length > 0);
  return item;
}

function more(message, hands) {
  const button = make("button", { type: "button", className: "round options", ariaLabel: say("options"), title: say("options"), ariaHasPopup: "menu" }, icon("more"));
  button.onclick = () => hands.options(message, button);
  return button;
}

function bubble(message, hands) {
  const words = message.text ?? message.caption ?? "";
  const big = Boolean(message.sticker) || ONLY_EMOJI.test(message.text ?? "");
  const box = make("div", { className: big ? "bubble big" : "bubble" });
  box.classList.toggle("edited", Boolean(message.edited));
  if (message.reply_to_message) box.append(quote(message.reply_to_message, hands));
  const kind = kindOf(message);
  if (kind) box.append(MEDIA[kind](message, hands));
  if (words) {
    const entities = message.text ? message.entities : message.caption_entities;
    box.append(make("div", { className: "text", dir: "auto" }, ...rich(words, entities, hands.command)));
  } else if (!kind) {
    box.append(make("div", { className: "text aside", textContent: say("other") }));
  }
  if (kind === "photo" && !words) box.classList.add("bare");
  box.append(meta(message));
  return box;
}

function reactions(emoji, hands) {
  const chip = (each) => make("span", { textContent: each, role: "img", ariaLabel: say("reacted", hands.botName(), each) });
  return make("div", { className: "reactions" }, ...emoji.map(chip));
}

function meta(message) {
  const date = fromUnix(message.date);
  const time = make("time", { dateTime: date.toISOString(), textContent: timeOf(date) });
  return make("span", { className: "meta" }, ...(message.edited ? [`${say("edited")} `] : []), time);
}

function quote(original, hands) {
  const from = nameOf(original, hands);
  const button = make("button", { type: "button", className: "quote", ariaLabel: `${say("replyTo", from)}: ${gist(original)}` });
  button.append(make("b", { textContent: from }), make("span", { textContent: gist(original), dir: "auto" }));
  button.onclick = () => hands.jump(original.message_id);
  return button;
}

const MEDIA = {
  photo: ({ photo, caption }, hands) => {
    const size = photo.at(-1);
    const url = mediaUrl(size.file_id);
    const image = make("img", { src: url, alt: caption || say("photo"), width: size.width, height: size.height });
    return make("button", { type: "button", className: "photo", title: say("enlarge"), onclick: () => hands.enlarge(url, image.alt) }, image);
  },
  document: ({ document: file }) => {
    const name = file.file_name ?? say("document");
    const card = make("a", { className: "card file", href: mediaUrl(file.file_id), download: name, ariaLabel: say("download", name) });
    card.append(badge("download"), lines(name, [extension(name), bytes(file.file_size)].filter(Boolean).join(" · ")));
    return card;
  },
  sticker: ({ sticker }) => make("div", { className: "sticker", textContent: sticker.emoji ?? "🙂", role: "img", ariaLabel: say("sticker") }),
  voice: ({ voice }) => plain("voice", say("voice"), say("seconds", voice.duration ?? 0)),
  location: ({ location }) => plain("location", say("location"), `${location.latitude.toFixed(4)}, ${location.longitude.toFixed(4)}`),
  contact: ({ contact }) => plain("contact", contact.first_name, contact.phone_number),
};

const badge = (name) => make("span", { className: "badge" }, icon(name));
const lines = (first, second) => make("span", { className: "lines" }, make("b", { textContent: first, dir: "auto" }), make("span", { textContent: second }));
const plain = (name, first, second) => make("div", { className: "card" }, badge(name), lines(first, second));
const extension = (name) => (name.includes(".") ? name.split(".").at(-1).toUpperCase() : "");

function bytes(size) {
  if (!size) return "";
  const step = Math.min(2, Math.floor(Math.log(size) / Math.log(1024)));
  return `${(size / 1024 ** step).toFixed(step ? 1 : 0)} ${["B", "kB", "MB"][step]}`;
}

function keyboard(message, rows, hands) {
  return make("div", { className: "keyboard" }, ...rows.map((row) =>
    make("div", { className: "row" }, ...row.map((key) => keyButton(message, key, hands)))));
}

function keyButton(message, key, hands) {
  const button = make("button", { type: "button", disabled: Boolean(key.disabled) }, make("span", { textContent: key.text, dir: "auto" }));
  if (["primary", "success", "danger"].includes(key.style)) button.classList.add(key.style);
  if (key.url || key.web_app) button.append(icon("out"));
  if (key.copy_text) button.append(icon("copy"));
  button.onclick = () => hands.press(message, key, button);
  return button;
}
