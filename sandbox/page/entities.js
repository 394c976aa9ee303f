// Turns a text with Bot API entities (offsets in UTF-16 units, as in JavaScript strings) into nodes.
import { entityTime, fromUnix } from "./dates.js";
import { make } from "./dom.js";
import { say } from "./words.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", blockquote: "blockquote" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const MARKED = new Set(["mention", "text_mention", "hashtag", "cashtag"]);
const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Nodes for `text`; `onCommand(command)` is called when someone presses a /command in it. */
export function rich(text, entities = [], onCommand = () => {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, 0, text.length, sorted, onCommand);
}

function between(text, from, to, entities, onCommand) {
  const nodes = [];
  let at = from;
  for (const [place, entity] of entities.entries()) {
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start >= end) continue;
    if (start > at) nodes.push(text.slice(at, start));
    const inner = between(text, start, end, entities.slice(place + 1), onCommand);
    nodes.push(dress(entity, text.slice(start, end), inner, onCommand));
    at = end + (BLOCKS.has(entity.type) && text[end] === "\n" ? 1 : 0); // a block already ends its line
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function dress(entity, words, inner, onCommand) {
  if (TAGS[entity.type]) return make(TAGS[entity.type], {}, ...inner);
  if (MARKED.has(entity.type)) return make("span", { className: "mark" }, ...inner);
  switch (entity.type) {
    case "pre": return make("pre", {}, make("code", {}, ...inner));
    case "url": return link(/^\w+:/.test(words) ? words : `https://${words}`, inner);
    case "text_link": return link(entity.url, inner);
    case "email": return link(`mailto:${words}`, inner);
    case "phone_number": return link(`tel:${words}`, inner);
    case "bot_command": return make("button", { type: "button", className: "command", onclick: () => onCommand(words) }, ...inner);
    case "spoiler": return spoiler(inner);
    case "expandable_blockquote": return expandable(inner);
    case "date_time": return moment(entity, inner);
    default: return make("span", {}, ...inner); // custom_emoji shows its fallback, unknown kinds their text
  }
}

function link(address, inner) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !SAFE.has(url.protocol)) return make("span", { className: "mark" }, ...inner);
  return make("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", title: url.href }, ...inner);
}

function spoiler(inner) {
  const hidden = make("span", { className: "spoiler", role: "button", tabIndex: 0, ariaLabel: say("spoiler") }, ...inner);
  const show = () => { for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name); hidden.className = ""; };
  hidden.onclick = show;
  hidden.onkeydown = (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); show(); } };
  return hidden;
}

function expandable(inner) {
  const quote = make("blockquote", { className: "folded" }, make("div", {}, ...inner));
  const toggle = make("button", { type: "button", className: "unfold", textContent: say("showAll"), ariaExpanded: "false" });
  toggle.onclick = () => {
    const folded = quote.classList.toggle("folded");
    toggle.textContent = say(folded ? "showAll" : "showLess");
    toggle.ariaExpanded = String(!folded);
  };
  quote.append(toggle);
  return quote;
}

function moment(entity, inner) {
  const shown = entity.date_time_format ? [entityTime(entity.unix_time, entity.date_time_format)] : inner;
  return make("time", { dateTime: fromUnix(entity.unix_time).toISOString(), className: "mark" }, ...shown);
}
