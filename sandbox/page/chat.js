// The chat page: joins the server's events, the conversation on screen and what the visitor does.
import { begin, focusBox, useComposer } from "./composer.js";
import { clockDay, clockFull, clockTime, setNow, today, useZone } from "./dates.js";
import { $ } from "./dom.js";
import { alertBox, enlarge, openMenu, toast } from "./overlay.js";
import { showPeople } from "./people.js";
import { follow, post, read } from "./server.js";
import * as talk from "./talk.js";
import { watch } from "./touch.js";
import { language, say, speak } from "./words.js";

const TYPING = 6000; // ms after which "is typing" fades when no message came
const PRESSED = 15000; // ms after which a pressed button rests when no answer came
const query = new URLSearchParams(window.location.search);
let bot = { first_name: "Bot", username: "" };
let me;
let following = new AbortController();
let typingEnds;
let queue = Promise.resolve(); // one send at a time keeps the order of what was written

const path = (rest) => `/user/${me.id}/${rest}`;

const hands = {
  botName: () => bot.first_name,
  command: (text) => send(text),
  enlarge,
  jump: talk.jump,
  options: messageMenu,
  press,
  reply: (message) => begin({ mode: "reply", message }),
  send,
  openCommands: () => commandMenu(),
};

async function open() {
  try {
    const house = await read("/user");
    bot = house.bot;
    useZone(house.zone);
    tick(house.clock);
    const known = house.users.find(({ id }) => String(id) === (query.get("user") ?? localStorage.getItem("user")));
    if (known) enter(known);
    else choose(house.users);
    away(false);
  } catch (error) {
    if (!(error instanceof TypeError) && !error.status) throw error;
    away(true);
    setTimeout(open, 2000);
  }
}

function choose(users) {
  following.abort();
  me = undefined;
  speak(localStorage.getItem("language") ?? navigator.language);
  document.title = bot.first_name;
  showPeople(users, bot, enter);
}

function enter(user) {
  me = user;
  localStorage.setItem("user", user.id);
  query.set("user", user.id);
  rememberAddress();
  speak(localStorage.getItem("language") ?? user.language_code);
  dress();
  $("people").hidden = true;
  $("chat").hidden = false;
  talk.showAll([]);
  following.abort();
  following = new AbortController();
  follow(user.id, following.signal, { history, batch, gone: leave, online: () => away(false), offline: () => away(true) });
  begin({ mode: "new" }, "");
}

async function leave() {
  localStorage.removeItem("user");
  query.delete("user");
  rememberAddress();
  await open();
}

const rememberAddress = () => window.history.replaceState(null, "", query.size ? `?${query}` : window.location.pathname);

/** Put names, clock and status in the language of now. */
function dress() {
  document.title = bot.first_name;
  $("bot-name").textContent = bot.first_name;
  $("empty").querySelector("h2").textContent = bot.first_name;
  tick();
  status(false);
}

function tick(iso) {
  if (iso) setNow(iso);
  const [time, day] = $("clock").children;
  const moved = $("clock").dataset.day && $("clock").dataset.day !== today();
  $("clock").dataset.day = today();
  time.textContent = clockTime();
  day.textContent = clockDay();
  $("clock").dateTime = iso ?? $("clock").dateTime;
  $("clock").title = `${say("clock")}: ${clockFull()}`;
  $("clock").ariaLabel = $("clock").title;
  if (moved) { $("clock").classList.remove("leap"); requestAnimationFrame(() => $("clock").classList.add("leap")); }
}

function status(typing) {
  $("status").textContent = typing ? say("typing") : say(me?.blocked ? "blocked" : "bot");
  $("status").classList.toggle("busy", typing);
}

const away = (gone) => { $("banner").hidden = !gone; };

function history(messages) {
  talk.showAll(messages);
  foot();
}

function batch({ messages = [], deleted = [], callback_answers: answers = [], typing = false, clock }) {
  tick(clock);
  const heard = talk.update(messages, deleted, typing);
  status(typing);
  clearTimeout(typingEnds);
  if (typing) typingEnds = setTimeout(() => { talk.stopTyping(); status(false); }, TYPING);
  if (heard && document.hidden) document.title = `• ${bot.first_name}`;
  for (const answer of answers) answered(answer);
  foot();
}

function answered({ text, show_alert: loud }) {
  for (const button of document.querySelectorAll(".keyboard .busy")) rest(button);
  if (text) (loud ? alertBox : toast)(text);
}

/** What stands at the bottom: the text box, START (a deep link or an empty chat), or the way out of a block. */
function foot() {
  const starting = query.has("start") || talk.isEmpty();
  $("empty").hidden = !talk.isEmpty();
  $("unblock").hidden = !me.blocked;
  $("start").hidden = me.blocked || !starting;
  $("composer").hidden = me.blocked || starting;
}

async function start() {
  const payload = query.get("start");
  query.delete("start");
  rememberAddress();
  await send(payload ? `/start ${payload}` : "/start");
  foot();
  focusBox();
}

function send(text, { mode, message } = { mode: "new" }) {
  const post_ = {
    new: () => post(path("send"), { text }),
    reply: () => post(path("send"), { text, reply_to: message.message_id }),
    edit: () => post(path("edit"), { message_id: message.message_id, text }),
  }[mode];
  queue = queue.then(post_).catch(() => {
    begin({ mode, message }, [text, $("text").value].filter(Boolean).join("\n"));
    toast(say("notSent"));
  });
  return queue;
}

async function act(rest_, body) {
  try {
    return await post(path(rest_), body);
  } catch {
    toast(say("notDone"));
    return undefined;
  }
}

async function press(message, key, button) {
  if (key.url) return openLink(key.url);
  if (key.web_app) return openLink(key.web_app.url);
  if (key.copy_text) return copy(key.copy_text.text);
  if (!key.callback_data) return undefined;
  button.classList.add("busy");
  button.ariaBusy = "true";
  setTimeout(rest, PRESSED, button);
  const taken = await act("press", { message_id: message.message_id, data: key.callback_data });
  if (!taken) rest(button);
  return taken;
}

function rest(button) {
  button.classList.remove("busy");
  button.removeAttribute("aria-busy");
}

/** Open a link in a new tab; a deep link to this bot stays here and offers START. */
function openLink(address) {
  const url = new URL(address, window.location.href);
  if (url.host === "t.me" && url.pathname === `/${bot.username}` && url.searchParams.has("start")) {
    query.set("start", url.searchParams.get("start"));
    foot();
  } else if (["https:", "http:"].includes(url.protocol)) window.open(url, "_blank", "noopener");
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(say("copied"));
}

function messageMenu(message, anchor) {
  const items = [{ label: say("reply"), icon: "reply", act: () => begin({ mode: "reply", message }) }];
  if (message.own && message.text) items.push({ label: say("edit"), icon: "edit", act: () => begin({ mode: "edit", message }) });
  const text = message.text ?? message.caption;
  if (text && !message.has_protected_content) items.push({ label: say("copy"), icon: "copy", act: () => copy(text) });
  openMenu(anchor, items);
}

async function commandMenu() {
  const { commands } = await read(path("commands"));
  const items = commands.map(({ command, description }) =>
    ({ label: `/${command}`, hint: description, act: () => { begin({ mode: "new" }, ""); send(`/${command}`); } }));
  if (items.length) openMenu($("commands"), items);
  else toast(say("nothingHere"));
}

function attachMenu() {
  const kinds = ["photo", "document", "voice", "sticker", "location", "contact"];
  openMenu($("attach"), kinds.map((kind) => ({ label: say(kind), icon: kind, act: () => act("media", { kind }) })));
}

function mainMenu() {
  openMenu($("more"), [
    { label: say("language"), icon: "language", act: switchLanguage },
    { label: say("people"), icon: "contact", act: leave },
    me.blocked
      ? { label: say("unblock"), icon: "check", act: () => block(false) }
      : { label: say("block"), icon: "block", danger: true, act: () => block(true) },
  ]);
}

function switchLanguage() {
  localStorage.setItem("language", language() === "nl" ? "en" : "nl");
  speak(localStorage.getItem("language"));
  dress();
  talk.redraw();
}

async function block(blocked) {
  if (!(await act("block", { blocked }))) return;
  me.blocked = blocked;
  status(false);
  foot();
}

talk.useHands(hands);
useComposer(hands);
watch($("messages"), talk.messageOf, hands);
$("back").onclick = leave;
$("more").onclick = mainMenu;
$("attach").onclick = attachMenu;
$("commands").onclick = commandMenu;
$("start").onclick = start;
$("unblock").onclick = () => block(false);
$("down").onclick = () => talk.toNewest(true);
$("scroll").onscroll = talk.scrolled;
document.onvisibilitychange = () => { if (!document.hidden) document.title = bot.first_name; };
speak(localStorage.getItem("language") ?? navigator.language);
open();
