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
