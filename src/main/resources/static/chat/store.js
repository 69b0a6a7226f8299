// What this browser remembers: the conversation's secret id, the last bubbles, what is still unsent.
// The log is the one truth: an own entry in state "pending" is the queue.

const MOST = 60;
const LOG = "ximen.log";
const CONVERSATION = "ximen.conversation";
const EVENTS = "ximen.events";
const memory = new Map(); // where localStorage is refused or full, the page still works until closed

export function read(name) {
  if (memory.has(name)) return memory.get(name);
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function write(name, value) {
  try {
    localStorage.setItem(name, value);
    memory.delete(name);
  } catch {
    memory.set(name, value);
  }
}

function readJson(name, otherwise) {
  try {
    return JSON.parse(read(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** A random UUID; crypto.randomUUID exists only on https and localhost. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
    (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16));
}

export function conversation() {
  let id = read(CONVERSATION);
  if (!id) {
    id = newId();
    write(CONVERSATION, id);
  }
  return id;
}

export function entries() {
  const list = readJson(LOG, []);
  return Array.isArray(list) ? list : [];
}

/** Remembers an entry; false when its key is known already, in this tab or in another one. */
export function add(entry) {
  const list = entries();
  if (list.some((known) => known.key === entry.key)) return false;
  list.push(entry);
  const old = list.length - MOST;
  write(LOG, JSON.stringify(list.filter((each, at) => at >= old || each.state === "pending")));
  return true;
}

/** Changes fields of an entry. */
export function change(key, fields) {
  write(LOG, JSON.stringify(entries().map((each) => (each.key === key ? { ...each, ...fields } : each))));
}

export function isPending(key) {
  return entries().some((each) => each.key === key && each.state === "pending");
}

function events() {
  const known = readJson(EVENTS, {});
  return { last: known.last ?? 0, seen: known.seen ?? [] };
}

/** The largest event number seen. */
export function lastEvent() {
  return events().last;
}

/** Remembers an event's number; false when it was seen before. */
export function firstSeen(number) {
  const known = events();
  if (known.seen.includes(number)) return false;
  const last = Math.max(known.last, number);
  write(EVENTS, JSON.stringify({ last, seen: [...known.seen, number].slice(-200) }));
  return true;
}

export function forgetLog() {
  write(LOG, "[]");
}

export function forgetAll() {
  begin(newId());
}

/** Begins a conversation with nothing said yet. */
export function begin(id) {
  forgetLog();
  write(EVENTS, "{}");
  write(CONVERSATION, id);
}

/** Tells when another tab changed the log, or began a new conversation. */
export function onOtherTab(changed, begunAnew) {
  addEventListener("storage", (event) => {
    if (event.key === LOG) changed();
    if (event.key === CONVERSATION || event.key === null) begunAnew();
  });
}
