import { z } from "zod";

import { mostPence } from "@/lib/money/rules";

const written = /^([-−])?£?(\d{1,10}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{2}))?$/;

type Amount = { name: string; mayBeLess?: boolean };

/** Pounds, with pence after a point or none at all: "1,200", "£1200.50". Read digit by digit, and never as a fraction. */
export function anAmount({ name, mayBeLess = false }: Amount) {
  const enter = `Enter ${name.charAt(0).toLowerCase()}${name.slice(1)} in pounds, like 1,200.50`;
  return z
    .string({ error: enter })
    .trim()
    .min(1, { error: enter, abort: true })
    .max(20, { error: enter, abort: true })
    .transform((typed, ctx) => {
      const read = written.exec(typed);
      const [, less, whole = "", rest = "00"] = read ?? [];
      const pence = Number(whole.replaceAll(",", "")) * 100 + Number(rest);
      if (!read || pence === 0 || pence > mostPence || (less && !mayBeLess)) {
        ctx.addIssue(enter);
        return z.NEVER;
      }
      return less ? -pence : pence;
    });
}
