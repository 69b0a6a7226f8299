// The parts of a reply that are more than words: sources, case number, buttons.
import { make, makeButton } from "./dom.js";
import { conversation } from "./store.js";
import { say } from "./words.js";

/** The text with its marks 〔1〕 set off. */
export function words(text) {
  const block = make("div", "words");
  for (const part of text.split(/(〔\d+〕)/)) {
    block.append(/^〔\d+〕$/.test(part) ? make("span", "mark", part) : part);
  }
  return block;
}

export function citations(list) {
  const block = make("ol", "citations");
  block.setAttribute("aria-label", say("依据", "Sources"));
  list.forEach((each, place) => block.append(citation(each, place + 1, each.language === "en" ? WORDS.en : WORDS.zh)));
  return block;
}

function citation(each, number, words) {
  const item = make("li");
  const name = make("p", "name");
  name.append(make("span", "mark", `〔${number}〕`), ` ${each.title ?? ""}`);
  const where = [each.section, each.issuer].filter(Boolean).join(" · ");
  const facts = make("p", "facts");
  facts.append(...validity(each, words), ...dates(each, words));
  item.append(name, ...(where ? [make("p", "facts", where)] : []), facts, opens(each, words));
  return item;
}

function dates(each, words) {
  const list = [
    each.published && words.published(each.published),
    each.effective && words.effective(each.effective),
    each.expires && words.expires(each.expires),
  ].filter(Boolean);
  return list.map((date, place) => make("span", "", place < list.length - 1 ? `${date} ·\u00a0` : date));
}

// Dates are the street's: the day is Shanghai's, whatever the telephone thinks.
const today = () => new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit",
}).format(new Date());

// As the article speaks.
const WORDS = {
  zh: {
    expired: "已失效", later: "尚未施行", aged: "超过一年未核对", checked: (month) => `${month} 核对`,
    published: (day) => `${day} 发布`, effective: (day) => `${day} 起施行`, expires: (day) => `有效期至 ${day}`,
    whole: "看全文", original: "原文网页", source: (name) => `来源：${name}`, opens: (label, title) => `${label}：${title}（打开新页面）`,
  },
  en: {
    expired: "no longer in force", later: "not yet in force", aged: "not checked for over a year", checked: (month) => `checked ${month}`,
    published: (day) => `published ${day}`, effective: (day) => `in force since ${day}`, expires: (day) => `until ${day}`,
    whole: "Read it all", original: "Original page", source: (name) => `Source: ${name}`, opens: (label, title) => `${label}: ${title} (opens a new page)`,
  },
};

// A badge says what was found; where nobody has checked, nothing is claimed.
function validity({ effective, expires, checked }, words) {
  const badge = (kind, text) => [make("span", `validity ${kind}`, text)];
  if (expires && expires < today()) return badge("expired", words.expired);
  if (effective && effective > today()) return badge("later", words.later);
  if (!checked || checked > today()) return [];
  if (yearAfter(checked) < today()) return badge("aged", words.aged);
  return badge("current", words.checked(checked.slice(0, 7)));
}

const yearAfter = (day) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

function opens({ article, source, title }, words) {
  const block = make("p", "opens");
  if (article) block.append(link(`/articles/${article.split("/").map(encodeURIComponent).join("/")}`, words.whole, title, words));
  if (/^https?:\/\//i.test(source ?? "")) block.append(link(source, words.original, title, words));
  else if (source) block.append(make("span", "facts", words.source(source)));
  return block;
}

function link(address, label, title, words) {
  const anchor = make("a", "", label);
  anchor.href = address;
  anchor.target = "_blank";
  anchor.rel = "noopener";
  anchor.setAttribute("aria-label", words.opens(label, title ?? ""));
  return anchor;
}

/** A picture of what came of a case; only this conversation gets it. */
export function picture(id) {
  const image = make("img", "result");
  image.src = `/api/chat/photos/${encodeURIComponent(id)}?${new URLSearchParams({ conversation: conversation() })}`;
  image.alt = say("处理后的照片", "Picture of how it was left");
  image.loading = "lazy";
  image.addEventListener("error", () => image.replaceWith(make("p", "facts", say("照片看不到了", "The picture is gone"))));
  return image;
}

export function caseNumber(number) {
  const block = make("div", "case");
  const copy = makeButton("copy", say("复制", "Copy"), async () => {
    copy.removeAttribute("aria-label");
    copy.textContent = (await copied(number, digits)) ? say("已复制", "Copied") : say("请长按编号复制", "Press long on the number");
  });
  copy.setAttribute("aria-label", say(`复制案件编号 ${number}`, `Copy case number ${number}`));
  const digits = make("span", "number", number);
  block.append(make("span", "label", say("案件编号", "Case number")), digits, copy);
  return block;
}

// navigator.clipboard exists only on https and localhost; the older way needs a selection.
async function copied(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(shown);
    return document.execCommand("copy");
  }
}

/** Buttons; those of a turn that is over stay readable but dead. */
export function choices(list, alive, press) {
  const block = make("div", "choices");
  block.setAttribute("role", "group");
  block.setAttribute("aria-label", say("可以点选", "To choose"));
  for (const choice of list) {
    const button = makeButton("", choice.label, () => {
      button.classList.add("chosen");
      press(choice);
    });
    button.disabled = !alive;
    block.append(button);
  }
  return block;
}
