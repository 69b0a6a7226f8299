// The residents' page: what is typed, pressed, photographed goes into the queue; what comes back, into the log.
import { at, hint } from "./chat/dom.js";
import { listen } from "./chat/events.js";
import { Log } from "./chat/log.js";
import { startPhotos, takePhotos } from "./chat/photos.js";
import { startPlace } from "./chat/place.js";
import { Queue } from "./chat/queue.js";
import * as store from "./chat/store.js";
import { grow, isAtEnd, offerNewer, reveal, startSight, startType } from "./chat/view.js";
import { choose, say, showWords } from "./chat/words.js";

const photos = new Map(); // photos live in this page only: key → file
const log = new Log(at("log"), (choice) => send({ choice: choice.value }, choice.label), giveUp);
const queue = new Queue((item) => item.photo || store.isPending(item.key), {
  sending: (item, sentence) => log.state(item.key, sentence),
  late: (item, sentence, times) => log.state(item.key, sentence, { wrong: true, droppable: times > 1 }),
  arrived,
  refused,
});

function enqueue(entry) {
  queue.add({ key: entry.key, conversation: store.conversation(), send: entry.send, photo: photos.get(entry.key) });
}

/** A new turn of the person's own. */
function send(what, text, photo) {
  const language = /^\/language (en|zh)$/i.exec(what?.text ?? "")?.[1];
  if (language) choose(language.toLowerCase());
  const entry = { key: store.newId(), at: Date.now(), who: "me", text, send: what, state: "pending" };
  if (photo) photos.set(entry.key, photo.file);
  store.add(entry);
  log.endChoices();
  const element = log.show({ ...entry, preview: photo?.preview });
  if (document.activeElement !== at("text")) element.focus({ preventScroll: true });
  log.state(entry.key, say("等待发送…", "Waiting to be sent…"));
  reveal(element);
  enqueue(entry);
}

const notSent = () => say("没有发出", "Not sent");

function settle(key, state) {
  photos.delete(key);
  store.change(key, { state });
}

function arrived(item, replies) {
  settle(item.key, "sent");
  log.state(item.key, null);
  const elements = replies.map((reply, place) => receive(reply, `${item.key}/${place}`)).filter(Boolean);
  if (elements.length > 0) reveal(elements.length > 1 ? elements[0] : elements.at(-1));
}

function refused(item, { message, next }) {
  settle(item.key, "refused");
  log.state(item.key, notSent(), { wrong: true });
  const element = receive({ kind: "ERROR", text: message, next }, `${item.key}/error`);
  if (element) reveal(element);
  if (item.send?.text && !at("text").value) {
    at("text").value = item.send.text; // to be mended, not typed again
    grow();
  }
}

function giveUp(key) {
  settle(key, "dropped");
  log.state(key, notSent(), { wrong: true });
  queue.drop(key);
}

function receive(reply, key) {
  const entry = { ...reply, key, at: Date.now(), who: "bot" };
  return store.add(entry) ? log.show(entry, true) : null;
}

function unasked(reply, key = store.newId()) {
  const following = isAtEnd();
  const element = receive(reply, key);
  if (element && following) reveal(element);
  else if (element) offerNewer();
}

/** Shows what the browser remembers; buttons of the past are dead, what was unsent is sent. */
function restore() {
  const entries = store.entries();
  const lastWord = entries.findLastIndex((entry) => entry.who === "me");
  for (const [nth, entry] of entries.entries()) {
    // A phone may drop the page while its camera is open: the open turn keeps its buttons.
    if (!log.show(entry, nth > lastWord) || entry.who !== "me") continue;
    if (entry.state === "pending" && entry.send) {
      log.state(entry.key, say("等待发送…", "Waiting to be sent…"));
      enqueue(entry);
    } else if (entry.state === "pending") {
      store.change(entry.key, { state: "dropped" });
      log.state(entry.key, say("没有发出，请重新选照片", "Not sent; please choose the photo again"), { wrong: true });
    } else if (entry.state !== "sent") {
      log.state(entry.key, notSent(), { wrong: true });
    }
  }
}

/** Another tab of this browser spoke, or was spoken to. */
function followOtherTab() {
  for (const entry of store.entries()) {
    log.show(entry, false);
    if (entry.who === "me" && entry.state === "sent") log.state(entry.key, null);
  }
}

function startInput() {
  const input = at("text");
  input.addEventListener("input", grow);
  input.addEventListener("keydown", (event) => {
    // While an input method composes, Enter chooses characters.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    at("composer").requestSubmit();
  });
  at("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit(input);
  });
  at("hint-close").addEventListener("click", () => { hint(""); input.focus(); });
}

function submit(input) {
  const text = input.value.trim();
  const chosen = takePhotos();
  hint(text || chosen.length > 0 ? "" : say("请先打字，或者选一张照片，再点“发送”。", "Please type something or choose a photo, then press “Send”."));
  if (text) send({ text }, text);
  for (const photo of chosen) send(undefined, say("〔照片〕", "[photo]"), photo);
  input.value = "";
  grow();
}

/** A page that was opened inside WeChat goes on with the talk there. In a link anybody could have put it. */
function takeConversation() {
  const id = /(?:^|; )ximen-conversation=([0-9a-f-]{36})(?:;|$)/.exec(document.cookie)?.[1];
  if (!id) return;
  document.cookie = "ximen-conversation=; path=/; max-age=0";
  store.begin(id);
}

/** The console's link to bind this chat: written for the person, who looks at it and sends it. */
function takeBinding() {
  const code = /^#bind=(b_\w{20})$/.exec(location.hash)?.[1];
  if (!code) return;
  history.replaceState(null, "", location.pathname);
  at("text").value = `/bind ${code}`;
  grow();
  hint(say("工作人员绑定：点“发送”，这个聊天就会收到工作提醒。", "Staff: press “Send”, and this chat gets reminders of your work."));
}

function startGreeting() {
  at("start-ask").addEventListener("click", () => {
    const examples = at("examples");
    examples.hidden = !examples.hidden;
    at("start-ask").setAttribute("aria-expanded", !examples.hidden);
  });
  for (const button of document.querySelectorAll("button[data-text]")) {
    const { text, textEn, label, labelEn } = button.dataset;
    button.addEventListener("click", () => {
      const asked = say(text, textEn ?? text);
      send({ text: asked }, say(label, labelEn) ?? asked);
    });
  }
}

function startClearing(reconnect) {
  const dialog = at("clear-dialog");
  const forget = (what) => () => {
    queue.clear();
    what();
    log.clear();
    reconnect();
    dialog.close();
  };
  at("clear").addEventListener("click", () => dialog.showModal());
  at("clear-cancel").addEventListener("click", () => dialog.close());
  at("clear-screen").addEventListener("click", forget(store.forgetLog));
  at("clear-all").addEventListener("click", forget(store.forgetAll));
}

showWords();
at("language").addEventListener("click", () => send({ text: say("/language en", "/language zh") }, say("English", "中文")));
startType();
startSight();
startInput();
takeConversation();
takeBinding();
startGreeting();
startPhotos();
startPlace((location, text) => send({ location }, text));
at("log").setAttribute("aria-live", "off"); // the past is not read out again
restore();
at("log").lastElementChild?.scrollIntoView({ block: "end" });
setTimeout(() => at("log").setAttribute("aria-live", "polite"), 500);
store.onOtherTab(followOtherTab, () => location.reload());
startClearing(listen(unasked));
