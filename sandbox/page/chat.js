// The chat page: joins the server's events, the conversation on screen and what the visitor does.
import { asked, begin, focusBox, useComposer } from "./composer.js";
import { $ } from "./dom.js";
import { showBot, status, tick } from "./header.js";
import { answered, payloadOf, pressKey } from "./keys.js";
import { attachMenu, commandMenu, mainMenu, messageMenu } from "./menus.js";
import { closeMenu, enlarge, toast } from "./overlay.js";
import { showPeople } from "./people.js";
import { follow, post, read } from "./server.js";
import * as talk from "./talk.js";
import { watch } from "./touch.js";
import { language, say, speak } from "./words.js";

const TYPING = 6000; // ms after which "is typing" fades when nothing more was heard
const query = new URLSearchParams(window.location.search);
let bot = { first_name: "", username: "" };
let me;
let following = new AbortController();
let typingEnds;
let queue = Promise.resolve(); // one send at a time keeps the order of what was written

const hands = {
  botName: () => bot.first_name,
  command: (text) => send(text),
  enlarge,
  jump: talk.jump,
  options: (message, anchor) => messageMenu(message, anchor, begin),
  press: (message, key, button) => pressKey(key, button, {
    ask: (data) => act("press", { message_id: message.message_id, data }),
    deepLink,
    username: bot.username,
  }),
  reply: (message) => begin({ mode: "reply", message }),
  send,
  typed: (text) => (/^\/\w*$/.test(text) ? commands(text) : closeMenu()),
};

// Coming and going

async function open() {
  try {
    const house = await read("/user");
    away(false);
    bot = house.bot;
    tick(house.clock);
    const wanted = query.get("user") ?? localStorage.getItem("user");
    const known = house.users.find(({ id }) => String(id) === wanted);
    if (known) enter(known);
    else choose(house.users);
  } catch (error) {
    if (!(error instanceof TypeError) && !error.status) throw error;
    away(true);
    setTimeout(open, 2000);
  }
}

function choose(users) {
  speak(localStorage.getItem("language") ?? navigator.language);
  showBot(bot.first_name);
  showPeople(users, bot, enter);
}

function enter(user) {
  me = { ...user };
  localStorage.setItem("user", user.id);
  setAddress("user", user.id);
  speak(localStorage.getItem("language") ?? user.language_code);
  showBot(bot.first_name);
  status(me.blocked ? "blocked" : "bot");
  talk.showAll([]);
  $("people").hidden = true;
  $("chat").hidden = false;
  following = new AbortController();
  follow(user.id, following.signal, { history, batch, gone: leave, online: () => away(false), offline: () => away(true) });
  begin({ mode: "new" }, "");
}

async function leave() {
  following.abort();
  localStorage.removeItem("user");
  setAddress("user", null);
  await open();
}

/** Keep the address in step, so that each tab stays with its own person and START is offered once. */
function setAddress(name, value) {
  if (value === null) query.delete(name);
  else query.set(name, value);
  window.history.replaceState(null, "", query.size ? `?${query}` : window.location.pathname);
}

// What the server tells

function away(gone) {
  $("banner").hidden = !gone;
}

function history(messages) {
  talk.showAll(messages);
  foot();
}

function batch({ messages, deleted, callback_answers: answers, typing, clock }) {
  tick(clock);
  const heard = talk.update(messages, deleted, typing);
  const newest = messages.at(-1);
  if (newest?.reply_markup?.force_reply && !newest.own && !newest.edit_date) asked(newest);
  showTyping(typing);
  if (heard && document.hidden) document.title = `• ${bot.first_name}`;
  answers.forEach(answered);
  foot();
}

function showTyping(typing) {
  clearTimeout(typingEnds);
  status(typing ? "typing" : me.blocked ? "blocked" : "bot");
  if (typing) typingEnds = setTimeout(() => { talk.stopTyping(); showTyping(false); }, TYPING);
}

/** What stands at the bottom: the text box, START (a deep link or an empty chat), or the way out of a block. */
function foot() {
  const starting = query.has("start") || talk.isEmpty();
  $("empty").hidden = !talk.isEmpty();
  $("unblock").hidden = !me.blocked;
  $("start").hidden = me.blocked || !starting;
  $("composer").hidden = me.blocked || starting;
}

// What the visitor does

async function act(what, body) {
  try {
    return await post(`/user/${me.id}/${what}`, body);
  } catch {
    toast(say("notDone"));
    return undefined;
  }
}

function send(text, about = { mode: "new" }) {
  const id = about.message?.message_id;
  const [what, body] = {
    new: ["send", { text }],
    reply: ["send", { text, reply_to: id }],
    edit: ["edit", { message_id: id, text }],
  }[about.mode];
  const address = `/user/${me.id}/${what}`;
  queue = queue.then(() => post(address, body)).catch(() => {
    begin(about, [text, $("text").value].filter(Boolean).join("\n"));
    toast(say("notSent"));
  });
  return queue;
}

function deepLink(payload) {
  setAddress("start", payload);
  foot();
}

async function start() {
  const payload = query.get("start");
  setAddress("start", null);
  await send(payload ? `/start ${payload}` : "/start");
  foot();
  focusBox();
}

function commands(typed) {
  const load = () => read(`/user/${me.id}/commands`).then((answer) => answer.commands, () => []);
  return commandMenu(typed, load, (text) => { begin({ mode: "new" }, ""); send(text); });
}

function switchLanguage() {
  localStorage.setItem("language", language() === "nl" ? "en" : "nl");
  speak(localStorage.getItem("language"));
  showBot(bot.first_name);
  showTyping(false);
  talk.redraw();
}

async function block(blocked) {
  if (!(await act("block", { blocked }))) return;
  me.blocked = blocked;
  showTyping(false);
  foot();
}

talk.useHands(hands);
useComposer(hands);
watch($("messages"), talk.messageOf, hands);
$("messages").onclick = (event) => {
  const payload = payloadOf(event.target.closest("a")?.href, bot.username);
  if (payload === null) return;
  event.preventDefault();
  deepLink(payload);
};
$("back").onclick = leave;
$("more").onclick = () => mainMenu({ blocked: me.blocked, switchLanguage, leave, block });
$("attach").onclick = () => attachMenu((kind) => act("media", { kind }));
$("commands").onclick = () => commands("");
$("start").onclick = start;
$("unblock").onclick = () => block(false);
$("down").onclick = () => talk.toNewest(true);
$("scroll").onscroll = talk.scrolled;
document.onvisibilitychange = () => { if (!document.hidden) document.title = bot.first_name; };
speak(localStorage.getItem("language") ?? navigator.language);
open();
