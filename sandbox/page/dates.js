// Dates and times in the viewer's language; "now" is always the simulated clock, never the computer's.
import { language } from "./words.js";

let now = new Date();

export const setNow = (iso) => { now = new Date(iso); };

const format = (date, options) => new Intl.DateTimeFormat(language() === "nl" ? "nl-NL" : "en-GB", options).format(date);

export const fromUnix = (seconds) => new Date(seconds * 1000);
export const timeOf = (date) => format(date, { hour: "2-digit", minute: "2-digit" });
export const dayKey = (date) => date.toDateString();

/** "maandag 7 december", with the year only when it is not the year of the simulated clock. */
export function dayOf(date) {
  const year = format(date, { year: "numeric" }) === format(now, { year: "numeric" }) ? undefined : "numeric";
  return format(date, { weekday: "long", day: "numeric", month: "long", year });
}

export const today = () => dayKey(now);
export const clockTime = () => timeOf(now);
export const clockDay = () => format(now, { weekday: "short", day: "numeric", month: "short" });
export const clockFull = () => format(now, { dateStyle: "full", timeStyle: "short" });

const STEPS = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

function relative(date) {
  const seconds = Math.round((date - now) / 1000);
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? STEPS.at(-1);
  return new Intl.RelativeTimeFormat(language(), { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

/** The text of a date_time entity: "r" relative, else any of w (weekday), d or D (date), t or T (time). */
export function entityTime(seconds, letters) {
  const date = fromUnix(seconds);
  if (letters === "r") return relative(date);
  const has = (letter) => letters.includes(letter);
  const month = has("D") ? "long" : has("d") ? "short" : undefined;
  const clock = has("t") || has("T") ? "2-digit" : undefined;
  return format(date, {
    weekday: has("w") ? "long" : undefined,
    day: month && "numeric", month, year: month && "numeric",
    hour: clock, minute: clock, second: has("T") ? "2-digit" : undefined,
  });
}
