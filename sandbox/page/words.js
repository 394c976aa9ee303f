// Every word of the interface, Dutch and English side by side; messages themselves are never translated here.
export const WORDS = {
  away: { nl: "Even geen verbinding. Ik blijf het proberen.", en: "No connection for a moment. Trying again." },
  attach: { nl: "Iets meesturen", en: "Attach something" },
  block: { nl: "Bot blokkeren", en: "Block the bot" },
  blocked: { nl: "geblokkeerd", en: "blocked" },
  bot: { nl: "bot", en: "bot" },
  cancel: { nl: "Annuleren", en: "Cancel" },
  clock: { nl: "Gesimuleerde tijd", en: "Simulated time" },
  close: { nl: "Sluiten", en: "Close" },
  commands: { nl: "Opdrachten", en: "Commands" },
  contact: { nl: "Contact", en: "Contact" },
  copied: { nl: "Gekopieerd", en: "Copied" },
  copy: { nl: "Kopiëren", en: "Copy" },
  document: { nl: "Bestand", en: "File" },
  download: { nl: "{0} downloaden", en: "Download {0}" },
  edit: { nl: "Bewerken", en: "Edit" },
  edited: { nl: "bewerkt", en: "edited" },
  editing: { nl: "Bericht bewerken", en: "Edit message" },
  emptyChat: { nl: "Nog geen berichten. Druk op START om kennis te maken.", en: "No messages yet. Press START to get acquainted." },
  enlarge: { nl: "Foto vergroten", en: "Enlarge photo" },
  local: {
    nl: "Een lokaal gesprek met een gesimuleerde klok. Niets verlaat deze computer.",
    en: "A local conversation with a simulated clock. Nothing leaves this computer.",
  },
  location: { nl: "Locatie", en: "Location" },
  meet: { nl: "Maak kennis", en: "Meet the bot" },
  meetBot: { nl: "Maak kennis met {0}", en: "Meet {0}" },
  meetLead: { nl: "Vertel hoe je heet, dan kan het gesprek beginnen.", en: "Say your name and the conversation can begin." },
  menu: { nl: "Menu", en: "Menu" },
  messages: { nl: "Berichten", en: "Messages" },
  newcomer: { nl: "Iemand anders", en: "Someone else" },
  nothingHere: { nl: "Deze bot heeft geen opdrachten", en: "This bot has no commands" },
  notDone: { nl: "Dat lukte niet. Probeer het nog eens.", en: "That did not work. Please try again." },
  notSent: { nl: "Niet verstuurd. Je tekst staat nog in het vak.", en: "Not sent. Your text is still in the box." },
  ok: { nl: "Oké", en: "OK" },
  options: { nl: "Acties bij dit bericht", en: "Actions for this message" },
  other: { nl: "Bericht", en: "Message" },
  otherLanguage: { nl: "English", en: "Nederlands" },
  people: { nl: "Wissel van persoon", en: "Switch person" },
  photo: { nl: "Foto", en: "Photo" },
  reacted: { nl: "{0} reageert met {1}", en: "{0} reacts with {1}" },
  reply: { nl: "Beantwoorden", en: "Reply" },
  replyTo: { nl: "Antwoord op {0}", en: "Reply to {0}" },
  seconds: { nl: "{0} seconden", en: "{0} seconds" },
  send: { nl: "Versturen", en: "Send" },
  showAll: { nl: "Alles tonen", en: "Show all" },
  showLess: { nl: "Minder tonen", en: "Show less" },
  spoiler: { nl: "Verborgen tekst, druk om te tonen", en: "Hidden text, press to show" },
  start: { nl: "START", en: "START" },
  sticker: { nl: "Sticker", en: "Sticker" },
  toNewest: { nl: "Naar het nieuwste bericht", en: "To the newest message" },
  typing: { nl: "is aan het typen", en: "is typing" },
  unblock: { nl: "Blokkering opheffen", en: "Unblock" },
  voice: { nl: "Spraakbericht", en: "Voice message" },
  whoAreYou: { nl: "Wie ben je?", en: "Who are you?" },
  whoLead: { nl: "Kies met wie je verder praat, of begin als iemand anders.", en: "Choose whose conversation to continue, or begin as someone else." },
  write: { nl: "Schrijf een bericht", en: "Write a message" },
  you: { nl: "Jij", en: "You" },
  yourLanguage: { nl: "Taal", en: "Language" },
  yourName: { nl: "Je naam", en: "Your name" },
};

let spoken = "nl";

export const language = () => spoken;

/** The interface text under `key`, with {0}, {1} … replaced by the rest of the arguments. */
export const say = (key, ...fill) => WORDS[key][spoken].replace(/\{(\d)\}/g, (_, place) => fill[place]);

/** Speak nl for Dutch codes and en for all others, and put every fixed text of the page in that language. */
export function speak(code) {
  spoken = /^nl\b/i.test(code || "") ? "nl" : "en";
  document.documentElement.lang = spoken;
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
  for (const node of document.querySelectorAll("[data-label]")) {
    node.ariaLabel = say(node.dataset.label);
    if (node.matches("button, time")) node.title = node.ariaLabel;
  }
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = say(node.dataset.placeholder);
}
