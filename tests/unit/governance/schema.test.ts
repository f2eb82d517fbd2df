import { expect, test } from "vitest";

import { addBoardPaperSchema } from "@/lib/governance/schema";

const paper = { itemId: "01a20307-eb9f-7e54-98cd-c1e98aeffebe", title: "Spending" };
const link = "https://papers.example/1";

// prettier-ignore
test.for([
  ["a file, which follows", { form: "file" }, {}],
  ["a file, whatever else was typed", { form: "file", link, bodyText: "Words" }, {}],
  ["a link", { form: "link", link }, {}],
  [
    "a link that is missing",
    { form: "link", bodyText: "Words" },
    { link: ["Enter the link to the paper"] },
  ],
  ["a text", { form: "text", bodyText: "Words" }, {}],
  ["a text that is missing", { form: "text", link }, { bodyText: ["Enter the text of the paper"] }],
  ["nothing chosen", {}, { form: ["Select what the paper is"] }],
] as const)("a paper is %s", ([, given, errors]) => {
  const { error } = addBoardPaperSchema.safeParse({ ...paper, marking: "official", ...given });

  expect(error?.flatten().fieldErrors ?? {}).toEqual(errors);
});
