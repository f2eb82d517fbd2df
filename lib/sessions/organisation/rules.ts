/** What a provider says of somebody. Only these are looked at. */
export type Claims = { email?: unknown; email_verified?: unknown; amr?: unknown };

/** An address that the provider has not verified could be anybody's, so it is nobody's. */
export function verifiedEmail({ email, email_verified }: Claims): string | null {
  const isVerified = email_verified === true || email_verified === "true";
  return isVerified && typeof email === "string" && email.length <= 254 ? email : null;
}

const saysFactor = (methods: unknown): boolean => Array.isArray(methods) && methods.includes("mfa");

/** A second factor shown to the provider counts, if it says so or is known never to go without. */
export const levelOf = ({ amr }: Claims, isAlwaysAsked: boolean): 1 | 2 =>
  isAlwaysAsked || saysFactor(amr) ? 2 : 1;
