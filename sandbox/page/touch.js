// Gestures on a message: swipe to the left replies, a long press or the right mouse button opens its menu.
const FAR = 56; // px of swiping that count as a reply
const LONG = 450; // ms of holding that count as a long press

/** Watch `list`; `find(node)` gives the message of an item, hands as in message.js. */
export function watch(list, find, hands) {
  let press;
  let swallow = false; // the click that follows a long press or a swipe is none
  const end = () => {
    if (!press) return;
    clearTimeout(press.timer);
    press.item.style.translate = "";
    press = undefined;
  };
  list.addEventListener("pointerdown", (event) => {
    swallow = false;
    const item = event.target.closest(".bubble")?.closest(".message:not(.typing)");
    if (!item || event.pointerType === "mouse") return;
    const open = () => { end(); swallow = true; hands.options(find(item), item.querySelector(".bubble")); };
    press = { item, x: event.clientX, y: event.clientY, timer: setTimeout(open, LONG) };
  });
  list.addEventListener("pointermove", (event) => {
    if (!press) return;
    const across = Math.min(0, event.clientX - press.x);
    if (Math.hypot(across, event.clientY - press.y) > 8) clearTimeout(press.timer);
    press.item.style.translate = `${Math.max(-FAR * 1.3, across)}px`;
  });
  list.addEventListener("pointerup", (event) => {
    const message = press && press.x - event.clientX > FAR && find(press.item);
    end();
    if (!message) return;
    swallow = true;
    hands.reply(message);
  });
  list.addEventListener("pointercancel", end);
  list.addEventListener("click", (event) => {
    if (!swallow) return;
    swallow = false;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
  list.addEventListener("contextmenu", (event) => {
    const item = event.target.closest(".bubble")?.closest(".message:not(.typing)");
    if (!item || event.target.closest("a, .photo") || !window.getSelection().isCollapsed) return;
    event.preventDefault();
    if (event.pointerType === "mouse") hands.options(find(item), item.querySelector(".bubble"));
  });
}
