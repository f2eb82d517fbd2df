/** A figure as it is printed. `null` is one that is kept back because it is small. */
export type Figures = { suffix?: string; keptBack?: string };

export function shown(value: number | null, { suffix = "", keptBack = "fewer than 5" }: Figures) {
  return value === null ? keptBack : `${value.toLocaleString("en-GB")}${suffix}`;
}

/** Lines of about so many characters, never breaking a word. */
export function lines(label: string, width: number): string[] {
  const broken: string[] = [];
  for (const word of label.split(" ")) {
    const last = broken.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) {
      broken[broken.length - 1] = `${last} ${word}`;
    } else {
      broken.push(word);
    }
  }
  return broken;
}

/** Moves labels apart until none covers another, keeping their order. */
export function apart(places: number[], gap: number, lowest: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let free = Number.NEGATIVE_INFINITY;
  for (const item of order) {
    item.place = Math.max(item.place, free);
    free = item.place + gap;
  }
  let ceiling = lowest;
  for (const item of order.toReversed()) {
    item.place = Math.min(item.place, ceiling);
    ceiling = item.place - gap;
  }
  return order.sort((a, b) => a.index - b.index).map(({ place }) => place);
}
