import { RuleBroken } from "@/lib/errors";

/** A signed assessment stays as it was signed; what is thought of afterwards is the next version of it. */
export function assertThereIsOneToSign<Written>(open: Written | null): asserts open is Written {
  if (!open)
    throw new RuleBroken("There is no assessment that waits to be signed off. Write one first.");
}
