/** Whether somebody may sign in. */
export const accountStatuses = { active: "Active", disabled: "Disabled" } as const;
export type AccountStatus = keyof typeof accountStatuses;
