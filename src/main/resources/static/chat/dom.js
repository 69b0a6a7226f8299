/** The element with an id. */
export const at = (id) => document.getElementById(id);

/** A new element; text goes in as text, never as markup. */
export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

export function makeButton(className, text, pressed) {
  const button = make("button", className, text);
  button.type = "button";
  button.addEventListener("click", pressed);
  return button;
}

/** One sentence beside the input line, for what only this page can know. */
export function hint(sentence) {
  at("hint").hidden = !sentence;
  at("hint-text").textContent = sentence ?? "";
}
