// What lies over the conversation for a moment: menus, toasts, alerts and the enlarged photo.
import { $, icon, make } from "./dom.js";

const EDGE = 8; // px kept free between a menu and the edge of the window

let opener; // the element whose menu is open; focus goes back to it

/**
 * Open a menu near `anchor` (an element) with items { label, act, icon?, hint?, danger? }; a second time closes it.
 * With `beside` it stands beside what one is typing: it takes no focus and is renewed instead of closed.
 */
export function openMenu(anchor, items, beside = false) {
  if (opener === anchor && !beside) { closeMenu(); return; }
  closeMenu();
  opener = anchor;
  const menu = $("menu");
  menu.replaceChildren(...items.map(menuItem));
  menu.showPopover();
  place(menu, anchor.getBoundingClientRect());
  if (!beside) menu.querySelector("button").focus();
}

/** Below the anchor where there is room, else above it, and always inside the window. */
function place(menu, at) {
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + EDGE + height < window.innerHeight;
  menu.style.left = `${Math.max(EDGE, Math.min(at.left, window.innerWidth - width - EDGE))}px`;
  menu.style.top = `${Math.max(EDGE, below ? at.bottom + 4 : at.top - height - 4)}px`;
}

export function closeMenu() {
  if (!opener) return;
  if ($("menu").contains(document.activeElement)) opener.focus();
  opener = undefined;
  $("menu").hidePopover();
}

/** Move into an open menu, to its last item, which stands nearest to the text box; false when none is open. */
export function enterMenu() {
  if (opener) $("menu").lastElementChild.focus();
  return Boolean(opener);
}

document.addEventListener("pointerdown", ({ target }) => {
  if (!$("menu").contains(target) && !opener?.contains(target)) closeMenu();
});

$("menu").onkeydown = (event) => {
  if (event.key === "Escape" || event.key === "Tab") { event.preventDefault(); closeMenu(); }
  else step(event, [...$("menu").children]);
};

function menuItem({ label, act, icon: name, hint, danger }) {
  const item = make("button", { type: "button", role: "menuitem", className: danger ? "danger" : "" });
  if (name) item.append(icon(name));
  item.append(make("span", {}, make("b", { textContent: label }), ...(hint ? [make("small", { textContent: hint, dir: "auto" })] : [])));
  item.onclick = () => { closeMenu(); act(); };
  return item;
}

function step(event, items) {
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}

let fading;

export function toast(text) {
  const node = $("toast");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { node.hidden = true; }, Math.max(3000, text.length * 60));
}

export function alertBox(text) {
  $("alert").querySelector("p").textContent = text;
  if (!$("alert").open) $("alert").showModal();
}

export function enlarge(url, alt) {
  const viewer = $("viewer");
  Object.assign(viewer.querySelector("img"), { src: url, alt });
  viewer.onclick = () => viewer.close();
  viewer.showModal();
}
