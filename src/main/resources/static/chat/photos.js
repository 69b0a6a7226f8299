// Photos that were chosen and not yet sent.
import { at, hint, make, makeButton } from "./dom.js";
import { say } from "./words.js";

const MOST_BYTES = 10 * 1024 * 1024;
const TAKEN = ["image/jpeg", "image/png", "image/webp"];

let waiting = [];

/** Why a file cannot be sent, or null. */
function objection(file) {
  if (/^image\/hei[cf]/.test(file.type) || /\.hei[cf]$/i.test(file.name)) {
    return say("这张是苹果手机的 HEIC 格式，这里打不开。请把照片截屏后发截屏；或在“设置”里打开“相机”、“格式”，选“兼容性最佳”后重拍。", "This is an iPhone’s HEIC photo, which cannot be opened here. Please send a screenshot of it.");
  }
  if (!TAKEN.includes(file.type)) return say(`“${file.name}”不是照片。请选 JPG、PNG 或 WebP 格式的照片。`, `“${file.name}” is no photo. Please choose a JPG, PNG or WebP.`);
  if (file.size === 0) return say(`“${file.name}”是空的，请重新拍一张。`, `“${file.name}” is empty; please take another one.`);
  if (file.size > MOST_BYTES) {
    const megabytes = (file.size / 1024 / 1024).toFixed(1);
    return say(`这张照片有 ${megabytes} MB，最大只能发 10 MB。请把照片截屏后发截屏，或调低清晰度重拍。`, `This photo has ${megabytes} MB; 10 MB at most can be sent. Please send a screenshot of it.`);
  }
  return null;
}

export function startPhotos() {
  at("photo").addEventListener("change", (event) => {
    const files = [...event.target.files];
    event.target.value = ""; // so that the same photo can be chosen again
    hint([...new Set(files.map(objection).filter(Boolean))].join("\n"));
    for (const file of files.filter((each) => !objection(each))) {
      waiting.push({ file, preview: URL.createObjectURL(file) });
    }
    draw();
  });
}

/** Takes the chosen photos out of the tray: a list of { file, preview }. */
export function takePhotos() {
  const taken = waiting;
  waiting = [];
  draw();
  return taken;
}

function draw() {
  const tray = at("tray");
  tray.hidden = waiting.length === 0;
  tray.replaceChildren(...waiting.map(thumbnail));
}

function thumbnail(photo, place) {
  const item = make("li");
  const image = make("img");
  image.src = photo.preview;
  image.alt = say(`第 ${place + 1} 张照片`, `photo ${place + 1}`);
  const remove = makeButton("", say("移除", "Remove"), () => {
    waiting = waiting.filter((each) => each !== photo);
    URL.revokeObjectURL(photo.preview);
    draw();
    at("photo").focus();
  });
  remove.setAttribute("aria-label", say(`移除第 ${place + 1} 张照片`, `Remove photo ${place + 1}`));
  item.append(image, remove);
  return item;
}
