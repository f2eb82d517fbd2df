import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

import { completeReferralSchema } from "@/lib/referrals/schema";

const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((file) =>
  /(^|\/)schema\.ts$/.test(file),
);

const schemas: [name: string, schema: z.ZodType][] = [];
for (const file of files) {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ `../../lib/${file}`);
  for (const [name, schema] of Object.entries(exported)) {
    if (schema instanceof z.ZodType) schemas.push([`${file} ${name}`, schema]);
  }
}
schemas.push(["the whole referral", completeReferralSchema("2026-03-31")]);

const zodsOwnWords = /invalid|expected|received|too (small|big)|unrecognized|\bnan\b/i;
const longText = "x".repeat(100_001);
const strange = [undefined, null, "", "zzz", longText, 7, true, [], ["zzz"], [7], {}];

/** The objects inside: a union is walked once for each of its forms. */
function formsIn(schema: z.ZodType): { shape: z.ZodRawShape; base: object }[] {
  if (schema instanceof z.ZodObject) return [{ shape: schema.shape, base: {} }];
  if (schema instanceof z.ZodPipe) return formsIn(schema.out as z.ZodType);
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return [];
  const key = schema.def.discriminator;
  return schema.options.flatMap((option) =>
    formsIn(option as z.ZodType).map(({ shape }) => ({
      shape,
      base: { [key]: [...((shape[key] as z.ZodLiteral | undefined)?.values ?? [])][0] },
    })),
  );
}

function messagesFor(schema: z.ZodType, value: unknown): string[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

test("there are schemas to walk, and forms in them", () => {
  expect(schemas.length).toBeGreaterThan(10);
  expect(schemas.flatMap(([, schema]) => formsIn(schema)).length).toBeGreaterThan(10);
});

test.for(schemas)("%s answers an empty form in its own words", ([, schema]) => {
  const wholes = [undefined, null, "", {}, ...formsIn(schema).map(({ base }) => base)];

  const said = wholes.flatMap((value) => messagesFor(schema, value));

  expect(said.filter((message) => zodsOwnWords.test(message))).toEqual([]);
});

test.for(schemas)("%s answers strange answers in its own words", ([, schema]) => {
  const said = formsIn(schema).flatMap(({ shape, base }) =>
    Object.keys(shape).flatMap((key) =>
      strange.flatMap((value) => messagesFor(schema, { ...base, [key]: value, stray: "1" })),
    ),
  );

  expect(said.filter((message) => zodsOwnWords.test(message))).toEqual([]);
});

test.for(schemas)("%s bounds every text", ([, schema]) => {
  for (const { shape, base } of formsIn(schema)) {
    for (const key of Object.keys(shape)) {
      const { error } = schema.safeParse({ ...base, [key]: longText });
      expect(error?.issues.map(({ path }) => path[0])).toContain(key);
    }
  }
});
