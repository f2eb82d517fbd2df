import type { ReactNode } from "react";

export type Option = {
  value: string;
  label: string;
  hint?: ReactNode;
  /** One short question, asked only when this is chosen. */
  conditional?: ReactNode;
};

/** A table from labels.ts, or a list that says more. */
export type Options = Readonly<Record<string, string>> | readonly Option[];

const isList = (options: Options): options is readonly Option[] => Array.isArray(options);

export function toOptions(options: Options): readonly Option[] {
  if (isList(options)) return options;
  return Object.entries(options).map(([value, label]) => ({ value, label }));
}

/** The id of an option's box, counted as the official markup counts: an "or" before it has a number too. */
export function optionId(id: string, index: number, isAfterOr?: boolean): string {
  return index === 0 ? id : `${id}-${index + (isAfterOr ? 2 : 1)}`;
}
