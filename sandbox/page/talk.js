// The conversation on screen: messages in order with day separators, the typing bubble, scrolling and announcing.
import { dayKey, dayOf, fromUnix } from "./dates.js";
import { $, arrange, make } from "./dom.js";
import { draw, gist, nameOf } from "./message.js";

const NEAR = 120; // px from the bottom that still count as reading the newest message
const TOGETHER = 5 * 60; // seconds within which messages of one side form a group

const drawn = new Map(); // message_id -> { message, node }
const days = new Map(); // day -> separator
const dots = make("li", { className: "message typing", ariaHidden: "true" },
  make("div", { className: "stack" }, make("div", { className: "bubble" }, make("i"), make("i"), make("i"))));
let typing = false;
let unread = 0;
let hands;

export const useHands = (given) => { hands = given; };
export const isEmpty = () => drawn.size === 0;
export const lastOwn = () => inOrder().findLast(({ message }) => message.own && message.text)?.message;
export const messageOf = (node) => drawn.get(Number(node.id.slice(2)))?.message;

const inOrder = () => [...drawn.values()].sort((a, b) => a.message.message_id - b.message.message_id);

/** Show exactly these messages, as after opening a conversation or coming back from an outage. */
export function showAll(messages) {
  const same = messages.length === drawn.size && messages.every((m) => JSON.stringify(m) === JSON.stringify(drawn.get(m.message_id)?.message));
  if (same) return;
  drawn.clear();
  for (const message of messages) put(message);
  settle();
  toNewest(false);
}

/** Redraw everything, for instance in another language. */
export function redraw() {
  days.clear();
  for (const { message } of inOrder()) put(message);
  settle();
}

/** Take in changed or new messages and deleted ids; says new ones aloud and keeps the place of who reads back. */
export function update(messages, deleted, isTyping) {
  const wasNear = isNear();
  const fresh = messages.filter((message) => !drawn.has(message.message_id));
  for (const message of messages) put(message);
  for (const id of deleted) drawn.delete(id);
  typing = isTyping;
  settle();
  for (const message of fresh) drawn.get(message.message_id)?.node.classList.add("fresh");
  const heard = fresh.filter((message) => !message.own);
  if (heard.length) $("announce").textContent = heard.map((message) => `${nameOf(message, hands)}: ${gist(message)}`).join("\n");
  if (wasNear || fresh.some((message) => message.own)) toNewest(true);
  else count(unread + heard.length);
  return heard.length;
}

export function stopTyping() {
  typing = false;
  settle();
}

function put(message) {
  const old = drawn.get(message.message_id)?.node;
  const node = draw(message, hands);
  if (old) {
    const focused = old.contains(document.activeElement);
    old.replaceWith(node);
    if (focused) node.querySelector(".keyboard button, .options").focus();
  }
  drawn.set(message.message_id, { message, node });
}

function settle() {
  const wanted = [];
  let before;
  for (const { message, node } of inOrder()) {
    const day = dayKey(fromUnix(message.date));
    const newDay = !before || dayKey(fromUnix(before.message.date)) !== day;
    if (newDay) wanted.push(separator(day, message));
    const joined = !newDay && before.message.own === message.own && message.date - before.message.date < TOGETHER;
    node.classList.toggle("first", !joined);
    if (before) before.node.classList.toggle("last", !joined);
    node.classList.add("last");
    wanted.push(node);
    before = { message, node };
  }
  if (typing) wanted.push(dots);
  arrange($("messages"), wanted);
}

function separator(day, message) {
  if (!days.has(day)) days.set(day, make("li", { className: "day" }, make("span")));
  days.get(day).firstChild.textContent = dayOf(fromUnix(message.date));
  return days.get(day);
}

const gap = () => { const at = $("scroll"); return at.scrollHeight - at.scrollTop - at.clientHeight; };
const isNear = () => gap() < NEAR;

export function toNewest(smooth) {
  const calm = !smooth || window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  $("scroll").scrollTo({ top: $("scroll").scrollHeight, behavior: calm ? "instant" : "smooth" });
  count(0);
}

export function scrolled() {
  $("down").hidden = isNear();
  if (isNear()) count(0);
}

function count(number) {
  unread = number;
  $("unread").textContent = number;
  $("unread").hidden = number === 0;
}

export function jump(id) {
  const node = drawn.get(id)?.node;
  if (!node) return;
  node.scrollIntoView({ block: "center" });
  node.classList.remove("flash");
  requestAnimationFrame(() => node.classList.add("flash"));
}
