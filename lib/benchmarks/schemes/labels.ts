import type { DutyPart, SchemeCode } from "@/lib/benchmarks/labels";

export type Criterion = {
  code: string;
  title: string;
  guidance: string;
  /** What would show it. */
  wanted: string;
  part?: DutyPart;
};

/**
 * A framework as data. What has been used is never edited: a change of a word is a new version, and the one before
 * ends the day before it comes into force.
 */
export type Scheme = {
  code: SchemeCode;
  version: string;
  title: string;
  about: string;
  from: string;
  to?: string;
  /** Each level with its words, lowest first. */
  levels: Readonly<Record<number, string>>;
  /** What stands for all its criteria: the mean of their levels, or nothing. */
  joint: "mean" | "none";
  criteria: readonly Criterion[];
};
