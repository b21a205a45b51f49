// What pages gain by JavaScript: numbers and moments as the reader's locale writes them, the reader's time zone as the
// one to begin with, and the drawing of the flow. Everything else is in the page already.
"use strict";

const language = navigator.language;
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const askedZone = new URLSearchParams(location.search).get("timezone");

function localize() {
  const number = new Intl.NumberFormat(language);
  const signed = new Intl.NumberFormat(language, { signDisplay: "exceptZero" });
  for (const data of document.querySelectorAll("data")) {
    data.textContent = (data.classList.contains("signed") ? signed : number).format(data.value);
  }
  const moment = new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: isZone(askedZone) ? askedZone : ownZone,
  });
  for (const time of document.querySelectorAll("time")) {
    time.textContent = moment.format(new Date(time.dateTime));
  }
}

function isZone(name) {
  try {
    return Boolean(name) && Boolean(Intl.DateTimeFormat(language, { timeZone: name }));
  } catch {
    return false;
  }
}

/** Where the address names no time zone, presets and the form begin with the reader's own. */
function offerOwnZone() {
  const field = document.getElementById("timezone");
  if (!field || askedZone !== null || !ownZone) {
    return;
  }
  field.value = ownZone;
  for (const link of document.querySelectorAll(".presets a")) {
    link.href += "&timezone=" + encodeURIComponent(ownZone);
  }
}

/** Reads the table below the drawing, which says the same in words. */
function flows() {
  return [...document.querySelectorAll("#summary tbody tr")].map((row) => ({
    source: "from " + row.cells[0].textContent.trim(),
    target: "to " + row.cells[1].textContent.trim(),
    value: Number(row.querySelector("data").value),
    url: row.querySelector("a").href,
  }));
}

function drawFlow() {
  const place = document.getElementById("flow");
  if (!place || !window.echarts) {
    return;
  }
  const links = flows();
  const order = [...document.querySelectorAll("#overview tbody th")].map((cell) => cell.textContent.trim());
  const names = [...new Set(links.flatMap((link) => [link.source, link.target]))]
    .sort((one, other) => order.indexOf(labelOf(one)) - order.indexOf(labelOf(other)));
  const colors = getComputedStyle(document.documentElement);
  const palette = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => colors.getPropertyValue("--flow-" + n).trim());
  const labels = [...new Set(names.map(labelOf))];
  place.hidden = false;
  place.style.height = Math.max(200, 56 * Math.max(...["from ", "to "].map(
    (side) => names.filter((name) => name.startsWith(side)).length))) + "px";
  const chart = echarts.init(place, null, { renderer: "canvas" });
  chart.setOption({
    aria: { enabled: true, label: { description: "The flow of leads. The table below says the same in words." } },
    animation: false,
    series: {
      type: "sankey",
      left: 4,
      right: 150,
      top: 8,
      bottom: 8,
      nodeGap: 14,
      layoutIterations: 0, // keeps the order of the tables
      draggable: false,
      emphasis: { focus: "adjacency" },
      data: names.map((name) => ({
        name,
        itemStyle: { color: palette[labels.indexOf(labelOf(name)) % palette.length] },
      })),
      links,
      lineStyle: { color: "gradient", opacity: 0.45 },
      label: {
        color: colors.getPropertyValue("--text").trim(),
        fontFamily: "inherit",
        width: 140,
        overflow: "truncate",
        formatter: (node) => labelOf(node.name),
      },
    },
  });
  chart.on("click", (event) => {
    if (event.data.url) {
      location.href = event.data.url;
    }
  });
  addEventListener("resize", () => chart.resize());
}

function labelOf(name) {
  return name.replace(/^(from|to) /, "");
}

localize();
offerOwnZone();
drawFlow();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
