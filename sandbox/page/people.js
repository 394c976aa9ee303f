// The first screen: choose who you are, or introduce yourself as a newcomer.
import { $, icon, make } from "./dom.js";
import { toast } from "./overlay.js";
import { post } from "./server.js";
import { language, say } from "./words.js";

const LANGUAGES = { nl: "Nederlands", en: "English" };

/** Show the users to be; `choose(user)` is called with the one picked or newly made. */
export function showPeople(users, bot, choose) {
  const newcomer = users.length === 0;
  $("people-title").textContent = newcomer ? say("meetBot", bot.first_name) : say("whoAreYou");
  $("people-lead").textContent = say(newcomer ? "meetLead" : "whoLead");
  $("people-list").replaceChildren(...users.map((user) => row(user, choose)));
  $("meet").classList.toggle("alone", newcomer);
  $("meet").elements.language_code.value = language();
  $("meet").onsubmit = (event) => { event.preventDefault(); meet(new FormData(event.target), choose); };
  $("chat").hidden = true;
  $("people").hidden = false;
  if (newcomer) $("meet").elements.first_name.focus();
}

function row(user, choose) {
  const button = make("button", { type: "button", className: "person", onclick: () => choose(user) });
  const face = make("span", { className: `avatar tint-${user.id % 5}`, textContent: [...user.first_name][0] ?? "?", ariaHidden: "true" });
  const words = make("span", { className: "lines" }, make("b", { textContent: user.first_name, dir: "auto" }));
  const spoken = LANGUAGES[user.language_code];
  if (spoken) words.append(make("span", { textContent: spoken }));
  button.append(face, words, icon("back"));
  return make("li", {}, button);
}

async function meet(form, choose) {
  const first_name = form.get("first_name").trim();
  if (!first_name) return;
  try {
    choose(await post("/user", { first_name, language_code: form.get("language_code") }));
    $("meet").reset();
  } catch {
    toast(say("notDone"));
  }
}
