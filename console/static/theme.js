// The colours of the chat in which the page was opened, where Telegram passed them.
"use strict";
(() => {
  const names = { bg_color: ["--ground"], section_bg_color: ["--sheet", "--panel"], text_color: ["--ink"], subtitle_text_color: ["--muted"] };
  let passed = {};
  try {
    passed = JSON.parse(sessionStorage.getItem("theme") || "{}");
  } catch { /* its own colours will do */ }
  for (const [name, variables] of Object.entries(names)) {
    if (/^#[0-9a-f]{6}$/i.test(passed[name] || "")) for (const one of variables) document.documentElement.style.setProperty(one, passed[name]);
  }
})();
