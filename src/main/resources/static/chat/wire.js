// One delivery over the chat API. The outcome is one of three:
//   { replies }                            the server has it
//   { refused: { message, next } }         the server will never take it
//   { later: { message, seconds } }        try the same id again
// A delivery that was stopped from outside throws AbortError.
import { say } from "./words.js";

const MESSAGE_MILLIS = 60_000;
const PHOTO_MILLIS = 180_000;

export async function deliver(item, stopped) {
  const clock = new AbortController();
  const stop = () => clock.abort();
  const alarm = setTimeout(stop, item.photo ? PHOTO_MILLIS : MESSAGE_MILLIS);
  stopped.addEventListener("abort", stop);
  try {
    return await outcome(await post(item, clock.signal));
  } catch (problem) {
    if (stopped.aborted) throw problem;
    return { later: { message: say("网络不通，正在重试", "No network; trying again") } };
  } finally {
    clearTimeout(alarm);
    stopped.removeEventListener("abort", stop);
  }
}

function post(item, signal) {
  if (item.photo) {
    const form = new FormData();
    form.append("conversation", item.conversation);
    form.append("id", item.key);
    form.append("file", item.photo, item.photo.name || "photo.jpg");
    return fetch("/api/chat/photos", { method: "POST", body: form, signal });
  }
  const body = JSON.stringify({ conversation: item.conversation, id: item.key, ...item.send });
  const headers = { "Content-Type": "application/json" };
  return fetch("/api/chat/messages", { method: "POST", headers, body, signal });
}

async function outcome(response) {
  // A 200 that is not JSON comes from a hotel's or a station's log-in page: that is no network.
  if (response.ok) return { replies: (await response.json()).replies ?? [] };
  const error = await response.json().catch(() => ({}));
  // A proxy's 503 has no sentence of ours.
  const busy = response.status === 503 && error.message;
  if (response.status === 429 || busy) return { later: tooFast(response, error) };
  if (response.status >= 500 || response.status === 408) {
    return { later: { message: say("小助暂时没有回应，正在重试", "No reply just now; trying again") } };
  }
  return { refused: refusal(error) };
}

function tooFast(response, error) {
  const asked = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  const seconds = Math.min(Math.max(asked || 5, 1), 600);
  return { message: say(`${error.message || "发得太快了。"}（${seconds} 秒后自动再发）`, `Too many messages at once (sent again in ${seconds} seconds)`), seconds };
}

function refusal(error) {
  const next = Array.isArray(error.next) ? error.next.map(String) : [];
  return { message: error.message || say("这条消息没有被接受，请换个说法再发。", "This message was not accepted; please say it in other words."), next };
}
