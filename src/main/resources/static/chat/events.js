// What arrives unasked. EventSource reconnects by itself; when it gives up, it is opened anew.
import { conversation, firstSeen, lastEvent } from "./store.js";

const MOST_SECONDS = 60;

export function listen(show) {
  let source = null;
  let failures = 0;
  let alarm = 0;

  const open = () => {
    clearTimeout(alarm);
    source?.close();
    // 0 asks for all: the very first event may have been lost on its way, too.
    const query = new URLSearchParams({ conversation: conversation(), lastEventId: lastEvent() });
    source = new EventSource(`/api/chat/events?${query}`);
    source.onopen = () => (failures = 0);
    source.onmessage = (event) => receive(event, show);
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(alarm);
      alarm = setTimeout(open, 1000 * Math.min(2 ** ++failures, MOST_SECONDS));
    };
  };

  const reopenIfClosed = () => {
    if (!document.hidden && source.readyState === EventSource.CLOSED) open();
  };
  addEventListener("online", reopenIfClosed);
  document.addEventListener("visibilitychange", reopenIfClosed);
  open();
  return open;
}

function receive(event, show) {
  let reply;
  try {
    reply = JSON.parse(event.data);
  } catch {
    return;
  }
  const number = Number(event.lastEventId);
  if (number > 0 && !firstSeen(number)) return;
  show(reply, number > 0 ? `event/${number}` : undefined);
}
