import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { type Context, withActor } from "@/lib/db/with-actor";
import { anActor, anArea } from "./factories";
import { aPlan } from "./plans";

/** An area to itself, with whoever keeps its plan and as many others as are asked for. */
export async function anAreaWithAPlan() {
  const { id: areaId } = await anArea();
  const as = (role: Role) => anActor(role, { areaId });
  const keeper = await as("prevent_coordinator");
  const plan = await aPlan(keeper);
  return { areaId, as, keeper, plan };
}

/** What the application would send if none of its own checks were there. */
export const past = <T>(who: Actor, work: (tx: Context["tx"]) => Promise<T>) =>
  withActor(who, ({ tx }) => work(tx));
