import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { BarChart } from "@/components/charts/bar-chart";
import { apart, lines } from "@/components/charts/labels";
import { LineChart } from "@/components/charts/line-chart";
import { look, series } from "@/components/charts/palette";
import { StackedBar } from "@/components/charts/stacked-bar";

const charts: Record<string, ReactNode> = {
  bars: (
    <BarChart
      title="Schools make half of all referrals"
      of={["Referrer", "Referrals"]}
      bars={[
        { label: "Schools", value: 28 },
        { label: "Police", value: 14 },
        { label: "Community", value: null },
      ]}
    />
  ),
  stacks: (
    <StackedBar
      title="Most are supported"
      of="Quarter"
      parts={["Supported", "Not adopted"]}
      bars={[{ label: "January to March", values: [12, null] }]}
    />
  ),
  lines: (
    <LineChart
      title="Referrals rose to 22"
      of="Quarter"
      times={["Q1", "Q2", "Q3"]}
      lines={[
        { name: "Referrals", values: [12, 9, 22] },
        { name: "Adopted", values: [5, null, 8] },
      ]}
    />
  ),
};

test.for(Object.entries(charts))(
  "%s: no style attribute, which the security policy would refuse",
  ([, chart]) => {
    const html = renderToStaticMarkup(chart);

    expect(html).toContain("<svg");
    expect(html).not.toMatch(/\sstyle=|<style/);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  },
);

test.for(["bars", "stacks", "lines"])(
  "%s: named by its title, with its table always there",
  (name) => {
    const html = renderToStaticMarkup(charts[name]);

    const [, describedBy] = /role="img"[^>]*aria-describedby="([^"]+)"/.exec(html) ?? [];
    expect(html).toMatch(/role="img" aria-label="[^"]+"/);
    expect(html).toContain(`id="${describedBy}"`);
    expect(html).toContain("<table");
  },
);

test("bars start at zero and keep their proportions", () => {
  const html = renderToStaticMarkup(charts.bars);

  const [schools, police, community] = [...html.matchAll(/<rect x="190"[^>]*width="([^"]+)"/g)].map(
    ([, width]) => Number(width),
  );
  expect(police).toBeCloseTo(Number(schools) / 2);
  expect(community).toBe(0);
});

test("a figure that is kept back is said in words, in the drawing and in the table", () => {
  const html = renderToStaticMarkup(charts.bars);

  expect(html.match(/fewer than 5/g)).toHaveLength(2);
});

test("a line is broken where a figure is kept back, so that nobody can read it off", () => {
  const html = renderToStaticMarkup(charts.lines);

  const [whole, broken] = [...html.matchAll(/<path d="([^"]*)" fill="none"/g)].map(
    ([, d]) => d ?? "",
  );
  expect(whole?.match(/M/g)).toHaveLength(1);
  expect(broken?.match(/M/g)).toHaveLength(2);
  expect(broken).not.toContain("L");
});

test("four series at most", () => {
  expect(series).toHaveLength(4);
  expect(() => look(4)).toThrow("small multiples");
});

test("every label is dark enough to read on white (4.5 to 1)", () => {
  for (const { label, fill, onFill } of series) {
    expect(contrast(label, "#ffffff")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(onFill, fill)).toBeGreaterThanOrEqual(4.5);
  }
});

function contrast(one: string, other: string) {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
  return high / low;
}

test("labels that would cover each other are moved apart, in their order and above the floor", () => {
  expect(apart([10, 100], 18, 200)).toEqual([10, 100]);
  expect(apart([50, 51, 52], 18, 200)).toEqual([50, 68, 86]);
  expect(apart([195, 190], 18, 200)).toEqual([200, 182]);
});

test("a long label is broken between words", () => {
  expect(lines("Health, including mental health", 16)).toEqual([
    "Health,",
    "including mental",
    "health",
  ]);
  expect(lines("Unbreakablelongword here", 8)).toEqual(["Unbreakablelongword", "here"]);
});
