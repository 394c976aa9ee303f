// The text box: grows with its text, Enter sends, and a bar above it says what is being answered or edited.
import { $ } from "./dom.js";
import { gist, nameOf } from "./message.js";
import { closeMenu, enterMenu } from "./overlay.js";
import { lastOwn } from "./talk.js";
import { say } from "./words.js";

let about = { mode: "new" };
let hands;

/** hands: send(text, about), typed(text) after each change, botName() */
export function useComposer(given) {
  hands = given;
  const box = $("text");
  box.oninput = () => { grow(); hands.typed(box.value); };
  box.onkeydown = onKey;
  $("forget").onclick = () => begin({ mode: "new" });
  $("composer").onsubmit = (event) => { event.preventDefault(); submit(); };
}

function onKey(event) {
  const box = $("text");
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); submit(); }
  else if (event.key === "Escape") { closeMenu(); if (about.mode !== "new") begin({ mode: "new" }); }
  else if (event.key === "ArrowUp" && enterMenu()) event.preventDefault();
  else if (event.key === "ArrowUp" && !box.value && lastOwn()) { event.preventDefault(); begin({ mode: "edit", message: lastOwn() }); }
}

function submit() {
  const text = $("text").value.trim();
  if (!text) return;
  const sent = about;
  closeMenu();
  $("text").value = "";
  begin({ mode: "new" });
  hands.send(text, sent);
}

function grow() {
  const box = $("text");
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
  $("send").disabled = !box.value.trim();
}

/** Answer or edit a message: { mode: "reply" | "edit", message }, or go back to { mode: "new" }. */
export function begin(next, text) {
  const box = $("text");
  if (next.mode === "edit") box.value = next.message.text;
  else if (about.mode === "edit") box.value = "";
  if (text !== undefined) box.value = text;
  about = next;
  $("about").hidden = about.mode === "new";
  if (about.mode !== "new") fillBar(about);
  $("send-icon").setAttribute("href", about.mode === "edit" ? "#i-check" : "#i-send");
  grow();
  if (about.mode === "new") focusBox();
  else box.focus();
}

/** A message that asks for words opens its reply by itself, unless something is being written. */
export function asked(message) {
  if (about.mode === "new" && !$("text").value) {
    about = { mode: "reply", message };
    $("about").hidden = false;
    fillBar(about);
    focusBox();
  }
}

/** Put the cursor in the text box, unless that would make a screen keyboard pop up unasked. */
export function focusBox() {
  if (!window.matchMedia("(pointer: coarse)").matches) $("text").focus();
}

function fillBar({ mode, message }) {
  const [title, line] = $("about").querySelectorAll("b, div > span");
  title.textContent = mode === "edit" ? say("editing") : say("replyTo", nameOf(message, hands));
  line.textContent = gist(message);
  $("about-icon").setAttribute("href", mode === "edit" ? "#i-edit" : "#i-reply");
}
