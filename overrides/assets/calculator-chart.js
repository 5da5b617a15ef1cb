/**
 * A chart as an image: how an amount changes across a limit. Numbers run from left to right in every
 * language; each label has a line of its own, so that none covers another. What the image shows stands
 * in words below it, and as a table.
 *
 * @typedef {{x: string, y: string}} Point
 * @typedef {{x: string, text: string}} Mark
 * @typedef {{title: string, text: string, across: string, upwards: string, stepped: boolean, points: Point[],
 *   ends: {x: string[], y: string[]}, limit: Mark, here: Mark | null}} Chart
 * @typedef {{x: number, y: number}} Place
 */

import { drawn } from "./calculator-elements.js";

/** The image is as wide as a phone, so that its letters have the size of the text there. */
const WIDTH = 360;
const LETTER = 14;
const LINE = 20;
/** Where the lines of labels stand, and the plot between them. */
const ROWS = { upwards: 15, limit: 35, top: 46, bottom: 166, here: 192, ends: 214 };

let charts = 0;

/**
 * @param {Chart} chart
 * @returns {SVGSVGElement}
 */
export function chartImage(chart) {
  const number = ++charts;
  const scale = scaleOf(chart);
  const both = chart.ends.x.reduce((sum, text) => sum + widthOf(text), LETTER);
  const endsBelow = both > WIDTH ? LINE : 0;
  const height = ROWS.ends + endsBelow + LINE + 6;
  return drawn(
    "svg",
    {
      class: "chart__image",
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: "img",
      direction: "ltr",
      "aria-labelledby": `chart-${number}`,
      "aria-describedby": `chart-${number}-text`,
    },
    drawn("title", { id: `chart-${number}` }, chart.title),
    drawn("desc", { id: `chart-${number}-text` }, chart.text),
    ...frame(chart, scale),
    ...marks(chart, scale),
    drawn("path", { class: "chart__line", d: pathOf(chart, scale) }),
    ...here(chart, scale),
    label(chart.upwards, 0, ROWS.upwards, "start", "chart__axis"),
    label(chart.ends.x[0], both > WIDTH - scale.left ? 0 : scale.left, ROWS.ends, "start"),
    label(chart.ends.x[1], WIDTH, ROWS.ends + endsBelow, "end"),
    label(chart.across, WIDTH, height - 4, "end", "chart__axis"),
  );
}

/**
 * @param {Chart} chart
 * @returns {{left: number, x(value: string | number): number, y(value: number): number}}
 */
function scaleOf({ points, ends, limit, here }) {
  const left = Math.min(130, Math.max(...ends.y.map(widthOf)) + 8);
  const xs = [...points, limit, ...(here ? [here] : [])].map(({ x }) => Number(x));
  const ys = points.map(({ y }) => Number(y));
  const share = (/** @type {number} */ value, /** @type {number[]} */ all) => {
    const least = Math.min(...all);
    return (value - least) / (Math.max(...all) - least || 1);
  };
  return {
    left,
    x: (value) => left + (WIDTH - left - 8) * share(Number(value), xs),
    y: (value) => ROWS.bottom - (ROWS.bottom - ROWS.top) * share(value, ys),
  };
}

/**
 * The least and the greatest amount as lines across, with their amounts.
 * @param {Chart} chart
 * @param {ReturnType<typeof scaleOf>} scale
 */
function frame({ points, ends }, scale) {
  const amounts = points.map(({ y }) => Number(y));
  const lines = new Map([
    [Math.min(...amounts), ends.y[0]],
    [Math.max(...amounts), ends.y[1]],
  ]);
  return [...lines].flatMap(([amount, text]) => {
    const y = scale.y(amount);
    const line = drawn("line", { class: "chart__frame", x1: scale.left, x2: WIDTH, y1: y, y2: y });
    return [line, label(text, scale.left - 6, y + LETTER / 3, "end")];
  });
}

/**
 * The limit as a dashed line.
 * @param {Chart} chart
 * @param {ReturnType<typeof scaleOf>} scale
 */
function marks({ limit }, scale) {
  const x = scale.x(limit.x);
  return [
    drawn("line", { class: "chart__limit", x1: x, x2: x, y1: ROWS.limit + 5, y2: ROWS.bottom }),
    label(limit.text, within(x, limit.text), ROWS.limit, "middle"),
  ];
}

/**
 * Where the reader stands: a dot on the line, and an arrow with words below it.
 * @param {Chart} chart
 * @param {ReturnType<typeof scaleOf>} scale
 */
function here(chart, scale) {
  if (!chart.here) return [];
  const x = scale.x(chart.here.x);
  const y = scale.y(amountAt(chart, Number(chart.here.x)));
  const foot = ROWS.bottom + 4;
  return [
    drawn("line", { class: "chart__foot", x1: x, x2: x, y1: y, y2: ROWS.bottom }),
    drawn("circle", { class: "chart__here", cx: x, cy: y, r: 6 }),
    drawn("path", { class: "chart__here", d: `M${x} ${foot}l-5 8h10z` }),
    label(chart.here.text, within(x, chart.here.text), ROWS.here, "middle", "chart__you"),
  ];
}

/**
 * @param {Chart} chart
 * @param {ReturnType<typeof scaleOf>} scale
 */
function pathOf({ points, stepped }, scale) {
  const [first, ...others] = points.map(({ x, y }) => [scale.x(x), scale.y(Number(y))]);
  const to = others.map(([x, y]) => (stepped ? `H${x}V${y}` : `L${x} ${y}`));
  return `M${first.join(" ")}${to.join("")}`;
}

/**
 * @param {Chart} chart
 * @param {number} at
 * @returns {number} the amount of the line, after the jump where it jumps
 */
function amountAt({ points, stepped }, at) {
  const places = points.map(({ x, y }) => ({ x: Number(x), y: Number(y) }));
  const after = places.findIndex(({ x }) => x > at);
  if (after < 0) return /** @type {Place} */ (places.at(-1)).y;
  if (after === 0) return places[0].y;
  const [from, to] = [places[after - 1], places[after]];
  return stepped ? from.y : from.y + ((to.y - from.y) * (at - from.x)) / (to.x - from.x);
}

/**
 * Text in its own direction, in an image that runs from left to right.
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {"start" | "middle" | "end"} anchor
 * @param {string} name of a class
 */
function label(text, x, y, anchor, name = "chart__text") {
  return drawn("text", { class: name, x, y, "text-anchor": anchor, "font-size": LETTER }, `\u2068${text}\u2069`);
}

/**
 * @param {number} x
 * @param {string} text
 * @returns {number} the middle nearest to `x` with which the text is within the image
 */
function within(x, text) {
  const half = Math.min(WIDTH, widthOf(text)) / 2;
  return Math.min(WIDTH - half, Math.max(half, x));
}

/**
 * @param {string} text
 * @returns {number} about how wide it will be: the letters of some scripts fill a square
 */
function widthOf(text) {
  return [...text].reduce((sum, letter) => sum + LETTER * (letter > "\u2E80" ? 1.02 : 0.58), 0);
}
