// Inside Telegram: its own back button leads up from a page below another, as the link at the top of that page does.
// The few messages of https://docs.telegram-mini-apps.com/platform/events that this takes; no script of others runs here.
"use strict";
(() => {
  const up = document.querySelector(".crumb a");
  const tell = (name, data) => {
    if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(name, JSON.stringify(data));
    else if (window.parent !== window) window.parent.postMessage(JSON.stringify({ eventType: name, eventData: data }), "https://web.telegram.org");
  };
  const told = (name) => {
    if (name === "back_button_pressed" && up) location.assign(up.href);
  };
  window.Telegram = { WebView: { receiveEvent: told } };
  window.TelegramGameProxy = { receiveEvent: told };
  window.addEventListener("message", (event) => {
    if (event.origin !== "https://web.telegram.org" || typeof event.data !== "string") return;
    try {
      told(JSON.parse(event.data).eventType);
    } catch { /* not for us */ }
  });
  tell("web_app_ready", {});
  tell("web_app_setup_back_button", { is_visible: Boolean(up) });
})();
