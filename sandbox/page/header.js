// The head of the chat: the bot's name, what it is doing, and the simulated clock.
import { clockDay, clockFull, clockTime, setNow, today } from "./dates.js";
import { $ } from "./dom.js";
import { say } from "./words.js";

/** Put the bot's name where it belongs, and say the rest in the language of now. */
export function showBot(name) {
  document.title = name;
  $("bot-name").textContent = name;
  $("empty").querySelector("h2").textContent = name;
  tick();
}

/** Show the simulated time; a new day makes the clock ripple once. */
export function tick(iso) {
  if (iso) setNow(iso);
  const clock = $("clock");
  const [time, day] = clock.children;
  const leapt = clock.dataset.day && clock.dataset.day !== today();
  time.textContent = clockTime();
  day.textContent = clockDay();
  clock.dataset.day = today();
  clock.title = `${say("clock")}: ${clockFull()}`;
  clock.ariaLabel = clock.title;
  if (!leapt) return;
  clock.classList.remove("leap");
  requestAnimationFrame(() => clock.classList.add("leap"));
}

/** state: "bot", "blocked" or "typing". */
export function status(state) {
  $("status").textContent = say(state);
  $("status").classList.toggle("busy", state === "typing");
}
