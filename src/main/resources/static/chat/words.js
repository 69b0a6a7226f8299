// The page's own words: Chinese, or English where the browser speaks that, or the person chose it.
import { read, write } from "./store.js";

const CHOSEN = "ximen.language";
const KINDS = [
  ["en", (element) => element.textContent, (element, words) => (element.textContent = words)],
  ["enLabel", (element) => element.ariaLabel, (element, words) => (element.ariaLabel = words)],
  ["enPlaceholder", (element) => element.placeholder, (element, words) => (element.placeholder = words)],
];
const chinese = new Map(KINDS.map(([kind]) => [kind, new Map()])); // what stood there before

let english = (read(CHOSEN) ?? (/^zh\b/i.test(navigator.language) ? "zh" : "en")) === "en";

export const isEnglish = () => english;

/** One of two, as the page speaks now. */
export const say = (inChinese, inEnglish) => (english ? inEnglish : inChinese);

/** Puts the page's fixed words into its language. */
export function showWords() {
  document.documentElement.lang = say("zh-CN", "en");
  for (const [kind, get, set] of KINDS) {
    const before = chinese.get(kind);
    const attribute = kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const element of document.querySelectorAll(`[data-${attribute}]`)) {
      if (!before.has(element)) before.set(element, get(element));
      set(element, say(before.get(element), element.dataset[kind]));
    }
  }
  document.title = [...document.querySelectorAll("h1 .name, h1 .street")].reverse().map((each) => each.textContent).join(" · ");
}

/** The person chose a language. */
export function choose(language) {
  english = language === "en";
  write(CHOSEN, language);
  showWords();
}
