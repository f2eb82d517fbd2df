/** What a row of the file comes to. */
export const rowOutcomes = {
  added: "New action",
  changed: "Changes an action",
  same: "Already in the plan as it is",
  wrong: "Has a mistake",
  left: "Left out, as you chose",
} as const;
export type RowOutcome = keyof typeof rowOutcomes;

export const problemLevels = { error: "Mistake", warning: "Look at this" } as const;
export type ProblemLevel = keyof typeof problemLevels;
