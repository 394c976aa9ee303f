// The colours of the chat in which the page was opened, where Telegram passed them and all that is written stays readable in them.
"use strict";
(() => {
  const names = { bg_color: ["--ground"], section_bg_color: ["--sheet", "--panel"], text_color: ["--ink"], subtitle_text_color: ["--muted"] };
  const READABLE = 4.5; // WCAG 2.2, text of any size
  const root = document.documentElement;
  const light = (colour) => {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  let passed = {};
  try {
    passed = JSON.parse(new URLSearchParams(location.hash.slice(1)).get("tgWebAppThemeParams") || sessionStorage.getItem("theme") || "{}");
  } catch { /* its own colours will do */ }
  for (const name of Object.keys(passed)) if (!/^#[0-9a-f]{6}$/i.test(passed[name])) delete passed[name];
  if (!passed.bg_color) return;
  root.dataset.theme = light(passed.bg_color) < 0.18 ? "dark" : "light"; // what the chat does not pass is ours, of the same kind
  const style = () => getComputedStyle(root);
  const colour = (variable) => style().getPropertyValue(variable).trim();
  for (const [name, variables] of Object.entries(names)) {
    if (passed[name]) for (const one of variables) root.style.setProperty(one, passed[name]);
  }
  const on = ["--ground", "--sheet", "--panel"].map(colour);
  const written = ["--ink", "--muted", "--accent", "--good", "--warm", "--bad"].map(colour);
  if (on.some((back) => written.some((text) => contrast(back, text) < READABLE))) root.removeAttribute("style");
  document.addEventListener("DOMContentLoaded", () => {
    for (const source of document.querySelectorAll('source[media*="dark"]')) source.media = root.dataset.theme === "dark" ? "all" : "not all";
  });
})();
