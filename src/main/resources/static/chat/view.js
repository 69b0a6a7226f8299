// Type size, the growing input, and keeping what is new in sight.
import { at } from "./dom.js";
import { read, write } from "./store.js";
import { say } from "./words.js";

const SIZES = ["", "large", "largest"];
const NAMES = [["标准", "normal"], ["大", "large"], ["特大", "very large"]];
const NEAR_END_PIXELS = 160;

export function startType() {
  let size = Math.max(SIZES.indexOf(read("ximen.type") ?? ""), 0);
  const set = (chosen) => {
    const following = isAtEnd();
    size = chosen;
    document.documentElement.className = SIZES[size];
    at("larger").setAttribute("aria-label", say(`A+ 换字号，现在是${NAMES[size][0]}`, `A+ size of letters, now ${NAMES[size][1]}`));
    write("ximen.type", SIZES[size]);
    grow();
    if (following) toEnd();
  };
  at("larger").addEventListener("click", () => set((size + 1) % SIZES.length));
  set(size);
}

/** The input is as high as its text; CSS sets the limit. */
export function grow() {
  const input = at("text");
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight + input.offsetHeight - input.clientHeight}px`;
}

export function startSight() {
  const edge = () => document.documentElement.style.setProperty("--bottom", `${covered()}px`);
  new ResizeObserver(edge).observe(at("composer"));
  addEventListener("resize", edge);
  edge();
  // Safari lays its keyboard over the page and tells only the visual viewport.
  const seen = window.visualViewport;
  const lift = () => {
    const hidden = seen.scale > 1.01 ? 0 : Math.max(innerHeight - seen.height - seen.offsetTop, 0);
    document.documentElement.style.setProperty("--keyboard", `${Math.round(hidden)}px`);
  };
  seen?.addEventListener("resize", lift);
  seen?.addEventListener("scroll", lift);
  at("newer").addEventListener("click", () => toEnd());
  addEventListener("scroll", () => { if (isAtEnd()) at("newer").hidden = true; }, { passive: true });
}

// In a low window the outer bar is dissolved by CSS and only the form covers the page.
const covered = () => at("bottom").offsetHeight || at("composer").offsetHeight;

export function isAtEnd() {
  const page = document.documentElement;
  return page.scrollHeight - innerHeight - scrollY < NEAR_END_PIXELS;
}

/** Brings an entry into sight: its end, or its beginning when it is higher than the window. */
export function reveal(element) {
  const room = innerHeight - covered() - 80;
  element.scrollIntoView({ block: element.offsetHeight > room ? "start" : "end" });
}

export function offerNewer() {
  at("newer").hidden = false;
}

function toEnd() {
  at("newer").hidden = true;
  at("log").lastElementChild?.scrollIntoView({ block: "end" });
}
