// Sends one message after another, each until the server has it or refuses it for good.
import { deliver } from "./wire.js";
import { say } from "./words.js";

const PATIENCE_MILLIS = 6_000;
const MOST_SECONDS = 30;

export class Queue {
  #items = [];
  #running = false;
  #stopping = new AbortController();
  #wake = () => {};

  /**
   * @param wanted (item) whether it still has to be sent (another tab may have done it)
   * @param tell   what becomes of an item: sending, late, arrived, refused
   */
  constructor(wanted, tell) {
    this.wanted = wanted;
    this.tell = tell;
    addEventListener("online", () => this.#wake());
  }

  add(item) {
    this.#items.push(item);
    if (!this.#running) this.#run();
  }

  /** The person gave this one up. */
  drop(key) {
    const first = this.#items[0]?.key === key;
    this.#items = this.#items.filter((item) => item.key !== key);
    if (first) this.#interrupt();
  }

  clear() {
    this.#items = [];
    this.#interrupt();
  }

  #interrupt() {
    this.#stopping.abort();
    this.#stopping = new AbortController();
    this.#wake();
  }

  async #run() {
    this.#running = true;
    while (this.#items.length > 0) {
      const item = this.#items[0];
      await this.#send(item);
      this.#items = this.#items.filter((each) => each !== item);
    }
    this.#running = false;
  }

  async #send(item) {
    for (let failures = 0; this.#items[0] === item && this.wanted(item); failures++) {
      const outcome = await this.#attempt(item, failures);
      if (!outcome || this.#items[0] !== item) return;
      if (outcome.replies) return this.tell.arrived(item, outcome.replies);
      if (outcome.refused) return this.tell.refused(item, outcome.refused);
      this.tell.late(item, outcome.later.message, failures + 1);
      await this.#pause(outcome.later.seconds ?? Math.min(2 ** failures, MOST_SECONDS));
    }
  }

  async #attempt(item, failures) {
    if (failures === 0) this.tell.sending(item, say("正在发送…", "Sending…"));
    const slow = setTimeout(() => this.tell.sending(item, say("还在处理，请稍候…", "Still at work, one moment…")), PATIENCE_MILLIS);
    try {
      return await deliver(item, this.#stopping.signal);
    } catch {
      return null;
    } finally {
      clearTimeout(slow);
    }
  }

  #pause(seconds) {
    return new Promise((done) => {
      const alarm = setTimeout(done, seconds * 1000);
      this.#wake = () => {
        clearTimeout(alarm);
        done();
      };
    });
  }
}
