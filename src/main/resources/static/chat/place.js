// Where the person stands, if the telephone says so; words always do as well.
import { at, hint } from "./dom.js";

const FARTHEST_METRES = 1000; // beyond this the point would name the wrong neighbourhood
const INSTEAD = "请直接打字写路名和门牌号，例如“文庙路 215 号门口”。";
const REFUSALS = {
  1: `没有得到定位许可。可以在浏览器设置里允许定位；或者${INSTEAD}`,
  2: `现在定不了位。${INSTEAD}`,
  3: `等了很久还没定上位。${INSTEAD}`,
};

export function startPlace(send) {
  at("locate").addEventListener("click", () => {
    if (!navigator.geolocation || !window.isSecureContext) {
      return hint(`这个浏览器里不能定位。${INSTEAD}`);
    }
    busy(true);
    hint("正在定位，请稍候…");
    navigator.geolocation.getCurrentPosition(
      (found) => { busy(false); use(found.coords, send); },
      (refused) => { busy(false); hint(REFUSALS[refused.code] ?? REFUSALS[2]); },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 });
  });
}

function busy(yes) {
  at("locate").setAttribute("aria-disabled", yes);
}

function use({ latitude, longitude, accuracy }, send) {
  const metres = Math.round(accuracy);
  if (metres > FARTHEST_METRES) {
    return hint(`定位误差约 ${(metres / 1000).toFixed(1)} 公里，太远了，没有发出。${INSTEAD}`);
  }
  hint("");
  send({ lat: latitude, lon: longitude }, `我的位置（误差约 ${Math.max(metres, 1)} 米）`);
}
