import type { ConflictField } from "@/lib/form-state";

/** Why something was not done, in a sentence for a person. Anything else that throws is a bug. */
export class Refusal extends Error {
  override name = "Refusal";
  /** For the log alone: references and codes, never a name (IS-23). */
  readonly detail: Record<string, string>;

  constructor(message: string, detail: Record<string, string> = {}) {
    super(message);
    this.detail = detail;
  }
}

/** It is not there, or not for this person: the two look the same (IS-01). */
export class NotFound extends Refusal {
  override name = "NotFound";

  constructor(what: string, id: string) {
    super(`There is no such ${what}`, { what, id });
  }
}

export class Forbidden extends Refusal {
  override name = "Forbidden";

  constructor(permission: string) {
    super("You cannot do this", { permission });
  }
}

/** Lawful for this person, but not now: a rule of the process says no. */
export class RuleBroken extends Refusal {
  override name = "RuleBroken";
}

/**
 * Somebody else saved first. Carries what the row says now, so that the person can compare and
 * choose, and its version, so that what they choose can be saved.
 */
export class Overtaken extends Refusal {
  override name = "Overtaken";
  readonly savedBy: string;
  readonly savedAt: string;
  readonly fields: ConflictField[];
  readonly version: string | undefined;

  constructor(savedBy: string, savedAt: string, fields: ConflictField[] = [], version?: number) {
    super("Somebody changed this while you were writing");
    this.savedBy = savedBy;
    this.savedAt = savedAt;
    this.fields = fields;
    this.version = version?.toString();
  }
}

/** The answers are of the right shape but not true to the facts: said beside the field. */
export class FieldsRefused extends Refusal {
  override name = "FieldsRefused";
  readonly errors: Record<string, string[]>;

  constructor(errors: Record<string, string[]>) {
    super(Object.values(errors)[0]?.[0] ?? "There is a problem");
    this.errors = errors;
  }
}
