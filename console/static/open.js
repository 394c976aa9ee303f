// In Telegram: hand over what Telegram signed (it stands behind the # and never reaches a server by itself), take its colours, go in.
"use strict";
const launch = new URLSearchParams(location.hash.slice(1));

function remember() {
  try {
    sessionStorage.setItem("theme", launch.get("tgWebAppThemeParams") || "");
  } catch { /* a browser that keeps nothing shows its own colours */ }
}

async function enter(signed) {
  const answer = await fetch("/open", { method: "POST", body: signed, credentials: "same-origin" });
  if (answer.ok) location.replace("/");
}

const signed = launch.get("tgWebAppData");
if (signed) {
  remember();
  enter(signed);
}
