// In Telegram: hand over what Telegram signed (it stands behind the # and never reaches a server by itself), take its colours, go in.
// It is remembered in this tab, as Telegram's own script does, so that a page that closed after a while opens again by itself; it
// counts for an hour from when Telegram signed it, and goes when its leader signs out.
"use strict";
const launch = new URLSearchParams(location.hash.slice(1));
const address = new URLSearchParams(location.search);
const PLACES = { answers: "/", dilemmas: "/dilemmas", moods: "/moods", lookbacks: "/lookbacks", settings: "/settings" };

function kept(name) {
  try {
    return sessionStorage.getItem(name) || "";
  } catch { /* a browser that keeps nothing asks to be opened anew */
    return "";
  }
}

function keep(name, value) {
  try {
    if (value) sessionStorage.setItem(name, value);
    else sessionStorage.removeItem(name);
  } catch { /* then it shows its own colours */ }
}

function target() {
  const started = address.get("tgWebAppStartParam") || launch.get("tgWebAppStartParam") || "";
  const back = address.get("to") || "";
  return /^\/[a-z0-9/-]*$/i.test(back) && !back.startsWith("//") ? back : Object.hasOwn(PLACES, started) ? PLACES[started] : "/";
}

async function enter(signed) {
  const answer = await fetch("/open", { method: "POST", body: signed, credentials: "same-origin" });
  if (answer.ok) {
    location.replace(target());
  } else {
    keep("telegram", "");
    document.getElementById("again").hidden = false;
    document.getElementById("first").hidden = true;
  }
}

if (address.has("out")) keep("telegram", "");
const passed = launch.get("tgWebAppData");
if (passed) {
  keep("telegram", passed);
  keep("theme", launch.get("tgWebAppThemeParams"));
}
const signed = passed || kept("telegram");
if (signed) enter(signed);
