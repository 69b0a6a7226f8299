// The conversation as it is seen.
import { make, makeButton } from "./dom.js";
import * as cards from "./cards.js";
import { say } from "./words.js";

const CARDS = {
  RECEIPT: ["登记回执", "Receipt"], STATUS: ["办理进度", "Progress"], NOTICE: ["街道通知", "Notice"], ERROR: ["没有办成", "Not done"],
};

// A status without a case, such as “subscribed”, is said like any other words.
const isCard = ({ kind, case: number }) => kind in CARDS && (kind !== "STATUS" || Boolean(number));

const clock = () => new Intl.DateTimeFormat(say("zh-CN", "en-GB"), {
  timeZone: "Asia/Shanghai", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false,
});

export class Log {
  #shown = new Map();

  /**
   * @param list  the element with role log
   * @param press (choice) a button of a reply was pressed
   * @param drop  (key) the person gives an unsent message up
   */
  constructor(list, press, drop) {
    this.list = list;
    this.press = press;
    this.drop = drop;
  }

  /** Shows an entry once; returns its element, or null when it is shown already. */
  show(entry, alive) {
    if (this.#shown.has(entry.key)) return null;
    const element = entry.who === "me" ? mine(entry) : this.#theirs(entry, alive);
    element.dataset.key = entry.key;
    element.tabIndex = -1;
    this.#shown.set(entry.key, element);
    this.list.append(element);
    return element;
  }

  #theirs(entry, alive) {
    const kind = entry.kind ?? "ANSWER";
    const element = make("article", `entry bot ${kind.toLowerCase()}${isCard(entry) ? " card" : ""}`);
    element.dataset.kind = kind;
    element.append(bubble(entry, kind));
    if (entry.choices?.length) element.append(cards.choices(entry.choices, alive, this.press));
    return element;
  }

  /** The line under an own message: null takes it away. */
  state(key, sentence, { wrong = false, droppable = false } = {}) {
    const element = this.#shown.get(key);
    if (!element) return;
    const line = element.querySelector(".state") ?? element.appendChild(make("p", "state"));
    if (!sentence) return line.remove();
    line.classList.toggle("wrong", wrong);
    // Only a changed sentence is written, or a screen reader would say it at every attempt.
    if (line.firstChild?.textContent !== sentence) line.replaceChildren(make("span", "", sentence));
    const button = line.querySelector("button");
    if (droppable && !button) line.append(makeButton("", say("不发了", "Do not send"), () => this.drop(key)));
    if (!droppable) button?.remove();
  }

  /** A new turn has begun: the buttons of older ones are over. */
  endChoices() {
    for (const button of this.list.querySelectorAll(".choices button")) button.disabled = true;
  }

  clear() {
    this.#shown.clear();
    this.list.replaceChildren();
  }
}

function mine(entry) {
  const element = make("article", "entry me");
  const block = make("div", "bubble");
  block.append(make("span", "unseen", say("我：", "Me: ")));
  if (entry.preview) {
    const image = make("img");
    image.src = entry.preview;
    image.alt = entry.text;
    block.append(image);
  } else {
    block.append(make("div", "words", entry.text));
  }
  element.append(block);
  return element;
}

function bubble(entry, kind) {
  const block = make("div", "bubble");
  block.append(isCard(entry) ? heading(entry, kind) : make("span", "unseen", say("小助：", "Assistant: ")));
  const parts = [cards.words(entry.text ?? "")];
  if (entry.picture) parts.push(cards.picture(entry.picture));
  if (entry.case) parts.push(cards.caseNumber(entry.case));
  if (kind === "RECEIPT") parts.reverse();
  if (entry.citations?.length) parts.push(cards.citations(entry.citations));
  if (entry.next?.length) parts.push(steps(entry.next));
  block.append(...parts);
  return block;
}

function heading(entry, kind) {
  const line = make("p", "title");
  const time = make("time", "", clock().format(new Date(entry.at)));
  time.dateTime = new Date(entry.at).toISOString();
  line.append(make("span", "", say(...CARDS[kind])), time);
  return line;
}

function steps(next) {
  const list = make("ul");
  for (const step of next) list.append(make("li", "", step));
  return list;
}
