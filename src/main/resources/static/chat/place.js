// Where the person stands, if the telephone says so; words always do as well.
import { at, hint } from "./dom.js";
import { say } from "./words.js";

const FARTHEST_METRES = 1000; // beyond this the point would name the wrong neighbourhood
const instead = () => say("请直接打字写路名和门牌号，例如“文庙路 215 号门口”。", "Please type the road and number, such as “215 Wenmiao Road”.");
const REFUSALS = {
  1: () => say("没有得到定位许可。可以在浏览器设置里允许定位；或者", "Your browser does not allow it to be found. ") + instead(),
  2: () => say("现在定不了位。", "Your place cannot be found just now. ") + instead(),
  3: () => say("等了很久还没定上位。", "Finding your place took too long. ") + instead(),
};

export function startPlace(send) {
  at("locate").addEventListener("click", () => {
    if (!navigator.geolocation || !window.isSecureContext) {
      return hint(say("这个浏览器里不能定位。", "This browser cannot find your place. ") + instead());
    }
    busy(true);
    hint(say("正在定位，请稍候…", "Finding your place…"));
    navigator.geolocation.getCurrentPosition(
      (found) => { busy(false); use(found.coords, send); },
      (refused) => { busy(false); hint((REFUSALS[refused.code] ?? REFUSALS[2])()); },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 });
  });
}

function busy(yes) {
  at("locate").setAttribute("aria-disabled", yes);
}

function use({ latitude, longitude, accuracy }, send) {
  const metres = Math.round(accuracy);
  if (metres > FARTHEST_METRES) {
    const far = (metres / 1000).toFixed(1);
    return hint(say(`定位误差约 ${far} 公里，太远了，没有发出。`, `The place is only known to ${far} km, so it was not sent. `) + instead());
  }
  hint("");
  send({ lat: latitude, lon: longitude }, say(`我的位置（误差约 ${Math.max(metres, 1)} 米）`, `My place (to about ${Math.max(metres, 1)} m)`));
}
