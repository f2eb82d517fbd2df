import { expect, test } from "vitest";

import { namesSomebody } from "@/lib/words/rules";

test.for([
  "Concern about Mr Fenwick is widespread.",
  "Dr. Marsh spoke against it.",
  "Write to someone@example.test about it.",
  "His number is 01632 960 123.",
  "A boy born on 3 March was involved.",
  "They met at a flat in NB1 4QT.",
  "Somebody called Rowan Marsh handed them out.",
  "Cllr Oakes has asked about it.",
])("words that point to a person are refused: %s (CT-04)", (words) => {
  expect(namesSomebody(words)).toBe(true);
});

test.for([
  "Leaflets were handed out at the bus station in Northbridge on two Saturdays.",
  "Young people spend longer online since 2024, and nobody at home knows where.",
  "The city has 14 schools and 3 colleges; the profile asks that all be briefed.",
  "Held by Wyvern Police in the secure reading room, version 2.1.",
  "The practice of a doctor and the market were mentioned, and no more was said.",
])("words about a place and its people in general are taken: %s (CT-04)", (words) => {
  expect(namesSomebody(words)).toBe(false);
});
