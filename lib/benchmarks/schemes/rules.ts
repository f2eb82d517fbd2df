import { assurance2023 } from "@/lib/benchmarks/assurance/labels";
import { duty2023 } from "@/lib/benchmarks/duty/labels";
import type { Criterion, Scheme, SchemeCode } from "@/lib/benchmarks/labels";
import { engagement2024, ni35Of2008 } from "@/lib/benchmarks/ni35/labels";
import { toolkit2024 } from "@/lib/benchmarks/toolkit/labels";

/** Every version of every scheme that was ever in use. One is added below, and none is taken away. */
export const schemes: readonly Scheme[] = [
  toolkit2024,
  duty2023,
  assurance2023,
  engagement2024,
  ni35Of2008,
];

/** The version in force on a day; nothing where there was none. */
export const schemeOn = (
  code: SchemeCode,
  day: string,
  all: readonly Scheme[] = schemes,
): Scheme | undefined =>
  all.find((one) => one.code === code && one.from <= day && (!one.to || day <= one.to));

/** The version that an assessment was begun with, whatever is in force now. */
export function schemeOf(code: string, version: string): Scheme {
  const found = schemes.find((one) => one.code === code && one.version === version);
  if (!found) throw new Error(`There is no version ${version} of the scheme ${code}.`);
  return found;
}

export const criterionOf = ({ criteria }: Scheme, code: string): Criterion | undefined =>
  criteria.find((one) => one.code === code);

/** Every criterion that a change of guidance may bear on, by the name under which it is kept. */
export const criterionChoices: Record<string, string> = Object.fromEntries(
  [toolkit2024, duty2023, assurance2023].flatMap(({ code, title, criteria }) =>
    criteria.map((one) => [`${code}.${one.code}`, `${one.title} (${title})`]),
  ),
);
