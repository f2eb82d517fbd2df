/** The government analysts' palette, in its order. Four at most: then use small multiples. */
export const series = [
  { fill: "#12436D", label: "#12436D", onFill: "#ffffff", dash: undefined },
  { fill: "#28A197", label: "#1a6b64", onFill: "#0b0c0c", dash: "8 4" },
  { fill: "#801650", label: "#801650", onFill: "#ffffff", dash: "2 3" },
  { fill: "#F46A25", label: "#a3400c", onFill: "#0b0c0c", dash: "12 3 2 3" },
] as const;

export const text = "#0b0c0c";
export const quiet = "#484949";
export const grid = "#cecece";

/** The nth look. A fifth series is a mistake in the page, not something to draw. */
export function look(index: number) {
  const found = series[index];
  if (!found) throw new Error("A chart shows four series at most: use small multiples");
  return found;
}
