// Maps, charts and large files. Everything else of the console works without scripts.
'use strict';

const COLOURS = {came: '#1f4e79', doing: '#a56a00', checking: '#1f5f41', late: '#9b1c14', over: '#8d7d70'};
const LINES = ['#8c2b22', '#1f4e79', '#a56a00', '#1f5f41', '#6b3fa0', '#0f7173', '#b0448c', '#62564e'];

async function json(address) {
  const answer = await fetch(address, {headers: {Accept: 'application/json', 'HX-Request': 'true'}});
  const next = answer.headers.get('HX-Redirect');
  if (next) location.assign(next);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** Words as an element: never as HTML. */
function words(...lines) {
  const box = document.createElement('div');
  for (const line of lines) {
    const row = document.createElement(line.href ? 'a' : 'div');
    row.textContent = line.text ?? line;
    if (line.href) row.href = line.href;
    box.append(row);
  }
  return box;
}

async function base(place) {
  const map = L.map(place, {preferCanvas: true, attributionControl: false, scrollWheelZoom: place.dataset.map !== 'one'});
  if (place.dataset.tiles) L.tileLayer(place.dataset.tiles, {maxZoom: 19}).addTo(map);
  const areas = L.geoJSON(await json('/console/map/areas'), {
    style: {color: '#62564e', weight: 1, fillOpacity: 0.06},
    onEachFeature: (feature, layer) => layer.bindTooltip(words(feature.properties.name), {sticky: true}),
  }).addTo(map);
  map.fitBounds(areas.getBounds(), {animate: false});
  return map;
}

async function one(place) {
  const map = await base(place);
  const point = [Number(place.dataset.lat), Number(place.dataset.lon)];
  L.circleMarker(point, {radius: 8, color: '#fff', fillColor: COLOURS.late, fillOpacity: 1}).addTo(map);
  map.setView(point, 16, {animate: false});
}

async function all(place) {
  const map = await base(place);
  const pins = await json('/console/map/cases' + location.search);
  for (const pin of pins) {
    L.circleMarker([pin.lat, pin.lon], {radius: 7, weight: 1, color: '#fff', fillColor: COLOURS[pin.tone], fillOpacity: 0.9})
      .bindPopup(() => words({text: pin.number, href: '/console/cases/' + pin.number}, pin.category, pin.place, pin.state))
      .addTo(map);
  }
  place.dataset.ready = pins.length;
  await projects(map).catch(e => console.error(e));
  await visits(map).catch(e => console.error(e));
}

/** A layer of its own: the cases are there without it. */
async function projects(map) {
  for (const project of await json('/console/projects/pins')) {
    L.circleMarker([project.lat, project.lon], {radius: 9, weight: 3, color: '#4b5fa8', fillOpacity: 0.2})
      .bindPopup(() => words({text: project.name, href: '/console/projects/' + project.id}, '项目'))
      .addTo(map);
  }
}

/** How often staff went to each neighbourhood; never a household. */
async function visits(map) {
  for (const spot of await json('/console/visits/spots')) {
    L.circleMarker([spot.lat, spot.lon], {radius: 11, weight: 3, color: '#7a3b78', fillOpacity: 0.2})
      .bindPopup(() => words(spot.name, `近 30 天走访 ${spot.visits} 次`))
      .addTo(map);
  }
}

/** A chart from the table below it; a click on a bar goes where the cell's link goes. */
function chart(canvas) {
  const table = document.getElementById(canvas.dataset.table);
  const rows = [...table.tBodies[0].rows];
  const links = rows.map(row => [...row.cells].slice(1).map(cell => cell.querySelector('a')?.href));
  new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [...table.tHead.rows[0].cells].slice(1, -1).map(cell => cell.textContent),
      datasets: rows.map((row, i) => ({
        label: row.cells[0].textContent,
        data: [...row.cells].slice(1, -1).map(cell => Number(cell.textContent)),
        backgroundColor: LINES[i] ?? `hsl(${(i * 137.5) % 360} 45% 42%)`,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {x: {stacked: true}, y: {stacked: true, ticks: {precision: 0}}},
      onClick: (event, hit) => {
        const link = hit.length && links[hit[0].datasetIndex][hit[0].index];
        if (link) location.assign(link);
      },
    },
  });
  canvas.dataset.ready = rows.length;
}

document.querySelectorAll('input[data-all]').forEach(all => all.addEventListener('change', () =>
  document.getElementsByName(all.dataset.all).forEach(each => each.checked = all.checked)));
document.querySelectorAll('button[data-print]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => print());
});
const fail = error => console.error(error);
document.querySelectorAll('[data-map=one]').forEach(place => one(place).catch(fail));
document.querySelectorAll('[data-map=all]').forEach(place => all(place).catch(fail));
document.querySelectorAll('canvas[data-table]').forEach(chart);
document.querySelectorAll('input[data-most]').forEach(input => input.addEventListener('change', () =>
  input.setCustomValidity(input.files[0]?.size > Number(input.dataset.most) ? '文件超过 10 MB，请拆小或去掉图片。' : '')));
// A picture that was taken with the button at the foot of a phone opens the form that it belongs to.
document.querySelectorAll('details.move input[type=file]').forEach(input => input.addEventListener('change', () => {
  const move = input.closest('details');
  move.open = true;
  move.scrollIntoView({block: 'start'});
}));
document.querySelectorAll('[data-scripted]').forEach(part => part.hidden = false);
document.querySelectorAll('select[data-into]').forEach(select => select.addEventListener('change', () => {
  const box = document.getElementById(select.dataset.into);
  if (select.value) box.value = box.value ? box.value + '\n' + select.value : select.value;
  select.value = '';
  box.focus();
}));
